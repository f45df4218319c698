using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>BLGI001: who comes in, and what the others are told.</summary>
public sealed class LogInTests : WebTest
{
    private const string Wrong = "Wrong0001";

    [Fact]
    public async Task The_right_password_leads_to_the_top_page()
    {
        var answer = await NewBrowser().TryLogInAsync("sakura01", follow: false);

        answer.Status.ShouldBe(303);
        answer.Location.ShouldBe("/");
        (await NewBrowser().TryLogInAsync("sakura01")).Screen.ShouldBe("BTOP001");
    }

    [Theory]
    [InlineData("SAKURA01")]
    [InlineData("sakura01 ")]
    [InlineData("ｓａｋｕｒａ０１")]
    [InlineData("ＳＡＫＵＲＡ０１")]
    public async Task An_ID_is_compared_without_regard_to_case_and_width(string typed) =>
        (await NewBrowser().TryLogInAsync(typed, "Login001")).Screen.ShouldBe("BTOP001");

    [Theory]
    [InlineData("login001")]
    [InlineData("Login001 ")]
    [InlineData("Ｌｏｇｉｎ００１")]
    [InlineData("Confirm01")]
    public async Task A_password_is_taken_to_the_letter(string typed) =>
        (await NewBrowser().TryLogInAsync("sakura01", typed)).ErrorKeys.ShouldBe(["E-AUTH-001@"]);

