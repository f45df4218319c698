using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>Two nodes that start at once on an empty PostgreSQL database, used by one person.</summary>
public sealed class PostgresJourney(BrowserFixture browser) : BrowserTest(browser)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task From_the_first_start_over_login_and_change_to_the_pdf()
    {
        using var bank = TestBank.OpenUnmade(DatabaseProvider.Postgres);
        await using var first = ServerProcess.Launch(bank);
        await using var second = ServerProcess.Launch(bank);
        await Task.WhenAll(first.WhenReadyAsync(StartLimit), second.WhenReadyAsync(StartLimit));
        var page = await NewPageAsync();

        var number = await QaGuideExample.RaiseLimitAsync(page, first.Address.ToString());
        await page.GotoAsync(new Uri(second.Address, "/companies/information").ToString());

        number.ShouldNotBeNullOrEmpty();
        await Expect(page.Locator("body[data-screen=BKGK005]")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("sheet:accountLimits[0].total").GetByTestId("value")).ToHaveTextAsync("200,000,000円");
        (await ServerProcess.RunAsync(bank, "audit", "verify")).ExitCode.ShouldBe(0);
    }
}
