using System.Text;
using System.Text.RegularExpressions;
using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>The confirm page in forced colours and on paper, and pages at twice the size.</summary>
public sealed partial class MediaTests(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Changed = "accountLimits[0].total";
    private const string Unchanged = "accountLimits[0].adHoc";

    [Fact]
    public async Task In_forced_colours_a_change_is_marked_by_bar_tag_and_word()
    {
        var person = await ConfirmingAsync();
        await person.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await person.Page.SaveScreenshotAsync("BKGK003-forced-colors");
        (await BarAsync(person, Changed)).ShouldBe("4px");
        (await BarAsync(person, Unchanged)).ShouldBe("0px");
        var tag = person[$"sheet:{Changed}"].GetByText("変更", new() { Exact = true });
        await Expect(tag).ToBeVisibleAsync();
        (await tag.EvaluateAsync<string>("tag => getComputedStyle(tag).borderTopWidth")).ShouldNotBe("0px");
        await person.Page.ShouldBeInOrderAsync("BKGK003-forced-colors");

        await person.PressAsync("execute");
        await Expect(person["confirmationPassword"]).ToHaveCSSAsync("border-top-width", "3px");
        await person.Page.ShouldBeInOrderAsync("BKGK003-error-forced-colors");
    }

    [Fact]
    public async Task On_paper_stands_the_sheet_alone_with_its_yellow_rows_on_one_page()
    {
        var person = await ConfirmingAsync();
        await person.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await person.Page.SaveScreenshotAsync("BKGK003-print");
        foreach (var key in (string[])["confirmationPassword", "execute", "back", "steps", "logout", "BSSK001"])
        {
            await Expect(person[key]).ToBeHiddenAsync();
        }

        await Expect(person.Page.GetByText("ボタンを押してください")).ToBeHiddenAsync();
        await Expect(person.Value(Changed)).ToBeVisibleAsync();
        await Expect(person.Page.Locator("h1")).ToBeVisibleAsync();
        var cell = person[$"sheet:{Changed}"].Locator("td").Last;
        await Expect(cell).ToHaveCSSAsync("print-color-adjust", "exact");
        await Expect(cell).ToHaveCSSAsync("background-color", "rgb(255, 243, 179)");

        var pdf = Encoding.Latin1.GetString(await person.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        PdfPage().Count(pdf).ShouldBe(1);
    }

    [Fact]
    public async Task At_twice_the_size_nothing_scrolls_sideways()
    {
        var person = await ConfirmingAsync(Wide / 2);
        await person.Page.ShouldBeInOrderAsync("BKGK003");
        await person.PressAsync("back");
        await person.Page.ShouldBeInOrderAsync("BKGK002");
    }

    private async Task<Person> ConfirmingAsync(int width = Wide)
    {
        var person = await ChangingCompanyAsync(Login.Master, width: width);
        await person.ChooseAsync("approval.bulkTransfer", "DoubleUnordered");
        await person.ChangeLimitAsync(Changed, "200,000,000");
        return person;
    }

    private static Task<string> BarAsync(Person person, string key) =>
        person[$"sheet:{key}"].Locator("th").EvaluateAsync<string>("cell => getComputedStyle(cell).borderLeftWidth");

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();
}
