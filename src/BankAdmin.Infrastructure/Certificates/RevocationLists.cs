using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain.Credentials;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Certificates;

/// <summary>
/// The revocation list that is in force: a new one at each revocation and every day, its number one more. It is made when it is asked for,
/// on whichever node, from the same row: every node's list of a number says the same.
/// </summary>
public sealed class RevocationLists(BankAdminDatabase database, Func<CertificateAuthority> authority, TimeProvider clock)
{
    /// <summary>How long a list may be used (rule: spec rulings.md „CRL“).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private static readonly TimeSpan Reissue = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim gate = new(1);
    private (long Number, byte[] Der)? made;

    /// <summary>A user's certificates that the next save revokes. It counts them: from then on a new list is due.</summary>
    public static async Task<IReadOnlyList<ClientCertificate>> TakeForRevocationAsync(
        BankAdminDbContext context, Guid userId, DateTime nowUtc, CancellationToken ct)
    {
        var held = await context.Certificates
            .Where(c => c.UserId == userId && (c.RevokedAtUtc == null || c.RevokedAtUtc > nowUtc)).ToListAsync(ct);
        if (held.Count > 0)
        {
            CountWithSave(context);
        }

        return held;
    }

    /// <summary>Counts a revocation in the transaction of the next save.</summary>
    public static void CountWithSave(BankAdminDbContext context) => context.AfterRows(ct => CountAsync(context, ct));

    /// <summary>Ends at once what was revoked for later, and counts it.</summary>
    public static async Task EndOverlapAsync(BankAdminDbContext context, Guid userId, DateTime nowUtc, CancellationToken ct)
    {
        var overlapping = context.Certificates.IgnoreQueryFilters().Where(c => c.UserId == userId && c.RevokedAtUtc > nowUtc);
        if (await overlapping.ExecuteUpdateAsync(set => set.SetProperty(c => c.RevokedAtUtc, nowUtc), ct) > 0)
        {
            await CountAsync(context, ct);
        }
    }

    private static async Task CountAsync(BankAdminDbContext context, CancellationToken ct)
    {
        await BeginAsync(context, ct);
        var state = context.RevocationLists.Where(list => list.Id == RevocationListState.OnlyId);
        await state.ExecuteUpdateAsync(set => set.SetProperty(list => list.Revocations, list => list.Revocations + 1), ct);
    }

    /// <summary>The list in force, DER.</summary>
    public async Task<byte[]> CurrentAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var context = database.OpenForSystem(clock);
            var state = await InForceAsync(context, ct);
            made = made is { } known && known.Number == state.Number ? known : (state.Number, await BuildAsync(context, state, ct));
            return made.Value.Der;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<RevocationListState> InForceAsync(BankAdminDbContext context, CancellationToken ct)
    {
        await BeginAsync(context, ct);
        var state = await ReadAsync(context, ct);
        var now = clock.GetUtcNow().UtcDateTime;

        // One that was revoked for later falls due by time, without a save.
        var last = await context.Certificates.Where(c => c.RevokedAtUtc <= now).MaxAsync(c => c.RevokedAtUtc, ct);
        if (state.Number > 0 && state.Revocations == state.ListedRevocations && !(last > state.IssuedAtUtc)
            && now - state.IssuedAtUtc < Reissue && state.IssuedAtUtc <= now)
        {
            return state;
        }

        // Of two nodes that find it due one issues it; both read what is then in force.
        await context.RevocationLists.Where(list => list.Id == RevocationListState.OnlyId && list.Number == state.Number)
            .ExecuteUpdateAsync(
                set => set.SetProperty(list => list.Number, list => list.Number + 1).SetProperty(list => list.IssuedAtUtc, now)
                    .SetProperty(list => list.ListedRevocations, state.Revocations), ct);
        return await ReadAsync(context, ct);
    }

    private static async Task BeginAsync(BankAdminDbContext context, CancellationToken ct)
    {
        if (!await context.RevocationLists.AnyAsync(list => list.Id == RevocationListState.OnlyId, ct))
        {
            await context.InsertIfMissingAsync(InsertStatement, ct);
        }
    }

    /// <summary>Begins the one row unless it is there; the same words on every engine.</summary>
    private static FormattableString InsertStatement =>
        $"""
        INSERT INTO "RevocationLists" ("Id", "Number", "IssuedAtUtc", "Revocations", "ListedRevocations")
        SELECT {RevocationListState.OnlyId}, 0, {DateTime.UnixEpoch}, 0, 0
        WHERE NOT EXISTS (SELECT 1 FROM "RevocationLists" WHERE "Id" = {RevocationListState.OnlyId})
        """;

    private static Task<RevocationListState> ReadAsync(BankAdminDbContext context, CancellationToken ct) =>
        context.RevocationLists.AsNoTracking().SingleAsync(list => list.Id == RevocationListState.OnlyId, ct);

    private async Task<byte[]> BuildAsync(BankAdminDbContext context, RevocationListState state, CancellationToken ct)
    {
        var at = state.IssuedAtUtc;
        var revoked = await context.Certificates.AsNoTracking().Where(c => c.RevokedAtUtc <= at && c.EndsAtUtc > at)
            .OrderBy(c => c.RevokedAtUtc).Select(c => new { c.Serial, c.RevokedAtUtc, c.Reason }).ToListAsync(ct);
        return authority().BuildRevocationList(
            revoked.Select(c => (c.Serial, c.RevokedAtUtc!.Value, Named(c.Reason))), state.Number, at, at + Lifetime);
    }

    private static X509RevocationReason Named(RevocationReason? reason) => reason switch
    {
        RevocationReason.Superseded => X509RevocationReason.Superseded,
        RevocationReason.CessationOfOperation => X509RevocationReason.CessationOfOperation,
        RevocationReason.Unspecified or null => X509RevocationReason.Unspecified,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
