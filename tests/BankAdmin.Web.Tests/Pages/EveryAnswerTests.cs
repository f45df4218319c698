using BankAdmin.Testing;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Pages;

/// <summary>What holds for an answer of any kind: its headers, HEAD, and where a post may come from.</summary>
public sealed class EveryAnswerTests(EveryAnswerTests.Logging running) : SharedWebTest(running), IClassFixture<EveryAnswerTests.Logging>
{
    [Theory]
    [InlineData("GET", "/", "localhost", 200)]
    [InlineData("HEAD", "/", "localhost", 200)]
    [InlineData("HEAD", "/healthz/live", "localhost", 200)]
    [InlineData("HEAD", "/healthz/ready", "localhost", 200)]
    [InlineData("HEAD", "/css/bankadmin.css", "localhost", 200)]
    [InlineData("HEAD", "/nowhere", "localhost", 404)]
    [InlineData("HEAD", "/companies", "localhost", 303)]
    [InlineData("GET", "/", "evil.example", 400)]
    [InlineData("HEAD", "/", "evil.example", 400)]
    [InlineData("POST", "/", "evil.example", 400)]
    [InlineData("POST", "/", "localhost", 400)]
    [InlineData("PUT", "/", "localhost", 405)]
    [InlineData("OPTIONS", "/", "localhost", 405)]
    public async Task Every_answer_has_the_security_headers(string method, string path, string host, int status)
    {
        using var client = App.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.Host = host;

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
        string Header(string name) => string.Join(',', answer.Headers.TryGetValues(name, out var values) ? values : []);
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("X-Frame-Options").ShouldBe("DENY");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("Strict-Transport-Security").ShouldBe("", "there is no https here");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/administration")]
    [InlineData("/companies")]
    [InlineData("/companies/information")]
    [InlineData("/users")]
    [InlineData("/nowhere")]
    public async Task HEAD_is_answered_like_GET(string path)
    {
        var browser = await LoggedInAsync("sakura01");
        var get = await browser.GetAsync(path, follow: false);

        var head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative)));

        head.Status.ShouldBe(get.Status);
        head.Bytes.ShouldBeEmpty();
        head.Headers["Content-Type"].ShouldBe(get.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("something new", null)]
    [InlineData("cross-site", "http://localhost")]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "http://localhost.evil.example")]
    [InlineData(null, "https://localhost")]
    [InlineData(null, "null")]
    [InlineData(null, "nonsense")]
    public async Task A_post_from_another_site_is_refused_before_its_form_is_looked_at(string? site, string? origin)
    {
        var browser = await LoggedInAsync("sakura01");
        var before = running.Log.Text.Split("Refused POST").Length;

        foreach (var (path, withToken) in new[] { ("/session/keep", true), ("/logout", true), ("/", false), ("/nowhere", false) })
        {
            var refused = await browser.SendAsync(Post(path, withToken ? browser.Current!.AntiforgeryToken : null, site, origin));

            refused.Status.ShouldBe(403, path);
            refused.Screen.ShouldBe("error-403");
            refused.MainText.ShouldContain("ほかのサイト");
            refused.MainText.ShouldContain("何も変更していません。");
        }

        running.Log.Text.Split("Refused POST").Length.ShouldBe(before + 4, "each is told once");
        (await browser.GetAsync("/companies")).Screen.ShouldBe("BKGK001", "nobody was logged out");
        (await browser.SendAsync(Get("/companies", site, origin))).Status.ShouldBe(200, "a link may come from anywhere");
    }

    [Theory]
    [InlineData("same-origin", null)]
    [InlineData("same-origin", "http://localhost")]
    [InlineData("none", null)]
    [InlineData(null, "http://localhost")]
    [InlineData(null, "http://localhost:5000")]
    [InlineData(null, null)]
    public async Task A_post_of_our_own_page_or_of_no_browser_is_judged_by_antiforgery(string? site, string? origin)
    {
        var browser = await LoggedInAsync("sakura01");

        (await browser.SendAsync(Post("/session/keep", browser.Current!.AntiforgeryToken, site, origin))).Status.ShouldBe(204);
        (await browser.SendAsync(Post("/session/keep", null, site, origin))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_node_is_ready_only_while_something_can_be_written()
    {
        var browser = NewBrowser();
        (await browser.GetAsync("/")).Screen.ShouldBe("BLGI001", "its ring is there");
        (await browser.GetAsync("/healthz/ready")).Status.ShouldBe(200);

        await Bank.ExecuteAsync("CREATE TRIGGER \"Full\" BEFORE UPDATE ON \"DataProtectionKeys\" BEGIN SELECT RAISE(ABORT, 'full'); END");
        var full = await browser.GetAsync("/healthz/ready");
        await Bank.ExecuteAsync("DROP TRIGGER \"Full\"");

        full.Status.ShouldBe(503);
        full.Body.ShouldBe("database is away");
        (await browser.GetAsync("/healthz/live")).Status.ShouldBe(200);
        (await browser.GetAsync("/healthz/ready")).Status.ShouldBe(200, "it takes rows again");
    }

    [Fact]
    public async Task Nor_is_it_while_another_holds_the_database()
    {
        await using var connection = new SqliteConnection($"{Bank.ConnectionString};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        (await NewBrowser().GetAsync("/healthz/ready")).Status.ShouldBe(503);
    }

    private static HttpRequestMessage Post(string path, string? token, string? site, string? origin)
    {
        var request = Get(path, site, origin);
        request.Method = HttpMethod.Post;
        request.Content = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create(Page.TokenField, token)]);
        return request;
    }

    private static HttpRequestMessage Get(string path, string? site, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", site), ("Origin", origin) }.Where(header => header.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>A program whose log can be read, and which does not wait long.</summary>
    public sealed class Logging : RunningBank
    {
        internal LogCollector Log { get; } = new();

        protected override TestApp StartApp() => new(
            Bank,
            settings: new Dictionary<string, string> { ["ConnectionStrings:BankAdmin"] = $"{Bank.ConnectionString};Default Timeout=1" },
            services: Log.Join);
    }
}
