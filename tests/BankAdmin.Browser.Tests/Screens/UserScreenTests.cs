using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Web.Screens;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>利用者管理 where it is fullest: the longest names, six accounts, a Master whom somebody else changes, paper.</summary>
public sealed class UserScreenTests(BrowserFixture browser) : JourneyTest(browser, LongNames.Fixture)
{
    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task The_Master_is_shown_to_an_administrator_and_mostly_locked(int width)
    {
        var person = await LoggedInAsync(LongNames.Administrator, width: width);
        await person.OpenUsersAsync();
        await person.Page.ShouldBeInOrderAsync("BRSK005-long");
        await person.StartAsync(LongNames.Master.Id, "change", ScreenCatalogue.ChangeUser);
        foreach (var key in (string[])["loginId", "loginIdAgain", "userName"])
        {
            await Expect(person[key]).ToBeDisabledAsync();
        }

        await Expect(person["email"]).ToBeEnabledAsync();
        await person.Page.ShouldBeInOrderAsync("BRSK011-master");
        await person.TypeAsync("email", "honsha@example.jp");
        await person.TypeAsync("emailAgain", "honsha@example.jp");
        (await person.PressAsync("next")).ShouldBe(200);
        await Expect(person["rights:Balance"]).ToBeDisabledAsync();
        await Expect(person["rights:Balance"]).ToBeCheckedAsync();
        await Expect(person["selectAll"]).ToHaveCountAsync(0);
        await person.Page.ShouldBeInOrderAsync("BRSK012-master");
        await person.PressAsync("next");
        await Expect(person.Page.Locator("[data-testid^='accounts:']:disabled")).ToHaveCountAsync(6);
        await person.Page.ShouldBeInOrderAsync("BRSK013-master");
        (await person.PressAsync("change")).ShouldBe(200);
        (await person.SheetAsync()).Where(line => line.Changed).Select(line => line.Key).ShouldBe(["email"]);
        await person.Page.ShouldBeInOrderAsync("BRSK014-master");
        await person.ExecuteAsync(LongNames.Administrator, ScreenCatalogue.ChangeUserResult);
        await person.PressAsync("toList");
        await person.StartAsync(LongNames.Master.Id, "inquire", ScreenCatalogue.ViewUser);
        await person.Page.ShouldBeInOrderAsync("BRSK023-long");
        await person.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await person.Page.ShouldBeInOrderAsync("BRSK023-forced-colors");
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task Long_names_stay_within_lists_tables_and_buttons(int width)
    {
        var person = await LoggedInAsync(LongNames.Master, width: width);
        await person.OpenUserMenuAsync();
        await person.PressAsync(ScreenCatalogue.SuspendUsers.Id);
        await person.Page.ShouldBeInOrderAsync("BRSK016-long");
        await person.PressAsync("toMenu");
        await person.PressAsync(ScreenCatalogue.UserRights.Id);
        await person.Page.ShouldBeInOrderAsync("BRSK040-long");
        await person.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await person.Page.SaveScreenshotAsync("BRSK040-print");
        await Expect(person["csv"]).ToBeHiddenAsync();
        await person.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await person.PressAsync("toMenu");
        await person.PressAsync(ScreenCatalogue.Users.Id);
        await person.StartAsync(LongNames.Administrator.Id, "delete", ScreenCatalogue.DeleteUserConfirm);
        await Expect(person["execute"]).ToHaveTextAsync($"{LongNames.User}さんを削除");
        await person.Page.ShouldBeInOrderAsync("BRSK021-long");
    }
}
