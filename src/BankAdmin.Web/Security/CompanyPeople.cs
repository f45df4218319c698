using BankAdmin.Domain;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

public sealed class CompanyPeople(
    BankAdminDbContext context, SessionLookUp lookUp, SessionStore sessions, OperationContext operation, CurrentSession current,
    BankParameters bank, TimeProvider clock)
    : IRealmPeople
{
    public Realm Realm => Realm.Company;

    public async Task FindAsync(Guid sessionId, bool isActivity, CancellationToken ct)
    {
        if (await lookUp.FindAsync(context, sessionId, ct) is not var (row, signedIn, stopped))
        {
            return;
        }

        if ((row.EndReason ?? (stopped ? SessionEnd.Ended : sessions.EndOf(row))) is { } end)
        {
            Tell(end, row, signedIn, stopped);
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
    /// Begins a session of a user who has proved who they are; null: stopped, deleted or given another password meanwhile.
    /// </summary>
    public async Task<Guid?> BeginAsync(User user, string terminal, CancellationToken ct)
    {
        var setAt = user.LoginPassword.SetAtUtc;
        var offersToken = user.Token.IsOfferedAt(clock.GetUtcNow().UtcDateTime, bank.TokenWaitMinutes)
            && await context.Companies.IgnoreQueryFilters().AnyAsync(company => company.Id == user.CompanyId && company.OtpRequired, ct);
        return await sessions.BeginAsync(
            Person.Of(user, terminal), offersToken,
            token => context.Users.AnyAsync(u => u.Id == user.Id && !u.Suspended && u.LoginPassword.SetAtUtc == setAt, token), ct);
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
