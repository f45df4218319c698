using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>企業情報変更 from the front door to the printed receipt.</summary>
public sealed class ChangeCompanyJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task What_is_confirmed_is_done_shown_and_printed(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Master, javaScript, width);
        await person.OpenChangeCompanyAsync();
        await Expect(person.Page.Locator("[data-testid=steps] [aria-current=step]")).ToContainTextAsync("企業情報・限度額を変更");
        await person.ShouldHoldAsync("accountLimits[0].total", "100,000,000");

        await person.ChooseAsync("approval.bulkTransfer", "DoubleUnordered");
        await person.TypeAsync("accountLimits[0].adHoc", "５０，０００，０００円");
        await person.TypeAsync("accountLimits[1].total", "200000000");
        await person.ChangeLimitAsync("companyLimits.bonus", "800,000,000");

        await Expect(person.Page.Locator("[data-testid=steps] [aria-current=step]")).ToContainTextAsync("変更内容を確認");
        var confirmed = await person.SheetAsync();
        confirmed.Where(line => line.Changed).Select(line => (line.Key, line.Before, line.Value)).ShouldBe(
        [
            ("approval.bulkTransfer", "シングル承認", "ダブル承認(順序なし)"),
            ("accountLimits[0].adHoc", "30,000,000円", "50,000,000円"),
            ("accountLimits[1].total", "100,000,000円", "200,000,000円"),
            ("companyLimits.bonus", "500,000,000円", "800,000,000円"),
        ]);
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(0);

        var number = await person.ExecuteAsync(Login.Master);
        number.ShouldMatch(@"^\d{8}-\d{6}$");
        (await person.SheetAsync()).ShouldBeEquivalentTo(confirmed);
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(1);

        var printed = await Print.OpenAsync(person);
        printed.FileName.ShouldBe($"BKGK004-{number}.pdf");
        (await Print.OpenAsync(person)).Bytes.ShouldBe(printed.Bytes);
        await person.PressAsync("toMenu");
        await person.ShouldBeAtAsync(ScreenCatalogue.CompanyMenu);
        await person.PressAsync(ScreenCatalogue.ViewCompany.Id);
        await Expect(person.Value("accountLimits[0].adHoc")).ToHaveTextAsync("50,000,000円");
        await Expect(person.Value("approval.bulkTransfer")).ToHaveTextAsync("ダブル承認(順序なし)");
    }

    [Fact]
    public async Task Home_leads_from_the_result_to_the_top_page()
    {
        var person = await ChangingCompanyAsync(Login.Master);
        await person.ChangeLimitAsync("companyLimits.bonus", "800000000");
        await person.ExecuteAsync(Login.Master);
        await person.PressAsync("home");
        await person.ShouldBeAtAsync(ScreenCatalogue.Top);
    }

    [Fact]
    public async Task An_amount_is_grouped_when_its_field_is_left()
    {
        var person = await ChangingCompanyAsync(Login.Master);
        await person.TypeAsync("accountLimits[0].total", "１２３４５６ 円");
        await person["accountLimits[0].adHoc"].FocusAsync();
        await person.ShouldHoldAsync("accountLimits[0].total", "123,456");
    }
}
