using System.IO.Compression;
using BankAdmin.Testing;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Pages;

/// <summary>What a hostile text may not do, on any page.</summary>
public sealed class SafetyTests(SafetyTests.Logging running) : SharedWebTest(running), IClassFixture<SafetyTests.Logging>
{
    private const string Hostile = "＜＞\"'&</td><b>x</b>";

    [Fact]
    public async Task Text_is_shown_and_never_run()
    {
        var browser = NewBrowser();
        var login = await browser.TryLogInAsync("<script>alert(1)</script>", "Wrong0001");
        login.Html.ShouldNotContain("<script>alert");
        login.ValueOf("loginId").ShouldBe("<script>alert(1)</script>");

        var refused = await (await browser.LogInAndOpenAsync("sakura01", "BKGK002"))
            .Fill("companyLimits.bonus", Hostile).SubmitAsync("change");
        refused.ValueOf("companyLimits.bonus").ShouldBe(Hostile);
        refused.Document.QuerySelector("b:contains('x')").ShouldBeNull();

        var result = await (await browser.OpenAsync("BKGK015")).Fill("memos[0]", "</td><b>x</b>").SubmitAsync("change");
        result.Sheet["memos[0]"].Value.ShouldBe("</td><b>x</b>");
        (await browser.OpenAsync("BKGK015")).ValueOf("memos[0]").ShouldBe("</td><b>x</b>");
    }

    [Fact]
    public async Task Logs_hold_no_secret()
    {
        var browser = NewBrowser();
        await browser.TryLogInAsync("sakura01", "Tippfehler9");
        await browser.LogInAsync("sakura01");
        await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1");

        running.Log.Text.ShouldContain("ChangeCompany", Case.Sensitive, "there is something to look at");
        foreach (var secret in new[] { "Tippfehler9", "Login001", "Confirm01" })
        {
            running.Log.Text.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Pages_say_in_their_headers_who_may_use_them()
    {
        var page = await NewBrowser().GetAsync("/");

        page.Headers["X-Frame-Options"].ShouldBe("DENY");
        page.Headers["Cross-Origin-Opener-Policy"].ShouldBe("same-origin");
        page.Headers["Content-Security-Policy"].ShouldContain("base-uri 'none'");
        page.Headers.Keys.ShouldNotContain("Server");
        page.Headers.Keys.ShouldNotContain("X-Powered-By");
    }

    [Theory]
    [InlineData("/css/bankadmin.css?v=1", "immutable")]
    [InlineData("/js/bankadmin.js", "max-age=3600")]
    public async Task Files_may_be_kept(string path, string cache)
    {
        using var client = App.CreateClient();

        var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        ((int)answer.StatusCode).ShouldBe(200);
        answer.Headers.CacheControl!.ToString().ShouldContain(cache);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("/css/bankadmin.css?v=1", "text/css", "gzip")]
    [InlineData("/css/bankadmin.css", "text/css", "gzip;q=0.5, br;q=0")]
    [InlineData("/js/bankadmin.js", "text/javascript", "GZIP")]
    [InlineData("/favicon.svg", "image/svg+xml", "deflate, gzip")]
    public async Task Files_are_sent_as_the_build_compressed_them_to_whoever_takes_that(string path, string type, string accepted)
    {
        using var client = App.CreateClient();
        var whole = await client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        var answer = await GetAsync(client, path, accepted);

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var copy = new MemoryStream();
        await unpacked.CopyToAsync(copy);
        copy.ToArray().ShouldBe(whole);
    }

    [Theory]
    [InlineData("/css/bankadmin.css", "identity")]
    [InlineData("/css/bankadmin.css", "gzip;q=0")]
    [InlineData("/", "br, gzip")]
    [InlineData("/no-such-file.css", "gzip")]
    public async Task Nothing_else_is_compressed_pages_least_of_all(string path, string accepted)
    {
        using var client = App.CreateClient();

        (await GetAsync(client, path, accepted)).Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await client.SendAsync(request);
    }

    /// <summary>A program whose log can be read.</summary>
    public sealed class Logging : RunningBank
    {
        internal LogCollector Log { get; } = new();

        protected override TestApp StartApp() => new(Bank, services: Log.Join);
    }
}
