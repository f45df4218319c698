using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Approvals;

/// <summary>Approvers that a mode needs are never taken away (rule: spec rules.md §2).</summary>
public static class ApproverRule
{
    /// <summary>The services a person stops approving.</summary>
    public static IEnumerable<BankingService> Lost(User before, UserRole role, bool suspended, IReadOnlyCollection<Permission> rights) =>
        BankingService.All.Where(service => before.Approves(service)
            && (suspended || (role != UserRole.Master && !rights.Contains(service.Approval))));

    /// <summary>E-RSK-007 for each contracted service that loses an approver and would have fewer than its mode needs.</summary>
    /// <param name="company">The contract.</param>
    /// <param name="approvers">How many users can approve each service now.</param>
    /// <param name="lost">The services that lose one, once for each person.</param>
    /// <param name="field">Key of the input at fault.</param>
    /// <param name="cause">What takes them away, as a sentence, where the page does not say it.</param>
    public static IEnumerable<Violation> Check(
        Company company, IReadOnlyDictionary<BankingService, int> approvers, IReadOnlyCollection<BankingService> lost,
        string field, string cause = "") =>
        from shortage in Shortages(company, approvers, lost)
        select new Violation(
            ErrorCodes.ApproversNeeded, field, cause + shortage.Service.Name,
            shortage.Mode.Name, shortage.Mode.Approvers, shortage.Left);

    /// <summary>Each contracted service that loses an approver and would have fewer than its mode needs, with how many are left.</summary>
    /// <param name="company">The contract.</param>
    /// <param name="approvers">How many users can approve each service now.</param>
    /// <param name="lost">The services that lose one, once for each person.</param>
    public static IEnumerable<(BankingService Service, ApprovalMode Mode, int Left)> Shortages(
        Company company, IReadOnlyDictionary<BankingService, int> approvers, IReadOnlyCollection<BankingService> lost) =>
        from contracted in company.Services
        let gone = lost.Count(service => service == contracted.Service)
        let left = approvers[contracted.Service] - gone
        where gone > 0 && left < contracted.Mode.Approvers
        select (contracted.Service, contracted.Mode, left);
}
