using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Screens;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

/// <summary>A session of a company's person as it stands in the database.</summary>
/// <param name="Session">The session.</param>
/// <param name="SignedIn">Who it is, and what their company has contracted.</param>
/// <param name="Stopped">Person or company may not be here any more.</param>
public sealed record FoundSession(SignInSession Session, SignedIn SignedIn, bool Stopped);

/// <summary>
/// Session, person and contract in one statement. Every request asks it, so it is compiled once; a compiled query belongs to one
/// engine's model, so this belongs to the program and is not static.
/// </summary>
public sealed class SessionLookUp
{
    private readonly Func<BankAdminDbContext, Guid, CancellationToken, Task<Row?>> find =
        EF.CompileAsyncQuery((BankAdminDbContext context, Guid sessionId, CancellationToken ct) => (
            from session in context.Sessions.AsNoTracking()
            join user in context.Users.IgnoreQueryFilters().AsNoTracking() on session.UserId equals user.Id
            join company in context.Companies.IgnoreQueryFilters().IgnoreAutoIncludes().AsNoTracking() on user.CompanyId equals company.Id
            where session.Id == sessionId
            select new Row(
                session,
                user.Suspended || user.DeletedAtUtc != null || company.Stopped,
                new UserPart(user.Id, user.LoginId, user.Name, user.Role),
                new CompanyPart(
                    company.Id, company.Name, company.LoginMethod, company.OtpRequired, company.UserMaximum,
                    !company.OtpRequired && context.TokenSecrets.IgnoreQueryFilters().Any(t => t.CompanyId == company.Id),
                    company.LoginMethod != LoginMethod.Certificate
                        && context.Certificates.IgnoreQueryFilters().Any(c => c.RevokedAtUtc == null && c.CompanyId == company.Id)),
                user.LoginPassword.MustChange || user.ConfirmationPassword.MustChange || user.ConfirmationPassword.Hash == null,
                user.Role == UserRole.Master || user.Rights.Any(granted => granted.Right == Permission.HistoryAll),

                // A bit each, in the order of BankingService.All: a look-up each would be most of this statement.
                context.Set<ContractedService>().Where(s => s.CompanyId == company.Id && s.Active).Sum(s =>
                    s.Service == BankingService.Transfer ? 1
                    : s.Service == BankingService.BulkTransfer ? 2
                    : s.Service == BankingService.Payroll ? 4
                    : s.Service == BankingService.DirectDebit ? 8 : 0))).SingleOrDefault());

    /// <summary>The session with that key; null: there is none.</summary>
    public async Task<FoundSession?> FindAsync(BankAdminDbContext context, Guid sessionId, CancellationToken ct)
    {
        if (await find(context, sessionId, ct) is not { User: var user, Company: var company } found)
        {
            return null;
        }

        var person = new Person(Realm.Company, user.Id, user.LoginId, user.Name, company.Id, sessionId, found.Session.Terminal)
        {
            Role = user.Role,
        };
        var services = BankingService.All.Where((_, bit) => (found.Services & (1 << bit)) != 0).ToHashSet();
        var contract = new Contract(services, company.LoginMethod, company.OtpRequired, company.UserMaximum)
        {
            TokensRemain = company.TokensRemain,
            CertificatesRemain = company.CertificatesRemain,
        };
        return new FoundSession(
            found.Session,
            new SignedIn(
                person, company.Name, found.Session.PreviousLoginAtUtc, found.MustSetPasswords, found.SeesAllHistory, contract)
            {
                IsOfferedToken = found.Session.OffersToken,
                Kind = found.Session.Kind,
                CertificateId = found.Session.CertificateId,
                DisclosedDraftId = found.Session.DisclosedDraftId,
            },
            found.Stopped);
    }

    private sealed record UserPart(Guid Id, string LoginId, string Name, UserRole Role);

    private sealed record CompanyPart(
        Guid Id, string Name, LoginMethod LoginMethod, bool OtpRequired, int UserMaximum, bool TokensRemain, bool CertificatesRemain);

    private sealed record Row(
        SignInSession Session, bool Stopped, UserPart User, CompanyPart Company, bool MustSetPasswords, bool SeesAllHistory, int Services);
}
