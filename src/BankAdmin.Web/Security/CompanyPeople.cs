using BankAdmin.Domain;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

public sealed class CompanyPeople(
    BankAdminDbContext context, SessionLookUp lookUp, SessionStore sessions, PresentedCertificate certificate, OperationContext operation,
    CurrentSession current, BankParameters bank, TimeProvider clock)
    : IRealmPeople
{
    public Realm Realm => Realm.Company;

    public async Task FindAsync(Guid sessionId, bool isActivity, CancellationToken ct)
    {
        if (await lookUp.FindAsync(context, sessionId, ct) is not var (row, signedIn, stopped))
        {
            return;
        }

        // Whoever has the cookie alone is nobody: a session goes on where its certificate is.
        var presented = row.CertificateId is null ? null : (await certificate.FindAsync(ct))?.Certificate;
        var isTheirs = presented?.Id == row.CertificateId;
        var end = row.EndReason ?? (stopped ? SessionEnd.Ended : sessions.EndOf(row));
        if (end is not null)
        {
            Tell(end.Value);
            KeepTyped(signedIn, end == SessionEnd.Timeout && !stopped && isTheirs ? sessions.TimedOutAt(row) : null);
            return;
        }

        if (!isTheirs)
        {
            return;
        }

        if (presented?.IsValidAt(clock.GetUtcNow().UtcDateTime) == false)
        {
            // Expired, or renewed some minutes ago: who was typing did nothing wrong.
            Tell(SessionEnd.Ended);
            KeepTyped(signedIn, presented.RevokedAtUtc ?? presented.EndsAtUtc);
            return;
        }

        current.SignedIn = signedIn;
        operation.ActAs(signedIn.Person);
        if (isActivity)
        {
            await sessions.TouchAsync(row, ct);
        }
    }

    /// <summary>
    /// Begins a session of a user who has proved who they are; null: stopped, deleted or given another password meanwhile, or the
    /// certificate was revoked.
    /// </summary>
    public async Task<Guid?> BeginAsync(User user, LogIn with, CancellationToken ct)
    {
        var (setAt, now, certificateId) = (user.LoginPassword.SetAtUtc, clock.GetUtcNow().UtcDateTime, with.Certificate?.Id);
        var offersToken = with.Way != LogInWay.Issue && user.Token.IsOfferedAt(now, bank.TokenWaitMinutes)
            && await context.Companies.IgnoreQueryFilters().AnyAsync(company => company.Id == user.CompanyId && company.OtpRequired, ct);
        var certificates = context.Certificates.Where(c => c.Id == certificateId && c.RevokedAtUtc == null);
        return await sessions.BeginAsync(
            Person.Of(user, with.Terminal),
            new SessionTerms(offersToken, with.Way == LogInWay.Issue ? SessionKind.Issue : SessionKind.Full, certificateId),
            async token =>
                await context.Users.AnyAsync(u => u.Id == user.Id && !u.Suspended && u.LoginPassword.SetAtUtc == setAt, token)
                && (certificateId is null || await certificates.AnyAsync(token)),
            ct);
    }

    public Task<bool> ActorMayStillActAsync(CancellationToken ct)
    {
        var me = current.RequirePerson();
        return (from session in sessions.Open()
                join user in context.Users on session.UserId equals user.Id
                join company in context.Companies.IgnoreAutoIncludes() on user.CompanyId equals company.Id
                where session.Id == me.SessionId && !user.Suspended && user.Role == me.Role && !company.Stopped
                select session.Id).AnyAsync(ct);
    }

    private void Tell(SessionEnd end)
    {
        current.EndNotice = end switch
        {
            SessionEnd.OtherLogin => "otherLogin",
            SessionEnd.Timeout => "timeout",
            SessionEnd.LoggedOut or SessionEnd.Ended => "ended",
            _ => throw new InvalidOperationException($"Unknown end {end}."),
        };
        current.LoggedOut = end == SessionEnd.LoggedOut;
    }

    // Whose session ended by time, what they were typing is still taken.
    private void KeepTyped(SignedIn signedIn, DateTime? endedAtUtc)
    {
        if (endedAtUtc is not null)
        {
            (current.TimedOut, current.TimedOutAtUtc) = (signedIn, endedAtUtc);
        }
    }
}
