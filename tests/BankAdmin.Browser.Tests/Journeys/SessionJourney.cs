using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Web.Screens;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>How a session ends, and that nothing typed is lost by it.</summary>
public sealed class SessionJourney(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Bonus = "companyLimits.bonus";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_logout_nothing_comes_back(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.ChangeLimitAsync(Bonus, "800000000");
        var address = person.Page.Url;
        await person.PressAsync("logout");
        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
        await Expect(person["notice"]).ToHaveAttributeAsync("data-notice", "ended");

        await person.GoBackAsync();
        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
        await Expect(person.Page.Locator("body")).Not.ToContainTextAsync("さくら商事");
        await person.Page.GotoAsync(address);
        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_login_elsewhere_ends_this_one_and_says_so(bool javaScript)
    {
        var person = await LoggedInAsync(Login.Master, javaScript);
        await LoggedInAsync(Login.Master);
        await person.PressAsync(ScreenCatalogue.Administration.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
        await Expect(person["notice"]).ToHaveAttributeAsync("data-notice", "otherLogin");
    }

    [Fact]
    public async Task Going_on_in_the_dialog_keeps_the_session()
    {
        var person = await TypingWithClockAsync();
        await person.Page.RunAndWaitForRequestFinishedAsync(
            () => PassAsync(person, TimeSpan.FromMinutes(13.5)), new() { Predicate = IsKeeping });
        await Expect(Dialog(person)).ToBeVisibleAsync();
        await Expect(Dialog(person)).ToContainTextAsync("1分");
        await Expect(Dialog(person).GetByRole(AriaRole.Button, new() { Name = "続ける" })).ToBeFocusedAsync();

        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(Dialog(person)).ToBeHiddenAsync();
        await PassAsync(person, TimeSpan.FromMinutes(12));
        await Expect(Dialog(person)).ToBeHiddenAsync();
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        await Expect(person.Value(Bonus)).ToHaveTextAsync("812,345,678円");
    }

    [Fact]
    public async Task What_is_sent_while_the_draft_is_being_kept_is_no_conflict()
    {
        var person = await TypingWithClockAsync();
        var held = new TaskCompletionSource();
        await person.Page.RouteAsync("**/edit/keep", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await person.Page.RunAndWaitForRequestAsync(
            () => PassAsync(person, TimeSpan.FromMinutes(13.5)), IsKeeping);
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(Dialog(person)).ToBeHiddenAsync();
        (await person.LeaveByAsync(async () =>
        {
            await person["change"].ClickAsync();
            held.SetResult();
        })).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
    }

    [Fact]
    public async Task Logout_in_the_dialog_ends_the_session()
    {
        var person = await TypingWithClockAsync();
        await PassAsync(person, TimeSpan.FromMinutes(14));
        await person.LeaveByAsync(() => Dialog(person).GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync());
        await Expect(person["notice"]).ToHaveAttributeAsync("data-notice", "ended");
    }

    [Fact]
    public async Task What_was_typed_before_the_session_ended_by_itself_is_taken_up_again()
    {
        var person = await TypingWithClockAsync();
        await person.Page.RunAndWaitForRequestFinishedAsync(
            () => PassAsync(person, TimeSpan.FromMinutes(13.5)), new() { Predicate = IsKeeping });
        await Expect(Dialog(person)).ToBeVisibleAsync();
        Site.Advance(TimeSpan.FromMinutes(2));
        await person.LeaveByAsync(() => person.Page.Clock.RunForAsync(120_000));
        await ShouldTakeUpAgainAsync(person);
    }

    [Fact]
    public async Task What_the_page_of_a_failure_held_when_the_session_ended_is_taken_up_again()
    {
        var person = await TypingWithClockAsync();
        Watch.Expect("503");
        await using (await Site.LockAsync())
        {
            (await person.PressAsync("change")).ShouldBe(503);
        }

        await person.Page.RunAndWaitForRequestFinishedAsync(
            () => PassAsync(person, TimeSpan.FromMinutes(13.5)), new() { Predicate = IsKeeping });
        Site.Advance(TimeSpan.FromMinutes(2));
        await person.LeaveByAsync(() => person.Page.Clock.RunForAsync(120_000));
        await ShouldTakeUpAgainAsync(person);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_sent_after_the_session_had_ended_is_taken_up_again(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.TypeAsync(Bonus, "812345678");
        Site.Advance(TimeSpan.FromMinutes(16));
        await person.PressAsync("change");
        await ShouldTakeUpAgainAsync(person);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_draft_left_too_long_is_closed_with_a_way_on(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        var other = await person.NewTabAsync("/");
        for (var minutes = 0; minutes < 36; minutes += 12)
        {
            Site.Advance(TimeSpan.FromMinutes(12));
            await other.LeaveByAsync(() => other.Page.ReloadAsync());
        }

        await person.TypeAsync(Bonus, "812345678");
        (await person.PressAsync("change")).ShouldBe(409);
        await person.ShouldBeAtErrorAsync(409);
        await person.ShouldSeeErrorsAsync(("E-COM-008", ""));
        await person.FollowAsync("企業管理のメニューから始める");
        await person.ShouldBeAtAsync(ScreenCatalogue.CompanyMenu);
    }

    private static bool IsKeeping(IRequest request) => request.Url.EndsWith("/edit/keep", StringComparison.Ordinal);

    private static ILocator Dialog(Person person) => person.Page.GetByRole(AriaRole.Dialog);

    private async Task<Person> TypingWithClockAsync()
    {
        var person = await PersonAsync();
        await person.Page.Clock.InstallAsync();
        await person.LogInAsync(Login.Master);
        await person.OpenChangeCompanyAsync();
        await person.TypeAsync(Bonus, "812345678");
        return person;
    }

    /// <summary>Time passes for both sides.</summary>
    private async Task PassAsync(Person person, TimeSpan time)
    {
        Site.Advance(time);
        await person.Page.Clock.FastForwardAsync((long)time.TotalMilliseconds);
    }

    private static async Task ShouldTakeUpAgainAsync(Person person)
    {
        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
        await Expect(person["notice"]).ToHaveAttributeAsync("data-notice", "timeout");
        await person.LogInAsync(Login.Master);
        await person.ShouldBeAtAsync(ScreenCatalogue.Top);
        await person.FollowAsync("続きから入力する");
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.ShouldHoldAsync(Bonus, "812,345,678");
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        await person.ExecuteAsync(Login.Master);
    }
}
