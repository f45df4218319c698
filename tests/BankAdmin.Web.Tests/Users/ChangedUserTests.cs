using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>What holds for a user after a registration or a change, at the next login and in the next list.</summary>
public sealed class ChangedUserTests : WebTest
{
    [Fact]
    public async Task A_new_login_id_takes_the_place_of_the_old_one()
    {
        var browser = await LoggedInAsync("sakura01");
        var confirm = await browser.ProposeChangeAsync(
            "sakura03", basic => basic.Fill("loginId", "Sakura33").Fill("loginIdAgain", "Sakura33"));
        (await confirm.ExecuteAsync("Confirm01")).Sheet["loginId"].ShouldBe(new SheetLine("Sakura33", true, "sakura03"));

        (await NewBrowser().TryLogInAsync("sakura33", "Login003")).Screen.ShouldBe("BTOP001");
        (await NewBrowser().TryLogInAsync("sakura03", "Login003")).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
    }

    [Fact]
    public async Task One_changes_oneself_and_stays_logged_in_with_a_password_of_ones_own()
    {
        var browser = await LoggedInAsync("sakura02");
        var basic = await browser.WithUserAsync("sakura02", "change");
        basic.IsChecked("forceChange").ShouldBeFalse("nobody else has typed it");
        var rights = await basic.Fill("userName", "鈴木　華子")
            .Check("changeLoginPassword").Fill("loginPassword", "Other2026").Fill("loginPasswordAgain", "Other2026").SubmitAsync("next");
        var confirm = await (await rights.SubmitAsync("next")).SubmitAsync("change");

        var result = await confirm.ExecuteAsync("Confirm02");

        result.Screen.ShouldBe("BRSK015", result.Summary);
        (result.Sheet["changeLoginPassword"], result.Sheet["forceChange"])
            .ShouldBe((new SheetLine("変更する", true, ""), new SheetLine("強制変更しない", true, "対象外")));
        (await browser.GetAsync("/users")).Screen.ShouldBe("BRSK005");
        (await NewBrowser().TryLogInAsync("sakura02", "Other2026")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task An_administrator_sets_the_masters_passwords_and_changes_nothing_else_of_them()
    {
        var before = await Bank.UserAsync("sakura01");
        var browser = await LoggedInAsync("sakura02");
        var confirm = await browser.ProposeChangeAsync("sakura01", basic => basic
            .Check("changeLoginPassword").Fill("loginPassword", "Other2026").Fill("loginPasswordAgain", "Other2026")
            .Check("changeConfirmationPassword").Fill("confirmPw", "Third2026").Fill("confirmPwAgain", "Third2026"));
        (await confirm.ExecuteAsync("Confirm02")).Screen.ShouldBe("BRSK015");

        var after = await Bank.UserAsync("sakura01");
        (after.LoginId, after.Name, after.Role, after.Limits).ShouldBe((before.LoginId, before.Name, UserRole.Master, before.Limits));
        var due = await NewBrowser().LogInAsync("sakura01", "Other2026");
        (due.Screen, due.Has("newLoginPassword"), due.Has("newConfirmationPassword")).ShouldBe(("BLGI010", true, true));
    }

    [Fact]
    public async Task A_temporary_password_of_a_change_dies_after_its_days_also_on_the_page_that_changes_it()
    {
        var browser = await LoggedInAsync("sakura01");
        var confirm = await browser.ProposeChangeAsync("sakura03", basic => basic.Check("changeLoginPassword")
            .Fill("loginPassword", "Other2026").Fill("loginPasswordAgain", "Other2026"));
        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BRSK015");
        App.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(5));
        var due = await NewBrowser().LogInAsync("sakura03", "Other2026");
        App.Clock.Advance(TimeSpan.FromMinutes(10));

        var late = await due.Fill("currentLoginPassword", "Other2026")
            .Fill("newLoginPassword", "Third2026").Fill("newLoginPasswordAgain", "Third2026").SubmitAsync("change");

        late.ErrorKeys.ShouldBe(["E-AUTH-001@currentLoginPassword"]);
        (await NewBrowser().TryLogInAsync("sakura03", "Other2026")).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
    }

    [Fact]
    public async Task Without_the_forced_change_only_the_confirmation_password_is_due_at_the_first_login()
    {
        var browser = await LoggedInAsync("kanri001");
        var rights = await (await browser.BeginRegistrationAsync())
            .FillBasic("newcomer1").Check("forceChange", on: false).SubmitAsync("next");
        var confirm = await (await rights.ChooseRightsAsync(Permission.Balance)).SubmitAsync("register");
        confirm.Sheet["forceChange"].Value.ShouldBe("強制変更しない");
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK010");

        var due = await NewBrowser().LogInAsync("newcomer1", UserJourney.Password);

        (due.Screen, due.Has("newLoginPassword"), due.Has("newConfirmationPassword")).ShouldBe(("BLGI010", false, true));
    }

    [Theory]
    [InlineData("sakura01", "Confirm01")]
    [InlineData("sakura02", "Confirm02")]
    public async Task Master_and_administrators_register_administrators_who_administer(string by, string password)
    {
        var browser = await LoggedInAsync(by);
        var rights = await (await browser.BeginRegistrationAsync())
            .FillBasic("newadmin1").Choose("isAdministrator:true").Check("forceChange", on: false).SubmitAsync("next");
        var confirm = await (await rights.ChooseRightsAsync(Permission.Balance)).SubmitAsync("register");
        (await confirm.ExecuteAsync(password)).Sheet["isAdministrator"].Value.ShouldBe("付与する");

        var registered = NewBrowser();
        var due = await registered.LogInAsync("newadmin1", UserJourney.Password);
        (await due.Fill("newConfirmationPassword", "Third2026")
            .Fill("newConfirmationPasswordAgain", "Third2026").SubmitAsync("change")).Screen.ShouldBe("BTOP001");
        (await registered.GetAsync("/users")).Screen.ShouldBe("BRSK005");
        (await registered.GetAsync("/companies")).Screen.ShouldBe("BKGK001");
    }

    [Fact]
    public async Task The_masters_limits_start_at_the_highest_and_are_the_masters_to_change()
    {
        var browser = await LoggedInAsync("sakura01");
        var confirm = await browser.ProposeChangeAsync("sakura01", accounts: page => page.Fill("userLimits.salary", "5"));

        (await confirm.ExecuteAsync("Confirm01")).Sheet["userLimits.salary"].ShouldBe(new SheetLine("5円", true, "999,999,999,999円"));
    }

    [Fact]
    public async Task A_copy_of_the_master_brings_what_the_master_has_and_no_hidden_approval_of_others()
    {
        var browser = await LoggedInAsync("sakura01");
        foreach (var like in new[] { "sakura01", "sakura02" })
        {
            var basic = await browser.WithUserAsync(like, "copy");
            basic.MainText.ShouldContain($"（{like}）の権限・利用可能口座・限度額を複写しています");
            var rights = await basic.FillBasic($"copyof{like[^2..]}").SubmitAsync("next");
            rights.KeysBeginning("rights:").All(rights.IsChecked).ShouldBe(like == "sakura01");
            var confirm = await (await rights.SubmitAsync("next")).SubmitAsync("register");
            (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BRSK010");
        }

        (await Bank.UserAsync("copyof01")).Role.ShouldBe(UserRole.General);
        (await Bank.UserAsync("copyof02")).Held().ShouldNotContain(Permission.ApproveTransfer, "さくら: 承認なし, it is not offered");
    }

    [Theory]
    [InlineData("sakura01", "対象外", "対象外")]
    [InlineData("midori01", "対象外", "利用中")]
    public async Task States_of_credentials_stand_in_list_and_inquiry(string loginId, string certificate, string token)
    {
        var browser = await LoggedInAsync(loginId);
        var row = (await browser.GetAsync("/users")).Document.QuerySelector($"[data-testid='row:{loginId}']")!;
        (row.QuerySelector("[data-label='証明書状態']")!.TextContent, row.QuerySelector("[data-label='トークン状態']")!.TextContent)
            .ShouldBe((certificate, token));

        var inquiry = await browser.WithUserAsync(loginId, "inquire");
        (inquiry.Sheet["certificateState"].Value, inquiry.Sheet["tokenState"].Value).ShouldBe((certificate, token));
    }

    [Fact]
    public async Task The_way_back_leads_to_the_list_as_it_was_searched()
    {
        var browser = await LoggedInAsync("sakura01");
        var list = await browser.GetAsync("/users?q=sakura&role=General&order=userName&descending=true");
        var basic = await list.Choose("selected:sakura03").SubmitAsync("change");

        (await basic.SubmitAsync("back")).Path.ShouldBe("/users?q=sakura&role=General&order=userName&descending=true");
        (await (await list.Choose("selected:sakura03").SubmitAsync("delete")).ClickAsync("back")).Path.ShouldBe(
            "/users?q=sakura&role=General&order=userName&descending=true");
    }

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000501").WithMaster("kanri001").WithUser("ippan001", UserRole.General, Permission.Balance),
    ];
}
