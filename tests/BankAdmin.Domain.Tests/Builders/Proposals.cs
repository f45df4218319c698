using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Tests.Builders;

/// <summary>Proposals as changes of what is stored: <c>company.Information.Approving(…)</c>.</summary>
internal static class Proposals
{
    public static CompanyInformation Named(this CompanyInformation stored, string name) => stored with { Name = name };

    public static CompanyInformation Approving(this CompanyInformation stored, BankingService service, ApprovalMode mode) =>
        stored with { Modes = stored.Modes.ToDictionary(m => m.Key, m => m.Key == service ? mode : m.Value) };

    public static CompanyInformation Limiting(this CompanyInformation stored, int account, AccountDailyLimits limits) =>
        stored with { AccountLimits = stored.AccountLimits.Select((old, i) => i == account ? limits : old).ToList() };

    public static CompanyInformation Limiting(this CompanyInformation stored, CompanyDailyLimits limits) =>
        stored with { CompanyLimits = limits };

    /// <summary>Violations as tests name them: code, blank, field.</summary>
    public static IReadOnlyList<string> AsText(this IEnumerable<Violation> violations) =>
        violations.Select(violation => $"{violation.Code} {violation.Field}").ToList();
}
