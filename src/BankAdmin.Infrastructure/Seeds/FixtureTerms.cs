using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;

namespace BankAdmin.Infrastructure.Seeds;

/// <summary>What the members of a fixture without errors say, as the domain has it.</summary>
internal static class FixtureTerms
{
    /// <summary>The contract, as it would be opened.</summary>
    public static Company Open(FixtureCompany fixture, BankParameters bank) => Company.Open(
        new CompanyTerms(fixture.Number!, JapaneseText.Widen(fixture.Name), BankKana.Of(fixture.Kana))
        {
            LoginMethod = Enum.Parse<LoginMethod>(fixture.LoginMethod, ignoreCase: true),
            OtpRequired = fixture.Otp,
            OtpForCompany = fixture.OtpForCompany,
            DifferentUserApproval = fixture.DifferentUserApproval,
            UserMaximum = fixture.UserMaximum,
            Services = BankingService.All.Where(service => fixture.Services.Contains(service.Key)).ToList(),
            Modes = BankingService.All.Where(service => fixture.Approval.ContainsKey(service.Key))
            .ToDictionary(service => service, service => ApprovalMode.FromCode(fixture.Approval[service.Key])),
            Ceilings = CompanyLimits(fixture.CompanyCeilings),
            Limits = CompanyLimits(fixture.CompanyLimits),
            Consignors = fixture.Consignors.Select(consignor => new ConsignorTerms(consignor.Code, BankKana.Of(consignor.Name))).ToList(),
            Accounts = fixture.Accounts.Select(account => new AccountTerms(
                account.Branch!, bank.BranchName(account.Branch!), account.Kind, account.Number!,
                AccountLimits(account.Ceilings), AccountLimits(account.Limits))).ToList(),
        });

    private static AccountDailyLimits AccountLimits(Dictionary<string, long> limits) =>
        new(Of(limits, "total"), Of(limits, "adHoc"), Of(limits, "preRegistered"));

    private static CompanyDailyLimits CompanyLimits(Dictionary<string, long> limits) =>
        new(Of(limits, "bulkTransfer"), Of(limits, "salary"), Of(limits, "bonus"), Of(limits, "directDebit"));

    /// <summary>利用者一回当たり限度額; what is absent is 0円.</summary>
    public static UserTransactionLimits UserLimits(Dictionary<string, long> limits) =>
        UserTransactionLimits.Each(kind => Of(limits, kind.Key));

    private static Yen Of(Dictionary<string, long> limits, string key) => new(limits.GetValueOrDefault(key));
}
