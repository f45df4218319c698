using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Infrastructure.Telemetry;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

/// <summary>How a session begins.</summary>
/// <param name="OffersToken">Whether its person is asked to register a token.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="CertificateId">The certificate it is begun with; null: with a password alone.</param>
public sealed record SessionTerms(bool OffersToken, SessionKind Kind = SessionKind.Full, Guid? CertificateId = null);

/// <summary>Begins and ends sessions on the server, for people of every realm (rule: spec credentials.md §2).</summary>
public sealed class SessionStore(
    BankAdminDbContext context, OperationContext operation, CurrentSession current, BankParameters bank, TimeProvider clock,
    ILogger<SessionStore> logger)
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TouchInterval = TimeSpan.FromSeconds(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateTime IdleSince => Now.AddMinutes(-bank.SessionIdleMinutes);

    private DateTime Latest => Now + ClockSlack;

    private DateTime Oldest => Now.AddHours(-bank.SessionMaxHours);

    public IQueryable<SignInSession> Open()
    {
        var (idleSince, oldest, latest) = (IdleSince, Oldest, Latest);
        return context.Sessions.Where(s =>
            s.EndedAtUtc == null && s.LastSeenAtUtc > idleSince && s.LastSeenAtUtc <= latest && s.StartedAtUtc > oldest);
    }

    /// <summary>
    /// Why a session is over; null: it is open. One that was used in the future is over too: a clock that was set back would lengthen it.
    /// </summary>
    public SessionEnd? EndOf(SignInSession session) => session.EndReason
        ?? (session.LastSeenAtUtc <= IdleSince || session.StartedAtUtc <= Oldest || session.LastSeenAtUtc > Latest
            ? SessionEnd.Timeout : null);

    /// <summary>When a session that is over for its age was, UTC.</summary>
    public DateTime TimedOutAt(SignInSession session) => TimedOutAt(session, bank);

    /// <summary>As above, by the clock alone.</summary>
    public static DateTime TimedOutAt(SignInSession session, BankParameters bank)
    {
        var (idle, longest) = (
            session.LastSeenAtUtc.AddMinutes(bank.SessionIdleMinutes), session.StartedAtUtc.AddHours(bank.SessionMaxHours));
        return idle < longest ? idle : longest;
    }

    /// <summary>
    /// Begins a session and ends any other of the same person. It competes with what ends sessions: a stop that comes between the
    /// password and here must not leave a session behind.
    /// </summary>
    /// <param name="person">Whose it will be, at which terminal.</param>
    /// <param name="terms">How it begins.</param>
    /// <param name="isStillRight">Whether they are still who logged in, asked at the end of the transaction.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Key of the session, or null where they are not.</returns>
    public Task<Guid?> BeginAsync(
        Person person, SessionTerms terms, Func<CancellationToken, Task<bool>> isStillRight, CancellationToken ct) =>
        context.RetryAsync(() => BeginOnceAsync(person, terms, isStillRight, ct));

    /// <summary>The session goes on without a token.</summary>
    public Task PutOffTokenAsync(CancellationToken ct)
    {
        var sessionId = current.RequirePerson().SessionId;
        return context.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.OffersToken, false), ct);
    }

    /// <summary>Ends a person's sessions in the transaction of the next save.</summary>
    public void EndAfterRows(Guid userId)
    {
        var now = Now;
        context.AfterRows(async ct =>
        {
            await context.Sessions.Where(s => s.UserId == userId && s.EndedAtUtc == null).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.EndedAtUtc, now).SetProperty(s => s.EndReason, SessionEnd.Ended), ct);
            await EndOverlapAsync(userId, now, ct);
        });
    }

    public async Task EndAsync(CancellationToken ct)
    {
        var (now, sessionId) = (Now, current.RequirePerson().SessionId);
        await context.Sessions.Where(s => s.Id == sessionId && s.EndedAtUtc == null).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.EndedAtUtc, now).SetProperty(s => s.EndReason, SessionEnd.LoggedOut), ct);
        await context.Disclosures.Where(shown => shown.SessionId == sessionId).ExecuteDeleteAsync(ct);
        if (current.Require().CertificateId is not null)
        {
            await EndOverlapAsync(current.RequirePerson().Id, now, ct);
        }

        await context.RecordAsync(new LoggedOut(OperationSubject.Of(current.RequirePerson())), ct);
    }

    /// <summary>
    /// Notes that a session is in use; at most twice a minute: idle time is counted in minutes, and every write costs the disk a flush.
    /// Where nothing can be written, reading goes on without.
    /// </summary>
    public async Task TouchAsync(SignInSession session, CancellationToken ct)
    {
        var now = Now;
        if (now - session.LastSeenAtUtc >= TouchInterval)
        {
            await Engine.TryAsync(
                () => context.Sessions.Where(s => s.Id == session.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAtUtc, now), ct), logger);
        }
    }

    private async Task<Guid?> BeginOnceAsync(
        Person person, SessionTerms terms, Func<CancellationToken, Task<bool>> isStillRight, CancellationToken ct)
    {
        var (now, idleSince) = (Now, IdleSince);
        var open = context.Sessions.Where(s => s.UserId == person.Id && s.EndedAtUtc == null);
        var previous = await context.Sessions.Where(s => s.UserId == person.Id).MaxAsync(s => (DateTime?)s.StartedAtUtc, ct)
            ?? await LastRecordedLoginAsync(person, ct);
        var last = await open.AsNoTracking().FirstOrDefaultAsync(ct);
        var session = new SignInSession
        {
            Realm = person.Realm,
            UserId = person.Id,
            StartedAtUtc = now,
            LastSeenAtUtc = now,
            PreviousLoginAtUtc = previous,
            Terminal = person.Terminal,
            OffersToken = terms.OffersToken,
            Kind = terms.Kind,
            CertificateId = terms.CertificateId,
        };
        await using var transaction = await context.BeginAsync(ct);

        // In the order of every commit, the chain before the sessions: two that cross would wait for each other.
        context.BeforeRows(async token =>
        {
            if (last is not null && EndOf(last) == SessionEnd.Timeout)
            {
                await DraftStore.LengthenAfterTimeoutAsync(context, bank, person.Id, TimedOutAt(last), token);
            }

            var ended = await open.Where(s => s.LastSeenAtUtc <= idleSince).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.EndedAtUtc, now).SetProperty(s => s.EndReason, SessionEnd.Timeout), token);
            ended += await open.ExecuteUpdateAsync(
                set => set.SetProperty(s => s.EndedAtUtc, now).SetProperty(s => s.EndReason, SessionEnd.OtherLogin), token);
            if (last is not null && ended == 0)
            {
                // It ended meanwhile, and whoever ended it has told so.
                throw new RaceLostException();
            }

            if (last?.CertificateId is not null)
            {
                await EndOverlapAsync(person.Id, now, token);
            }

            if (last?.DisclosedDraftId is not null)
            {
                await context.Disclosures.Where(shown => shown.SessionId == last.Id).ExecuteDeleteAsync(token);
            }
        });
        if (last is not null)
        {
            var reason = EndOf(last) == SessionEnd.Timeout ? "timeout" : "otherLogin";
            context.Record(
                new SessionEnded(OperationSubject.Of(person), reason),
                person with { SessionId = last.Id, Terminal = last.Terminal }, person.CompanyId!.Value);
        }

        context.Add(session);
        operation.ActAs(person with { SessionId = session.Id });
        context.Record(new LoggedIn(OperationSubject.Of(person)));
        await context.SaveChangesAsync(ct);
        if (!await isStillRight(ct))
        {
            // What is undone must not stand in the way of the record that says why.
            context.ChangeTracker.Clear();
            return null;
        }

        await transaction.CommitAsync(ct);
        BankAdminMeters.CountLogIn();
        return session.Id;
    }

    // A certificate that was renewed is good as long as the session that renewed it, and not longer (rule: spec rulings.md „更新“).
    private Task EndOverlapAsync(Guid userId, DateTime now, CancellationToken ct) =>
        RevocationLists.EndOverlapAsync(context, userId, now, ct);

    private Task<DateTime?> LastRecordedLoginAsync(Person person, CancellationToken ct) =>
        context.OperationRecords.IgnoreQueryFilters()
            .Where(r => r.ChainId == person.CompanyId && r.OperatorId == person.Id && r.Code == OperationCatalogue.LogIn.Code
                && r.Outcome == OperationOutcome.Succeeded)
            .OrderByDescending(r => r.Sequence).Select(r => (DateTime?)r.OccurredAtUtc).FirstOrDefaultAsync(ct);
}
