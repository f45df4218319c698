using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Web.Hosting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>
/// A database of its own with the demo data, on either engine. SQL Server is reached by the connection string in
/// BANKADMIN_TEST_SQLSERVER, whose login may make databases; without it the test shows as skipped.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "BANKADMIN_TEST_SQLSERVER";

    private readonly string folder = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;

    private TestDatabase(DatabaseProvider provider, IInterceptor[] interceptors)
    {
        DevelopmentStart.CreateKeys(folder, Clock);
        Database = new BankAdminDatabase(
            provider, provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(folder, "bankadmin.db")}" : OnServer(),
            () => Keys, logging: null, interceptors);
    }

    public BankAdminDatabase Database { get; }

    public HistoryKeys Keys => new(folder);

    public static TimeProvider Clock => TimeProvider.System;

    /// <summary>Something that happens and changes nothing.</summary>
    public static SheetInquired Inquiry => new(OperationCatalogue.InquireCompany, null);

    /// <summary>The least of a receipt.</summary>
    public static Receipt Receipt(string number, DateTime atUtc) =>
        new("", "", number, atUtc, "", "", "", "", new Sheet(Compares: false, []), null);

    /// <summary>Migrated from nothing and filled as <c>seed demo</c> fills it.</summary>
    public static async Task<TestDatabase> OpenAsync(DatabaseProvider provider, params IInterceptor[] interceptors)
    {
        var test = await OpenEmptyAsync(provider, interceptors);
        using var hashing = new PasswordHashing(rounds: 100);
        (await new DemoSeed(test.Database, hashing, new BankParameters(), Clock).FillAsync(TestContext.Current.CancellationToken))
            .ShouldBeTrue();
        return test;
    }

    /// <summary>Migrated from nothing.</summary>
    public static async Task<TestDatabase> OpenEmptyAsync(DatabaseProvider provider, params IInterceptor[] interceptors)
    {
        var test = new TestDatabase(provider, interceptors);
        await new DatabaseMigrator(test.Database, Clock).MigrateAsync(TestContext.Current.CancellationToken);
        return test;
    }

    public BankAdminDbContext Open() => Database.OpenForSystem(Clock);

    /// <summary>A context of somebody of one company.</summary>
    public BankAdminDbContext OpenFor(Guid companyId)
    {
        var operation = new OperationContext();
        operation.ActAs(new Person(Realm.Company, Guid.Empty, "sakura01", "佐藤　太郎", companyId, null, "192.0.2.1"));
        return Database.Open(operation, Clock);
    }

    public async Task<Company> CompanyAsync(string contractNumber)
    {
        await using var context = Open();
        return await context.Companies.AsNoTracking()
            .SingleAsync(company => company.ContractNumber == contractNumber, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether the whole history holds.</summary>
    public async Task<bool> IsSoundAsync()
    {
        await using var context = Open();
        var verdicts = await new OperationVerifier(context, Keys).VerifyAsync(null, null, TestContext.Current.CancellationToken);
        return verdicts.Count > 0 && verdicts.All(verdict => verdict.Fault is null);
    }

    public async ValueTask DisposeAsync()
    {
        if (Database.Provider == DatabaseProvider.SqlServer)
        {
            await using var context = Open();
            await context.Database.EnsureDeletedAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string OnServer()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(given), $"No SQL Server: {Variable} holds no connection string.");
        return new SqlConnectionStringBuilder(given) { InitialCatalog = $"BankAdminTest{Guid.NewGuid():N}" }.ConnectionString;
    }
}
