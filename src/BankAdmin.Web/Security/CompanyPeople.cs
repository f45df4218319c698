using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Screens;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

public sealed class CompanyPeople(BankAdminDbContext context, SessionStore sessions, OperationContext operation, CurrentSession current)
    : IRealmPeople
{
    public Realm Realm => Realm.Company;

    public async Task FindAsync(Guid sessionId, bool isActivity, CancellationToken ct)
    {
        var contracted = context.Set<ContractedService>();

        // One statement a request: session, person and contract together.
        var found = await (
            from session in context.Sessions.AsNoTracking()
            join user in context.Users.IgnoreQueryFilters().AsNoTracking() on session.UserId equals user.Id
            join company in context.Companies.IgnoreQueryFilters().IgnoreAutoIncludes().AsNoTracking() on user.CompanyId equals company.Id
            where session.Id == sessionId
            select new
            {
                Session = session,
                Stopped = user.Suspended || user.DeletedAtUtc != null || company.Stopped,
                User = new { user.Id, user.LoginId, user.Name, user.Role },
                Company = new { company.Id, company.Name, company.LoginMethod, company.OtpRequired, company.UserMaximum },
                MustSetPasswords = user.LoginPassword.MustChange
                    || user.ConfirmationPassword.MustChange || user.ConfirmationPassword.Hash == null,
                SeesAllHistory = user.Role == UserRole.Master || user.Rights.Any(granted => granted.Right == Permission.HistoryAll),
                Transfer = contracted.Any(s => s.CompanyId == company.Id && s.Active && s.Service == BankingService.Transfer),
                BulkTransfer = contracted.Any(s => s.CompanyId == company.Id && s.Active && s.Service == BankingService.BulkTransfer),
                Payroll = contracted.Any(s => s.CompanyId == company.Id && s.Active && s.Service == BankingService.Payroll),
                DirectDebit = contracted.Any(s => s.CompanyId == company.Id && s.Active && s.Service == BankingService.DirectDebit),
            }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return;
        }

        var row = found.Session;
        (BankingService Service, bool Has)[] services =
        [
            (BankingService.Transfer, found.Transfer), (BankingService.BulkTransfer, found.BulkTransfer),
            (BankingService.Payroll, found.Payroll), (BankingService.DirectDebit, found.DirectDebit),
        ];
        var signedIn = new SignedIn(
            new Person(Realm, found.User.Id, found.User.LoginId, found.User.Name, found.Company.Id, row.Id, row.Terminal)
            {
                Role = found.User.Role,
            },
            found.Company.Name, row.PreviousLoginAtUtc, found.MustSetPasswords, found.SeesAllHistory,
            new Contract(
                services.Where(s => s.Has).Select(s => s.Service).ToHashSet(),
                found.Company.LoginMethod, found.Company.OtpRequired, found.Company.UserMaximum));
        if ((row.EndReason ?? (found.Stopped ? SessionEnd.Ended : sessions.EndOf(row))) is { } end)
        {
            Tell(end, row, signedIn, found.Stopped);
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
    public Task<Guid?> BeginAsync(User user, string terminal, CancellationToken ct)
    {
        var setAt = user.LoginPassword.SetAtUtc;
        return sessions.BeginAsync(
            Person.Of(user, terminal),
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
