using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>
/// To a browser without script, a refusal is a page with an address of its own that says what the answer to the post would say.
/// </summary>
public sealed class KeptRefusalTests : WebTest
{
    private const string Total = "accountLimits[0].total";

    [Theory]
    [InlineData("BKGK002", Total, "999999999999999")]
    [InlineData("BKGK002", Total, "九千万円")]
    [InlineData("BKGK002", "companyLimits.bonus", "")]
    [InlineData("BKGK019", "boundaries[0]", "1")]
    [InlineData("BKGK019", "trial.payment", "1")]
    public async Task It_says_the_same_under_an_address_that_can_be_opened_again(string screen, string key, string typed)
    {
        var browser = await LoggedInAsync("sakura01");
        var direct = await RefusedAsync(browser, screen, key, typed);

        browser.HasNoScript = true;
        var led = await RefusedAsync(browser, screen, key, typed);

        led.Path.ShouldContain("?refused=");
        (led.Status, led.MainText).ShouldBe((direct.Status, direct.MainText));
        led.ErrorKeys.ShouldBe(direct.ErrorKeys);
        led.ValueOf(key).ShouldBe(direct.ValueOf(key));
        var again = await browser.GetAsync(led.Path);
        (again.Status, again.MainText).ShouldBe((direct.Status, direct.MainText));
    }

    [Fact]
    public async Task On_a_confirm_page_too_and_once_the_draft_went_on_the_address_shows_it_as_it_is()
    {
        var browser = await LoggedInAsync("sakura01");
        browser.HasNoScript = true;
        var input = await browser.OpenAsync("BKGK002");
        var confirm = await input.Fill("companyLimits.bonus", "1").SubmitAsync("change");

        var refused = await confirm.ExecuteAsync("Wrong0001");

        (refused.Status, refused.Screen).ShouldBe((422, "BKGK003"));
        refused.Path.ShouldContain("?refused=");
        refused.MainText.ShouldContain("確認用パスワードが違います。");
        (await browser.GetAsync(refused.Path.Replace("refused=", "refused=0", StringComparison.Ordinal))).Status.ShouldBe(200);
        await (await browser.GetAsync(input.Path)).Fill("companyLimits.bonus", "2").SubmitAsync("change");
        var later = await browser.GetAsync(refused.Path);
        (later.Status, later.Sheet["companyLimits.bonus"].Value).ShouldBe((200, "2円"));
    }

    [Fact]
    public async Task What_another_tab_kept_from_being_saved_is_there()
    {
        var browser = await LoggedInAsync("sakura01");
        browser.HasNoScript = true;
        var input = await browser.OpenAsync("BKGK002");
        var other = await browser.GetAsync(input.Path);
        await other.Fill("companyLimits.bonus", "1").SubmitAsync("change");

        var stale = await input.Fill("companyLimits.bonus", "2").SubmitAsync("change");

        (stale.Status, stale.ValueOf("companyLimits.bonus")).ShouldBe((409, "2"));
        (await browser.GetAsync(stale.Path)).ValueOf("companyLimits.bonus").ShouldBe("2");
        (await stale.SubmitAsync("change")).Sheet["companyLimits.bonus"].Value.ShouldBe("2円");
    }

    private static async Task<Page> RefusedAsync(PageClient browser, string screen, string key, string typed)
    {
        var input = await browser.OpenAsync(screen);
        if (screen == "BKGK019")
        {
            input = await input.SubmitAsync("openFields");
        }

        var refused = await input.Fill(key, typed).SubmitAsync(key.StartsWith("trial", StringComparison.Ordinal) ? "trial" : "change");
        refused.Status.ShouldBe(422);
        return refused;
    }
}
