using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Limits;

namespace BankAdmin.Domain.Companies;

/// <summary>
/// A contract as it is opened. What is not said takes the contract's defaults (rule: spec rules.md §1, credentials.md §3).
/// </summary>
public sealed record CompanyTerms(string ContractNumber, string Name, string NameKana)
{
#pragma warning disable CS1591 // each is the property of Company with the same name
    public LoginMethod LoginMethod { get; init; }

    public bool OtpRequired { get; init; }

    public bool OtpForCompany { get; init; } = true;

    public bool DifferentUserApproval { get; init; }

    public int UserMaximum { get; init; } = 100;

    public IReadOnlyCollection<BankingService> Services { get; init; } = BankingService.All;

    public IReadOnlyDictionary<BankingService, ApprovalMode> Modes { get; init; } = new Dictionary<BankingService, ApprovalMode>();

    public IReadOnlyList<AccountTerms> Accounts { get; init; } = [];

    public IReadOnlyList<ConsignorTerms> Consignors { get; init; } = [];

    public CompanyDailyLimits Ceilings { get; init; } = CompanyDailyLimits.Zero;

    public CompanyDailyLimits Limits { get; init; } = CompanyDailyLimits.Zero;
#pragma warning restore CS1591
}
