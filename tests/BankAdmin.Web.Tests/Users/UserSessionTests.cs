using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>What is done to somebody holds from their next request on, on every node, also in the middle of a wizard.</summary>
public sealed class UserSessionTests : WebTest
{
    private const string Target = "kanri002";

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000201").WithMaster("kanri001").WithUser("ippan001", UserRole.General, Permission.Balance)
            .WithAdministrator(
                Target, Permission.Balance,
                Permission.ApproveTransfer, Permission.ApproveBulkTransfer, Permission.ApprovePayroll, Permission.ApproveDirectDebit),
    ];

    /// <summary>What is done, and whether it ends the session; else it is refused with 403 where administrators only may.</summary>
    [Theory]
    [InlineData("stop", true)]
    [InlineData("delete", true)]
    [InlineData("login password", true)]
    [InlineData("confirmation password", true)]
    [InlineData("flag", false)]
    public async Task The_next_request_on_the_other_node_is_refused(string act, bool ends)
    {
        var before = (await Bank.UserAsync("ippan001")).Name;
        await using var other = new TestApp(Bank, App.Clock);
        using var target = other.NewBrowser();
        await target.LogInAsync(Target);
        var confirm = await target.ProposeChangeAsync("ippan001", basic: page => page.Fill("userName", "変更した名前"));
        confirm.Screen.ShouldBe("BRSK014", confirm.Summary);

        await DoAsync(await LoggedInAsync("kanri001"), act);

        var executed = await confirm.Fill("confirmationPassword", A.ConfirmationPassword).SubmitAsync("execute", follow: false);
        executed.Status.ShouldBe(ends ? 303 : 403, executed.Summary);
        (await Bank.UserAsync("ippan001")).Name.ShouldBe(before, "nothing was executed");
        var next = await target.GetAsync("/users");
        if (ends)
        {
            executed.Location.ShouldBe("/");
            next.Screen.ShouldBe("BLGI001");
            (await target.GetAsync("/")).Screen.ShouldBe("BLGI001");
        }
        else
        {
            (next.Status, string.Join(' ', next.ErrorKeys)).ShouldBe((403, "E-COM-012@"));
            (await target.GetAsync("/users/menu")).KeysBeginning("BRSK").ShouldBe(["BRSK002"], "the session stays");
        }
    }

    [Fact]
    public async Task Who_was_ended_is_told_so()
    {
        var target = await LoggedInAsync(Target);
        await DoAsync(await LoggedInAsync("kanri001"), "stop");

        (await target.GetAsync("/users")).Notice.ShouldBe("ended");
    }

    [Fact]
    public async Task After_a_release_the_old_session_does_not_come_to_life_again()
    {
        var target = await LoggedInAsync(Target);
        var master = await LoggedInAsync("kanri001");
        await DoAsync(master, "stop");
        (await NewBrowser().TryLogInAsync(Target)).ErrorKeys.ShouldBe(["E-AUTH-003@"]);
        (await master.SuspendAsync("kanri001", Target, "Release")).Screen.ShouldBe("BRSK017");

        (await target.GetAsync("/users")).Screen.ShouldBe("BLGI001");
        (await NewBrowser().TryLogInAsync(Target)).Screen.ShouldBe("BTOP001", "the same password stays");
    }

    [Theory]
    [InlineData("kanri001", "kanri002")]
    [InlineData("kanri002", "kanri001")]
    public async Task Who_stops_themselves_gets_the_result_as_the_answer_and_its_pdf_after_the_next_login(string oneself, string colleague)
    {
        var browser = await LoggedInAsync(oneself);
        var list = (await browser.OpenUsersAsync("BRSK016")).FillSuspension((oneself, "Stop"));

        var confirm = await list.SubmitAsync("next");
        var result = await confirm.Fill("confirmationPassword", A.ConfirmationPassword).SubmitAsync("execute", follow: false);

        (result.Status, result.Screen).ShouldBe((200, "BRSK017"));
        result.Sheet[$"nextState:{oneself}"].ShouldBe(new SheetLine("サービス利用停止", true, "利用可能"));
        var address = list.DraftAddress();
        var ended = await browser.GetAsync(address + "/result", follow: false);
        (ended.Status, ended.Location).ShouldBe((303, "/"));

        var helper = await LoggedInAsync(colleague);
        (await helper.GetAsync(address + "/result")).Status.ShouldBe(404, "it is not theirs");
        (await helper.SuspendAsync(colleague, oneself, "Release")).Screen.ShouldBe("BRSK017");
        await browser.LogInAsync(oneself);
        var again = await browser.GetAsync(address + "/result");
        again.ReceiptNumber.ShouldBe(result.ReceiptNumber);
        (await again.ClickAsync("print")).ContentType.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task A_right_that_is_taken_away_leaves_the_session()
    {
        var target = await LoggedInAsync(Target);
        var master = await LoggedInAsync("kanri001");

        var confirm = await master.ProposeChangeAsync(Target, rights: page => page.Check("rights:ApproveBulkTransfer", on: false));
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");

        (await target.GetAsync("/users")).Screen.ShouldBe("BRSK005");
    }

    [Fact]
    public async Task The_draft_of_somebody_who_was_stopped_waits_for_them()
    {
        var target = await LoggedInAsync(Target);
        var basic = await target.WithUserAsync("ippan001", "change");
        var rights = await basic.Fill("userName", "途中の名前").SubmitAsync("next");
        var master = await LoggedInAsync("kanri001");
        await DoAsync(master, "stop");
        (await rights.SubmitAsync("next")).Screen.ShouldBe("BLGI001");
        await master.SuspendAsync("kanri001", Target, "Release");

        await target.LogInAsync(Target);

        (await target.GetAsync(basic.Path)).ValueOf("userName").ShouldBe("途中の名前");
    }

    private static async Task DoAsync(PageClient master, string act)
    {
        var result = act switch
        {
            "stop" => await master.SuspendAsync("kanri001", Target, "Stop"),
            "delete" => await master.DeleteAsync("kanri001", Target),
            "login password" => await ChangeAsync(
                page => page.Check("changeLoginPassword").Fill("loginPassword", "Other2026").Fill("loginPasswordAgain", "Other2026")),
            "confirmation password" => await ChangeAsync(
                page => page.Check("changeConfirmationPassword").Fill("confirmPw", "Other2026").Fill("confirmPwAgain", "Other2026")),
            "flag" => await ChangeAsync(page => page.Choose("isAdministrator:false")),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
        result.Screen.ShouldBeOneOf("BRSK017", "BRSK022", "BRSK015");

        async Task<Page> ChangeAsync(Action<Page> basic)
        {
            var confirm = await master.ProposeChangeAsync(Target, basic);
            confirm.Screen.ShouldBe("BRSK014", confirm.Summary);
            return await confirm.ExecuteAsync(A.ConfirmationPassword);
        }
    }
}
