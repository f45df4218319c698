using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>Begun drafts on the top page: told apart by when they were begun and what was typed, and thrown away.</summary>
public sealed class BegunDraftsTests : WebTest
{
    [Fact]
    public async Task Two_drafts_of_one_wizard_are_told_apart_and_thrown_away_one_by_one()
    {
        var browser = await LoggedInAsync("sakura01");
        var one = await (await browser.OpenAsync("BKGK002")).Fill("companyLimits.bonus", "1").SubmitAsync("change");
        await (await browser.OpenAsync("BKGK002")).Fill("accountLimits[1].total", "x").Fill("companyName", "新名")
            .Fill("companyLimits.salary", "2").Fill("companyLimits.bonus", "3").SubmitAsync("change");
        var top = await browser.GetAsync("/");

        var drafts = DraftsOf(top);
        drafts.Count.ShouldBe(2);
        drafts[0].ShouldContain("企業名：新名");
        drafts[0].ShouldContain("本店営業部 (001) 当座 7654321 振込振替(合計)：x");
        drafts[0].ShouldContain("ほか1件");
        drafts[0].ShouldContain("に開始");
        drafts[1].ShouldContain("賞与振込：1円");

        var less = await top.SubmitAsync("discard:0");
        (less.Screen, DraftsOf(less).Count).ShouldBe(("BTOP001", 1));
        DraftsOf(less)[0].ShouldContain("賞与振込：1円");
        DraftsOf(await less.SubmitAsync("discard:0")).ShouldBeEmpty();
        (await browser.GetAsync(one.Path)).Status.ShouldBe(404, "it is gone");
    }

    [Fact]
    public async Task Nobody_throws_away_anothers_draft_or_what_was_executed()
    {
        var browser = await LoggedInAsync("sakura01");
        var confirm = await (await browser.OpenAsync("BKGK002")).Fill("companyLimits.bonus", "1").SubmitAsync("change");
        var top = await browser.GetAsync("/");
        var address = confirm.DraftAddress().Split('/')[^1];
        var stranger = await LoggedInAsync("sakura02");
        await stranger.PostWithTokenAsync($"/drafts/{address}/discard", []);
        (await browser.GetAsync(confirm.Path)).Screen.ShouldBe("BKGK003");

        await confirm.ExecuteAsync("Confirm01");
        await top.SubmitAsync("discard:0");
        (await browser.GetAsync(confirm.DraftAddress() + "/result")).Screen.ShouldBe("BKGK004");
    }

    [Fact]
    public async Task A_draft_whose_subject_is_gone_is_still_offered_to_be_thrown_away()
    {
        var browser = await LoggedInAsync("sakura01");
        await (await browser.WithUserAsync("sakura03", "change")).Fill("userName", "別名").SubmitAsync("next");
        await (await LoggedInAsync("sakura02")).DeleteAsync("sakura02", "sakura03");

        DraftsOf(await (await browser.GetAsync("/")).SubmitAsync("discard:0")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_age_of_the_password_leads_to_its_change()
    {
        var top = await (await LoggedInAsync("sakura03")).GetAsync("/");

        top.MainText.ShouldContain("10日前に変更");
        (await top.SubmitAsync("BRSK002")).Screen.ShouldBe("BRSK002");
    }

    private static List<string> DraftsOf(Page top) => top.Document.QuerySelectorAll(".ba-drafts li")
        .Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
}
