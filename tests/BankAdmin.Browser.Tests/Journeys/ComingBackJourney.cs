using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Web.Screens;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>Whichever way one comes back to an open wizard, what was typed is there and nothing is sent again.</summary>
public sealed class ComingBackJourney(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Bonus = "companyLimits.bonus";
    private const string Elsewhere = "http://elsewhere.example/";

    [Fact]
    public async Task After_a_mended_refusal_back_shows_the_step_as_typed()
    {
        var person = await ChangingCompanyAsync(Login.Master);
        await person.TypeAsync(Bonus, "x");
        (await person.PressAsync("change")).ShouldBe(422);
        await person.LeaveByAsync(() => person.Page.ReloadAsync());
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.ShouldHoldAsync(Bonus, "x");

        await person.ChangeLimitAsync(Bonus, "800000000");
        await person.GoBackAsync();

        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.ShouldHoldAsync(Bonus, "800,000,000");
        await person.ChangeLimitAsync(Bonus, "700000000");
        await Expect(person.Value(Bonus)).ToHaveTextAsync("700,000,000円");
    }

    [Fact]
    public async Task After_a_wrong_password_back_and_reload_send_nothing_again()
    {
        var person = await ChangingCompanyAsync(Login.Master);
        await person.ChangeLimitAsync(Bonus, "800000000");
        await person.TypeAsync("confirmationPassword", "Wrong0001");
        (await person.PressAsync("execute")).ShouldBe(422);
        await person.LeaveByAsync(() => person.Page.ReloadAsync());
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        await Expect(person["error-summary"]).ToHaveCountAsync(0);

        await person.ExecuteAsync(Login.Master);
        await person.GoBackAsync();
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_of_another_site_shows_the_session_and_leaves_open_wizards_alone(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.TypeAsync(Bonus, "800000000");
        await LinkFromElsewhereAsync(person);
        var mail = await person.NewTabAsync(Elsewhere);

        await mail.Page.GetByRole(AriaRole.Link).ClickAsync();

        await mail.ShouldBeAtAsync(ScreenCatalogue.CompanyMenu);
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        await Expect(person.Value(Bonus)).ToHaveTextAsync("800,000,000円");
    }

    [Fact]
    public async Task A_link_of_another_site_shows_the_login_page_to_who_is_not_logged_in()
    {
        var person = await PersonAsync();
        await LinkFromElsewhereAsync(person);
        await person.Page.GotoAsync(Elsewhere);

        await person.Page.GetByRole(AriaRole.Link).ClickAsync();

        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
    }

    private Task LinkFromElsewhereAsync(Person person) =>
        person.Page.Context.RouteAsync($"{Elsewhere}**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!DOCTYPE html><link rel=icon href=data:,><a href='{Site.Url}companies'>企業管理</a>",
        }));
}
