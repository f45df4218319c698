using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Screens;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>Whichever way one comes back to an open wizard, what was typed is there and nothing is sent again.</summary>
public sealed class ComingBackJourney(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Bonus = "companyLimits.bonus";
    private const string Salary = "companyLimits.salary";
    private const string Elsewhere = "http://elsewhere.example/";

    /// <summary>What a step was answered before it was right.</summary>
    public enum Answer
    {
        Accepted,
        Refused,
        Conflict,
        OldToken,
        Unavailable,
    }

    public static TheoryData<Answer, bool> Answers =>
        new(from answer in Enum.GetValues<Answer>() from javaScript in new[] { true, false } select (answer, javaScript));

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Whatever_a_step_was_answered_back_forward_and_reload_show_it_as_typed(Answer answer, bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.TypeAsync(Salary, "400,000,000");
        await AnswerAsync(person, answer);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        await Expect(person.Value(Salary)).ToHaveTextAsync("400,000,000円");
        await Expect(person.Value(Bonus)).ToHaveTextAsync("800,000,000円");

        // Without script, the answer of a failed server stands in the browser's history as it came: nothing could be kept.
        if (javaScript || answer is not (Answer.OldToken or Answer.Unavailable))
        {
            await person.GoBackAsync();
            await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
            await person.ShouldHoldAsync(Salary, "400,000,000");
            await person.ShouldHoldAsync(Bonus, "800,000,000");
            await person.LeaveByAsync(() => person.Page.ReloadAsync());
            await person.ShouldHoldAsync(Bonus, "800,000,000");
            await person.LeaveByAsync(() => person.Page.GoForwardAsync());
            await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        }

        await person.LeaveByAsync(() => person.Page.ReloadAsync());
        await person.ExecuteAsync(Login.Master);
        await person.LeaveByAsync(() => person.Page.ReloadAsync());
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
        await person.GoBackAsync();
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_step_that_is_loaded_again_holds_what_was_typed(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.TypeAsync(Bonus, "x");
        (await person.PressAsync("change")).ShouldBe(422);

        await person.LeaveByAsync(() => person.Page.ReloadAsync());

        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.ShouldHoldAsync(Bonus, "x");
        await person.ChangeLimitAsync(Bonus, "700000000");
        await Expect(person.Value(Bonus)).ToHaveTextAsync("700,000,000円");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_wrong_password_back_and_reload_send_nothing_again(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.ChangeLimitAsync(Bonus, "800000000");
        await person.TypeAsync("confirmationPassword", "Wrong0001");
        (await person.PressAsync("execute")).ShouldBe(422);
        await Expect(person["error-summary"]).ToBeVisibleAsync();
        await person.LeaveByAsync(() => person.Page.ReloadAsync());
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        (await Site.WrongEntriesAsync(Login.Master.Id)).ShouldBe(1);

        await person.ExecuteAsync(Login.Master);
        await person.GoBackAsync();
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
    }

    [Fact]
    public async Task What_is_kept_behind_the_back_of_a_page_is_no_conflict_after_coming_back()
    {
        var person = await ChangingCompanyAsync(Login.Master);
        await person.TypeAsync(Bonus, "600,000,000");
        var revision = person.Page.Locator("input[name=revision]");
        var opened = await revision.InputValueAsync();
        await HideAsync();
        await Expect(revision).Not.ToHaveValueAsync(opened);

        // Kept by the server, which the page, on its way out, never learns.
        await person.TypeAsync(Bonus, "700,000,000");
        var kept = new TaskCompletionSource();
        await person.Page.RouteAsync("**/keep", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
            kept.TrySetResult();
        });
        await HideAsync();
        await kept.Task.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        Watch.Expect("/keep");
        await person.LeaveByAsync(() => person.Page.GotoAsync(Site.Url));
        await person.GoBackAsync();

        await person.ShouldHoldAsync(Bonus, "700,000,000");
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);

        Task HideAsync() => person.Page.EvaluateAsync(
            """
            () => {
              Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
              document.dispatchEvent(new Event('visibilitychange'));
            }
            """);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_of_another_site_shows_the_session_and_leaves_open_wizards_alone(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.TypeAsync(Bonus, "800000000");
        await LinkFromElsewhereAsync(person);
        var mail = await person.NewTabAsync(Elsewhere);

        await mail.Page.GetByRole(AriaRole.Link).ClickAsync();

        await mail.ShouldBeAtAsync(ScreenCatalogue.CompanyMenu);
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        await Expect(person.Value(Bonus)).ToHaveTextAsync("800,000,000円");
    }

    [Fact]
    public async Task A_link_of_another_site_shows_the_login_page_to_who_is_not_logged_in()
    {
        var person = await PersonAsync();
        await LinkFromElsewhereAsync(person);
        await person.Page.GotoAsync(Elsewhere);

        await person.Page.GetByRole(AriaRole.Link).ClickAsync();

        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
    }

    // Types the bonus, has it answered so, and mends that.
    private async Task AnswerAsync(Person person, Answer answer)
    {
        if (answer == Answer.Refused)
        {
            await person.TypeAsync(Bonus, "x");
            (await person.PressAsync("change")).ShouldBe(422);
        }

        await person.TypeAsync(Bonus, "800,000,000");
        switch (answer)
        {
            case Answer.Conflict:
                var otherTab = await person.NewTabAsync(person.Page.Url);
                await otherTab.ChangeLimitAsync(Bonus, "700,000,000");
                (await person.PressAsync("change")).ShouldBe(409);
                await person.ShouldHoldAsync(Bonus, "800,000,000");
                (await person.PressAsync("change")).ShouldBe(200);
                break;
            case Answer.OldToken:
                await person.Page.Context.ClearCookiesAsync(new() { Name = "bankadmin-form" });
                (await person.PressAsync("change")).ShouldBe(400);
                await person.Page.ShouldBeInOrderAsync("error-400-resend");
                (await person.PressAsync("resend")).ShouldBe(200);
                break;
            case Answer.Unavailable:
                Watch.Expect("503");
                await using (await Site.LockAsync())
                {
                    (await person.PressAsync("change")).ShouldBe(503);
                    await person.Page.ShouldBeInOrderAsync("error-503-resend");
                }

                (await person.PressAsync("resend")).ShouldBe(200);
                break;
            default:
                (await person.PressAsync("change")).ShouldBe(200);
                break;
        }
    }

    private Task LinkFromElsewhereAsync(Person person) =>
        person.Page.Context.RouteAsync($"{Elsewhere}**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!DOCTYPE html><link rel=icon href=data:,><a href='{Site.Url}companies'>企業管理</a>",
        }));
}
