using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>A company that logs in by certificate, one that does not, and one whose contract has left certificates.</summary>
public abstract class CertificateScene : WebTest
{
    protected const string Master = "kanri001";
    protected const string Administrator = "kanri002";
    protected const string Without = "ippan001";
    protected const string Expired = "ippan002";
    protected const string New = "ippan003";
    protected const string ByPassword = "tanin001";
    protected const string Leftover = "moto0001";
    protected static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    protected const string Https = "https://localhost";

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000631").ByCertificate().WithMaster(Master).HoldingCertificate()
            .WithAdministrator(Administrator, Permission.Balance).HoldingCertificate()
            .WithUser(Without, UserRole.General, Permission.Balance)
            .WithUser(Expired, UserRole.General, Permission.Balance).HoldingCertificate("Expired")
            .WithUser(New, UserRole.General, "Active", confirmationPassword: null, forceChange: true, Permission.Balance),
        A.Company("9000000632").WithMaster(ByPassword),
        A.Company("9000000633").WithMaster(Leftover).HoldingCertificate(),
    ];

    /// <summary>A browser at https that shows somebody's certificate.</summary>
    protected PageClient BrowserWith(X509Certificate2? certificate, string terminal = PageClient.DefaultTerminal)
    {
        var browser = NewBrowser(Https, terminal);
        browser.Certificate = certificate;
        return browser;
    }

    /// <summary>Logs in with a certificate.</summary>
    protected async Task<PageClient> LoggedInWithAsync(X509Certificate2 certificate)
    {
        var browser = BrowserWith(certificate);
        var page = await LogInAsync(browser);
        return page.Screen == "BTOP001" ? browser : throw new InvalidOperationException(page.Summary);
    }

    protected Task<PageClient> LoggedInWithAsync(string loginId) => LoggedInWithAsync(Bank.CertificateOf(loginId));

    /// <summary>Types the password alone, on the page that asks for it alone.</summary>
    protected static async Task<Page> LogInAsync(PageClient browser, string password = A.LoginPassword) =>
        await (await browser.GetAsync("/")).Fill("password", password).SubmitAsync("login");

    /// <summary>証明書取得認証 (BSMS001).</summary>
    protected static async Task<Page> TryIssueAsync(PageClient browser, string loginId, string password = A.LoginPassword)
    {
        var page = await (await browser.GetAsync("/")).ClickAsync("BSMS001");
        return await page.Fill("loginId", loginId).Fill("password", password).SubmitAsync("login");
    }

    /// <summary>The certificate in a file that a result page hands out.</summary>
    protected static async Task<X509Certificate2> FetchAsync(Page result)
    {
        var password = result.Text("p12Password");
        var file = await result.ClickAsync("download");
        return TestBank.OpenCertificate([.. file.Bytes], password);
    }

    /// <summary>A request for a certificate, PEM.</summary>
    protected static string RequestOf(AsymmetricAlgorithm key, params IEnumerable<X509Extension> extensions)
    {
        var request = key is RSA rsa
            ? new CertificateRequest("CN=somebody else", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest("CN=somebody else", (ECDsa)key, HashAlgorithmName.SHA256);
        foreach (var extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        return request.CreateSigningRequestPem();
    }

    protected DateTime Now => App.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Somebody in the last days of their certificate.</summary>
    protected async Task<PageClient> RenewableAsync(string loginId)
    {
        App.Clock.Advance(TimeSpan.FromDays(340));
        return await LoggedInWithAsync(loginId);
    }

    protected static async Task<Page> RenewAsync(PageClient browser)
    {
        var confirm = await (await browser.GetAsync("/")).SubmitAsync("BSMS002");
        var result = await confirm.Fill("confirmationPassword", A.ConfirmationPassword).SubmitAsync("execute");
        return result.Screen == "BSMS004" ? result : throw new InvalidOperationException(result.Summary);
    }

    protected Task<int> ShownAsync() => Bank.WithDatabaseAsync(context => context.Disclosures.CountAsync());

    protected Task<List<string>> MailsAsync() =>
        Bank.WithDatabaseAsync(context => context.OutgoingMails.AsNoTracking().Select(mail => mail.To).ToListAsync());

    protected async Task<List<ClientCertificate>> CertificatesAsync(string loginId)
    {
        var id = (await Bank.UserAsync(loginId)).Id;
        return await Bank.WithDatabaseAsync(context => context.Certificates.AsNoTracking().Where(c => c.UserId == id).ToListAsync());
    }
}
