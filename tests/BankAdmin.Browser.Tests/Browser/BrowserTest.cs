using Microsoft.Playwright;
using Xunit;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>
/// A test class with pages: closes what it opened and fails a test during which the browser complained. (Not done by
/// disposing in the test itself, where it would replace the exception that says what went wrong.)
/// </summary>
public abstract class BrowserTest(BrowserFixture browser) : IAsyncLifetime
{
    private const int Height = 900;

    private readonly List<IBrowserContext> contexts = [];

    /// <summary>What the browser complained of so far in this test.</summary>
    protected PageWatch Watch { get; } = new();

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await PhotographFailureAsync();
        foreach (var context in contexts)
        {
            await context.CloseAsync();
        }

        Watch.ShouldHaveSeenNothing();
    }

    /// <summary>
    /// A page of a new person: own cookies. A second tab of the same person is <c>page.Context.NewPageAsync()</c>.
    /// </summary>
    /// <param name="baseUrl">What a path in <c>GotoAsync("/…")</c> is relative to.</param>
    /// <param name="javaScript">Off: every journey must also work so.</param>
    /// <param name="width">Of the window in CSS pixels; 320 is the narrowest that must work.</param>
    /// <param name="configure">Anything else: forced colours, media, client certificates.</param>
    protected virtual async Task<IPage> NewPageAsync(
        string? baseUrl = null,
        bool javaScript = true,
        int width = 1280,
        Action<BrowserNewContextOptions>? configure = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = baseUrl,
            JavaScriptEnabled = javaScript,
            ViewportSize = new() { Width = width, Height = Height },
        };
        configure?.Invoke(options);
        return await Follow(await browser.NewContextAsync(options)).NewPageAsync();
    }

    /// <summary>Watches a browser, and closes it at the end.</summary>
    protected IBrowserContext Follow(IBrowserContext context)
    {
        contexts.Add(context);
        Watch.Follow(context);
        return context;
    }

    private async Task PhotographFailureAsync()
    {
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
        {
            return;
        }

        var name = TestContext.Current.TestMethod?.MethodName ?? GetType().Name;
        foreach (var (page, number) in contexts.SelectMany(context => context.Pages).Select((page, i) => (page, i + 1)))
        {
            await page.SaveScreenshotAsync($"failed-{GetType().Name}.{name}-{number}");
        }
    }
}
