using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

/// <summary>
/// Ends the sessions that nobody uses any more and tells the history so, on whichever node comes first. That they are over does not wait
/// for it: every request judges that by itself.
/// </summary>
public sealed class SessionTimeouts(
    BankAdminDatabase database, BankParameters bank, TimeProvider clock, ILogger<SessionTimeouts> logger)
    : PeriodicService(TimeSpan.FromMinutes(1), clock, logger)
{
    private const int MostAtOnce = 500;

    /// <summary>Ends those that are over now.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow().UtcDateTime;

        // One that is over for its age is not used any more either, and comes with these.
        var idleSince = now.AddMinutes(-bank.SessionIdleMinutes);
        await using var context = database.OpenForSystem(Clock);
        var over = await (
            from session in context.Sessions.AsNoTracking()
            join user in context.Users.AsNoTracking() on session.UserId equals user.Id
            where session.EndedAtUtc == null && session.LastSeenAtUtc <= idleSince
            orderby session.LastSeenAtUtc
            select new { Session = session, User = user }).Take(MostAtOnce).ToListAsync(ct);
        foreach (var one in over)
        {
            await EndAsync(context, one.Session, Person.Of(one.User, one.Session.Terminal, one.Session.Id), ct);
        }
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken ct) => EndAsync(ct);

    private async Task EndAsync(BankAdminDbContext context, SignInSession session, Person person, CancellationToken ct)
    {
        var at = SessionStore.TimedOutAt(session, bank);
        context.RequireBeforeRows(async token => await context.Sessions
            .Where(s => s.Id == session.Id && s.EndedAtUtc == null && s.LastSeenAtUtc == session.LastSeenAtUtc)
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.EndedAtUtc, at).SetProperty(s => s.EndReason, SessionEnd.Timeout), token) > 0);
        context.AfterRows(token => DraftStore.LengthenAfterTimeoutAsync(context, bank, person.Id, at, token));
        context.Record(new PendingOperation(
            person.CompanyId!.Value, person, new SessionEnded(OperationSubject.Of(person), "timeout"), at));
        try
        {
            await context.SaveChangesAsync(ct);
        }
        catch (RaceLostException)
        {
            // Used again, or ended by somebody else, in this very moment.
            context.ChangeTracker.Clear();
        }
    }
}
