using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>A draft lives half an hour after its last use of any kind, and half an hour after a session that timed out.</summary>
public sealed class DraftLifeTests : WebTest
{
    private const string Bonus = "companyLimits.bonus";

    [Fact]
    public async Task Looking_at_it_is_a_use()
    {
        var (browser, input) = await TypedAsync();
        await WorkOnAsync(browser, TimeSpan.FromMinutes(20));
        await browser.GetAsync(input.Path);
        await WorkOnAsync(browser, TimeSpan.FromMinutes(20));

        (await browser.GetAsync(input.Path)).ValueOf(Bonus).ShouldBe("777");
    }

    [Fact]
    public async Task Going_on_from_the_dialog_is_a_use()
    {
        var (browser, input) = await TypedAsync();
        await WorkOnAsync(browser, TimeSpan.FromMinutes(20));
        (await browser.PostWithTokenAsync("/session/keep", [])).Status.ShouldBe(204);
        await WorkOnAsync(browser, TimeSpan.FromMinutes(20));

        (await browser.GetAsync(input.Path)).ValueOf(Bonus).ShouldBe("777");
    }

    [Fact]
    public async Task Working_elsewhere_is_none()
    {
        var (browser, input) = await TypedAsync();
        await WorkOnAsync(browser, TimeSpan.FromMinutes(31));

        (await browser.GetAsync(input.Path)).ErrorKeys.ShouldBe(["E-COM-008@"]);
    }

    [Theory]
    [InlineData(44, true)] // the session ended after 15 minutes
    [InlineData(46, false)]
    public async Task After_a_timeout_it_lives_another_half_hour(int minutes, bool lives)
    {
        var (browser, input) = await TypedAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(minutes));

        (await browser.GetAsync("/")).Notice.ShouldBe("timeout");
        await browser.LogInAsync("sakura01");

        var again = await browser.GetAsync(input.Path);
        if (lives)
        {
            again.ValueOf(Bonus).ShouldBe("777");
        }
        else
        {
            again.ErrorKeys.ShouldBe(["E-COM-008@"]);
        }
    }

    [Theory]
    [InlineData(44, "888")]
    [InlineData(46, null)]
    public async Task What_is_sent_after_a_timeout_is_kept_as_long(int minutes, string? kept)
    {
        var (browser, input) = await TypedAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(minutes));

        (await input.Fill(Bonus, "888").SubmitAsync("change")).Notice.ShouldBe("timeout");
        await browser.LogInAsync("sakura01");

        var again = await browser.GetAsync(input.Path);
        (again.Screen == "BKGK002" ? again.ValueOf(Bonus) : null).ShouldBe(kept);
    }

    [Fact]
    public async Task After_a_logout_it_lives_no_longer_than_before()
    {
        var (browser, input) = await TypedAsync();
        await (await browser.GetAsync("/")).ClickAsync("logout");
        App.Clock.Advance(TimeSpan.FromMinutes(31));
        await browser.LogInAsync("sakura01");

        (await browser.GetAsync(input.Path)).ErrorKeys.ShouldBe(["E-COM-008@"]);
    }

    private async Task<(PageClient Browser, Page Input)> TypedAsync()
    {
        var browser = NewBrowser();
        var opened = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var refused = await opened.Fill(Bonus, "777").Fill("companyName", "").SubmitAsync("change");
        return (browser, await browser.GetAsync(refused.Path));
    }
}
