using System.Xml.Linq;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Testing;
using BankAdmin.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>The same instants of a first start that two processes meet only by luck, met on purpose.</summary>
[Collection(ProcessCollection.Name)]
public sealed class FirstStartRaceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bankadmin-first-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_first_starts_in_the_same_instant_make_one_set_of_keys()
    {
        using var hashing = new PasswordHashing(TestBank.PasswordRounds);
        using var instant = new Barrier(2);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(
            () =>
            {
                var start = NewStart(hashing);
                instant.SignalAndWait(Cancelled);
                return start.PrepareAsync(Cancelled);
            },
            Cancelled)));

        var keys = Path.Combine(folder.FullName, "keys");
        new[] { MasterKeys.Purpose, HistoryKeys.Purpose }.ShouldAllBe(purpose => KeyFiles.Find(keys, purpose).Count == 1);
    }

    [Fact]
    public async Task Of_two_nodes_that_both_found_the_ring_empty_the_second_takes_the_key_of_the_first()
    {
        using var bank = await TestBank.OpenAsync();
        await using var services = new ServiceCollection().AddScoped(_ => bank.OpenContext()).BuildServiceProvider();
        var nodes = Enumerable.Range(0, 2)
            .Select(_ => new DataProtectionKeyStore(services.GetRequiredService<IServiceScopeFactory>())).ToList();
        nodes.ShouldAllBe(node => node.GetAllElements().Count == 0);

        nodes[0].StoreElement(new XElement("key", "first"), "first");
        nodes[1].StoreElement(new XElement("key", "second"), "second");

        nodes.ShouldAllBe(node => node.GetAllElements().Single().Value == "first");
        nodes[1].StoreElement(new XElement("key", "next"), "next");
        nodes.ShouldAllBe(node => node.GetAllElements().Count == 2, "a ring goes on with new keys");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private DevelopmentStart NewStart(PasswordHashing hashing)
    {
        var settings = Settings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["BankAdmin:DataFolder"] = folder.FullName }).Build());
        var database = new BankAdminDatabase(
            settings.Provider, settings.ConnectionString, () => new HistoryKeys(settings.KeyFolder), logging: null);
        return new DevelopmentStart(settings, database, new DatabaseMigrator(database, TimeProvider.System), hashing, TimeProvider.System);
    }
}
