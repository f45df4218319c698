using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>BLGI010: a password typed by someone else can do nothing but change itself.</summary>
public sealed class ForcedPasswordChangeTests : WebTest
{
    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000001").WithMaster("forced01")
            .WithUser("forced02", UserRole.Administrator, "Active", confirmationPassword: null, forceChange: true)
            .WithUser("forced03", UserRole.Administrator, "Active", confirmationPassword: null, forceChange: false)
            .WithUser("forced04", UserRole.Administrator, "Active", A.ConfirmationPassword, forceChange: true),
    ];

    [Fact]
    public async Task Nothing_else_is_reachable_before_it_is_done()
    {
        var browser = NewBrowser();
        var due = await browser.LogInAsync("forced02");

        due.Screen.ShouldBe("BLGI010");
        due.KeysBeginning("new")
            .ShouldBe(["newLoginPassword", "newLoginPasswordAgain", "newConfirmationPassword", "newConfirmationPasswordAgain"]);
        foreach (var path in new[] { "/", "/administration", "/companies", "/companies/information", "/companies/information/print" })
        {
            var elsewhere = await browser.GetAsync(path);
            elsewhere.Screen.ShouldBe("BLGI010", path);
        }

        (await browser.PostWithTokenAsync("/companies/change-company/start", [])).Screen.ShouldBe("BLGI010");
        (await due.ClickAsync("logout")).Screen.ShouldBe("BLGI001");
    }

    [Fact]
    public async Task Both_passwords_are_set_and_the_old_one_is_dead()
    {
        var browser = NewBrowser();

        var top = await Typed(await browser.LogInAsync("forced02"), A.LoginPassword, "Mine1234", "Sure1234").SubmitAsync("change");

        top.Screen.ShouldBe("BTOP001", top.Summary);
        (await browser.GetAsync("/password")).Screen.ShouldBe("BTOP001", "nothing is due any more");
        (await NewBrowser().TryLogInAsync("forced02")).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
        var again = NewBrowser();
        (await again.LogInAsync("forced02", "Mine1234")).Screen.ShouldBe("BTOP001");
        var confirm = await (await again.OpenAsync("BKGK002")).Fill("companyLimits.bonus", "1").SubmitAsync("change");
        (await confirm.ExecuteAsync("Sure1234")).Screen.ShouldBe("BKGK004");
        (await Bank.NewRecordsAsync("9000000001")).ShouldContain(record => record.Code == "auth.forced-password-change");
    }

    [Fact]
    public async Task Only_what_is_due_is_asked_for()
    {
        var confirmationOnly = await NewBrowser().LogInAsync("forced03");
        var loginOnly = await NewBrowser().LogInAsync("forced04");

        confirmationOnly.KeysBeginning("new").ShouldBe(["newConfirmationPassword", "newConfirmationPasswordAgain"]);
        confirmationOnly.Has("currentLoginPassword").ShouldBeFalse();
        loginOnly.KeysBeginning("new").ShouldBe(["newLoginPassword", "newLoginPasswordAgain"]);
        (await confirmationOnly.Fill("newConfirmationPassword", "Sure1234")
            .Fill("newConfirmationPasswordAgain", "Sure1234").SubmitAsync("change")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task What_is_not_due_is_not_set_by_posting_it()
    {
        var page = await NewBrowser().LogInAsync("forced03");

        await page.Fill("newConfirmationPassword", "Sure1234").Fill("newConfirmationPasswordAgain", "Sure1234").SubmitAsync("change", extra:
            [
                ("currentLoginPassword", A.LoginPassword),
                ("newLoginPassword", "Other1234"),
                ("newLoginPasswordAgain", "Other1234"),
                ("role", "Master"),
            ]);

        (await NewBrowser().TryLogInAsync("forced03")).Screen.ShouldBe("BTOP001", "the login password is as it was");
    }

    [Fact]
    public async Task Everything_missing_is_named()
    {
        var refused = await (await NewBrowser().LogInAsync("forced02")).SubmitAsync("change");

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe(
        [
            "E-COM-001@currentLoginPassword", "E-COM-001@newLoginPassword", "E-COM-001@newLoginPasswordAgain",
            "E-COM-001@newConfirmationPassword", "E-COM-001@newConfirmationPasswordAgain",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Mine 123", "E-COM-006")]
    [InlineData("Mine-123", "E-COM-006")]
    [InlineData("Ｍｉｎｅ１２３４", "E-COM-006")]
    [InlineData("パスワード12", "E-COM-006")]
    [InlineData("Mine123456789", "E-COM-005")]
    [InlineData("Min12", "E-COM-010")]
    [InlineData("Kennwort", "E-RSK-003")]
    [InlineData("12345678", "E-RSK-003")]
    [InlineData("forced02", "E-RSK-002")]
    [InlineData("FORCED02", "E-RSK-002")]
    [InlineData(A.LoginPassword, "E-RSK-002")]
    public async Task A_login_password_has_its_rules(string typed, string code)
    {
        var refused = await Typed(await NewBrowser().LogInAsync("forced02"), A.LoginPassword, typed, "Sure1234").SubmitAsync("change");

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe([$"{code}@newLoginPassword"]);
        (await NewBrowser().TryLogInAsync("forced02")).Screen.ShouldBe("BLGI010", "nothing was set");
    }

    [Theory]
    [InlineData("Sure", "E-COM-010")]
    [InlineData("Sure12345678X", "E-COM-005")]
    [InlineData("Sure!1234", "E-COM-006")]
    [InlineData("Suresure", "E-RSK-003")]
    [InlineData("Forced02", "E-RSK-002")]
    [InlineData("Mine1234", "E-RSK-002")]
    public async Task A_confirmation_password_has_its_rules(string typed, string code)
    {
        var refused = await Typed(await NewBrowser().LogInAsync("forced02"), A.LoginPassword, "Mine1234", typed).SubmitAsync("change");

        refused.ErrorKeys.ShouldBe([$"{code}@newConfirmationPassword"]);
    }

    [Fact]
    public async Task The_stored_other_password_is_not_repeated_either()
    {
        var loginOnly = await NewBrowser().LogInAsync("forced04");
        loginOnly.Fill("currentLoginPassword", A.LoginPassword)
            .Fill("newLoginPassword", A.ConfirmationPassword).Fill("newLoginPasswordAgain", A.ConfirmationPassword);
        (await loginOnly.SubmitAsync("change")).ErrorKeys.ShouldBe(["E-RSK-002@newLoginPassword"]);

        var confirmationOnly = await NewBrowser().LogInAsync("forced03");
        confirmationOnly.Fill("newConfirmationPassword", A.LoginPassword).Fill("newConfirmationPasswordAgain", A.LoginPassword);
        (await confirmationOnly.SubmitAsync("change")).ErrorKeys.ShouldBe(["E-RSK-002@newConfirmationPassword"]);
    }

    [Fact]
    public async Task Two_entries_that_differ_are_refused()
    {
        var page = Typed(await NewBrowser().LogInAsync("forced02"), A.LoginPassword, "Mine1234", "Sure1234");

        var refused = await page.Fill("newLoginPasswordAgain", "mine1234")
            .Fill("newConfirmationPasswordAgain", "Sure12345").SubmitAsync("change");

        refused.ErrorKeys.ShouldBe(["E-COM-007@newLoginPasswordAgain", "E-COM-007@newConfirmationPasswordAgain"]);
    }

    [Fact]
    public async Task The_current_password_is_judged_and_counted()
    {
        var page = await NewBrowser().LogInAsync("forced02");
        for (var i = 0; i < 5; i++)
        {
            (await Typed(page, "Wrong0001", "Mine1234", "Sure1234").SubmitAsync("change"))
                .ErrorKeys.ShouldBe(["E-AUTH-001@currentLoginPassword"]);
        }

        (await Typed(page, A.LoginPassword, "Mine1234", "Sure1234").SubmitAsync("change"))
            .ErrorKeys.ShouldBe(["E-AUTH-002@currentLoginPassword"]);
        (await NewBrowser().TryLogInAsync("forced02")).ErrorKeys.ShouldBe(["E-AUTH-002@"]);
    }

    [Fact]
    public async Task It_dies_unused_after_seven_days()
    {
        App.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        (await NewBrowser().TryLogInAsync("forced02")).Screen.ShouldBe("BLGI010");
        App.Clock.Advance(TimeSpan.FromHours(1.1));

        (await NewBrowser().TryLogInAsync("forced02")).ErrorKeys.ShouldBe(["E-AUTH-001@"], "like a wrong one");
        (await NewBrowser().TryLogInAsync("forced01")).Screen.ShouldBe("BTOP001", "one's own does not die");
    }

    [Fact]
    public async Task The_demo_user_is_one_of_them()
    {
        var page = await NewBrowser().LogInAsync("sakura05");

        page.Screen.ShouldBe("BLGI010");
        page.Heading.ShouldBe("パスワード強制変更");
        (await Typed(page, "Login005", "Mine1234", "Sure1234").SubmitAsync("change")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task A_bank_that_allows_longer_passwords_allows_every_printable_character()
    {
        await using var app = new TestApp(Bank, App.Clock, new Dictionary<string, string> { ["BankAdmin:Bank:PasswordMaxLength"] = "64" });
        using var browser = app.NewBrowser();
        using var later = app.NewBrowser();
        var longest = "Correct horse-battery 9".Replace(" ", "_", StringComparison.Ordinal);

        var top = await Typed(await browser.LogInAsync("forced02"), A.LoginPassword, longest, "Sure!1234567890").SubmitAsync("change");

        top.Screen.ShouldBe("BTOP001", top.Summary);
        (await later.LogInAsync("forced02", longest)).Screen.ShouldBe("BTOP001");
    }

    private static Page Typed(Page page, string current, string login, string confirmation) => page
        .Fill("currentLoginPassword", current).Fill("newLoginPassword", login).Fill("newLoginPasswordAgain", login)
        .Fill("newConfirmationPassword", confirmation).Fill("newConfirmationPasswordAgain", confirmation);
}
