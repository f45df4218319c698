using BankAdmin.Domain.Approvals;
using static BankAdmin.Domain.BankingService;

namespace BankAdmin.Domain.Tests.Companies;

/// <summary>What 企業情報変更 may propose (spec rules.md §2). Codes and fields, never texts.</summary>
public sealed class CheckInformationTests
{
    [Fact]
    public void What_is_stored_breaks_nothing()
    {
        var company = A.Company().WithAccount().Build();
        company.CheckInformation(company.Information, A.NumberOfApprovers(0)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Single", 0, false)]
    [InlineData("Single", 1, true)]
    [InlineData("DoubleUnordered", 1, false)]
    [InlineData("DoubleUnordered", 2, true)]
    [InlineData("DoubleOrdered", 1, false)]
    [InlineData("DoubleOrdered", 2, true)]
    [InlineData("None", 0, true)]
    public void A_changed_mode_needs_its_approvers(string mode, int approvers, bool allowed)
    {
        var other = ApprovalMode.All.First(m => m.Code != mode);
        var company = A.Company().Approving(Transfer, other).Build();
        var broken = company.CheckInformation(
            company.Information.Approving(Transfer, ApprovalMode.FromCode(mode)), A.NumberOfApprovers(approvers));
        broken.AsText().ShouldBe(allowed ? [] : ["E-KGK-003 approval.transfer"]);
    }

    [Fact]
    public void Only_the_approvers_of_the_same_service_count()
    {
        var company = A.Company().Build();
        var approvers = new Dictionary<BankingService, int> { [Payroll] = 9, [DirectDebit] = 1 };
        var proposal = company.Information
            .Approving(Payroll, ApprovalMode.DoubleOrdered)
            .Approving(DirectDebit, ApprovalMode.DoubleOrdered).Approving(BulkTransfer, ApprovalMode.DoubleUnordered);
        company.CheckInformation(proposal, approvers).AsText()
            .ShouldBe(["E-KGK-003 approval.bulkTransfer", "E-KGK-003 approval.directDebit"]);
    }

    [Fact]
    public void An_unchanged_mode_never_blocks_names_and_limits()
    {
        var company = A.Company().WithAccount().Approving(Transfer, ApprovalMode.DoubleOrdered).Build();
        var proposal = company.Information.Named("みどり").Limiting(0, A.Daily(3, 2, 1)).Limiting(A.Bulk(1, 2, 3, 4));
        company.CheckInformation(proposal, A.NumberOfApprovers(0)).ShouldBeEmpty();
    }

    [Fact]
    public void A_mode_that_the_service_never_offers_is_refused()
    {
        var company = A.Company().Build();
        var proposal = BankingService.All.Aggregate(company.Information, (p, service) => p.Approving(service, ApprovalMode.None));
        company.CheckInformation(proposal, A.NumberOfApprovers(9)).AsText().ShouldBe(
            ["E-COM-009 approval.bulkTransfer", "E-COM-009 approval.payroll", "E-COM-009 approval.directDebit"]);
    }

    [Fact]
    public void Account_limits_are_judged_against_the_ceilings_of_their_own_account()
    {
        var company = A.Company()
            .WithAccount("081-1234567", ceilings: A.Daily(100, 100, 100))
            .WithAccount("001-7654321", ceilings: A.Daily(10, 20, 30)).Build();
        var proposal = company.Information.Limiting(0, A.Daily(100, 100, 100)).Limiting(1, A.Daily(11, 11, 12));
        company.CheckInformation(proposal, A.NumberOfApprovers(2)).AsText().ShouldBe(
            ["E-KGK-001 accountLimits[1].total", "E-KGK-002 accountLimits[1].preRegistered"]);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_in_the_order_of_the_page()
    {
        var company = A.Company().WithAccount(ceilings: A.Daily(10, 10, 10)).Limited(A.Bulk(5, 5, 5, 5)).Build();
        var proposal = company.Information.Approving(Payroll, ApprovalMode.DoubleOrdered)
            .Limiting(0, A.Daily(5, 6, 11)).Limiting(A.Bulk(5, 6, 5, 6));
        company.CheckInformation(proposal, A.NumberOfApprovers(1)).AsText().ShouldBe(
        [
            "E-KGK-003 approval.payroll",
            "E-KGK-002 accountLimits[0].adHoc", "E-KGK-001 accountLimits[0].preRegistered",
            "E-KGK-001 companyLimits.salary", "E-KGK-001 companyLimits.directDebit",
        ]);
    }
}
