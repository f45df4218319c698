using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Companies;

/// <summary>契約企業: one contract with the bank, its services, accounts, limits and memos.</summary>
public sealed class Company : AggregateRoot, ICompanyOwned
{
    private readonly List<ContractedService> services = [];
    private readonly List<BankAccount> accounts = [];
    private readonly List<Consignor> consignors = [];

    private Company()
    {
    }

    /// <summary>契約番号, 10 digits, unique over the bank.</summary>
    public string ContractNumber { get; private init; } = "";

    /// <summary>企業名.</summary>
    public string Name { get; private set; } = "";

    /// <summary>企業名(カナ), half-width.</summary>
    public string NameKana { get; private set; } = "";

    /// <summary>How its users log in.</summary>
    public LoginMethod LoginMethod { get; private set; }

    /// <summary>Whether the contract asks for one-time passwords.</summary>
    public bool OtpRequired { get; private set; }

    /// <summary>Whether 企業情報変更 and 手数料情報変更 ask for one too.</summary>
    public bool OtpForCompany { get; private set; }

    /// <summary>別ユーザ承認: a maker may not approve their own request.</summary>
    public bool DifferentUserApproval { get; private set; }

    /// <summary>Most users, the Master included.</summary>
    public int UserMaximum { get; private set; }

    /// <summary>Whether the bank has stopped the company: nobody of it can log in.</summary>
    public bool Stopped { get; private set; }

    /// <summary>企業一日当たりの限度額.</summary>
    public CompanyDailyLimits Limits { get; private set; } = CompanyDailyLimits.Zero;

    /// <summary>契約上限 of <see cref="Limits"/>.</summary>
    public CompanyDailyLimits Ceilings { get; private set; } = CompanyDailyLimits.Zero;

    /// <summary>The contracted services, in the order every screen uses.</summary>
    public IReadOnlyList<ContractedService> Services =>
        BankingService.All.SelectMany(service => services.Where(s => s.Active && s.Service == service)).ToList();

    /// <summary>The accounts, in the order of the contract.</summary>
    public IReadOnlyList<BankAccount> Accounts => accounts.OrderBy(account => account.Position).ToList();

    /// <summary>The consignors, in the order of the contract.</summary>
    public IReadOnlyList<Consignor> Consignors => consignors.OrderBy(consignor => consignor.Position).ToList();

    /// <summary>What 企業情報変更 can change, as it is now.</summary>
    public CompanyInformation Information => new(
        Name, services.ToDictionary(s => s.Service, s => s.Mode), Accounts.Select(a => a.Limits).ToList(), Limits);

    Guid ICompanyOwned.CompanyId => Id;

    /// <summary>Opens a contract. Until bank staff do it on their own screens, seeds and fixtures do.</summary>
    public static Company Open(CompanyTerms terms)
    {
        var company = new Company
        {
            Id = Guid.CreateVersion7(),
            ContractNumber = terms.ContractNumber,
            Name = terms.Name,
            NameKana = terms.NameKana,
            LoginMethod = terms.LoginMethod,
            OtpRequired = terms.OtpRequired,
            OtpForCompany = terms.OtpForCompany,
            DifferentUserApproval = terms.DifferentUserApproval,
            UserMaximum = terms.UserMaximum,
            Limits = terms.Limits,
            Ceilings = terms.Ceilings,
        };
        company.services.AddRange(BankingService.All.Select(service => new ContractedService(
            company.Id, service, terms.Modes.GetValueOrDefault(service, ApprovalMode.Single), terms.Services.Contains(service))));
        company.accounts.AddRange(terms.Accounts.Select((account, i) => new BankAccount(company.Id, i, account)));
        company.consignors.AddRange(terms.Consignors.Select((consignor, i) => new Consignor(company.Id, i, consignor)));
        company.Raise(new CompanyOpened(company.AsSubject()));
        return company;
    }

    /// <inheritdoc />
    public override OperationSubject AsSubject() => new(SubjectKind.Company, ContractNumber, Name);

    /// <summary>Whether the contract has a service now.</summary>
    public bool Has(BankingService service) => services.Any(s => s.Active && s.Service == service);

    /// <summary>
    /// What a proposal breaks: E-COM-009 for a mode the service never offers, E-KGK-001 and 002 for limits, E-KGK-003 for
    /// a mode that is changed to one with more approvers than there are. A mode that stays never blocks (rule: spec rules.md §2).
    /// </summary>
    /// <param name="proposal">The proposal, of the shape of <see cref="Information"/>.</param>
    /// <param name="approvers">How many users can approve each service now.</param>
    public IReadOnlyList<Violation> CheckInformation(
        CompanyInformation proposal, IReadOnlyDictionary<BankingService, int> approvers)
    {
        var notOffered = from mode in proposal.Modes
                         where !mode.Value.AllowedFor(mode.Key)
                         select new Violation(ErrorCodes.OutOfRange, $"approval.{mode.Key.Key}");
        var modes = from service in services
                    let mode = proposal.Modes[service.Service]
                    let available = approvers.GetValueOrDefault(service.Service)
                    where mode != service.Mode && available < mode.Approvers
                    select new Violation(
                        ErrorCodes.TooFewApprovers, $"approval.{service.Service.Key}", mode.Name, mode.Approvers, available);
        var accountLimits = Accounts.SelectMany((account, i) =>
            proposal.AccountLimits[i].Check(account.Ceilings, $"accountLimits[{i}]"));
        return [.. notOffered, .. modes, .. accountLimits, .. proposal.CompanyLimits.Check(Ceilings)];
    }

    /// <summary>Changes name, approval modes and limits at once.</summary>
    /// <exception cref="RulesBrokenException"><see cref="CheckInformation"/> finds something.</exception>
    public void ChangeInformation(CompanyInformation proposal, IReadOnlyDictionary<BankingService, int> approvers)
    {
        RulesBrokenException.ThrowIfAny(CheckInformation(proposal, approvers));
        Name = proposal.Name;
        services.ForEach(service => service.Mode = proposal.Modes[service.Service]);
        foreach (var (account, limits) in Accounts.Zip(proposal.AccountLimits))
        {
            account.Limits = limits;
        }

        Limits = proposal.CompanyLimits;
        Raise(new CompanyInformationChanged(AsSubject()));
    }

    /// <summary>Changes 口座メモ of every account, in the order of the contract.</summary>
    public void ChangeAccountMemos(IReadOnlyList<string> memos)
    {
        foreach (var (account, memo) in Accounts.Zip(memos))
        {
            account.Memo = memo;
        }

        Raise(new AccountMemosChanged(AsSubject()));
    }

    /// <summary>Changes 委託者メモ of every consignor, in the order of the contract.</summary>
    public void ChangeConsignorMemos(IReadOnlyList<string> memos)
    {
        foreach (var (consignor, memo) in Consignors.Zip(memos))
        {
            consignor.Memo = memo;
        }

        Raise(new ConsignorMemosChanged(AsSubject()));
    }
}
