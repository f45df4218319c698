using System.Text.Json;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Wizards;

/// <summary>A file that a result page hands out for a little while.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Content">The file.</param>
/// <param name="Password">What opens it, shown beside it; null: nothing is needed.</param>
public sealed record DisclosedFile(string Name, string ContentType, byte[] Content, string? Password = null);

/// <summary>
/// What result pages hand out to the session that executed, for ten minutes or until it opens another page (rule: spec rulings.md
/// „p12Password“).
/// </summary>
public sealed class Disclosures(
    BankAdminDbContext context, MasterKeys keys, CurrentSession current, TimeProvider clock, ILogger<Disclosures> logger)
{
    private DisclosedFile? offered;

    private Guid SessionId => current.RequirePerson().SessionId!.Value;

    /// <summary>What the commit that is under way will hand out.</summary>
    public void Offer(DisclosedFile file) => offered = file;

    /// <summary>Keeps what was offered, with the next save.</summary>
    public void KeepWithSave(Guid draftId)
    {
        if (offered is null)
        {
            return;
        }

        var (sessionId, box) = (SessionId, SecretBox.LockText(
            keys.Current, JsonSerializer.SerializeToUtf8Bytes(offered), BelongsTo(SessionId, draftId)));
        context.BeforeRows(ct => context.Disclosures.Where(shown => shown.SessionId == sessionId).ExecuteDeleteAsync(ct));
        context.Add(new Disclosure
        {
            SessionId = sessionId,
            DraftId = draftId,
            EndsAtUtc = clock.GetUtcNow().UtcDateTime + Disclosure.Lifetime,
            Box = box,
        });
        context.AfterRows(ct => MarkAsync(sessionId, draftId, ct));
    }

    /// <summary>What the result page of a draft hands out to this session; null: nothing, or no longer.</summary>
    public async Task<(DisclosedFile File, DateTime EndsAtUtc)?> FindAsync(Guid draftId, CancellationToken ct)
    {
        var (sessionId, now) = (SessionId, clock.GetUtcNow().UtcDateTime);
        var shown = await context.Disclosures
            .Where(row => row.SessionId == sessionId && row.DraftId == draftId && row.EndsAtUtc > now)
            .Select(row => new { row.Box, row.EndsAtUtc }).SingleOrDefaultAsync(ct);
        return shown is null ? null
            : (JsonSerializer.Deserialize<DisclosedFile>(SecretBox.UnlockText(keys, shown.Box, BelongsTo(sessionId, draftId)))!,
                shown.EndsAtUtc);
    }

    /// <summary>This session has gone on to another page. Where nothing can be written, time ends what is handed out.</summary>
    public Task CloseAsync(CancellationToken ct)
    {
        var sessionId = SessionId;
        return Engine.TryAsync(
            async () =>
            {
                await context.Disclosures.Where(shown => shown.SessionId == sessionId).ExecuteDeleteAsync(ct);
                await MarkAsync(sessionId, null, ct);
            },
            logger);
    }

    private Task MarkAsync(Guid sessionId, Guid? draftId, CancellationToken ct) => context.Sessions.Where(s => s.Id == sessionId)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.DisclosedDraftId, draftId), ct);

    private static byte[] BelongsTo(Guid sessionId, Guid draftId) => [.. sessionId.ToByteArray(), .. draftId.ToByteArray()];
}
