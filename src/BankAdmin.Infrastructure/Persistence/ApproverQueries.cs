using BankAdmin.Domain;
using BankAdmin.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>Who can approve what (rule: spec rules.md §2, Approvers).</summary>
public static class ApproverQueries
{
    /// <summary>
    /// How many users of a company can approve each service now: the Master, and users with the service's 承認 right;
    /// not under サービス利用停止. Stops by wrong entries do not count.
    /// </summary>
    public static async Task<IReadOnlyDictionary<BankingService, int>> CountApproversAsync(
        this BankAdminDbContext context, Guid companyId, CancellationToken ct)
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
