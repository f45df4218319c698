using System.Security.Cryptography.X509Certificates;
using BankAdmin.Testing;
using BankAdmin.Testing.Pages;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>Certificates that a proxy took at its end of the connection.</summary>
public sealed class ForwardedCertificateTests : CertificateScene
{
    private const string Proxy = "192.0.2.1";
    private const string Header = "X-Client-Certificate";

    protected override TestApp StartApp() => new(Bank, settings: new Dictionary<string, string>
    {
        ["BankAdmin__TrustedProxies"] = Proxy,
        ["BankAdmin__ClientCertificateHeader"] = Header,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_trusted_proxy_is_believed_in_either_form(bool encoded)
    {
        var certificate = Bank.CertificateOf(Master);
        var browser = Behind(Proxy, encoded ? Encoded(certificate) : Structured(certificate));
        var top = await LogInAsync(browser);
        top.Screen.ShouldBe("BTOP001", top.Summary);

        browser.AddedByProxy[Header] = Structured(Bank.CertificateOf(Administrator));
        (await browser.GetAsync("/administration", follow: false)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task From_anybody_else_the_header_is_dropped()
    {
        foreach (var header in new[] { Structured(Bank.CertificateOf(Master)), Encoded(Bank.CertificateOf(Master)) })
        {
            (await IsAskedForIdAsync(Behind("192.0.2.2", header))).ShouldBeTrue();
        }

        var direct = BrowserWith(null, "192.0.2.2");
        direct.AddedByProxy[Header] = Encoded(Bank.CertificateOf(Master));
        (await IsAskedForIdAsync(direct)).ShouldBeTrue("at https of our own, too");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData(":AAAA:")]
    [InlineData("-----BEGIN CERTIFICATE-----%0Ax%0A-----END CERTIFICATE-----%0A")]
    [InlineData(":AAAA:, :AAAA:")]
    public async Task What_is_no_certificate_is_none(string header) =>
        (await IsAskedForIdAsync(Behind(Proxy, header))).ShouldBeTrue();

    [Fact]
    public async Task Plain_http_before_the_proxy_proves_nothing()
    {
        var browser = Behind(Proxy, Structured(Bank.CertificateOf(Master)));
        browser.AddedByProxy["X-Forwarded-Proto"] = "http";

        (await IsAskedForIdAsync(browser)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_proxy_proves_itself_with_is_nobodys()
    {
        var browser = Behind(Proxy, null);
        browser.Certificate = Bank.CertificateOf(Master);

        var page = await browser.GetAsync("/");

        page.Has("loginId").ShouldBeTrue();
        page.Warnings.ShouldBeEmpty();
    }

    private PageClient Behind(string peer, string? header)
    {
        // Cookies of https come back to https alone, which is what the person behind the proxy sees.
        var browser = NewBrowser(Https, peer);
        browser.AddedByProxy["X-Forwarded-For"] = "203.0.113.9";
        browser.AddedByProxy["X-Forwarded-Proto"] = "https";
        if (header is not null)
        {
            browser.AddedByProxy[Header] = header;
        }

        return browser;
    }

    private static async Task<bool> IsAskedForIdAsync(PageClient browser) => (await browser.GetAsync("/")).Has("loginId");

    private static string Structured(X509Certificate2 certificate) => $":{Convert.ToBase64String(certificate.RawData)}:";

    private static string Encoded(X509Certificate2 certificate) => Uri.EscapeDataString(certificate.ExportCertificatePem());
}
