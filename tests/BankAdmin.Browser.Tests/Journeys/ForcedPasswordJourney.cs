using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>パスワード強制変更: nothing else until the passwords are one's own.</summary>
public sealed class ForcedPasswordJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_user_sets_both_passwords_before_anything_else(bool javaScript)
    {
        var person = await LoggedInAsync(Login.New, javaScript);
        await person.ShouldBeAtAsync(ScreenCatalogue.ForcedPasswordChange);
        await Expect(person[ScreenCatalogue.Administration.Id]).ToHaveCountAsync(0);
        foreach (var address in (string[])["/", ScreenCatalogue.Administration.Path!])
        {
            await person.Page.GotoAsync(address);
            await person.ShouldBeAtAsync(ScreenCatalogue.ForcedPasswordChange);
        }

        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(
            ("E-COM-001", "currentLoginPassword"), ("E-COM-001", "newLoginPassword"), ("E-COM-001", "newLoginPasswordAgain"),
            ("E-COM-001", "newConfirmationPassword"), ("E-COM-001", "newConfirmationPasswordAgain"));

        await TypeAsync(person, "Login005", ("abcdef", "abcdef"), ("Kakunin05", "Kakunin06"));
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-RSK-003", "newLoginPassword"), ("E-COM-007", "newConfirmationPasswordAgain"));
        await person.ShouldSeeErrorAtAsync("newConfirmationPasswordAgain", "一致しません");
        await Expect(person["error-summary"]).ToContainTextAsync("画面に残しません");
        await person.ShouldHoldAsync("newConfirmationPassword", "");

        await TypeAsync(person, "Login005", ("Login005", "Login005"), ("sakura05", "sakura05"));
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-RSK-002", "newLoginPassword"), ("E-RSK-002", "newConfirmationPassword"));

        await TypeAsync(person, "Login005", ("Atarashii05", "Atarashii05"), ("Kakunin05", "Kakunin05"));
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.Top);

        await person.PressAsync("logout");
        (await person.LogInAsync(Login.New)).ShouldBe(422);
        (await person.LogInAsync(Login.New with { Password = "Atarashii05" })).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.Top);
    }

    private static async Task TypeAsync(
        Person person, string current, (string New, string Again) login, (string New, string Again) confirmation)
    {
        await person.TypeAsync("currentLoginPassword", current);
        await person.TypeAsync("newLoginPassword", login.New);
        await person.TypeAsync("newLoginPasswordAgain", login.Again);
        await person.TypeAsync("newConfirmationPassword", confirmation.New);
        await person.TypeAsync("newConfirmationPasswordAgain", confirmation.Again);
    }
}
