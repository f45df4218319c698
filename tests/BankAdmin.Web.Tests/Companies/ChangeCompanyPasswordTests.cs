using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies;

/// <summary>BKGK003: 確認用パスワード.</summary>
public sealed class ChangeCompanyPasswordTests : WebTest
{
    [Fact]
    public async Task A_missing_password_counts_as_nothing()
    {
        var confirm = await ConfirmAsync(NewBrowser());

        for (var i = 0; i < 6; i++)
        {
            var refused = await confirm.SubmitAsync("execute");
            refused.Status.ShouldBe(422);
            refused.ErrorKeys.ShouldBe(["E-COM-001@confirmationPassword"]);
        }

        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BKGK004");
    }

    [Fact]
    public async Task A_wrong_password_says_how_many_tries_are_left_and_then_pauses()
    {
        var browser = NewBrowser();
        var confirm = await ConfirmAsync(browser);

        for (var left = 4; left >= 1; left--)
        {
            var refused = await confirm.ExecuteAsync("Wrong0001");
            refused.Status.ShouldBe(422);
            refused.Screen.ShouldBe("BKGK003");
            refused.ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
            refused.Errors[0].Text.ShouldContain($"あと{left}回");
            refused.ChangedKeys.ShouldBe(["companyLimits.bonus"], "the sheet stays");
        }

        (await confirm.ExecuteAsync("Wrong0001")).ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
        (await confirm.ExecuteAsync("Confirm01")).ErrorKeys.ShouldBe(
            ["E-AUTH-012@confirmationPassword"], "the right one is not judged during the pause");
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(500_000_000);

        await WorkOnAsync(browser, TimeSpan.FromMinutes(29.5));
        (await confirm.ExecuteAsync("Confirm01")).ErrorKeys.ShouldBe(["E-AUTH-012@confirmationPassword"]);
    }

    [Fact]
    public async Task After_the_pause_the_right_password_works()
    {
        var browser = NewBrowser();
        var confirm = await ConfirmAsync(browser);
        await WrongAsync(confirm, 5);

        await WorkOnAsync(browser, TimeSpan.FromMinutes(30));
        var fresh = await browser.OpenAsync("BKGK002");
        var result = await (await fresh.Fill("companyLimits.bonus", "1").SubmitAsync("change")).ExecuteAsync("Confirm01");

        result.Screen.ShouldBe("BKGK004", result.Summary);
    }

    [Fact]
    public async Task The_third_pause_is_a_stop_that_blocks_commits_and_not_reading()
    {
        var browser = NewBrowser();
        for (var round = 0; round < 3; round++)
        {
            var confirm = await ConfirmAsync(browser);
            await WrongAsync(confirm, 5);
            await WorkOnAsync(browser, TimeSpan.FromMinutes(31));
        }

        var stopped = await (await ConfirmAsync(browser)).ExecuteAsync("Confirm01");

        stopped.ErrorKeys.ShouldBe(["E-AUTH-012@confirmationPassword"]);
        stopped.Errors[0].Text.ShouldContain("管理者");
        (await browser.OpenAsync("BKGK005")).Status.ShouldBe(200);
        (await NewBrowser().LogInAsync("sakura01")).Screen.ShouldBe("BTOP001", "the login password is counted apart");
    }

    [Fact]
    public async Task A_success_resets_the_count()
    {
        var browser = NewBrowser();
        await WrongAsync(await ConfirmAsync(browser), 4);
        (await (await ConfirmAsync(browser)).ExecuteAsync("Confirm01")).Screen.ShouldBe("BKGK004");

        var confirm = await ConfirmAsync(browser, "2");
        await WrongAsync(confirm, 4);

        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BKGK004");
    }

    [Fact]
    public async Task Another_user_is_not_affected()
    {
        await WrongAsync(await ConfirmAsync(NewBrowser()), 5);

        var colleague = NewBrowser();
        await colleague.LogInAsync("sakura02");
        var result = await colleague.ChangeCompanyAsync("sakura02", "companyLimits.bonus", "3");

        result.Screen.ShouldBe("BKGK004", result.Summary);
    }

    [Fact]
    public async Task The_login_password_is_not_the_confirmation_password()
    {
        var refused = await (await ConfirmAsync(NewBrowser())).ExecuteAsync("Login001");

        refused.ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
    }

    [Theory]
    [InlineData("confirm01")]
    [InlineData("Confirm01 ")]
    [InlineData("Ｃｏｎｆｉｒｍ０１")]
    public async Task Passwords_are_taken_to_the_letter(string typed)
    {
        var refused = await (await ConfirmAsync(NewBrowser())).ExecuteAsync(typed);

        refused.ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
    }

    [Fact]
    public async Task A_failure_to_record_a_refusal_does_not_let_a_wrong_password_through()
    {
        var confirm = await ConfirmAsync(NewBrowser());
        await Bank.ExecuteAsync(
            """
            CREATE TRIGGER "Broken" BEFORE INSERT ON "OperationRecords" WHEN NEW."Outcome" = 'Refused'
            BEGIN SELECT RAISE(ABORT, 'broken'); END
            """);

        var failed = await confirm.ExecuteAsync("Wrong0001");

        failed.Status.ShouldBe(500, failed.Summary);
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(500_000_000);
        await Bank.ExecuteAsync("DROP TRIGGER \"Broken\"");
        (await confirm.ExecuteAsync("Wrong0001")).Errors[0].Text.ShouldContain("あと3回", Case.Sensitive, "one press is one try");
    }

    private async Task<Page> ConfirmAsync(PageClient browser, string bonus = "1")
    {
        var input = browser.Current is null ? await browser.LogInAndOpenAsync("sakura01", "BKGK002") : await browser.OpenAsync("BKGK002");
        return await input.Fill("companyLimits.bonus", bonus).SubmitAsync("change");
    }

    private static async Task WrongAsync(Page confirm, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await confirm.ExecuteAsync("Wrong0001")).ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
        }
    }
}
