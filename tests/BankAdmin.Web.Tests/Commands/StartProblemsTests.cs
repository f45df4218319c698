using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary>Each thing that is wrong with settings, files, folders, permissions or the database is one line.</summary>
public sealed class StartProblemsTests
{
    public static TheoryData<string> Names => [.. Wrong.All.Keys];

    [Fact]
    public void There_are_many() => Wrong.All.Count.ShouldBeGreaterThan(50);

    [Fact]
    public async Task Where_nothing_is_wrong_nothing_is_said()
    {
        using var bank = await ReadyBankAsync();

        (await ProblemsAsync(new Place(bank, Ready(bank)))).ShouldBeEmpty();
        Directory.GetFileSystemEntries(bank.Folder).Select(Path.GetFileName)
            .Except(["bankadmin.db-shm", "bankadmin.db-wal"]) // there as long as any connection is open
            .ShouldBe(["bankadmin.db", "bankadmin.db.migrate", "ca", "keys"], ignoreOrder: true, "a look leaves nothing behind");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_wrong_is_one_line(string name)
    {
        using var bank = await ReadyBankAsync();
        var place = new Place(bank, Ready(bank));
        var (word, make) = Wrong.All[name];
        make(place);

        var problem = (await ProblemsAsync(place)).ShouldHaveSingleItem();

        problem.ShouldContain(word);
        problem.ShouldMatch("^[^\r\n]+。$");
        problem.ShouldNotContain("Exception");
        problem.ShouldNotContain("Geheim1", Case.Sensitive, "a password of a connection string");
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(Place place)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(place.Settings.ToDictionary(
            setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value));
        builder.Services.AddCore();
        await using var host = builder.Build();
        return await ActivatorUtilities.CreateInstance<StartupChecks>(host.Services).OfServerAsync(TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, string> Ready(TestBank bank) => new()
    {
        ["BankAdmin__DataFolder"] = bank.Folder,
        ["BankAdmin__TrustedProxies"] = "192.0.2.1",
        ["BankAdmin__AllowedHosts"] = "bank.example",
        ["urls"] = "http://127.0.0.1:0",
    };

    private static async Task<TestBank> ReadyBankAsync()
    {
        var bank = TestBank.OpenEmpty();
        await new DatabaseMigrator(bank.Database(), TimeProvider.System).MigrateAsync(TestContext.Current.CancellationToken);
        return bank;
    }
}
