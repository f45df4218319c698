using System.Data.Common;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Telemetry;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Commands;
using BankAdmin.Web.Tests.Telemetry;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary><c>seed fixture</c> hashes for as long as it takes while people go on working: nothing is locked yet.</summary>
[Collection(MeterCollection.Name)]
public sealed class SeedHashingTests
{
    [Fact]
    public async Task All_passwords_are_hashed_before_the_transaction_begins()
    {
        using var bank = await TestBank.OpenAsync();
        using var measured = new Measured();
        var begun = new Begun(() => Hashes(measured));
        await using var app = new TestApp(bank, services: services => services.AddSingleton(new BankAdminDatabase(
            DatabaseProvider.Sqlite, bank.ConnectionString, () => new HistoryKeys(bank.KeyFolder), logging: null, [begun])));
        var file = Path.Combine(bank.Folder, "fixture.json");
        var fixture = A.Fixture(A.Company("9000000100").WithMaster("master01").WithAdministrator("admin001"));
        await File.WriteAllTextAsync(file, fixture, TestContext.Current.CancellationToken);
        var services = app.Services;
        var before = Hashes(measured);

        (await SeedCommand.FixtureAsync(services, [file])).ShouldBe(0);

        (begun.After - before).ShouldBe(4, "two people with two passwords each");
        Hashes(measured).ShouldBe(begun.After);
    }

    private static int Hashes(Measured measured) =>
        measured.Of(BankAdminMeters.HashQueue.Name).Count(line => line.EndsWith(" 1", StringComparison.Ordinal));

    private sealed class Begun(Func<int> hashes) : DbTransactionInterceptor
    {
        /// <summary>How many hashes there were when the last transaction began.</summary>
        public int After { get; set; }

        public override ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            After = hashes();
            return ValueTask.FromResult(result);
        }
    }
}
