using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Tests.Users;

/// <summary>The mirror of spec rules.md §2: who a mode needs is not taken away.</summary>
public sealed class ApproverRuleTests
{
    private static readonly BankingService Service = BankingService.BulkTransfer;

    [Theory]
    [InlineData("Single", 2, 1, false)]
    [InlineData("Single", 1, 1, true)]
    [InlineData("DoubleUnordered", 3, 1, false)]
    [InlineData("DoubleUnordered", 2, 1, true)]
    [InlineData("DoubleOrdered", 3, 2, true)]
    [InlineData("DoubleOrdered", 4, 2, false)]
    [InlineData("DoubleOrdered", 1, 0, false)] // too few already, but none is taken
    public void Is_refused_where_too_few_would_remain(string mode, int approvers, int lost, bool refused)
    {
        var company = A.Company().Approving(Service, ApprovalMode.FromCode(mode)).Build();

        var violations = ApproverRule.Check(company, A.NumberOfApprovers(approvers), Enumerable.Repeat(Service, lost).ToList(), "rights")
            .ToList();

        violations.Select(violation => (violation.Code, violation.Field)).ShouldBe(refused ? [("E-RSK-007", "rights")] : []);
        if (refused)
        {
            violations[0].Arguments.ShouldContain(Service.Name);
            violations[0].Arguments.ShouldContain(ApprovalMode.FromCode(mode).Name);
        }
    }

    [Theory]
    [InlineData("Transfer", "None")]
    public void Needs_nobody_where_nothing_is_approved(string service, string mode)
    {
        var company = A.Company().Approving(BankingService.FromCode(service), ApprovalMode.FromCode(mode)).Build();

        ApproverRule.Check(company, A.NumberOfApprovers(1), [BankingService.FromCode(service)], "").ShouldBeEmpty();
    }

    [Fact]
    public void Needs_nobody_for_a_service_that_is_not_contracted() =>
        ApproverRule.Check(A.Company().Contracting(BankingService.Transfer).Build(), A.NumberOfApprovers(1), [Service], "").ShouldBeEmpty();

    [Theory]
    [InlineData(UserRole.General, UserRole.General, false, "", "BulkTransfer")]
    [InlineData(UserRole.General, UserRole.General, false, "ApproveBulkTransfer", "")]
    [InlineData(UserRole.General, UserRole.General, true, "ApproveBulkTransfer", "BulkTransfer")]
    [InlineData(UserRole.General, UserRole.Administrator, false, "", "BulkTransfer")] // the flag approves nothing
    [InlineData(UserRole.Master, UserRole.Master, false, "", "")]
    [InlineData(UserRole.Master, UserRole.Master, true, "", "Transfer BulkTransfer Payroll DirectDebit")]
    public void Says_what_somebody_stops_approving(UserRole before, UserRole role, bool suspended, string rights, string lost)
    {
        var user = Somebody.Stored(before, before == UserRole.Master ? [] : [Permission.ApproveBulkTransfer, Permission.Balance]);
        var wanted = rights.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Permission>).ToList();

        string.Join(' ', ApproverRule.Lost(user, role, suspended, wanted)).ShouldBe(lost);
    }

    [Fact]
    public void Who_is_stopped_has_nothing_left_to_lose()
    {
        var user = Somebody.Stored(UserRole.General, Permission.ApproveBulkTransfer);
        user.Stop(Somebody.Acting(Guid.NewGuid(), UserRole.Master));

        ApproverRule.Lost(user, user.Role, suspended: true, []).ShouldBeEmpty();
    }
}
