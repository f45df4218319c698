using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Scenes;

/// <summary>
/// A test with a bank and a program of its own. Whatever it did, its history must hold at the end: a change without a
/// sealed record cannot hide in any test.
/// </summary>
public abstract class WebTest : PageTest, IAsyncLifetime
{
    private TestApp app = null!;

    protected TestBank Bank { get; private set; } = null!;

    protected override TestApp App => app;

    public async ValueTask InitializeAsync()
    {
        Bank = await TestBank.OpenAsync();
        if (Companies is { Length: > 0 } companies)
        {
            await Bank.AddAsync(companies);
        }

        app = StartApp();
    }

    public async ValueTask DisposeAsync()
    {
        CloseBrowsers();
        await app.DisposeAsync();
        var faults = await Bank.HistoryFaultsAsync();
        Bank.Dispose();
        faults.ShouldBeEmpty();
        GC.SuppressFinalize(this);
    }

    /// <summary>Companies beside the demo data.</summary>
    protected virtual CompanyBuilder[] Companies => [];

    protected virtual TestApp StartApp() => new(Bank);

    /// <summary>Lets time pass while somebody keeps working, so that their session lives on.</summary>
    protected async Task WorkOnAsync(PageClient browser, TimeSpan time)
    {
        var step = TimeSpan.FromMinutes(10);
        for (var left = time; left > TimeSpan.Zero; left -= step)
        {
            App.Clock.Advance(left < step ? left : step);
            await browser.GetAsync("/administration", follow: false);
        }
    }
}
