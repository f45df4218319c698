using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BankAdmin.Benchmarks.Pages;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Testing;
using Microsoft.EntityFrameworkCore;
using Person = BankAdmin.Benchmarks.Pages.Person;

namespace BankAdmin.Benchmarks.History;

/// <summary>The work at a history that is measured.</summary>
internal static class HistoryWorks
{
    private const int Requests = 25;
    private const int Rounds = 3;
    private const string Older = "nextPage";

    private static readonly DateOnly Today = JapanTime.Day(TimeProvider.System.GetUtcNow().UtcDateTime);
    private static readonly string Hundred = Today.AddDays(-99).Text();
    private static readonly string All = Today.AddDays(1 - LoadSeed.Days).Text();

    /// <summary>Every filter that is offered, as the address has it.</summary>
    public static readonly IReadOnlyList<(string Name, string Query)> Searches =
    [
        ("last seven days", ""), ("100 days", $"?from={Hundred}"), ("利用者名", $"?from={Hundred}&userName=佐藤"),
        ("ログインID", $"?from={Hundred}&userName=load00000"), ("操作端末", $"?from={Hundred}&terminal=192.0.2.7"),
        ("業務種別", $"?from={Hundred}&category=company"), ("操作内容", $"?from={Hundred}&operation=company.change"),
        ("語句, common", $"?from={Hundred}&text=限度額"), ("語句, two letters", $"?from={Hundred}&text=賞与"),
        ("語句, nowhere", $"?from={Hundred}&text=存在しない語句"),
    ];

    /// <summary>A page of the list.</summary>
    public static Measure Search(HistoryBank bank, (string Name, string Query) search) => new(
        NameOf(bank, search.Name), _ => AskAsync(bank, _ => Task.FromResult("/history" + search.Query)));

    /// <summary>A page far behind, reached as people reach it.</summary>
    public static Measure Page(HistoryBank bank, int number) => new(
        NameOf(bank, $"page {number.ToString("N0", CultureInfo.InvariantCulture)}"), _ => AskAsync(bank, async person =>
        {
            var path = $"/history?from={All}";
            for (var page = 1; page < number; page++)
            {
                path = (await person.GetAsync(path)).LinkOrNull(Older)
                    ?? throw new InvalidOperationException($"There is no page {page + 1}.");
            }

            return path;
        }));

    /// <summary>印刷 of all that is printed at once.</summary>
    public static Measure Print(HistoryBank bank) => new(NameOf(bank, "印刷 of 3,000 rows"), async _ =>
    {
        using var person = (await bank.LogInAsync(1))[0];
        return await Sample.TakeAsync(1, Rounds, async (_, _) => (await person.GetAsync($"/history/print?from={Hundred}")).Bytes);
    });

    /// <summary>The history of the first company proved, record by record.</summary>
    public static Measure Verification(HistoryBank bank) => new(NameOf(bank, "verification of a company"), async _ =>
    {
        var keys = new HistoryKeys(bank.Bank.KeyFolder);
        await using var context = bank.Bank.OpenContext();
        var company = await FirstAsync(bank);
        return await Sample.TakeAsync(1, Rounds, async (_, _) =>
        {
            var verdict = (await new OperationVerifier(context, keys).VerifyAsync(company, null, CancellationToken.None)).Single();
            return verdict.Fault is null ? (int)verdict.Rows : throw new InvalidOperationException(verdict.Fault);
        });
    });

    /// <summary>The same records read and their texts hashed, nothing more.</summary>
    public static Measure Scan(HistoryBank bank) => new(NameOf(bank, "SHA-256 over the same"), async _ =>
    {
        await using var context = bank.Bank.OpenContext();
        var company = await FirstAsync(bank);
        await context.Database.OpenConnectionAsync();
        return await Sample.TakeAsync(1, Rounds, async (_, _) =>
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText =
                """SELECT "Payload", "SearchText", "OperatorName" FROM "OperationRecords" WHERE "ChainId" = @chain ORDER BY "Sequence" """;
            var chain = command.CreateParameter();
            (chain.ParameterName, chain.Value) = ("@chain", company);
            command.Parameters.Add(chain);
            await using var rows = await command.ExecuteReaderAsync();
            var hashed = 0;
            while (await rows.ReadAsync())
            {
                SHA256.HashData(Encoding.UTF8.GetBytes(rows.GetString(0) + rows.GetString(1) + rows.GetString(2)));
                hashed++;
            }

            return hashed;
        });
    });

    /// <summary>The program from its start to its readiness.</summary>
    public static Measure Start(HistoryBank bank) => new(NameOf(bank, "start to ready"), _ => Sample.TakeAsync(1, 1, async (_, _) =>
    {
        await using var server = await ServerProcess.StartAsync(bank.Bank);
        return 0;
    }));

    private static string NameOf(HistoryBank bank, string what) => $"{what}, {bank.Name}, {bank.Bank.Provider}";

    private static async Task<Guid> FirstAsync(HistoryBank bank) => await bank.Bank.WithDatabaseAsync(context =>
        context.Companies.IgnoreAutoIncludes().Where(c => c.ContractNumber == HistoryBank.FirstCompany).Select(c => c.Id).SingleAsync());

    private static async Task<Sample> AskAsync(HistoryBank bank, Func<Person, Task<string>> find)
    {
        var people = await bank.LogInAsync(Line.Clients);
        var paths = await Task.WhenAll(people.Select(find));
        async Task<int> OnceAsync(int client, int time) => (await people[client].GetAsync(paths[client])).Bytes;
        await Sample.TakeAsync(Line.Clients, Requests, OnceAsync);
        var sample = await Sample.TakeAsync(Line.Clients, Requests, OnceAsync);
        Array.ForEach(people, person => person.Dispose());
        return sample;
    }
}
