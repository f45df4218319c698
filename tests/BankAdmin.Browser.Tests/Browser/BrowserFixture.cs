using BankAdmin.Browser.Tests.Browser;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>One Chromium for the whole assembly; every test gets contexts of its own, so nothing is shared but the process.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Generous, because the build machine is shared: they bound a hanging test and time nothing.
    private const float ActionLimit = 15_000;
    private const float NavigationLimit = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Version of the Chromium in use, for messages.</summary>
    public string Version => browser!.Version;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(ActionLimit);
        playwright = await Playwright.CreateAsync();
        browser = await new ChromiumLauncher(playwright).LaunchAsync();
    }

    /// <summary>A browser with empty cookies, as a Japanese user has it.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        options.Locale ??= "ja-JP";
        options.TimezoneId ??= "Asia/Tokyo";
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(ActionLimit);
        context.SetDefaultNavigationTimeout(NavigationLimit);
        return context;
    }

    /// <summary>A browser of its own that keeps what a person's browser keeps, in a folder.</summary>
    public async Task<IBrowserContext> OpenProfileAsync(string folder, string? baseUrl)
    {
        var context = await new ChromiumLauncher(playwright!).LaunchWithProfileAsync(folder, baseUrl);
        context.SetDefaultTimeout(ActionLimit);
        context.SetDefaultNavigationTimeout(NavigationLimit);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
