using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>BRSK002 → BRSK004: one's own passwords, of every role.</summary>
public sealed class OwnPasswordTests : WebTest
{
    private const string New = "Fresh2026";

    [Theory]
    [InlineData("sakura01", "Login001", "Confirm01")]
    [InlineData("sakura02", "Login002", "Confirm02")]
    [InlineData("sakura03", "Login003", "Confirm03")]
    public async Task Everybody_changes_them_and_stays_logged_in(string loginId, string login, string confirmation)
    {
        var browser = await LoggedInAsync(loginId);

        var result = await (await browser.OpenUsersAsync("BRSK002"))
            .FillLogin(login, New).FillConfirmation(confirmation, New + "c").SubmitAsync("change");

        result.Screen.ShouldBe("BRSK004", result.Summary);
        result.Sheet["newLoginPassword"].Value.ShouldBe("変更する");
        (await browser.GetAsync("/users/menu")).Screen.ShouldBe("BRSK001");
        (await NewBrowser().TryLogInAsync(loginId, login)).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
        (await NewBrowser().TryLogInAsync(loginId, New)).Screen.ShouldBe("BTOP001");
        (await Bank.UserAsync(loginId)).MustSetPasswords.ShouldBeFalse();
    }

    [Fact]
    public async Task Either_pair_may_stay_empty_but_not_both()
    {
        var browser = await LoggedInAsync("sakura03");
        (await (await browser.OpenUsersAsync("BRSK002")).SubmitAsync("change")).ErrorKeys.ShouldBe(["E-COM-003@"]);

        var result = await (await browser.OpenUsersAsync("BRSK002")).FillConfirmation("Confirm03", New).SubmitAsync("change");

        result.Sheet["newLoginPassword"].Value.ShouldBe("変更しない");
        result.Sheet["newConfirmationPassword"].ShouldBe(new SheetLine("変更する", true, ""), "nothing stands before a password");
        (await NewBrowser().TryLogInAsync("sakura03", "Login003")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task What_was_refused_cannot_be_executed_by_another_address()
    {
        var browser = await LoggedInAsync("sakura03");
        var before = await Bank.UserAsync("sakura03");
        var refused = await (await browser.OpenUsersAsync("BRSK002"))
            .FillLogin("Wrong0003", New).FillConfirmation("Wrong0004", New + "c").SubmitAsync("change");
        refused.Screen.ShouldBe("BRSK002");
        var revision = refused.FormOf("change").Fields.Single(field => field.Name == "revision");

        var executed = await browser.PostWithTokenAsync(refused.DraftAddress() + "/confirm", [revision], follow: false);

        var after = await Bank.UserAsync("sakura03");
        (after.Version, after.LoginPassword, after.ConfirmationPassword)
            .ShouldBe((before.Version, before.LoginPassword, before.ConfirmationPassword));
        executed.Status.ShouldBe(404, executed.Summary);
    }
}

internal static class OwnPasswordFields
{
    public static Page FillLogin(this Page page, string current, string wanted, string? again = null) => page
        .Fill("currentLoginPassword", current).Fill("newLoginPassword", wanted).Fill("newLoginPasswordAgain", again ?? wanted);

    public static Page FillConfirmation(this Page page, string current, string wanted, string? again = null) => page
        .Fill("currentConfirmationPassword", current)
        .Fill("newConfirmationPassword", wanted).Fill("newConfirmationPasswordAgain", again ?? wanted);
}
