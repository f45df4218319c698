using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using static BankAdmin.Domain.BankingService;

namespace BankAdmin.Domain.Tests.Companies;

public sealed class ChangeInformationTests
{
    [Fact]
    public void It_changes_everything_at_once_and_records_one_event()
    {
        var company = A.Company().WithAccount("081-1234567").WithAccount("001-7654321").Build();
        var (version, proposal) = (company.Version, company.Information.Named("みどり物流株式会社")
            .Approving(Transfer, ApprovalMode.None).Approving(Payroll, ApprovalMode.DoubleOrdered)
            .Limiting(1, A.Daily(30, 20, 10)).Limiting(A.Bulk(1, 2, 3, 4)));

        company.ChangeInformation(proposal, A.NumberOfApprovers(2));

        company.Name.ShouldBe("みどり物流株式会社");
        company.Services.Select(s => $"{s.Service} {s.Mode}")
            .ShouldBe(["Transfer None", "BulkTransfer Single", "Payroll DoubleOrdered", "DirectDebit Single"]);
        company.Accounts.Select(a => a.Limits).ShouldBe([AccountDailyLimits.Zero, A.Daily(30, 20, 10)]);
        company.Limits.ShouldBe(A.Bulk(1, 2, 3, 4));
        company.Version.ShouldBe(version + 1);
        company.TakeEvents().ShouldBe([new CompanyInformationChanged(company.AsSubject())]);
        company.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void What_lets_more_through_is_named_without_figures()
    {
        var company = A.Company().WithAccount(ceilings: A.Daily(10, 10, 10)).Build();
        var before = company.Information.Approving(Payroll, ApprovalMode.DoubleOrdered).Limiting(0, A.Daily(5, 5, 5))
            .Limiting(A.Bulk(1, 2, 3, 4));

        before.WeakenedBy(before.Named("別の名前").Limiting(0, A.Daily(5, 4, 0)).Limiting(A.Bulk(0, 2, 3, 4))).ShouldBeEmpty();
        before.WeakenedBy(before.Approving(Payroll, ApprovalMode.Single).Limiting(0, A.Daily(6, 5, 5)).Limiting(A.Bulk(1, 2, 4, 4)))
            .ShouldBe(["給与・賞与振込の承認段階の引き下げ", "口座一日当たりの限度額の引き上げ", "企業一日当たりの限度額（賞与振込）の引き上げ"]);
    }

    [Fact]
    public void A_proposal_that_breaks_a_rule_throws_and_changes_nothing()
    {
        var company = A.Company().WithAccount(ceilings: A.Daily(10, 10, 10)).Build();
        var (version, limits) = (company.Version, company.Accounts[0].Limits);
        var refused = Should.Throw<RulesBrokenException>(() => company.ChangeInformation(
            company.Information.Named("別の名前").Limiting(0, A.Daily(11, 0, 0)), A.NumberOfApprovers(2)));

        refused.Violations.AsText().ShouldBe(["E-KGK-001 accountLimits[0].total"]);
        (company.Version, company.Name, company.Accounts[0].Limits).ShouldBe((version, "株式会社さくら商事", limits));
        company.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void A_service_taken_away_is_not_shown_and_keeps_its_mode()
    {
        var company = A.Company().Contracting(Transfer, DirectDebit).Approving(Payroll, ApprovalMode.DoubleOrdered).Build();
        company.Services.Select(s => s.Service).ShouldBe([Transfer, DirectDebit]);
        (company.Has(DirectDebit), company.Has(Payroll)).ShouldBe((true, false));
        company.ChangeInformation(company.Information.Named("改名"), A.NumberOfApprovers(0));
        company.Information.Modes[Payroll].ShouldBe(ApprovalMode.DoubleOrdered);
    }

    [Fact]
    public void Memos_go_to_their_own_account_and_consignor()
    {
        var company = A.Company().WithAccount("081-1234567")
            .WithAccount("001-7654321").WithConsignor("0000000001", "ｱ").WithConsignor("0000000002", "ｲ").Build();
        company.ChangeAccountMemos(["給与", ""]);
        company.ChangeConsignorMemos(["", "会費"]);
        company.Accounts.Select(a => a.Memo).ShouldBe(["給与", ""]);
        company.Consignors.Select(c => c.Memo).ShouldBe(["", "会費"]);
        company.TakeEvents().ShouldBe([new AccountMemosChanged(company.AsSubject()), new ConsignorMemosChanged(company.AsSubject())]);
    }

    [Fact]
    public void Opening_a_company_takes_the_defaults_of_a_new_contract()
    {
        var company = Company.Open(new CompanyTerms("1000000009", "新規", "ｼﾝｷ"));
        company.Services.ShouldAllBe(s => s.Mode == ApprovalMode.Single);
        (company.UserMaximum, company.OtpForCompany, company.Limits, company.Version).ShouldBe((100, true, CompanyDailyLimits.Zero, 1));
        company.TakeEvents().ShouldBe([new CompanyOpened(new OperationSubject(SubjectKind.Company, "1000000009", "新規"))]);
    }
}
