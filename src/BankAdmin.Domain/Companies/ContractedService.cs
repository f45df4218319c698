using BankAdmin.Domain.Approvals;

namespace BankAdmin.Domain.Companies;

/// <summary>A service of a company with its approval mode. One taken away keeps its mode for the day it comes back.</summary>
public sealed class ContractedService
{
    private ContractedService()
    {
    }

    internal ContractedService(Guid companyId, BankingService service, ApprovalMode mode, bool active) =>
        (CompanyId, Service, Mode, Active) = (companyId, service, mode, active);

    /// <summary>The company whose contract it is.</summary>
    public Guid CompanyId { get; private init; }

    /// <summary>The service it is about.</summary>
    public BankingService Service { get; private init; } = BankingService.Transfer;

    /// <summary>承認機能.</summary>
    public ApprovalMode Mode { get; internal set; } = ApprovalMode.Single;

    /// <summary>Whether the contract has it now.</summary>
    public bool Active { get; private init; }
}
