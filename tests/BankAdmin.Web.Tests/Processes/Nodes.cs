using System.Globalization;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Engines;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Real processes on one machine disturb each other, so these tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessCollection : ICollectionFixture<EngineNodes>
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

/// <summary>A test of processes that runs on every engine; skipped where its engine cannot be had.</summary>
[Collection(ProcessCollection.Name)]
public abstract class ProcessTest(EngineNodes all, DatabaseProvider engine) : IAsyncLifetime
{
    protected DatabaseProvider Engine => engine;

    /// <summary>The two nodes that all these tests share.</summary>
    protected TwoNodes Nodes { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        TestEngine.SkipIfAbsent(engine);
        Nodes = await all.OnAsync(engine);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Two servers for each engine, started when the first test asks for them.</summary>
public sealed class EngineNodes : IAsyncDisposable
{
    private readonly Dictionary<DatabaseProvider, TwoNodes> started = [];

    public async Task<TwoNodes> OnAsync(DatabaseProvider engine) =>
        started.TryGetValue(engine, out var nodes) ? nodes : started[engine] = await TwoNodes.StartAsync(engine);

    public async ValueTask DisposeAsync()
    {
        foreach (var nodes in started.Values)
        {
            await nodes.DisposeAsync();
        }
    }
}

/// <summary>Two servers on one database.</summary>
public sealed class TwoNodes : IAsyncDisposable
{
    private readonly IReadOnlyList<ServerProcess> servers;

    private TwoNodes(TestBank bank, IReadOnlyList<ServerProcess> servers) => (Bank, this.servers) = (bank, servers);

    public TestBank Bank { get; }

    public ServerProcess this[int i] => servers[i % servers.Count];

    /// <summary>Starts both at once on a bank of their own.</summary>
    public static async Task<TwoNodes> StartAsync(DatabaseProvider engine, IReadOnlyDictionary<string, string>? settings = null)
    {
        var bank = await TestBank.OpenAsync(engine);
        return new TwoNodes(
            bank, await Task.WhenAll(ServerProcess.StartAsync(bank, settings), ServerProcess.StartAsync(bank, settings)));
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
    public static async Task ShouldVerifyAsync(TestBank bank)
    {
        var (exitCode, output) = await ServerProcess.RunAsync(bank, "audit", "verify");
        exitCode.ShouldBe(0, output);
    }

    /// <summary>The same for one company or, without a key, all, in this process: cheap enough for every round.</summary>
    public static async Task ShouldVerifyAsync(TestBank bank, Guid? only)
    {
        await using var context = bank.OpenContext();
        var keys = new HistoryKeys(bank.KeyFolder);
        var verdicts = await new OperationVerifier(context, keys).VerifyAsync(only, null, TestContext.Current.CancellationToken);
        verdicts.ShouldAllBe(verdict => verdict.Fault == null);
    }
}
