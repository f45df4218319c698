using BankAdmin.Testing;
using BankAdmin.Testing.Pages;

namespace BankAdmin.Web.Tests.Scenes;

/// <summary>
/// A test that shares bank and program with the others of its class: they run one after the other, each with browsers of
/// its own. Whoever logs in ends the session that the test before left, and finds its drafts.
/// </summary>
public abstract class SharedWebTest(RunningBank running) : IDisposable
{
    private readonly List<PageClient> browsers = [];

    protected TestBank Bank => running.Bank;

    protected TestApp App => running.App;

    public void Dispose()
    {
        browsers.ForEach(browser => browser.Dispose());
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser without cookies.</summary>
    protected PageClient NewBrowser()
    {
        var browser = App.NewBrowser();
        browsers.Add(browser);
        return browser;
    }

    protected async Task<PageClient> LoggedInAsync(string loginId)
    {
        var browser = NewBrowser();
        await browser.LogInAsync(loginId);
        return browser;
    }
}
