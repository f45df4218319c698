using System.Globalization;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Web.Hosting;
using BankAdmin.Web.Security;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Pages;

/// <summary>In production https alone is served, whoever ends it: the program itself or a proxy that is trusted.</summary>
public sealed class ProductionTests(ProductionTests.Production running) : PageTest, IClassFixture<ProductionTests.Production>, IDisposable
{
    private const string Proxy = "192.0.2.1";

    protected override TestApp App => running.App;

    [Fact]
    public async Task Https_is_served_with_HSTS_and_host_only_cookies()
    {
        var browser = NewBrowser("https://bank.example");

        var page = await browser.GetAsync("/");

        page.Screen.ShouldBe("BLGI001");
        page.Headers["Strict-Transport-Security"].ShouldBe("max-age=31536000");
        browser.Cookies.Names.ShouldBe(["__Host-bankadmin-form"]);
        browser.Cookies["__Host-bankadmin-form"].Secure.ShouldBeTrue();
        (await browser.GetAsync("/nowhere")).Headers["Strict-Transport-Security"].ShouldBe("max-age=31536000");
        (await browser.GetAsync("/healthz/ready")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("GET", "http://bank.example", "/?a=1&b=%2F", "https://bank.example/?a=1&b=%2F")]
    [InlineData("HEAD", "http://bank.example", "/companies/information", "https://bank.example/companies/information")]
    [InlineData("GET", "http://bank.example:8080", "/css/bankadmin.css", "https://bank.example/css/bankadmin.css")]
    public async Task Whoever_looks_over_plain_http_is_sent_to_https(string method, string address, string path, string expected)
    {
        var browser = NewBrowser(address);

        var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)));

        answer.Status.ShouldBe(308);
        answer.Location.ShouldBe(expected);
        answer.Bytes.ShouldBeEmpty();
        answer.Headers.Keys.ShouldNotContain("Strict-Transport-Security", "only https can promise it");
        browser.Cookies.Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bank.example", "https://bank.example/a?b")]
    [InlineData("bank.example:8080", "https://bank.example:8443/a?b")]
    [InlineData("[::1]:8080", "https://[::1]:8443/a?b")]
    public async Task Whoever_names_a_port_is_sent_to_our_own(string host, string expected)
    {
        var addresses = ListenAddresses.Read(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["urls"] = "http://*:8080;https://*:8443" }).Build());
        var http = new DefaultHttpContext
        {
            Request = { Method = "GET", Host = new HostString(host), Path = "/a", QueryString = new("?b") },
        };

        await new HttpsOnly(_ => Task.CompletedTask, addresses).InvokeAsync(http);

        http.Response.Headers.Location.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/logout")]
    [InlineData("PUT", "/companies")]
    [InlineData("DELETE", "/nowhere")]
    [InlineData("OPTIONS", "/")]
    public async Task Anything_else_over_plain_http_is_refused_in_a_line(string method, string path)
    {
        var browser = NewBrowser("http://bank.example");

        var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("loginId", "sakura01"), KeyValuePair.Create("password", "Login001")]),
        });

        answer.Status.ShouldBe(400);
        answer.Headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        answer.Body.ShouldContain("https://");
        answer.Body.ShouldContain("何も変更していません");
        browser.Cookies.Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/healthz/live")]
    [InlineData("HEAD", "/healthz/live")]
    [InlineData("GET", "/healthz/ready")]
    public async Task Balancers_may_ask_over_plain_http(string method, string path) =>
        (await NewBrowser("http://bank.example").SendAsync(
            new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)))).Status.ShouldBe(200);

    [Theory]
    [InlineData(Proxy, "https", 200)]
    [InlineData(Proxy, "http", 308)]
    [InlineData(Proxy, null, 308)]
    [InlineData("192.0.2.2", "https", 308)]
    [InlineData("198.51.100.7", "https", 308)]
    public async Task What_is_said_to_be_https_is_believed_of_the_proxy_alone(string from, string? scheme, int status)
    {
        var browser = NewBrowser("http://bank.example", from);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        if (scheme is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", scheme);
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        }

        var answer = await browser.SendAsync(request);

        answer.Status.ShouldBe(status);
        answer.Headers.ContainsKey("Strict-Transport-Security").ShouldBe(status == 200);
    }

    public void Dispose()
    {
        CloseBrowsers();
        GC.SuppressFinalize(this);
    }

    /// <summary>A bank without demo users in production.</summary>
    public sealed class Production : IAsyncLifetime
    {
        private TestBank bank = null!;

        public TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            bank = TestBank.OpenEmpty();
            await new DatabaseMigrator(bank.Database(), TimeProvider.System).MigrateAsync(CancellationToken.None);
            App = new TestApp(bank, settings: new Dictionary<string, string>
            {
                ["environment"] = "Production",
                ["urls"] = "https://127.0.0.1:0",
                ["BankAdmin:AllowedHosts"] = "bank.example",
                ["BankAdmin:TrustedProxies"] = Proxy,
                ["BankAdmin:Security:PasswordRounds"] = PasswordHashing.ProductionRounds.ToString(CultureInfo.InvariantCulture),
            });
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            bank.Dispose();
        }
    }
}
