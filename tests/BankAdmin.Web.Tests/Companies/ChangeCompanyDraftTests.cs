using BankAdmin.Domain.Users;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies;

/// <summary>The draft behind BKGK002 and 003: tabs, revisions, timeouts, and rights that are lost on the way.</summary>
public sealed class ChangeCompanyDraftTests : WebTest
{
    private const string Bonus = "companyLimits.bonus";
    private const string Salary = "companyLimits.salary";

    [Fact]
    public async Task Two_tabs_are_two_drafts()
    {
        var browser = NewBrowser();
        var one = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var two = await browser.OpenAsync("BKGK002");
        two.Path.ShouldNotBe(one.Path);

        var confirmOne = await one.Fill(Bonus, "1").SubmitAsync("change");
        var confirmTwo = await two.Fill(Bonus, "2").SubmitAsync("change");

        confirmOne.Sheet[Bonus].Value.ShouldBe("1円");
        confirmTwo.Sheet[Bonus].Value.ShouldBe("2円");
        (await browser.GetAsync(one.Path)).ValueOf(Bonus).ShouldBe("1");
    }

    [Fact]
    public async Task Going_back_shows_what_was_typed()
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");
        var confirm = await input.Fill(Bonus, "１，２３４").Choose("approval.transfer:Single").SubmitAsync("change");

        var back = await confirm.ClickAsync("back");

