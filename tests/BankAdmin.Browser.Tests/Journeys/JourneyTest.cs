using BankAdmin.Browser.Tests.Browser;
using Microsoft.Playwright;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>A test on the running program, with a bank that nobody else touches.</summary>
public abstract class JourneyTest(BrowserFixture browser, string? fixture = null) : BrowserTest(browser)
{
    protected const int Wide = 1280;
    protected const int Narrow = 320;

    protected BankSite Site { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Site = await BankSite.OpenAsync(fixture);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            await Site.DisposeAsync();
        }
    }

    /// <summary>Somebody who has opened the front door.</summary>
    internal async Task<Person> PersonAsync(bool javaScript = true, int width = Wide, Action<BrowserNewContextOptions>? configure = null)
    {
        var person = new Person(await NewPageAsync(Site.Url, javaScript, width, configure));
        await person.Page.GotoAsync("/");
        return person;
    }

    /// <summary>Somebody who has opened the front door at https with a certificate.</summary>
    internal async Task<Person> PersonWithAsync(string file, string password, bool javaScript = true)
    {
        var certificate = new ClientCertificate { Origin = Site.HttpsUrl, PfxPath = file, Passphrase = password };
        var page = await NewPageAsync(Site.HttpsUrl, javaScript, Wide, options =>
            (options.ClientCertificates, options.IgnoreHTTPSErrors) = ([certificate], true));
        await page.GotoAsync("/");
        return new Person(page);
    }

    internal async Task<Person> LoggedInAsync(Login login, bool javaScript = true, int width = Wide)
    {
        var person = await PersonAsync(javaScript, width);
        await person.LogInAsync(login);
        return person;
    }

    /// <summary>Somebody who has opened 企業情報変更.</summary>
    internal async Task<Person> ChangingCompanyAsync(Login login, bool javaScript = true, int width = Wide)
    {
        var person = await LoggedInAsync(login, javaScript, width);
        await person.OpenChangeCompanyAsync();
        return person;
    }
}
