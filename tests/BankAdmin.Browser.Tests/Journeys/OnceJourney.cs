using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>Going back and forth keeps what was typed, and whatever one does, 実行 happens once.</summary>
public sealed class OnceJourney(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Bonus = "companyLimits.bonus";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Back_shows_what_was_typed(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.ChooseAsync("approval.directDebit", "DoubleOrdered");
        await person.ChangeLimitAsync(Bonus, "800000000");

        await person.PressAsync("back");
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.ShouldHoldAsync(Bonus, "800,000,000");
        await Expect(person["approval.directDebit:DoubleOrdered"]).ToBeCheckedAsync();

        await person.ChangeLimitAsync(Bonus, "700,000,000");
        await person.GoBackAsync();
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.ShouldHoldAsync(Bonus, "700,000,000");
        await Expect(person["approval.directDebit:DoubleOrdered"]).ToBeCheckedAsync();

        await person.ChangeLimitAsync(Bonus, "600000000");
        await Expect(person.Value(Bonus)).ToHaveTextAsync("600,000,000円");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reload_and_the_way_back_show_the_result_and_do_nothing(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.ChangeLimitAsync(Bonus, "800000000");
        var confirmPage = person.Page.Url;
        var number = await person.ExecuteAsync(Login.Master);
        var resultPage = person.Page.Url;

        await person.LeaveByAsync(() => person.Page.ReloadAsync());
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
        (await person.ReceiptNumberAsync()).ShouldBe(number);

        await person.GoBackAsync();
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
        foreach (var address in (string[])[confirmPage, resultPage])
        {
            await person.Page.GotoAsync(address);
            await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
            (await person.ReceiptNumberAsync()).ShouldBe(number);
        }

        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_executes_once(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.ChangeLimitAsync(Bonus, "800000000");
        await person.TypeAsync("confirmationPassword", Login.Master.Confirmation);
        await person["execute"].DblClickAsync();
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_tabs_are_two_drafts(bool javaScript)
    {
        var one = await ChangingCompanyAsync(Login.Master, javaScript);
        var two = await one.NewTabAsync("/");
        await two.OpenChangeCompanyAsync();
        two.Page.Url.ShouldNotBe(one.Page.Url);

        await one.ChangeLimitAsync(Bonus, "800000000");
        await two.ShouldHoldAsync(Bonus, "500,000,000");
        await two.ChangeLimitAsync("companyLimits.salary", "400000000");
        (await two.SheetAsync()).Single(line => line.Changed).Key.ShouldBe("companyLimits.salary");
        (await one.SheetAsync()).Single(line => line.Changed).Key.ShouldBe(Bonus);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_tabs_at_one_draft_end_at_one_result(bool javaScript)
    {
        var one = await ChangingCompanyAsync(Login.Master, javaScript);
        var editPage = one.Page.Url;
        await one.ChangeLimitAsync(Bonus, "800000000");
        var two = await one.NewTabAsync(one.Page.Url);
        var late = await one.NewTabAsync(editPage);
        var number = await one.ExecuteAsync(Login.Master);
        (await two.ExecuteAsync(Login.Master)).ShouldBe(number);

        (await late.PressAsync("change")).ShouldBe(409);
        await late.ShouldBeAtErrorAsync(409);
        await late.ShouldSeeErrorsAsync(("E-COM-008", ""));
        await late.FollowAsync("実行した結果を開く");
        (await late.ReceiptNumberAsync()).ShouldBe(number);
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_older_tab_does_not_overwrite_what_a_newer_one_typed_unasked(bool javaScript)
    {
        var one = await ChangingCompanyAsync(Login.Master, javaScript);
        var two = await one.NewTabAsync(one.Page.Url);
        await one.ChangeLimitAsync(Bonus, "800000000");
        await two.TypeAsync(Bonus, "700000000");
        (await two.PressAsync("change")).ShouldBe(409);
        await two.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await two.ShouldSeeErrorsAsync(("E-COM-008", ""));
        await two.ShouldHoldAsync(Bonus, "700,000,000");

        await one.TypeAsync("confirmationPassword", Login.Master.Confirmation);
        (await one.PressAsync("execute")).ShouldBe(200);
        await Expect(one.Value(Bonus)).ToHaveTextAsync("800,000,000円");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_confirm_page_older_than_the_draft_executes_nothing(bool javaScript)
    {
        var one = await ChangingCompanyAsync(Login.Master, javaScript);
        await one.ChangeLimitAsync(Bonus, "800000000");
        var two = await one.NewTabAsync(one.Page.Url);
        await two.PressAsync("back");
        await two.ChangeLimitAsync(Bonus, "700000000");

        await one.TypeAsync("confirmationPassword", Login.Master.Confirmation);
        (await one.PressAsync("execute")).ShouldBe(409);
        await one.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        await one.ShouldSeeErrorsAsync(("E-COM-008", ""));
        await Expect(one.Value(Bonus)).ToHaveTextAsync("700,000,000円");
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(0);
    }
}
