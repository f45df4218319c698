using System.Xml.Linq;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Testing;
using BankAdmin.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>The same instants of a first start that two processes meet only by luck, met on purpose.</summary>
public abstract class FirstStartRaceTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_first_starts_in_the_same_instant_make_one_set_of_keys()
    {
        using var bank = TestBank.OpenUnmade(Engine);
        using var hashing = new PasswordHashing(TestBank.PasswordRounds);
        using var instant = new Barrier(2);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(
            () =>
            {
                var start = NewStart(bank, hashing);
                instant.SignalAndWait(Cancelled);
                return start.PrepareAsync(Cancelled);
            },
            Cancelled)));

        new[] { MasterKeys.Purpose, HistoryKeys.Purpose }.ShouldAllBe(purpose => KeyFiles.Find(bank.KeyFolder, purpose).Count == 1);
        await Proofs.ShouldVerifyAsync(bank, only: null);
    }

    [Fact]
    public async Task Of_two_nodes_that_both_found_the_ring_empty_the_second_takes_the_key_of_the_first()
    {
        using var bank = await TestBank.OpenAsync(Engine);
        await using var services = new ServiceCollection().AddScoped(_ => bank.OpenContext()).BuildServiceProvider();
        var stores = Enumerable.Range(0, 2)
            .Select(_ => new DataProtectionKeyStore(services.GetRequiredService<IServiceScopeFactory>())).ToList();
        stores.ShouldAllBe(node => node.GetAllElements().Count == 0);

        stores[0].StoreElement(new XElement("key", "first"), "first");
        stores[1].StoreElement(new XElement("key", "second"), "second");

        stores.ShouldAllBe(node => node.GetAllElements().Single().Value == "first");
        stores[1].StoreElement(new XElement("key", "next"), "next");
        stores.ShouldAllBe(node => node.GetAllElements().Count == 2, "a ring goes on with new keys");
    }

    private static DevelopmentStart NewStart(TestBank bank, PasswordHashing hashing)
    {
        var given = bank.Settings.ToDictionary(
            setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value);
        var settings = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
        var database = bank.Database();
        return new DevelopmentStart(
            settings, database, new DatabaseMigrator(database, TimeProvider.System), bank.Seeds(hashing), TimeProvider.System);
    }
}
