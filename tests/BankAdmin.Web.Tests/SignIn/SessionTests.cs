using BankAdmin.Domain;
using BankAdmin.Testing;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.Net.Http.Headers;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>How a session begins, what names it, and how it ends.</summary>
public sealed class SessionTests : WebTest
{
    private const string Cookie = "bankadmin";

    [Fact]
    public async Task Without_a_session_there_is_no_page()
    {
        var refused = await NewBrowser().GetAsync("/companies", follow: false);

        refused.Status.ShouldBe(303);
        refused.Location.ShouldBe("/");
        refused.Bytes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fifteen_idle_minutes_end_it_and_say_so_once()
    {
        var browser = await LoggedInAsync("sakura01");
        App.Clock.Advance(TimeSpan.FromMinutes(14.5));
        (await browser.GetAsync("/administration")).Screen.ShouldBe("BSSK001");
        App.Clock.Advance(TimeSpan.FromMinutes(14.5));
        (await browser.GetAsync("/administration")).Screen.ShouldBe("BSSK001", "work keeps it alive");
        App.Clock.Advance(TimeSpan.FromMinutes(15));

        var ended = await browser.GetAsync("/administration");

        ended.Screen.ShouldBe("BLGI001");
        ended.Notice.ShouldBe("timeout");
        (await browser.GetAsync("/")).Notice.ShouldBeNull();
    }

    [Fact]
    public async Task Saying_that_one_is_there_keeps_it_alive()
    {
        var browser = await LoggedInAsync("sakura01");
        App.Clock.Advance(TimeSpan.FromMinutes(14));
        (await browser.PostWithTokenAsync("/session/keep", [])).Status.ShouldBe(204);
        App.Clock.Advance(TimeSpan.FromMinutes(14));

        (await browser.GetAsync("/administration")).Screen.ShouldBe("BSSK001");
    }

    [Fact]
    public async Task Eight_hours_end_it_in_any_case()
    {
        var browser = await LoggedInAsync("sakura01");
        await WorkOnAsync(browser, TimeSpan.FromHours(8) - TimeSpan.FromSeconds(30));
        (await browser.GetAsync("/administration")).Screen.ShouldBe("BSSK001");
        App.Clock.Advance(TimeSpan.FromSeconds(30));

        (await browser.GetAsync("/administration")).Notice.ShouldBe("timeout");
    }

    [Theory]
    [InlineData(4, "BKGK001")] // clocks of two nodes differ a little
    [InlineData(6, "BLGI001")]
    public async Task A_session_that_was_used_in_the_future_is_over(int minutes, string screen)
    {
        var browser = await LoggedInAsync("sakura01");

        App.Clock.Advance(TimeSpan.FromMinutes(-minutes));

        (await browser.GetAsync("/companies")).Screen.ShouldBe(screen);
    }

    [Fact]
    public async Task A_second_login_ends_the_first_which_is_told_why()
    {
        var first = await LoggedInAsync("sakura01");
        var second = await LoggedInAsync("sakura01");

        (await first.GetAsync("/companies")).Notice.ShouldBe("otherLogin");
        (await second.GetAsync("/companies")).Screen.ShouldBe("BKGK001");
    }

    [Fact]
    public async Task A_refused_login_does_not_end_a_session()
    {
        var working = await LoggedInAsync("sakura01");
        await NewBrowser().TryLogInAsync("sakura01", "Wrong0001");

        (await working.GetAsync("/companies")).Screen.ShouldBe("BKGK001");
    }

    [Fact]
    public async Task Logging_out_ends_it_on_the_server()
    {
        var browser = await LoggedInAsync("sakura01");
        var cookie = browser.Cookies[Cookie].Value.ToString();
        var top = await browser.GetAsync("/");

        var answer = await top.ClickAsync("logout", follow: false);

        answer.Status.ShouldBe(303);
        answer.Location.ShouldBe("/");
        answer.Headers["Clear-Site-Data"].ShouldBe("\"cache\", \"storage\"");
        (await browser.GetAsync("/")).Notice.ShouldBe("ended");
        browser.Cookies.Plant(Cookie, cookie);
        (await browser.GetAsync("/companies")).Screen.ShouldBe("BLGI001", "the cookie of an ended session opens nothing");
    }

    [Fact]
    public async Task Every_login_gets_a_session_of_its_own()
    {
        var attacker = await LoggedInAsync("sakura03");
        var planted = attacker.Cookies[Cookie].Value.ToString();
        var victim = NewBrowser();
        var login = await victim.GetAsync("/");
        victim.Cookies.Plant(Cookie, planted);
        await login.Fill("loginId", "sakura01").Fill("password", "Login001").SubmitAsync("login");

        victim.Current!.Screen.ShouldBe("BTOP001");
        victim.Cookies[Cookie].Value.ToString().ShouldNotBe(planted);
        (await attacker.GetAsync("/")).Html.ShouldNotContain("佐藤");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cookie_that_the_server_did_not_write_is_nothing(string value)
    {
        var browser = NewBrowser();
        browser.Cookies.Plant(Cookie, value);

        (await browser.GetAsync("/companies")).Screen.ShouldBe("BLGI001");
    }

    [Fact]
    public async Task On_plain_http_cookies_are_host_only_and_out_of_reach_of_scripts()
    {
        var browser = await LoggedInAsync("sakura01");

        browser.Cookies.Names.ShouldBe(["bankadmin-form", Cookie], ignoreOrder: true);
        foreach (var cookie in browser.Cookies.Names.Select(name => browser.Cookies[name]))
        {
            ShouldBeOurs(cookie);
            cookie.Secure.ShouldBeFalse("there is no https here");
        }
    }

    [Fact]
    public async Task On_https_cookies_are_secure_and_bound_to_the_host_by_name()
    {
        var browser = NewBrowser("https://localhost");
        await browser.LogInAsync("sakura01");

        browser.Cookies.Names.ShouldBe(["__Host-bankadmin-form", "__Host-bankadmin"], ignoreOrder: true);
        foreach (var cookie in browser.Cookies.Names.Select(name => browser.Cookies[name]))
        {
            ShouldBeOurs(cookie);
            cookie.Secure.ShouldBeTrue();
        }

        (await browser.GetAsync("/companies")).Screen.ShouldBe("BKGK001");
        var value = browser.Cookies["__Host-bankadmin"].Value.ToString();
        browser.Cookies.Clear();
        browser.Cookies.Plant(Cookie, value);
        (await browser.GetAsync("/companies")).Screen.ShouldBe("BLGI001", "a cookie any neighbour could have set is not read");
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_field_is_refused()
    {
        var browser = await LoggedInAsync("sakura01");
        var stranger = await LoggedInAsync("midori01");
        foreach (var path in new[] { "/logout", "/session/keep", "/companies/change-company/start" })
        {
            var without = await browser.PostAsync(path, []);
            without.Status.ShouldBe(400, path);
            without.Screen.ShouldBe("error-400");
            (await browser.PostAsync(path, [(Page.TokenField, stranger.Current!.AntiforgeryToken)])).Status.ShouldBe(
                400, "another person's field");
        }

        (await browser.GetAsync("/companies")).Screen.ShouldBe("BKGK001", "it did not log out");
        (await NewBrowser().PostAsync("/", [("loginId", "sakura01"), ("password", "Login001")])).Status.ShouldBe(
            400, "logging in asks for it, too");
    }

    [Fact]
    public async Task The_top_page_shows_the_last_three_logins_and_the_header_the_last_success()
    {
        await NewBrowser("http://localhost", "203.0.113.5").LogInAsync("sakura01");
        var success = App.Clock.GetUtcNow().UtcDateTime;
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await NewBrowser("http://localhost", "203.0.113.66").TryLogInAsync("sakura01", "Wrong0001");
        App.Clock.Advance(TimeSpan.FromMinutes(5));

        var top = await NewBrowser().LogInAsync("sakura01");

        var rows = top.Document.QuerySelectorAll("main table.table-tight tbody tr").Select(row => row.TextContent).ToList();
        rows.Count.ShouldBe(3);
        rows[0].ShouldContain("203.0.113.66");
        rows[0].ShouldContain("失敗");
        rows[1].ShouldContain("203.0.113.5");
        rows[1].ShouldContain("成功");
        top.Document.QuerySelector(".ba-who .last")!.TextContent.ShouldContain(JapanTime.Short(success)[..16]);
    }

    [Fact]
    public async Task The_session_holds_on_every_node()
    {
        await using var other = new TestApp(Bank, App.Clock);
        var browser = await LoggedInAsync("sakura01");
        using var elsewhere = other.NewBrowser();
        foreach (var name in browser.Cookies.Names)
        {
            elsewhere.Cookies.Plant(name, browser.Cookies[name].Value.ToString());
        }

        (await elsewhere.OpenAsync("BKGK002")).Screen.ShouldBe("BKGK002");
        await (await browser.GetAsync("/")).ClickAsync("logout");
        (await elsewhere.GetAsync("/companies")).Screen.ShouldBe("BLGI001", "it ended here, so it ended there");
    }

    private static void ShouldBeOurs(SetCookieHeaderValue cookie)
    {
        cookie.HttpOnly.ShouldBeTrue(cookie.Name.ToString());

        // A link from another site must not replace the one that forms are bound to.
        cookie.SameSite.ShouldBe(
            cookie.Name.EndsWith("form", StringComparison.Ordinal) ? SameSiteMode.Lax : SameSiteMode.Strict, cookie.Name.ToString());
        cookie.Path.ToString().ShouldBe("/");
        cookie.Domain.HasValue.ShouldBeFalse("host-only");
        (cookie.Expires is null && cookie.MaxAge is null).ShouldBeTrue("it goes with the browser");
    }
}