    [Fact]
    public async Task Wrong_unknown_and_unusable_are_answered_alike()
    {
        var answers = new List<string>();
        foreach (var loginId in new[]
        {
            "sakura01", "sakura04", "sakura05", "aoi00001", "nobody99", "' OR 1=1 --", "abc\uFFFE123", new string('x', 5000),
        })
        {
            var answer = await NewBrowser().TryLogInAsync(loginId, Wrong);
            answer.Status.ShouldBe(422);
            answer.ValueOf("loginId").ShouldBe(loginId);
            answers.Add($"{string.Join(',', answer.ErrorKeys)} {answer.MainText}");
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldStartWith("E-AUTH-001@ ");
    }

    [Fact]
    public async Task The_login_page_of_an_old_tab_still_logs_in()
    {
        var browser = NewBrowser();
        var old = await browser.GetAsync("/");
        await browser.LogInAsync("sakura01");

        (await old.Fill("loginId", "sakura01").Fill("password", Wrong).SubmitAsync("login")).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
        (await browser.GetAsync("/companies")).Screen.ShouldBe("BKGK001", "the session goes on");
        foreach (var (loginId, name) in new[] { ("sakura01", "佐藤"), ("sakura01", "佐藤"), ("sakura03", "高橋") })
        {
            var again = await old.Fill("loginId", loginId).Fill("password", Demo.LoginPasswordOf(loginId))
                .SubmitAsync("login", follow: false);

            again.Status.ShouldBe(303, again.Summary);
            again.Location.ShouldBe("/");
            (await browser.GetAsync("/")).Html.ShouldContain(name);
        }
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var browser = NewBrowser();

        (await (await browser.GetAsync("/")).SubmitAsync("login")).ErrorKeys.ShouldBe(["E-COM-001@loginId", "E-COM-001@password"]);
        (await browser.TryLogInAsync("sakura01", "")).ErrorKeys.ShouldBe(["E-COM-001@password"]);
    }

    [Theory]
    [InlineData("sakura01", "Login001")]
    [InlineData("nobody99", "Login001")]
    public async Task Five_wrong_entries_pause_for_half_an_hour_known_or_not(string loginId, string password)
    {
        await WrongAsync(loginId, 5);

        var paused = await NewBrowser().TryLogInAsync(loginId, password);
        paused.Status.ShouldBe(422);
        paused.ErrorKeys.ShouldBe(["E-AUTH-002@"]);
        paused.Errors[0].Text.ShouldContain("30分");
        (await NewBrowser().TryLogInAsync(loginId.ToUpperInvariant(), Wrong)).ErrorKeys.ShouldBe(["E-AUTH-002@"]);
        App.Clock.Advance(TimeSpan.FromMinutes(29.5));
        (await NewBrowser().TryLogInAsync(loginId, password)).ErrorKeys.ShouldBe(["E-AUTH-002@"]);
        App.Clock.Advance(TimeSpan.FromMinutes(0.5));

        var after = await NewBrowser().TryLogInAsync(loginId, password);

        after.Screen.ShouldBe(loginId == "nobody99" ? "BLGI001" : "BTOP001");
        after.ErrorKeys.ShouldBe(loginId == "nobody99" ? ["E-AUTH-001@"] : []);
    }

    /// <summary>Days since the demo data's passwords were set; they were ten days old then.</summary>
    [Theory]
    [InlineData(79, null)]
    [InlineData(80, "90日になるまでに変更してください")]
    [InlineData(89, "90日になるまでに変更してください")]
    [InlineData(95, "90日を過ぎています")]
    public async Task The_top_page_reminds_of_an_old_password_and_never_stops(int age, string? reminder)
    {
        App.Clock.Advance(TimeSpan.FromDays(age - 10) + TimeSpan.FromMinutes(5));

        var top = await NewBrowser().LogInAsync("sakura01");

        top.Screen.ShouldBe("BTOP001");
        top.MainText.ShouldContain($"{age}日前に変更");
        top.Has("BRSK002").ShouldBeTrue("it can be changed from here at any age");
        top.MainText.Contains("変更してください", StringComparison.Ordinal).ShouldBe(reminder is not null);
        top.MainText.ShouldContain(reminder ?? "");
    }

    [Fact]
    public async Task A_success_resets_the_count()
    {
        await WrongAsync("sakura01", 4);
        await NewBrowser().LogInAsync("sakura01");
        await WrongAsync("sakura01", 4);

        (await NewBrowser().TryLogInAsync("sakura01")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task Who_is_stopped_is_told_so_only_with_the_right_password()
    {
        (await (await LoggedInAsync("sakura01")).SuspendAsync("sakura01", "sakura03", "Stop")).Screen.ShouldBe("BRSK017");

        (await NewBrowser().TryLogInAsync("sakura03", Wrong)).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
        (await NewBrowser().TryLogInAsync("sakura03")).ErrorKeys.ShouldBe(["E-AUTH-003@"]);
    }

    [Fact]
    public async Task Three_pauses_without_a_success_stop_the_user()
    {
        await PauseAsync("sakura01", 3);

        (await NewBrowser().TryLogInAsync("sakura01", Wrong)).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
        (await NewBrowser().TryLogInAsync("sakura01")).ErrorKeys.ShouldBe(["E-AUTH-003@"]);
        App.Clock.Advance(TimeSpan.FromDays(3));
        (await NewBrowser().TryLogInAsync("sakura01")).ErrorKeys.ShouldBe(["E-AUTH-003@"]);
    }

    [Fact]
    public async Task A_success_between_them_begins_the_pauses_anew()
    {
        await PauseAsync("sakura01", 2);
        await NewBrowser().LogInAsync("sakura01");
        await PauseAsync("sakura01", 1);

        (await NewBrowser().TryLogInAsync("sakura01")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task An_unknown_ID_that_was_paused_three_times_is_still_answered_like_a_known_one()
    {
        await PauseAsync("nobody99", 3);

        (await NewBrowser().TryLogInAsync("nobody99", Wrong)).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
    }

    [Theory]
    [InlineData("sakura04", "E-AUTH-003@")]
    [InlineData("aoi00001", "E-AUTH-031@")]
    [InlineData("aoi00003", "E-AUTH-031@")]
    public async Task The_reason_is_told_to_who_knows_the_password(string loginId, string error)
    {
        var refused = await NewBrowser().TryLogInAsync(loginId);

        refused.Status.ShouldBe(422);
        refused.Screen.ShouldBe("BLGI001");
        refused.ErrorKeys.ShouldBe([error]);
    }

    [Fact]
    public async Task The_count_holds_on_every_node()
    {
        await using var other = new TestApp(Bank, App.Clock);
        for (var i = 0; i < 5; i++)
        {
            using var browser = (i % 2 == 0 ? App : other).NewBrowser();
            await browser.TryLogInAsync("sakura01", Wrong);
        }

        using var last = other.NewBrowser();
        (await last.TryLogInAsync("sakura01")).ErrorKeys.ShouldBe(["E-AUTH-002@"]);
    }

    [Fact]
    public async Task Twenty_guesses_at_once_count_like_twenty_one_after_the_other()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NewBrowser().GetAsync("/")));

        var answers = await Task.WhenAll(
            pages.Select(page => page.Fill("loginId", "sakura01").Fill("password", Wrong).SubmitAsync("login")));

        answers.Count(answer => answer.ErrorKeys.Single() == "E-AUTH-001@").ShouldBe(5);
        answers.Count(answer => answer.ErrorKeys.Single() == "E-AUTH-002@").ShouldBe(15);
    }

    [Fact]
    public async Task A_password_stored_with_fewer_rounds_is_stored_anew_when_it_is_known()
    {
        var weak = await HashAsync();
        await using var stronger = new TestApp(
            Bank, App.Clock, new Dictionary<string, string> { ["BankAdmin:Security:PasswordRounds"] = "2500" });
        using var browser = stronger.NewBrowser();
        using var later = stronger.NewBrowser();

        (await browser.TryLogInAsync("sakura01", Wrong)).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
        (await HashAsync()).ShouldBe(weak, "a wrong password changes nothing");
        await browser.LogInAsync("sakura01");
        var strong = await HashAsync();
        await later.LogInAsync("sakura01");

        strong.ShouldNotBe(weak);
        (await HashAsync()).ShouldBe(strong, "once is enough");
        (await NewBrowser().TryLogInAsync("sakura01")).Screen.ShouldBe("BTOP001", "the node with fewer rounds reads it, too");
        (await HashAsync()).ShouldBe(strong, "and does not weaken it");
    }

    [Fact]
    public async Task A_password_in_the_address_is_not_taken()
    {
        var browser = NewBrowser();
        await browser.GetAsync("/");

        var refused = await browser.PostWithTokenAsync("/?loginId=sakura01&password=Login001", []);

        refused.ErrorKeys.ShouldBe(["E-COM-001@loginId", "E-COM-001@password"]);
    }

    private Task<string> HashAsync() => Bank.WithDatabaseAsync(context =>
        context.Users.Where(user => user.LoginIdKey == "sakura01").Select(user => user.LoginPassword.Hash!).SingleAsync());

    private async Task PauseAsync(string loginId, int times)
    {
        for (var round = 0; round < times; round++)
        {
            await WrongAsync(loginId, 5);
            App.Clock.Advance(TimeSpan.FromMinutes(30));
        }
    }

    private async Task WrongAsync(string loginId, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await NewBrowser().TryLogInAsync(loginId, Wrong)).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
        }
    }
}
