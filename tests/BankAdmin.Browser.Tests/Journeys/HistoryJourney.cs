using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>操作履歴照会: who sees whose records, and that screen, file and print hold the same rows.</summary>
public sealed class HistoryJourney(BrowserFixture browser) : JourneyTest(browser, Seed)
{
    private static readonly Login Everything = new("rirekiall1", A.LoginPassword, A.ConfirmationPassword);
    private static readonly Login OwnOnly = new("rirekiown1", A.LoginPassword, A.ConfirmationPassword);

    private static string Seed => A.Fixture(A.Company("9000000811").WithMaster("rirekimst1")
        .WithAdministrator(Everything.Id, Permission.HistoryAll).WithAdministrator(OwnOnly.Id, Permission.Balance));

    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task One_with_the_right_sees_all_and_one_without_sees_their_own(bool javaScript, int width)
    {
        await LoggedInAsync(OwnOnly, javaScript, width);
        var all = await SearchAsync(await LoggedInAsync(Everything, javaScript, width));
        all.Names.ShouldContain(name => name.Contains(OwnOnly.Id, StringComparison.Ordinal));

        var own = await SearchAsync(await LoggedInAsync(OwnOnly, javaScript, width));
        own.Names.ShouldNotBeEmpty();
        own.Names.ShouldAllBe(name => name.Contains(OwnOnly.Id, StringComparison.Ordinal));
        var address = all.Person.Page.Url;
        await own.Person.Page.GotoAsync(address);
        (await NamesAsync(own.Person))
            .ShouldAllBe(name => name.Contains(OwnOnly.Id, StringComparison.Ordinal), "a link shows to each their own");
    }

    [Fact]
    public async Task A_day_of_the_chart_leads_to_its_rows_and_file_and_print_hold_them()
    {
        await LoggedInAsync(OwnOnly);
        var person = (await SearchAsync(await LoggedInAsync(Everything))).Person;
        await person["category"].SelectOptionAsync("signIn"); // what is done here adds none of them
        (await person.PressAsync("search")).ShouldBe(200);
        (await person.PressAsync("chart")).ShouldBe(200);
        var day = person.Page.Locator("[data-testid^='day:']").First;
        (await person.LeaveByAsync(() => day.ClickAsync())).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.History);
        var shown = await NamesAsync(person);

        var file = await person.Page.RunAndWaitForDownloadAsync(() => person["csv"].ClickAsync());
        file.SuggestedFilename.ShouldBe("BSRS001.csv");
        var rows = (await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken)).Trim().Split("\r\n");
        rows.Length.ShouldBe(shown.Count + 1, "a head, and what is on the screen");
        var printed = await Print.OpenAsync(person);
        printed.FileName.ShouldStartWith("BSRS001-");
        var text = printed.Read();
        shown.Count.ShouldBeGreaterThan(1);
        new[] { Everything.Id, OwnOnly.Id }.ShouldAllBe(loginId => text.Contains(loginId, StringComparison.Ordinal));
    }

    private static async Task<(Person Person, List<string> Names)> SearchAsync(Person person)
    {
        await person.PressAsync(ScreenCatalogue.Administration.Id);
        await person.PressAsync(ScreenCatalogue.History.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.History);
        await Expect(person["count"]).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9]+$"));
        return (person, await NamesAsync(person));
    }

    private static async Task<List<string>> NamesAsync(Person person) =>
        [.. await person.Page.Locator("[data-testid^='row:'] [data-label='利用者']").AllInnerTextsAsync()];
}
