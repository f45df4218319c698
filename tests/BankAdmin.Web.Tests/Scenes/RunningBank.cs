using BankAdmin.Testing;
using Xunit;

namespace BankAdmin.Web.Tests.Scenes;

/// <summary>One bank and program for a class whose tests change nothing.</summary>
public sealed class RunningBank : IAsyncLifetime
{
    /// <summary>The bank.</summary>
    public TestBank Bank { get; private set; } = null!;

    /// <summary>The program.</summary>
    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bank = await TestBank.OpenAsync();
        App = new TestApp(Bank);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Bank.Dispose();
    }
}
