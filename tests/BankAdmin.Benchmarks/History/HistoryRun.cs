using System.Globalization;
using BankAdmin.Benchmarks.Ceiling;
using BankAdmin.Benchmarks.Pages;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;

namespace BankAdmin.Benchmarks.History;

/// <summary>
/// Measures the history of a company among few and among many records, on SQLite and on PostgreSQL, and writes its part of
/// <c>docs/performance.md</c>. It asserts nothing: a person reads it.
/// </summary>
internal static class HistoryRun
{
    /// <summary>Records among many unless said otherwise.</summary>
    public const long Usual = 10_000_000;

    private const long Few = 100_000;
    private const int RecordsOfCompany = 100_000;
    private const int WarmUps = 10;

    public static async Task RunAsync(long records)
    {
        var report = new Report(TimeProvider.System);
        foreach (var engine in new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres })
        {
            await RunAsync(engine, records, report);
        }

        report.WriteHistory();
    }

    private static async Task RunAsync(DatabaseProvider engine, long records, Report report)
    {
        using var bare = await TestBank.OpenAsync();
        var program = $"{typeof(CeilingApp).Assembly.GetName().Name}.dll";
        await using var ceiling = await ServerProcess.StartAsync(bare, settings: null, program, CeilingApp.Word);
        await using var few = await HistoryBank.OpenAsync(engine, Line.Clients, Few);
        await using var many = await HistoryBank.OpenAsync(engine, (int)Math.Max(Line.Clients, records / RecordsOfCompany), records);
        var turn = new Turn(ceiling, [many.Product], bare, many.Bank);
        foreach (var bank in new[] { few, many })
        {
            for (var i = 0; i < WarmUps; i++)
            {
                await HistoryWorks.Search(bank, HistoryWorks.Searches[0]).TakeAsync(turn);
            }
        }

        await Alternation.MeasureAsync(LinesOf(few, many), turn, report);
        var before = many.Product.Memory;
        await HistoryWorks.Print(many).TakeAsync(turn);
        report.Note(many.Loaded);
        report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{engine}: memory of the product before 印刷 of 3,000 rows {before >> 20:N0} MiB, after {many.Product.Memory >> 20:N0} MiB."));
    }

    private static IEnumerable<Line> LinesOf(HistoryBank few, HistoryBank many)
    {
        foreach (var search in HistoryWorks.Searches)
        {
            yield return new Line(HistoryWorks.Search(many, search), Ceilings.Page, "p95 ≤ 3", Line.P95);
            yield return new Line(HistoryWorks.Search(many, search), HistoryWorks.Search(few, search), "time ≤ 1.5", Line.Duration);
        }

        yield return new Line(HistoryWorks.Page(many, 1_000), HistoryWorks.Page(many, 1), "time near 1", Line.Duration);
        yield return new Line(HistoryWorks.Print(many), Ceilings.Page, "≤ 3 s", Line.P95);
        yield return new Line(HistoryWorks.Verification(many), HistoryWorks.Scan(many), "throughput ≥ 0.5", Line.Throughput);
        yield return new Line(HistoryWorks.Start(many), HistoryWorks.Start(few), "time near 1, ≤ 10 s", Line.Duration);
    }
}
