using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Scenes;

/// <summary>One bank and program for a class whose tests do not disturb each other (<see cref="SharedWebTest"/>).</summary>
public class RunningBank : IAsyncLifetime
{
    public TestBank Bank { get; private set; } = null!;

    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bank = await TestBank.OpenAsync();
        if (Companies is { Length: > 0 } companies)
        {
            await Bank.AddAsync(companies);
        }

        App = StartApp();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        var faults = await Bank.HistoryFaultsAsync();
        Bank.Dispose();
        faults.ShouldBeEmpty();
        GC.SuppressFinalize(this);
    }

    /// <summary>Companies beside the demo data.</summary>
    protected virtual CompanyBuilder[] Companies => [];

    protected virtual TestApp StartApp() => new(Bank);
}
