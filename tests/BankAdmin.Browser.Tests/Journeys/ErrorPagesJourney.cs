using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>Pages outside the screens: what happened, that nothing was changed, and a way on.</summary>
public sealed class ErrorPagesJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_general_user_has_no_company_administration(bool javaScript)
    {
        var person = await LoggedInAsync(Login.General, javaScript);
        await person.PressAsync(ScreenCatalogue.Administration.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.Administration);
        await Expect(person[ScreenCatalogue.CompanyMenu.Id]).ToHaveCountAsync(0);

        (await person.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!))!.Status.ShouldBe(403);
        await person.ShouldBeAtErrorAsync(403);
        await person.ShouldSeeErrorsAsync(("E-COM-012", ""));
        await Expect(person["error-summary"]).ToContainTextAsync("何も変更していません");
        await person.PressAsync("home");
        await person.ShouldBeAtAsync(ScreenCatalogue.Top);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_address_and_another_companys_draft_answer_alike(bool javaScript)
    {
        var owner = await ChangingCompanyAsync(Login.Master, javaScript);
        var colleague = await LoggedInAsync(Login.Administrator, javaScript);
        var stranger = await LoggedInAsync(Login.OtherCompany, javaScript);
        foreach (var (person, address) in new[]
        {
            (stranger, owner.Page.Url), (colleague, owner.Page.Url),
            (stranger, owner.Page.Url.Replace("/edit", "/result", StringComparison.Ordinal)), (stranger, "/no-such-page"),
        })
        {
            (await person.Page.GotoAsync(address))!.Status.ShouldBe(404);
            await person.ShouldBeAtErrorAsync(404);
            await Expect(person.Page.Locator("main")).ToContainTextAsync("何も変更していません");
            await person.PressAsync("home");
            await person.ShouldBeAtAsync(ScreenCatalogue.Top);
        }
    }

    [Fact]
    public async Task Without_a_session_every_address_is_the_login_page()
    {
        var person = await PersonAsync();
        foreach (var screen in ScreenCatalogue.All.Where(screen => screen.Path is not null))
        {
            await person.Page.GotoAsync(screen.Path!);
            await person.ShouldBeAtAsync(screen.Audience == Audience.Anyone ? screen : ScreenCatalogue.Login);
        }
    }

    [Fact]
    public async Task A_form_of_an_older_login_changes_nothing()
    {
        var person = await LoggedInAsync(Login.Master);
        var old = await person.NewTabAsync(ScreenCatalogue.CompanyMenu.Path!);
        await person.PressAsync("logout");
        await person.LogInAsync(Login.Administrator);
        (await old.PressAsync(ScreenCatalogue.ChangeCompany.Id)).ShouldBe(400);
        await old.ShouldBeAtErrorAsync(400);
        await Expect(old.Page.Locator("main")).ToContainTextAsync("何も変更していません");
    }
}
