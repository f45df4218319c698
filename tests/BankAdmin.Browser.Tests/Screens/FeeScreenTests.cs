using System.Globalization;
using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Web.Features.Companies.ChangeFees;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>The fee screens where they are fullest: three ranges, the highest figures, all warnings, forced colours and paper.</summary>
public sealed class FeeScreenTests(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task Trials_keep_their_letters_apart_whatever_is_typed(int width)
    {
        var person = await ChangingFeesAsync(width);
        foreach (var method in (string[])["Fixed", "AddUpperFee", "AddLowerFee"])
        {
            await person.ChooseAsync("method", method);
            await person.TryAsync("30,329", "sameBank");
            await person.Page.ShouldBeInOrderAsync($"BKGK022-{method}");
        }

        await person.PressAsync("addRange");
        await FillAsync(person, "150", ("30000", "110"), ("30500", "880"), ("", "330"));
        await person.TryAsync("30,000", "sameBank");
        await person.Page.ShouldBeInOrderAsync("BKGK022-near-ranges");
        await Expect(person["warnings"].Locator("[data-warning=W-FEE-002]").First).ToBeVisibleAsync();

        await FillAsync(person, "60", ("100000", "99,999"), ("500000", "0"), ("", "99998"));
        await person.TryAsync("100000", "otherBank");
        await person.Page.ShouldBeInOrderAsync("BKGK022-high-fees");
        await Expect(person["warnings"].Locator("[data-warning=W-FEE-001]")).ToBeVisibleAsync();
        await person.TryAsync("61", "otherBank", refused: true);
        await Expect(person["trial:Fixed:D"]).ToHaveTextAsync("振込不可");
        await person.Page.ShouldBeInOrderAsync("BKGK022-refused");

        await FillAsync(person, "999999997", ("999,999,998", "99999"), ("999,999,999", "99999"), ("", "99999"));
        await person.TryAsync("999,999,999,999", "sameBank");
        await person.Page.ShouldBeInOrderAsync("BKGK022-highest");
        await person.TryAsync("999,999,999", "sameBank");
        await person.Page.ShouldBeInOrderAsync("BKGK022-highest-boundary");

        await person.TypeAsync("trial.payment", "");
        await person.PressAsync("trial");
        await person.Page.ShouldBeInOrderAsync("BKGK022-nothing-tried");
        await person.PressAsync("change");
        await person.Page.ShouldBeInOrderAsync("BKGK022C-highest");
    }

    [Fact]
    public async Task With_larger_letters_the_chart_grows()
    {
        const double larger = 1.5;
        var person = await ChangingFeesAsync(1920);
        await person.TryAsync("30,110", "sameBank");
        var usual = await person.Page.Locator("svg.ba-chart").EvaluateAsync<double>("chart => chart.getBoundingClientRect().height");
        await person.Page.EvaluateAsync("document.documentElement.style.fontSize = '150%'");
        await person.Page.ShouldBeInOrderAsync("BKGK022-large-letters");
        (await person.Page.Locator("svg.ba-chart").EvaluateAsync<double>("chart => chart.getBoundingClientRect().height"))
            .ShouldBe(larger * usual, 2);
    }

    [Fact]
    public async Task In_forced_colours_and_on_paper_the_chart_is_there()
    {
        var person = await ChangingFeesAsync(Wide);
        await person.TryAsync("30,110", "sameBank");
        await person.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await person.Page.ShouldBeInOrderAsync("BKGK022-forced-colors");
        await person.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, Media = Media.Print });
        await person.Page.SaveScreenshotAsync("BKGK022-print");
        await Expect(person.Page.Locator("svg[role=img]")).ToBeVisibleAsync();
        await Expect(person["loadFees"]).ToBeHiddenAsync();
    }

    private async Task<Person> ChangingFeesAsync(int width)
    {
        var person = await LoggedInAsync(Login.Master, width: width);
        await person.OpenChangeFeesAsync(FeePages.PayeeBulkTransfer);
        return person;
    }

    private static async Task FillAsync(Person person, string minimum, params (string Boundary, string Fee)[] ranges)
    {
        await person.TypeAsync("minimumPayment", minimum);
        foreach (var (i, (boundary, fee)) in ranges.Index())
        {
            if (boundary.Length > 0)
            {
                await person.TypeAsync(string.Create(CultureInfo.InvariantCulture, $"boundaries[{i}]"), boundary);
            }

            await person.TypeFeesAsync(i, fee, fee, fee);
        }
    }
}
