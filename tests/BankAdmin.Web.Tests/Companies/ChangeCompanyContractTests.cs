using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies;

/// <summary>BKGK002 to 004 as far as the contract goes, and what a client sends beyond the form.</summary>
public sealed class ChangeCompanyContractTests : WebTest
{
    private const string TwoServices = "9000000001";
    private const string FewApprovers = "9000000002";

    protected override CompanyBuilder[] Companies =>
    [
        A.Company(TwoServices).WithMaster("twosv001").Contracting(BankingService.Transfer, BankingService.BulkTransfer),
        A.Company(FewApprovers).WithMaster("lonely01").WithUser("lonely02", UserRole.General, Permission.ApprovePayroll)
            .WithUser(
                "lonely03", UserRole.General, "Stopped", A.ConfirmationPassword, forceChange: false,
                Permission.ApprovePayroll, Permission.ApproveDirectDebit)
            .Approving(BankingService.DirectDebit, ApprovalMode.DoubleUnordered),
    ];

    [Fact]
    public async Task A_company_sees_its_own_services_and_limits_only()
    {
        var input = await NewBrowser().LogInAndOpenAsync("twosv001", "BKGK002");

        input.KeysBeginning("approval.").Select(key => key[..key.IndexOf(':', StringComparison.Ordinal)]).Distinct()
            .ShouldBe(["approval.transfer", "approval.bulkTransfer"]);
        input.KeysBeginning("companyLimits.").ShouldBe(["companyLimits.bulkTransfer"]);
        input.KeysBeginning("accountLimits[")
            .ShouldBe(["accountLimits[0].total", "accountLimits[0].adHoc", "accountLimits[0].preRegistered"]);

        var confirm = await input.Fill("companyLimits.bulkTransfer", "5").SubmitAsync("change");
        confirm.SheetKeys.ShouldBe(
        [
            "companyNameKana", "companyName", "services", "approval.transfer", "approval.bulkTransfer",
            "accountLimits[0].total", "accountLimits[0].adHoc", "accountLimits[0].preRegistered", "companyLimits.bulkTransfer",
        ]);
    }

    [Fact]
    public async Task What_the_form_does_not_have_changes_nothing()
    {
        var before = await Bank.CompanyAsync(TwoServices);
        var input = await NewBrowser().LogInAndOpenAsync("twosv001", "BKGK002");

        var confirm = await input.Fill("companyLimits.bulkTransfer", "5").SubmitAsync("change", extra:
        [
            ("contractNumber", "1"), ("nameKana", "X"), ("companyNameKana", "X"), ("userMaximum", "1"), ("stopped", "true"),
            ("loginMethod", "Certificate"),
            ("approval[payroll]", "DoubleOrdered"), ("companyLimits[salary]", "1"), ("companyLimits[directDebit]", "1"),
            ("ceilings[bulkTransfer]", "999"), ("accountCeilings[0][total]", "999"), ("accountLimits[1][total]", "1"),
            ("accountLimits[0][memo]", "X"),
            ("subject", "X"), ("companyId", "X"), ("ownerId", "X"), ("id", "X"), ("input.companyName", "X"), ("wizard.company.name", "X"),
        ]);
        var result = await confirm.ExecuteAsync(A.ConfirmationPassword);

        result.Screen.ShouldBe("BKGK004", result.Summary);
        result.ChangedKeys.ShouldBe(["companyLimits.bulkTransfer"]);
        var after = await Bank.CompanyAsync(TwoServices);
        after.Information.CompanyLimits.ShouldBe(before.Information.CompanyLimits with { BulkTransfer = new Yen(5) });
        after.Information.Modes.ShouldBe(before.Information.Modes);
        after.Information.AccountLimits.ShouldBe(before.Information.AccountLimits);
        (after.ContractNumber, after.Name, after.NameKana, after.UserMaximum, after.Stopped, after.LoginMethod, after.Ceilings)
            .ShouldBe((
                before.ContractNumber, before.Name, before.NameKana, before.UserMaximum,
                before.Stopped, before.LoginMethod, before.Ceilings));
        after.Accounts.Select(account => (account.Ceilings, account.Memo))
            .ShouldBe(before.Accounts.Select(account => (account.Ceilings, account.Memo)));
    }

    [Theory]
    [InlineData("bulkTransfer:DoubleUnordered", "E-KGK-003@approval.bulkTransfer")]
    [InlineData("bulkTransfer:DoubleOrdered", "E-KGK-003@approval.bulkTransfer")]
    [InlineData("transfer:DoubleOrdered", "E-KGK-003@approval.transfer")]
    public async Task A_mode_needs_its_approvers(string choice, string error)
    {
        var input = await NewBrowser().LogInAndOpenAsync("lonely01", "BKGK002");

        var refused = await input.Choose("approval." + choice).SubmitAsync("change");

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe([error]);
        refused.Errors[0].Text.ShouldContain("現在1名");
        refused.ChosenOf("approval." + choice.Split(':')[0]).ShouldBe(choice.Split(':')[1]);
    }

    [Fact]
    public async Task The_Master_and_one_more_are_enough_for_a_double_approval()
    {
        var input = await NewBrowser().LogInAndOpenAsync("lonely01", "BKGK002");

        var confirm = await input.Choose("approval.payroll:DoubleOrdered").SubmitAsync("change");

        confirm.Screen.ShouldBe("BKGK003", confirm.Summary);
        confirm.Sheet["approval.payroll"].ShouldBe(new("ダブル承認(順序あり)", true, "シングル承認"));
    }

    [Fact]
    public async Task A_mode_that_stays_never_blocks_a_change_of_limits()
    {
        var input = await NewBrowser().LogInAndOpenAsync("lonely01", "BKGK002");
        input.ChosenOf("approval.directDebit").ShouldBe("DoubleUnordered");

        var confirm = await input.Fill("companyLimits.salary", "7").SubmitAsync("change");
        var result = await confirm.ExecuteAsync(A.ConfirmationPassword);

        result.Screen.ShouldBe("BKGK004", result.Summary);
    }

    [Fact]
    public async Task An_approver_who_goes_before_the_commit_blocks_it()
    {
        var input = await NewBrowser().LogInAndOpenAsync("lonely01", "BKGK002");
        var confirm = await input.Choose("approval.payroll:DoubleOrdered").SubmitAsync("change");
        await Bank.ExecuteAsync("DELETE FROM UserRights WHERE UserId = (SELECT Id FROM Users WHERE LoginIdKey = 'lonely02')");

        var refused = await confirm.ExecuteAsync(A.ConfirmationPassword);

        refused.Status.ShouldBe(422);
        refused.Screen.ShouldBe("BKGK002");
        refused.ErrorKeys.ShouldBe(["E-KGK-003@approval.payroll"]);
        (await Bank.CompanyAsync(FewApprovers)).Information.Modes[BankingService.Payroll].ShouldBe(ApprovalMode.Single);
    }

    [Fact]
    public async Task A_company_limit_has_its_ceiling()
    {
        var input = await NewBrowser().LogInAndOpenAsync("twosv001", "BKGK002");

        var refused = await input.Fill("companyLimits.bulkTransfer", "500,000,001").SubmitAsync("change");

        refused.ErrorKeys.ShouldBe(["E-KGK-001@companyLimits.bulkTransfer"]);
        refused.Errors[0].Text.ShouldContain("500,000,000円");
    }
}
