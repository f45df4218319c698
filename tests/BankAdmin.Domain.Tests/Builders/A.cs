using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;

namespace BankAdmin.Domain.Tests.Builders;

/// <summary>Where every test begins: <c>A.Company().WithAccount().Approving(…).Build()</c>.</summary>
internal static class A
{
    /// <summary>A company with all services, シングル承認 everywhere, no account, and ceilings that are not in the way.</summary>
    public static CompanyBuilder Company() => new();

    /// <summary>That many approvers for every service.</summary>
    public static IReadOnlyDictionary<BankingService, int> NumberOfApprovers(int count) =>
        BankingService.All.ToDictionary(service => service, _ => count);

    /// <summary>Account limits in the order total, ad hoc, pre-registered.</summary>
    public static AccountDailyLimits Daily(long total, long adHoc, long preRegistered) =>
        new(new Yen(total), new Yen(adHoc), new Yen(preRegistered));

    /// <summary>Company limits in the order of the screens.</summary>
    public static CompanyDailyLimits Bulk(long bulkTransfer, long salary, long bonus, long directDebit) =>
        new(new Yen(bulkTransfer), new Yen(salary), new Yen(bonus), new Yen(directDebit));
}

internal sealed class CompanyBuilder
{
    private readonly List<AccountTerms> accounts = [];
    private readonly List<ConsignorTerms> consignors = [];
    private readonly Dictionary<BankingService, ApprovalMode> modes = [];
    private CompanyTerms terms = new("1000000001", "株式会社さくら商事", "ｻｸﾗｼﾖｳｼﾞ(ｶ")
    {
        Ceilings = CompanyDailyLimits.All(new Yen(999_999_999_999)),
    };

    /// <summary>An account; limits 0 and the ceiling out of the way unless told otherwise.</summary>
    public CompanyBuilder WithAccount(string key = "081-1234567", AccountDailyLimits? limits = null, AccountDailyLimits? ceilings = null)
    {
        var (branch, number) = (key.Split('-')[0], key.Split('-')[1]);
        accounts.Add(new AccountTerms(
            branch, branch + "支店", "普通", number, ceilings ?? new(Yen.MaxValue, Yen.MaxValue, Yen.MaxValue),
            limits ?? AccountDailyLimits.Zero));
        return this;
    }

    public CompanyBuilder WithConsignor(string code, string name)
    {
        consignors.Add(new ConsignorTerms(code, name));
        return this;
    }

    public CompanyBuilder Approving(BankingService service, ApprovalMode mode)
    {
        modes[service] = mode;
        return this;
    }

    public CompanyBuilder Contracting(params BankingService[] services)
    {
        terms = terms with { Services = services };
        return this;
    }

    public CompanyBuilder Limited(CompanyDailyLimits ceilings)
    {
        terms = terms with { Ceilings = ceilings };
        return this;
    }

    /// <summary>The company as it was stored: what opening it recorded is gone.</summary>
    public Company Build()
    {
        var company = Company.Open(terms with { Accounts = accounts, Consignors = consignors, Modes = modes });
        company.TakeEvents();
        return company;
    }
}
