using System.Diagnostics;
using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Person = BankAdmin.Benchmarks.Pages.Person;

namespace BankAdmin.Benchmarks.History;

/// <summary>A bank with a history of a size, and the product on it.</summary>
/// <param name="Bank">The bank.</param>
/// <param name="Product">The product.</param>
/// <param name="Size">What it holds.</param>
/// <param name="LoadSeconds">How long <c>seed load</c> took.</param>
internal sealed record HistoryBank(TestBank Bank, ServerProcess Product, LoadSize Size, double LoadSeconds) : IAsyncDisposable
{
    private const int Users = 20;

    /// <summary>Contract number of the first company.</summary>
    public const string FirstCompany = "5000000000";

    /// <summary>What it is called in the report.</summary>
    public string Name => Size.Records.ToString("N0", CultureInfo.InvariantCulture) + " records";

    public string Loaded => string.Create(
        CultureInfo.InvariantCulture,
        $"{Bank.Provider}: {Size.Companies:N0} companies, {Size.Records:N0} records loaded in {LoadSeconds:N0} s, "
        + $"{Size.Records / LoadSeconds:N0} a second.");

    public static async Task<HistoryBank> OpenAsync(DatabaseProvider engine, int companies, long records)
    {
        var bank = await TestBank.OpenAsync(engine);
        var (size, started) = (new LoadSize(companies, Users, records), Stopwatch.GetTimestamp());
        using var hashing = new PasswordHashing(TestBank.PasswordRounds);
        await new LoadSeed(
                bank.Database(), bank.Seeds(hashing), new BankParameters(), new HistoryKeys(bank.KeyFolder), TimeProvider.System,
                NullLogger<HistoryIndexer>.Instance)
            .AddAsync(size, _ => { }, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var settings = new Dictionary<string, string>
        {
            ["DOTNET_TieredPGO"] = "1",
            ["BankAdmin__Bank__HistoryDays"] = LoadSeed.Days.ToString(CultureInfo.InvariantCulture),
        };
        var opened = new HistoryBank(bank, await ServerProcess.StartAsync(bank, settings), size, seconds);
        Console.WriteLine(opened.Loaded);
        return opened;
    }

    /// <summary>Logs the Masters of the first companies in, one for each client.</summary>
    public Task<Person[]> LogInAsync(int clients) => Task.WhenAll(Enumerable.Range(0, clients).Select(company => Person.LogInAsync(
        Product, "/", string.Create(CultureInfo.InvariantCulture, $"load{company * Users:D7}"), LoadSeed.Password)));

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        Bank.Dispose();
    }
}
