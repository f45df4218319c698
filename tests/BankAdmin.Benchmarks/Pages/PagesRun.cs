using System.Globalization;
using BankAdmin.Benchmarks.Ceiling;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Testing;
using BankAdmin.Testing.Volume;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>
/// Measures each line and what it is compared with in turn, on banks of a known size, and writes <c>docs/performance.md</c>. It
/// asserts nothing: a person reads it.
/// </summary>
internal static class PagesRun
{
    private const int WarmUps = 10;

    /// <summary>As production hashes, and compiled as production compiles.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["BankAdmin__Security__PasswordRounds"] = PasswordHashing.ProductionRounds.ToString(CultureInfo.InvariantCulture),
        ["DOTNET_TieredPGO"] = "1",
    };

    /// <summary>Measures the lines whose work's name holds a word, and writes no report of some lines only.</summary>
    public static async Task RunAsync(string? word = null)
    {
        var lines = Line.All.Where(line => line.Work.Name.Contains(word ?? "", StringComparison.Ordinal)).ToList();
        var report = new Report(TimeProvider.System);
        using var few = await TestBank.OpenAsync(VolumeSize.Everyday with { PasswordRounds = PasswordHashing.ProductionRounds });
        using var many = await TestBank.OpenAsync(VolumeSize.Long);
        var ceilingProgram = $"{typeof(CeilingApp).Assembly.GetName().Name}.dll";
        await using var ceiling = await ServerProcess.StartAsync(few, Settings, ceilingProgram, CeilingApp.Word);
        await using var product = await ServerProcess.StartAsync(few, Settings);
        var turn = new Turn(ceiling, [product], few, many);
        for (var i = 0; i < WarmUps; i++)
        {
            // Both are compiled step by step, the better the oftener they are asked for.
            await Ceilings.Page.TakeAsync(turn);
            await Works.Page("warming up", "/users").TakeAsync(turn);
        }

        report.Add(Ceilings.Commit, await Ceilings.Commit.TakeAsync(turn));
        await Alternation.MeasureAsync(lines, turn, report);
        if (word is null)
        {
            report.WritePages(product.Memory);
        }
    }
}
