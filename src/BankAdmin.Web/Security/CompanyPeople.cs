using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
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

        stopped = stopped || signedIn.Contract.LoginMethod != MethodOf(row);
        if ((row.EndReason ?? (stopped ? SessionEnd.Ended : sessions.EndOf(row))) is { } end)
        {
            Tell(end, row, signedIn, stopped);
            return;
        }

        if (row.CertificateId is { } certificateId)
        {
            // Whoever has the cookie alone is nobody: the session goes on where its certificate is.
            if (await certificate.FindAsync(ct) is not { Certificate: var presented } || presented.Id != certificateId)
            {
                return;
            }

            if (!presented.IsValidAt(clock.GetUtcNow().UtcDateTime))
            {
                Tell(SessionEnd.Ended, row, signedIn, stopped: true);
                return;
            }
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
        var certificates = context.Certificates.Where(c => c.Id == certificateId && (c.RevokedAtUtc == null || c.RevokedAtUtc > now));
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

    private static LoginMethod MethodOf(SignInSession session) =>
        session.CertificateId is null && session.Kind == SessionKind.Full ? LoginMethod.Password : LoginMethod.Certificate;

    private void Tell(SessionEnd end, SignInSession session, SignedIn signedIn, bool stopped)
    {
        current.EndNotice = end switch
        {
            SessionEnd.OtherLogin => "otherLogin",
            SessionEnd.Timeout => "timeout",
            SessionEnd.LoggedOut or SessionEnd.Ended => "ended",
            _ => throw new InvalidOperationException($"Unknown end {end}."),
        };
        current.LoggedOut = end == SessionEnd.LoggedOut;
        if (end == SessionEnd.Timeout && !stopped)
        {
            (current.TimedOut, current.TimedOutAtUtc) = (signedIn, sessions.TimedOutAt(session));
        }
    }
}
