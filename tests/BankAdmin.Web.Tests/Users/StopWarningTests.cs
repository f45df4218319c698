using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>停止 is the emergency brake: never refused for what it leaves undone, but confirm page, result and mail say it.</summary>
public sealed class StopWarningTests : WebTest
{
    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000701").WithMaster("kanri001").WithAdministrator("kanri002", Permission.Balance)
            .WithUser("kanri003", UserRole.Administrator, "LoginStopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("kanri004", UserRole.Administrator, "LoginPaused", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("ippan001", UserRole.General, Permission.Balance),
    ];

    [Fact]
    public async Task Approvers_that_a_mode_needs_may_be_stopped_and_every_page_says_so()
    {
        var browser = await LoggedInAsync("sakura01");
        var confirm = await (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("sakura02", "Stop")).SubmitAsync("next");

        confirm.Warnings.ShouldBe(["W-RSK-003"], confirm.Summary);
        confirm.MainText.ShouldContain("給与・賞与振込（ダブル承認(順序なし)）の承認者は1名になり、必要な2名に足りなくなります。");
        var result = await confirm.ExecuteAsync("Confirm01");

        (result.Screen, string.Join(' ', result.Warnings)).ShouldBe(("BRSK017", "W-RSK-003"));
        var mail = await Bank.WithDatabaseAsync(context => context.OutgoingMails.SingleAsync(sent => sent.Body.Contains("利用停止")));
        mail.Body.ShouldContain("ご注意：この操作により、給与・賞与振込");
        var records = await Bank.NewRecordsAsync();
        OperationPayload.Of(records.Single(record => record.ReceiptNumber == result.ReceiptNumber))
            .Receipt!.Warnings!.Single().Code.ShouldBe("W-RSK-003");
    }

    [Fact]
    public async Task Who_stops_every_administrator_is_told_whom_to_call()
    {
        // Those who are stopped already do not count, who is paused does: a pause ends by itself.
        var browser = await LoggedInAsync("kanri001");
        (await ChooseAsync("kanri001", "kanri002")).Warnings.ShouldNotContain("W-RSK-002");

        var confirm = await ChooseAsync("kanri001", "kanri002", "kanri004");
        confirm.Warnings.ShouldContain("W-RSK-002");
        var result = await confirm.ExecuteAsync(A.ConfirmationPassword);

        result.Screen.ShouldBe("BRSK017");
        result.Warnings.ShouldContain("W-RSK-002");
        result.MainText.ShouldContain("ヘルプデスク 0120-000-000");
        result.MainText.ShouldNotContain("ほかの管理者ユーザ");

        async Task<Page> ChooseAsync(params string[] loginIds) => await (await browser.OpenUsersAsync("BRSK016"))
            .FillSuspension(loginIds.Select(id => (id, "Stop")).ToArray()).SubmitAsync("next");
    }

    [Fact]
    public async Task Who_may_be_missed_is_stopped_without_a_warning()
    {
        var browser = await LoggedInAsync("kanri001");

        var confirm = await (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("ippan001", "Stop")).SubmitAsync("next");

        confirm.Warnings.ShouldBe([]);
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Warnings.ShouldBe([]);
    }
}
