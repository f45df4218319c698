using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Screens;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>利用者権限一覧 with more users than a window holds, the longest names and IDs, and every state.</summary>
public sealed partial class MatrixScreenTests(BrowserFixture browser) : JourneyTest(browser, Fixture())
{
    private const int Users = 60;

    private static readonly Login Reader = new("matrixlong01", A.LoginPassword);

    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task Heads_and_names_stay_in_sight_and_the_page_does_not_move_sideways(bool javaScript, int width)
    {
        var person = await OpenAsync(javaScript, width);
        await Expect(person.Page.GetByText("表は横にスクロールできます。", new() { Exact = true })).ToBeVisibleAsync(new() { Visible = width == Narrow });
        await person.Page.ShouldBeInOrderAsync("BRSK040-many");

        var before = await PlacesAsync(person, 0, 0);
        before.WiderThanRegion.ShouldBe(width == Narrow, "all rights fit beside each other in a wide window");
        before.RegionHeight.ShouldBeLessThan(before.WindowHeight);
        before.LowestHead.ShouldBeLessThan(before.RegionHeight / 2, "the rows need more room than their heads");
        var after = await PlacesAsync(person, 10_000, 10_000);
        await person.Page.SaveScreenshotAsync("BRSK040-many-scrolled");
        after.Scrolled.ShouldBeGreaterThan(300);
        (after.HeadTop, after.LowestHead).ShouldBe((before.HeadTop, before.LowestHead), "a head moved away");
        after.NameLeft.ShouldBe(before.NameLeft, "a name moved away");
        after.LastRowBottom.ShouldBeInRange(after.LowestHead, after.RegionHeight, "the last row cannot be reached");
        after.LastCellRight.ShouldBeInRange(0, after.RegionWidth, "the last right cannot be reached");
        after.TopMost.ShouldBe(["head", "name", "cell"], "something lies over what should be seen");
        await person.Page.ShouldBeInOrderAsync("BRSK040-many-scrolled");
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task A_state_other_than_usable_is_marked_and_long_names_stay_in_their_column(int width)
    {
        var person = await OpenAsync(true, width);
        await Expect(person["row:matrixlong02"].Locator(".badge-stop")).ToHaveTextAsync("ログインパスワード利用停止");
        await Expect(person["row:matrixlong03"].Locator(".badge-stop")).ToHaveTextAsync("サービス利用停止");
        await Expect(person["row:matrixlong04"].Locator(".badge-stop")).ToHaveCountAsync(0);
        var cut = await person.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.who')]
              .filter(who => [...who.querySelectorAll('span')]
                .some(part => part.getBoundingClientRect().right > who.getBoundingClientRect().right))
              .map(who => who.textContent)
            """);
        cut.ShouldBeEmpty();

        // No letter of a head that runs down reaches into the next column.
        var wide = await person.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('th .v')]
              .filter(text => text.getBoundingClientRect().width > text.parentElement.getBoundingClientRect().width
                || text.getBoundingClientRect().bottom > text.parentElement.getBoundingClientRect().bottom)
              .map(text => text.textContent)
            """);
        wide.ShouldBeEmpty();
        await Expect(person.Page.Locator("th .v", new() { HasText = "(" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_window_too_low_for_the_heads_moves_the_page_instead()
    {
        var person = await OpenAsync(true, Narrow);
        await person.Page.SetViewportSizeAsync(Narrow, 256);
        var places = await PlacesAsync(person, 0, 0);
        places.RegionHeight.ShouldBeGreaterThan(1_000);
        await Expect(person.Page.Locator(".ba-matrix thead")).ToHaveCSSAsync("position", "static");
        await person.Page.ShouldBeInOrderAsync("BRSK040-low");
    }

    [Fact]
    public async Task On_paper_the_whole_table_stands_on_pages_that_repeat_its_heads()
    {
        var person = await OpenAsync(true, Wide);
        await person.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(person["csv"]).ToBeHiddenAsync();
        await Expect(person.Page.Locator(".ba-matrix")).ToHaveCSSAsync("max-height", "none");
        await Expect(person.Page.Locator(".ba-matrix")).ToHaveCSSAsync("overflow", "visible");
        await Expect(person.Page.Locator(".ba-matrix thead")).ToHaveCSSAsync("display", "table-header-group");
        await Expect(person.Page.Locator(".ba-matrix thead")).ToHaveCSSAsync("position", "static");
        await person.Page.SaveScreenshotAsync("BRSK040-many-print");
        var pdf = await person.Page.PdfAsync(new() { PreferCSSPageSize = true });
        PdfPage().Count(Encoding.Latin1.GetString(pdf)).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task In_forced_colours_marks_and_lines_are_still_drawn()
    {
        var person = await OpenAsync(true, Wide);
        await person.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var mark = await person["cell:matrixlong01:Balance"].EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content");
        mark.ShouldContain("●");
        await person.Page.ShouldBeInOrderAsync("BRSK040-many-forced-colors");
    }

    private static string Fixture()
    {
        var company = A.Company("9000000401").WithMaster(Reader.Id)
            .WithUser(
                "matrixlong02", UserRole.Administrator, "LoginStopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("matrixlong03", UserRole.General, "Stopped", A.ConfirmationPassword, forceChange: false, Permission.Statements);
        for (var i = 4; i <= Users; i++)
        {
            company.WithUser($"matrixlong{i:D2}", UserRole.General, Permission.Balance, Permission.BulkTransferEntry);
        }

        var fixture = JsonNode.Parse(A.Fixture(company))!;
        foreach (var user in fixture["companies"]![0]!["users"]!.AsArray())
        {
            user!["name"] = LongNames.User;
        }

        return fixture.ToJsonString();
    }

    private async Task<Person> OpenAsync(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Reader, javaScript, width);
        await person.OpenUserMenuAsync();
        await person.PressAsync(ScreenCatalogue.UserRights.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.UserRights);
        await Expect(person["count"]).ToHaveTextAsync($"{Users}");
        return person;
    }

    /// <summary>Moves the table and says where things stand then, from the upper left corner of its region.</summary>
    private static async Task<Places> PlacesAsync(Person person, int x, int y) => JsonSerializer.Deserialize<Places>(
        await person.Page.EvaluateAsync<string>("""
        ([x, y]) => {
          const region = document.querySelector('.ba-matrix');
          region.scrollIntoView({ block: 'center' });
          region.scrollTo(x, y);
          const edge = region.getBoundingClientRect();
          const of = selector => region.querySelector(selector).getBoundingClientRect();
          const rows = [...region.querySelectorAll('tbody tr')];
          const last = rows.at(-1).getBoundingClientRect();
          const at = (left, top) => document.elementFromPoint(edge.left + left, edge.top + top);
          const kind = element =>
            element?.closest('thead') ? 'head' : element?.closest('.who') ? 'name' : element?.closest('td') ? 'cell' : 'none';
          const heads = of('thead');
          return JSON.stringify({
            windowHeight: innerHeight,
            regionWidth: edge.width,
            regionHeight: edge.height,
            widerThanRegion: region.scrollWidth > region.clientWidth,
            scrolled: region.scrollTop,
            headTop: heads.top - edge.top,
            lowestHead: heads.bottom - edge.top,
            nameLeft: of('tbody .who').left - edge.left,
            lastRowBottom: last.bottom - edge.top,
            lastCellRight: rows[0].lastElementChild.getBoundingClientRect().right - edge.left,
            topMost: [
              kind(at(edge.width / 2, heads.height - 10)),
              kind(at(20, heads.height + 20)),
              kind(at(edge.width - 60, heads.height + 20)),
            ],
          });
        }
        """, new[] { x, y }), JsonSerializerOptions.Web)!;

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();

    private sealed record Places(
        double WindowHeight, double RegionWidth, double RegionHeight, bool WiderThanRegion, double Scrolled, double HeadTop,
        double LowestHead, double NameLeft, double LastRowBottom, double LastCellRight, IReadOnlyList<string> TopMost);
}
