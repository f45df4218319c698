using System.Globalization;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Real processes on one machine disturb each other, so these tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessCollection : ICollectionFixture<TwoNodes>
{
    public const string Name = "Processes";

    /// <summary>How often a race is run: a few times every day, often when BANKADMIN_ROUNDS says so.</summary>
    public static int Rounds(int everyDay) =>
        int.TryParse(
            Environment.GetEnvironmentVariable("BANKADMIN_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds)
            ? rounds
            : everyDay;

    public static void Note(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}

/// <summary>Two servers on one database.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private readonly IReadOnlyDictionary<string, string>? settings;
    private readonly List<ServerProcess> servers = [];

    public TwoNodes()
    {
    }

    private TwoNodes(IReadOnlyDictionary<string, string> settings) => this.settings = settings;

    public TestBank Bank { get; private set; } = null!;

    public ServerProcess this[int i] => servers[i % servers.Count];

    /// <summary>Two more, with other settings, on a bank of their own.</summary>
    public static async Task<TwoNodes> StartAsync(string setting, string value)
    {
        var nodes = new TwoNodes(new Dictionary<string, string> { [setting] = value });
        await nodes.InitializeAsync();
        return nodes;
    }

    public async ValueTask InitializeAsync()
    {
        Bank = await TestBank.OpenAsync();
        servers.AddRange(
            await Task.WhenAll(ServerProcess.StartAsync(Bank.Folder, settings), ServerProcess.StartAsync(Bank.Folder, settings)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        Bank.Dispose();
    }
}

/// <summary>Proofs over a whole bank.</summary>
public static class Proofs
{
    /// <summary>The command an auditor runs finds nothing.</summary>
    public static async Task ShouldVerifyAsync(string folder)
    {
        var (exitCode, output) = await ServerProcess.RunAsync(folder, "audit", "verify");
        exitCode.ShouldBe(0, output);
    }

    /// <summary>The same for one company, in this process: cheap enough for every round.</summary>
    public static async Task ShouldVerifyAsync(TestBank bank, Guid companyId)
    {
        await using var context = bank.OpenContext();
        var keys = new HistoryKeys(Path.Combine(bank.Folder, "keys"));
        var verdicts = await new OperationVerifier(context, keys).VerifyAsync(companyId, null, TestContext.Current.CancellationToken);
        verdicts.ShouldAllBe(verdict => verdict.Fault == null);
    }
}
