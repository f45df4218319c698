using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>Two administrators change the same company: the second sees what moved and loses nothing.</summary>
public sealed class ConflictJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_comes_second_is_shown_what_moved_and_goes_on(bool javaScript)
    {
        var second = await ChangingCompanyAsync(Login.Administrator, javaScript);
        await FirstChangesAsync(("accountLimits[0].total", "90,000,000"), ("companyLimits.salary", "400,000,000"));

        await second.TypeAsync("accountLimits[0].total", "80,000,000");
        (await second.PressAsync("change")).ShouldBe(409);
        await second.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await second.ShouldSeeErrorsAsync(("E-COM-004", "accountLimits[0].total"), ("E-COM-004", "companyLimits.salary"));
        await Expect(second["error-summary"]).ToContainTextAsync("佐藤　太郎（sakura01）さんが");
        await Expect(second["error-summary"]).ToContainTextAsync("まだ実行されていません");
        var table = second.Page.GetByRole(Microsoft.Playwright.AriaRole.Table).First;
        await Expect(table).ToContainTextAsync("100,000,000円");
        await Expect(table).ToContainTextAsync("90,000,000円");
        await Expect(table).ToContainTextAsync("80,000,000円");
        await second.ShouldHoldAsync("accountLimits[0].total", "80,000,000");
        await second.ShouldHoldAsync("companyLimits.salary", "400,000,000");

        (await second.PressAsync("change")).ShouldBe(200);
        await second.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        (await second.SheetAsync()).Where(line => line.Changed).Select(line => (line.Key, line.Before, line.Value))
            .ShouldBe([("accountLimits[0].total", "90,000,000円", "80,000,000円")]);
        await second.ExecuteAsync(Login.Administrator);
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_between_confirming_and_executing_stops_the_execution(bool javaScript)
    {
        var second = await ChangingCompanyAsync(Login.Administrator, javaScript);
        await second.ChangeLimitAsync("companyLimits.bonus", "800,000,000");
        await FirstChangesAsync(("companyLimits.salary", "400,000,000"));

        await second.TypeAsync("confirmationPassword", Login.Administrator.Confirmation);
        (await second.PressAsync("execute")).ShouldBe(409);
        await second.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await second.ShouldSeeErrorsAsync(("E-COM-004", "companyLimits.salary"));
        await second.ShouldHoldAsync("companyLimits.bonus", "800,000,000");
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(1);

        (await second.PressAsync("change")).ShouldBe(200);
        await second.ExecuteAsync(Login.Administrator);
        await Expect(second.Value("companyLimits.salary")).ToHaveTextAsync("400,000,000円");
    }

    private async Task FirstChangesAsync(params (string Key, string Amount)[] limits)
    {
        var first = await ChangingCompanyAsync(Login.Master);
        foreach (var (key, amount) in limits[1..])
        {
            await first.TypeAsync(key, amount);
        }

        await first.ChangeLimitAsync(limits[0].Key, limits[0].Amount);
        await first.ExecuteAsync(Login.Master);
    }
}
