using BankAdmin.Testing;
using BankAdmin.Testing.Pages;

namespace BankAdmin.Web.Tests.Scenes;

/// <summary>A test that walks through pages with browsers of its own.</summary>
public abstract class PageTest
{
    private readonly List<PageClient> browsers = [];

    protected abstract TestApp App { get; }

    /// <summary>A browser without cookies.</summary>
    protected PageClient NewBrowser(string address = "http://localhost", string terminal = PageClient.DefaultTerminal)
    {
        var browser = App.NewBrowser(address, terminal);
        browsers.Add(browser);
        return browser;
    }

    protected async Task<PageClient> LoggedInAsync(string loginId)
    {
        var browser = NewBrowser();
        await browser.LogInAsync(loginId);
        return browser;
    }

    protected void CloseBrowsers() => browsers.ForEach(browser => browser.Dispose());
}
