using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

/// <summary>Begins, finds and ends sessions on the server (rule: spec credentials.md §2).</summary>
public sealed class SignInSessions(
    BankAdminDbContext context, OperationContext operation, CurrentSession current, BankParameters bank, TimeProvider clock)
{
    private const int LoginTries = 5;
    private static readonly TimeSpan TouchInterval = TimeSpan.FromSeconds(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Looks a session up; sets who is logged in, or why nobody is.</summary>
    /// <param name="sessionId">The session the browser names.</param>
    /// <param name="isActivity">Whether the request keeps the session alive.</param>
    /// <param name="ct">Cancels.</param>
    public async Task FindAsync(Guid sessionId, bool isActivity, CancellationToken ct)
    {
        var found = await (
            from session in context.Sessions.AsNoTracking()
            join user in context.Users.IgnoreQueryFilters().AsNoTracking() on session.UserId equals user.Id
            join company in context.Companies.IgnoreQueryFilters().IgnoreAutoIncludes().AsNoTracking() on user.CompanyId equals company.Id
            where session.Id == sessionId
            select new
            {
                Session = session,
                Stopped = user.Suspended || user.DeletedAtUtc != null || company.Stopped,
                SignedIn = new SignedIn(
                    new Person(Realm.Company, user.Id, user.LoginId, user.Name, company.Id, session.Id, session.Terminal) { Role = user.Role },
                    company.Name,
                    session.PreviousLoginAtUtc,
                    user.LoginPassword.MustChange || user.ConfirmationPassword.MustChange || user.ConfirmationPassword.Hash == null,
                    user.Role == UserRole.Master || user.Rights.Any(granted => granted.Right == Permission.HistoryAll)),
            }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return;
        }

        var timedOut = Now >= found.Session.LastSeenAtUtc.AddMinutes(bank.SessionIdleMinutes)
            || Now >= found.Session.StartedAtUtc.AddHours(bank.SessionMaxHours);
        if (found.Session.EndedAtUtc is not null || found.Stopped || timedOut)
        {
            var end = found.Session.EndReason ?? (found.Stopped ? SessionEnd.Ended : SessionEnd.Timeout);
            current.EndNotice = end switch
            {
                SessionEnd.OtherLogin => "otherLogin",
                SessionEnd.Timeout => "timeout",
                SessionEnd.LoggedOut or SessionEnd.Ended => "ended",
                _ => throw new InvalidOperationException($"Unknown end {end}."),
            };
            current.LoggedOut = end == SessionEnd.LoggedOut;
            current.TimedOut = end == SessionEnd.Timeout && !found.Stopped ? found.SignedIn : null;
            return;
        }

        current.SignedIn = found.SignedIn;
        operation.ActAs(found.SignedIn.Person);
        if (isActivity)
        {
            await TouchAsync(found.Session, ct);
        }
    }

    /// <summary>
    /// Begins a session and ends the user's other one. Two logins at once meet at the index that allows one session a
    /// user; the later one is tried again and wins. Null: the user was stopped, deleted or given another password since
    /// the login was judged.
    /// </summary>
    public async Task<Guid?> BeginAsync(User user, string terminal, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await BeginOnceAsync(user, terminal, ct);
            }
            catch (DbUpdateException) when (attempt < LoginTries)
            {
                context.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>
    /// Whether who acts may still act as when the request came: their session is open, they are not stopped or deleted and
    /// have the same role. A request can be under way for long; this is asked where its commit is decided.
    /// </summary>
    public Task<bool> StillHoldsAsync(CancellationToken ct)
    {
        var me = current.RequirePerson();
        var (idleSince, oldest) = (Now.AddMinutes(-bank.SessionIdleMinutes), Now.AddHours(-bank.SessionMaxHours));
        return (from session in context.Sessions
                join user in context.Users on session.UserId equals user.Id
                join company in context.Companies.IgnoreAutoIncludes() on user.CompanyId equals company.Id
                where session.Id == me.SessionId && session.EndedAtUtc == null && session.LastSeenAtUtc > idleSince && session.StartedAtUtc > oldest
                    && !user.Suspended && user.Role == me.Role && !company.Stopped
                select session.Id).AnyAsync(ct);
    }

    /// <summary>Ends a user's sessions in the transaction of the next save: a stop, a deletion, a password set by someone else.</summary>
    public void EndAlongside(Guid userId)
    {
        var now = Now;
        context.Alongside(ct => context.Sessions.Where(s => s.UserId == userId && s.EndedAtUtc == null).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.EndedAtUtc, now).SetProperty(s => s.EndReason, SessionEnd.Ended), ct));
    }

    /// <summary>Ends the session of this request.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        var now = Now;
        await context.Sessions.Where(s => s.Id == current.RequirePerson().SessionId && s.EndedAtUtc == null).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.EndedAtUtc, now).SetProperty(s => s.EndReason, SessionEnd.LoggedOut), ct);
        context.Record(new LoggedOut(OperationSubject.Of(current.RequirePerson())));
        await context.SaveChangesAsync(ct);
    }

    private async Task<Guid?> BeginOnceAsync(User user, string terminal, CancellationToken ct)
    {
        var now = Now;
        var idleSince = now.AddMinutes(-bank.SessionIdleMinutes);
        var open = context.Sessions.Where(s => s.UserId == user.Id && s.EndedAtUtc == null);
        var previous = await context.Sessions.Where(s => s.UserId == user.Id).MaxAsync(s => (DateTime?)s.StartedAtUtc, ct)
            ?? await LastRecordedLoginAsync(user, ct);
        var session = new SignInSession
        {
            UserId = user.Id,
            StartedAtUtc = now,
            LastSeenAtUtc = now,
            PreviousLoginAtUtc = previous,
            Terminal = terminal,
        };

        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        // In the order of every commit, the chain before the sessions: two that cross would wait for each other.
        context.Beforehand(async token =>
        {
            await open.Where(s => s.LastSeenAtUtc <= idleSince).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.EndedAtUtc, now).SetProperty(s => s.EndReason, SessionEnd.Timeout), token);
            await open.ExecuteUpdateAsync(
                set => set.SetProperty(s => s.EndedAtUtc, now).SetProperty(s => s.EndReason, SessionEnd.OtherLogin), token);
        });
        context.Add(session);
        operation.ActAs(Person.Of(user, terminal, session.Id));
        context.Record(new LoggedIn(user.AsSubject()));
        await context.SaveChangesAsync(ct);
        if (!await context.Users.AnyAsync(u => u.Id == user.Id && !u.Suspended && u.LoginPassword.SetAtUtc == user.LoginPassword.SetAtUtc, ct))
        {
            return null;
        }

        await transaction.CommitAsync(ct);
        return session.Id;
    }

    private Task<DateTime?> LastRecordedLoginAsync(User user, CancellationToken ct) =>
        context.OperationRecords.IgnoreQueryFilters()
            .Where(r => r.ChainId == user.CompanyId && r.OperatorId == user.Id && r.Code == OperationCatalogue.LogIn.Code
                && r.Outcome == OperationOutcome.Succeeded)
            .OrderByDescending(r => r.Sequence).Select(r => (DateTime?)r.OccurredAtUtc).FirstOrDefaultAsync(ct);

    // Written at most twice a minute: idle time is counted in minutes, and every write costs the disk a flush.
    private async Task TouchAsync(SignInSession session, CancellationToken ct)
    {
        var now = Now;
        if (now - session.LastSeenAtUtc >= TouchInterval)
        {
            await context.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAtUtc, now), ct);
        }
    }
}
