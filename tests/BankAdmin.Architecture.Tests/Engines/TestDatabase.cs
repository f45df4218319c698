using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Testing;
using BankAdmin.Testing.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>A bank of its own, without the program, on any engine.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestBank bank;

    private TestDatabase(TestBank bank, IInterceptor[] interceptors) => (this.bank, Database) = (bank, bank.Database(interceptors));

    public BankAdminDatabase Database { get; }

    public HistoryKeys Keys => new(bank.KeyFolder);

    public static TimeProvider Clock => TimeProvider.System;

    /// <summary>Something that happens and changes nothing.</summary>
    public static SheetInquired Inquiry => new(OperationCatalogue.InquireCompany, null);

    /// <summary>The least of a receipt.</summary>
    public static Receipt Receipt(string number, DateTime atUtc) =>
        new("", "", number, atUtc, "", "", "", "", new Sheet(Compares: false, []), null);

    /// <summary>With the demo data; skips the test where the engine cannot be had.</summary>
    public static async Task<TestDatabase> OpenAsync(DatabaseProvider engine, params IInterceptor[] interceptors)
    {
        TestEngine.SkipIfAbsent(engine);
        return new TestDatabase(await TestBank.OpenAsync(engine), interceptors);
    }

    /// <summary>Migrated from nothing.</summary>
    public static async Task<TestDatabase> OpenEmptyAsync(DatabaseProvider engine)
    {
        TestEngine.SkipIfAbsent(engine);
        var test = new TestDatabase(TestBank.OpenEmpty(engine), []);
        await new DatabaseMigrator(test.Database, Clock).MigrateAsync(TestContext.Current.CancellationToken);
        return test;
    }

    /// <summary>The same database as another process has it.</summary>
    public BankAdminDatabase OpenAnotherNode() => bank.Database();

    /// <summary>What seeds of this bank are made with.</summary>
    public SeedParts Seeds(PasswordHashing hashing) => bank.Seeds(hashing);

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

    public ValueTask DisposeAsync()
    {
        bank.Dispose();
        return ValueTask.CompletedTask;
    }
}