        back.Screen.ShouldBe("BKGK002");
        back.ValueOf(Bonus).ShouldBe("1,234");
        back.ChosenOf("approval.transfer").ShouldBe("Single");
    }

    [Fact]
    public async Task An_older_page_of_the_draft_is_refused_and_its_entries_come_back()
    {
        var browser = NewBrowser();
        var older = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        await (await browser.GetAsync(older.Path)).Fill(Bonus, "1").SubmitAsync("change");

        var refused = await older.Fill(Salary, "2").SubmitAsync("change");

        refused.Status.ShouldBe(409);
        refused.Screen.ShouldBe("BKGK002");
        refused.ErrorKeys.ShouldBe(["E-COM-008@"]);
        refused.ValueOf(Salary).ShouldBe("2");
        refused.Document.QuerySelectorAll("[data-testid=error-summary] a").Select(link => link.GetAttribute("href"))
            .ShouldContain(older.Path);
        (await refused.SubmitAsync("change")).Screen.ShouldBe("BKGK003", "pressing again takes what is seen");
    }

    [Fact]
    public async Task What_is_committed_is_what_was_shown()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var shown = await input.Fill(Bonus, "1").SubmitAsync("change");
        await (await browser.GetAsync(input.Path)).Fill(Bonus, "2").SubmitAsync("change");

        var refused = await shown.ExecuteAsync("Confirm01");

        refused.Status.ShouldBe(409);
        refused.Screen.ShouldBe("BKGK003");
        refused.ErrorKeys.ShouldBe(["E-COM-008@"]);
        refused.Sheet[Bonus].Value.ShouldBe("2円", "it shows what would be done now");
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(500_000_000);
        (await refused.ExecuteAsync("Confirm01")).Sheet[Bonus].Value.ShouldBe("2円");
    }

    [Fact]
    public async Task An_expired_draft_says_so_and_changes_nothing()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var confirm = await input.Fill(Bonus, "1").SubmitAsync("change");
        await WorkOnAsync(browser, TimeSpan.FromMinutes(30));

        foreach (var late in new[]
        {
            await input.SubmitAsync("change"), await confirm.ExecuteAsync("Confirm01"), await browser.GetAsync(input.Path),
        })
        {
            late.Status.ShouldBe(409, late.Summary);
            late.ErrorKeys.ShouldBe(["E-COM-008@"]);
            late.MainText.ShouldContain("期限");
            late.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain("/companies");
        }

        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(500_000_000);
    }

    [Fact]
    public async Task Each_use_gives_the_draft_another_half_hour()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        await WorkOnAsync(browser, TimeSpan.FromMinutes(29));
        await (await browser.GetAsync(input.Path)).Fill(Bonus, "1").SubmitAsync("change");
        await WorkOnAsync(browser, TimeSpan.FromMinutes(29));

        var result = await (await browser.GetAsync(input.DraftAddress() + "/confirm")).ExecuteAsync("Confirm01");

        result.Screen.ShouldBe("BKGK004", result.Summary);
    }

    [Fact]
    public async Task What_was_typed_survives_the_end_of_the_session()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        App.Clock.Advance(TimeSpan.FromMinutes(16));

        var login = await input.Fill(Bonus, "1").Fill(Salary, "x").SubmitAsync("change");
        login.Screen.ShouldBe("BLGI001");
        login.Notice.ShouldBe("timeout");
        var colleague = await NewBrowser().LogInAsync("sakura02");
        var top = await browser.LogInAsync("sakura01");

        colleague.Document.QuerySelector($"a[href='{input.Path}']").ShouldBeNull();
        top.Document.QuerySelector($"a[href='{input.Path}']").ShouldNotBeNull("the top page offers it");
        var again = await browser.GetAsync(input.Path);
        again.ValueOf(Bonus).ShouldBe("1");
        again.ValueOf(Salary).ShouldBe("x");
    }

    [Fact]
    public async Task An_expired_or_finished_draft_is_not_offered()
    {
        var browser = NewBrowser();
        var finished = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        await (await finished.Fill(Bonus, "1").SubmitAsync("change")).ExecuteAsync("Confirm01");
        var untouched = await browser.OpenAsync("BKGK002");
        var expired = await browser.OpenAsync("BKGK002");
        await expired.Fill(Bonus, "3").SubmitAsync("change");
        await WorkOnAsync(browser, TimeSpan.FromMinutes(31));

        var top = await browser.GetAsync("/");

        foreach (var page in new[] { finished, untouched, expired })
        {
            top.Document.QuerySelector($"a[href='{page.Path}']").ShouldBeNull();
        }
    }

    [Fact]
    public async Task Typing_is_kept_without_being_judged_and_the_page_goes_on_with_the_new_revision()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var (_, fields) = input.Fill(Bonus, "x").FormOf("change");

        var kept = await browser.PostAsync(input.Path + "/keep", fields);
        var stale = await browser.PostAsync(input.Path + "/keep", fields);

        kept.Status.ShouldBe(200);
        kept.ContentType.ShouldStartWith("text/plain");
        stale.Status.ShouldBe(204, "an older page does not overwrite a newer one");
        (await browser.GetAsync(input.Path)).ValueOf(Bonus).ShouldBe("x");
        (await input.Fill(Bonus, "2").SubmitAsync("change", extra: [("revision", kept.Body)])).Screen.ShouldBe("BKGK003");
    }

    [Fact]
    public async Task Typing_kept_by_a_script_does_not_keep_the_session_alive()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        App.Clock.Advance(TimeSpan.FromMinutes(14));
        await browser.PostAsync(input.Path + "/keep", input.Fill(Bonus, "5").FormOf("change").Fields);
        App.Clock.Advance(TimeSpan.FromMinutes(2));

        (await browser.GetAsync("/administration")).Notice.ShouldBe("timeout");
        await browser.LogInAsync("sakura01");
        (await browser.GetAsync(input.Path)).ValueOf(Bonus).ShouldBe("5");
    }

    [Fact]
    public async Task Nobody_else_can_keep_typing_in_a_draft()
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");
        var fields = input.Fill(Bonus, "5").FormOf("change").Fields.Where(field => field.Name != Page.TokenField).ToList();
        foreach (var other in new[] { "sakura02", "midori01" })
        {
            var browser = await LoggedInAsync(other);
            (await browser.PostWithTokenAsync(input.Path + "/keep", fields)).Status.ShouldBe(204);
            await browser.GetAsync("/");
            (await browser.PostWithTokenAsync(input.Path, fields)).Status.ShouldBe(404);
        }

        (await NewBrowser().LogInAsync("sakura01")).Document.QuerySelector($"a[href='{input.Path}']")
            .ShouldBeNull("nothing was typed in it");
    }

    [Fact]
    public async Task A_right_that_is_lost_on_the_way_is_lost_at_the_next_request()
    {
        var browser = NewBrowser();
        var confirm = await (await browser.LogInAndOpenAsync("sakura02", "BKGK002")).Fill(Bonus, "1").SubmitAsync("change");
        await Bank.WithDatabaseAsync(context => context.Users.Where(user => user.LoginIdKey == "sakura02")
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, UserRole.General)));

        var refused = await confirm.ExecuteAsync("Confirm02");

        refused.Status.ShouldBe(403);
        refused.ErrorKeys.ShouldBe(["E-COM-012@"]);
        (await browser.GetAsync("/")).Screen.ShouldBe("BTOP001", "the session stays");
        (await browser.GetAsync("/companies")).Status.ShouldBe(403);
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(500_000_000);
    }

    [Theory]
    [InlineData("UPDATE Users SET Suspended = 1 WHERE LoginIdKey = 'sakura02'")]
    [InlineData("UPDATE Companies SET Stopped = 1 WHERE ContractNumber = '1000000001'")]
    public async Task A_stop_ends_the_session_at_the_next_request(string stop)
    {
        var browser = NewBrowser();
        var confirm = await (await browser.LogInAndOpenAsync("sakura02", "BKGK002")).Fill(Bonus, "1").SubmitAsync("change");
        await Bank.ExecuteAsync(stop);

        var refused = await confirm.ExecuteAsync("Confirm02");

        refused.Screen.ShouldBe("BLGI001");
        refused.Notice.ShouldBe("ended");
        (await browser.TryLogInAsync("sakura02")).ErrorKeys.ShouldBe(["E-AUTH-003@"]);
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(500_000_000);
    }
}
