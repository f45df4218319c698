using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Notices;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Home;

public sealed record PastLogin(DateTime AtUtc, string Terminal, bool Succeeded, Guid? SessionId, long Sequence);

/// <summary>A draft that can be taken up again.</summary>
/// <param name="Typed">The first things that were typed.</param>
/// <param name="More">How many more there are.</param>
public sealed record BegunDraft(
    Guid Id, string Title, string Path, DateTime BegunAtUtc, DateTime ExpiresAtUtc, IReadOnlyList<string> Typed, int More);

/// <summary>An alert as it is shown.</summary>
/// <param name="IsNew">未読: it was shown in no earlier session.</param>
public sealed record ShownAlert(DateTime AtUtc, string Text, bool IsNew);

/// <summary>What a person's token is, as they are told.</summary>
/// <param name="OfferedFromUtc">When a login will offer to register a new one; null: the next one does, or there is one.</param>
public sealed record OwnToken(TokenState State, DateTime? OfferedFromUtc);

/// <summary>The certificate a person logs in with.</summary>
/// <param name="EndsAtUtc">有効期限, UTC.</param>
/// <param name="CanBeRenewed">Whether it is in its last days, and was not renewed.</param>
public sealed record OwnCertificate(DateTime EndsAtUtc, bool CanBeRenewed);

public sealed record TopPage(
    Person Person, IReadOnlyList<PastLogin> Logins, IReadOnlyList<BegunDraft> Drafts, int PasswordAgeDays, OwnToken? Token,
    OwnCertificate? Certificate, IReadOnlyList<ShownAlert> Alerts, IReadOnlyList<MenuItem> Menu);

/// <summary>Reads what a person finds on their top page.</summary>
public sealed class TopPages(
    BankAdminDbContext context, WizardRegistry wizards, UserDirectory directory, BankParameters bank, TimeProvider clock,
    ILogger<TopPages> logger)
{
    private const int LoginsShown = 3;
    private const int TypedShown = 3;
    private const int AlertsShown = 100;

    public async Task<TopPage> ReadAsync(SignedIn open, IReadOnlyList<MenuItem> menu, CancellationToken ct)
    {
        var (me, now) = (open.Person, clock.GetUtcNow().UtcDateTime);
        var logins = await context.OperationRecords.AsNoTracking()
            .Where(r => r.OperatorId == me.Id && r.Code == OperationCatalogue.LogIn.Code && r.SessionId != me.SessionId)
            .OrderByDescending(r => r.Sequence).Take(LoginsShown)
            .Select(r => new PastLogin(r.OccurredAtUtc, r.Terminal, r.Outcome == OperationOutcome.Succeeded, r.SessionId, r.Sequence))
            .ToListAsync(ct);
        var setAt = await context.Users.Where(u => u.Id == me.Id).Select(u => u.LoginPassword.SetAtUtc).SingleAsync(ct);
        return new TopPage(
            me, logins, await DraftsAsync(me, now, ct), (now - (setAt ?? now)).Days, await TokenAsync(open, now, ct),
            await CertificateAsync(open, now, ct), await AlertsAsync(me, now, ct), menu);
    }

    private async Task<IReadOnlyList<BegunDraft>> DraftsAsync(Person me, DateTime now, CancellationToken ct)
    {
        var begun = await context.Drafts.AsNoTracking()
            .Where(d => d.OwnerId == me.Id && d.CompletedAtUtc == null && d.ExpiresAtUtc > now && d.Revision > 1)
            .OrderByDescending(d => d.ExpiresAtUtc).ToListAsync(ct);
        List<BegunDraft> drafts = [];
        foreach (var draft in begun.Where(d => d.InputJson != d.BaseJson))
        {
            var typed = await wizards[draft.Wizard].TypedAsync(draft, me, ct) ?? [];
            drafts.Add(new BegunDraft(
                draft.Id, draft.Title, draft.Path, draft.BegunAtUtc, draft.ExpiresAtUtc,
                typed.Take(TypedShown).Select(fact => $"{fact.FullLabel}：{fact.Value}").ToList(), Math.Max(0, typed.Count - TypedShown)));
        }

        return drafts;
    }

    private async Task<OwnToken?> TokenAsync(SignedIn open, DateTime now, CancellationToken ct)
    {
        if (!open.Contract.OtpRequired)
        {
            return null;
        }

        var (row, credentials) = await directory.GetAsync(open.Person.Id, ct);
        var from = row.Token.OfferedFromUtc(bank.TokenWaitMinutes);
        return new OwnToken(credentials.Token, from > now ? from : null);
    }

    private async Task<OwnCertificate?> CertificateAsync(SignedIn open, DateTime now, CancellationToken ct)
    {
        if (open.CertificateId is null)
        {
            return null;
        }

        var held = await context.CertificatesOfAsync(open.Person.Id, ct);
        return held.EndAt(now) is { } end
            ? new OwnCertificate(end, held.RenewableAt(now, bank.CertificateRenewDays) is not null) : null;
    }

    // What is shown now stays 未読 as long as this session: a page is left quicker than it is read.
    private async Task<IReadOnlyList<ShownAlert>> AlertsAsync(Person me, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-Alert.KeptDays);
        var mine = context.Alerts.Where(alert => alert.UserId == me.Id && alert.AtUtc > since);
        var alerts = await mine.AsNoTracking().OrderByDescending(alert => alert.AtUtc).ThenByDescending(alert => alert.Id)
            .Take(AlertsShown).ToListAsync(ct);
        if (alerts.Any(alert => alert.ShownInSession is null))
        {
            var session = me.SessionId;
            await Engine.TryAsync(
                () => mine.Where(alert => alert.ShownInSession == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(alert => alert.ShownInSession, session), ct), logger);
        }

        return alerts.Select(alert => new ShownAlert(
            alert.AtUtc, alert.Text, alert.ShownInSession is null || alert.ShownInSession == me.SessionId)).ToList();
    }
}
