using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>
/// What a company strands by losing people or by raising a mode: too few approvers for a service (rule: spec rules.md §2), nobody who
/// could release anybody. Read once for what a page says, and where it refuses held again at the commit, when nobody can come between.
/// </summary>
/// <param name="Company">The company.</param>
/// <param name="Approvers">How many can approve each service now.</param>
/// <param name="Administrators">Keys of the Master and the administrators who can log in now; a 一時停止 ends by itself.</param>
public sealed record LossGuard(
    Company Company, IReadOnlyDictionary<BankingService, int> Approvers, IReadOnlyCollection<Guid> Administrators)
{
    /// <summary>For who only looks at a company: nobody is counted.</summary>
    public static LossGuard OfNobody(Company company) => new(company, new Dictionary<BankingService, int>(), []);

    /// <summary>Counts who can approve now: the Master, and users with the right who are not stopped.</summary>
    public static async Task<LossGuard> ReadAsync(BankAdminDbContext context, Company company, CancellationToken ct) =>
        new(company, await CountAsync(context, company.Id, ct), await AdministratorsAsync(context, company.Id, ct));

    /// <summary>Refuses a change that takes approvers away from services whose mode then has too few (E-RSK-007).</summary>
    /// <param name="lost">A service for each approver it loses.</param>
    /// <param name="field">Input key that the refusal stands at.</param>
    /// <param name="cause">What it says before the services.</param>
    public IReadOnlyList<Violation> Check(IReadOnlyCollection<BankingService> lost, string field, string cause = "") =>
        ApproverRule.Check(Company, Approvers, lost, field, cause).ToList();

    /// <summary>
    /// What stopping people leaves undone; 停止 is the emergency brake and never refused for it (W-RSK-002, 003; rule: spec rules.md §2).
    /// </summary>
    /// <param name="stopped">Who is stopped.</param>
    /// <param name="helpDesk">Who can help a company without an administrator.</param>
    public IEnumerable<Warning> WarningsOf(IReadOnlyCollection<User> stopped, string helpDesk)
    {
        if (stopped.Count > 0 && !Administrators.Except(stopped.Select(user => user.Id)).Any())
        {
            yield return new Warning(
                "W-RSK-002", $"この操作により、ログインできる管理者ユーザがいなくなります。利用停止の解除は、{helpDesk}へご依頼ください。")
            { Lasts = true };
        }

        var lost = stopped.SelectMany(user => ApproverRule.Lost(user, user.Role, suspended: true, [])).ToList();
        foreach (var shortage in ApproverRule.Shortages(Company, Approvers, lost))
        {
            yield return new Warning("W-RSK-003", string.Create(
                CultureInfo.InvariantCulture,
                $"この操作により、{shortage.Service.Name}（{shortage.Mode.Name}）の承認者は{shortage.Left}名になり、必要な{shortage.Mode.Approvers}名に足りなくなります。"))
            {
                Lasts = true,
            };
        }
    }

    /// <summary>Undoes the next save where too few approvers would remain for these services when its rows are written.</summary>
    public void RequireAfterRows(BankAdminDbContext context, IReadOnlyCollection<BankingService> services)
    {
        if (services.Count == 0)
        {
            return;
        }

        var id = Company.Id;
        context.RequireAfterRows(async ct =>
        {
            var company = await context.Companies.AsNoTracking().SingleAsync(c => c.Id == id, ct);
            var approvers = await CountAsync(context, id, ct);
            return company.Services.Where(s => services.Contains(s.Service)).All(s => approvers[s.Service] >= s.Mode.Approvers);
        });
    }

    private static async Task<IReadOnlyCollection<Guid>> AdministratorsAsync(
        BankAdminDbContext context, Guid companyId, CancellationToken ct) =>
        await context.Users
            .Where(user => user.CompanyId == companyId && !user.Suspended)
            .Where(user => user.Role == UserRole.Master || user.Role == UserRole.Administrator)
            .Where(user => !context.WrongEntries.Any(c => c.SubjectId == user.Id && c.Kind == EntryKind.Login && c.Stopped))
            .Select(user => user.Id).ToListAsync(ct);

    private static async Task<IReadOnlyDictionary<BankingService, int>> CountAsync(
        BankAdminDbContext context, Guid companyId, CancellationToken ct)
    {
        var usable = context.Users.Where(user => user.CompanyId == companyId && !user.Suspended);
        var masters = await usable.CountAsync(user => user.Role == UserRole.Master, ct);
        var granted = await usable.Where(user => user.Role != UserRole.Master)
            .SelectMany(user => user.Rights).GroupBy(right => right.Right)
            .Select(group => new { Right = group.Key, Users = group.Count() }).ToListAsync(ct);
        return BankingService.All.ToDictionary(
            service => service,
            service => masters + (granted.FirstOrDefault(g => g.Right == service.Approval)?.Users ?? 0));
    }
}
