using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BankAdmin.Testing;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>What was measured, as <c>docs/performance.md</c>.</summary>
internal sealed class Report(TimeProvider clock)
{
    private const string FileName = "performance.md";

    private const string LoadFile = "/proc/loadavg";
    private const string ProcessorFile = "/proc/cpuinfo";

    private readonly Dictionary<string, List<Sample>> samples = [];
    private readonly List<(Line Line, IReadOnlyList<double> Ratios)> lines = [];
    private readonly List<string> notes = [];
    private readonly string loadAtStart = Load();

    /// <summary>Keeps what was measured, and says so for whoever waits.</summary>
    public Sample Add(Measure measure, Sample sample)
    {
        var figures = $"{Figure(sample.PerSecond)} a second, p95 {Figure(sample.P95)} ms";
        Console.WriteLine($"{clock.GetLocalNow():HH:mm:ss} {measure.Name}: {figures}");
        samples.TryAdd(measure.Name, []);
        samples[measure.Name].Add(sample);
        return sample;
    }

    public void Add(Line line, IReadOnlyList<double> ratios)
    {
        Console.WriteLine($"{clock.GetLocalNow():HH:mm:ss} {line.Work.Name} against {line.Against.Name}: {Figure(ratios.Average())}");
        lines.Add((line, ratios));
    }

    /// <summary>Keeps something that is told below the figures.</summary>
    public void Note(string told) => notes.Add(told);

    /// <summary>Writes the figures of the pages.</summary>
    /// <param name="memory">What the product holds in the end, in bytes.</param>
    public void WritePages(long memory)
    {
        Note(string.Create(
            CultureInfo.InvariantCulture, $"Memory of the product (SQLite) after the run: {memory >> 20:N0} MiB; goal ≤ 300 MiB."));
        Write("## Figures", "SQLite unless a line says PostgreSQL");
    }

    /// <summary>Writes the figures of the history.</summary>
    public void WriteHistory() => Write("## Figures of the history", "the engine stands at each line");

    // What people wrote above and below stays.
    private void Write(string heading, string engines)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            {heading}

            {clock.GetUtcNow():yyyy-MM-dd}, {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription},
            {RuntimeInformation.FrameworkDescription}, {engines}.
            Clients, ceiling and product share these cores. Load of the machine (1, 5 and 15 minutes): {loadAtStart} before the run,
            {Load()} after it, its own included. {Quiet()}

            Only the ratios mean something elsewhere. Two ratios of a line that differ much were disturbed.

            | work | against | goal | ratio | turn 1, 2 | a second | p95 | worst | bytes |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach (var (line, ratios) in lines)
        {
            var (mean, each) = (Figure(ratios.Average()), string.Join(", ", ratios.Select(Figure)));
            text.Append(CultureInfo.InvariantCulture, $"| {line.Work.Name} | {line.Against.Name} | {line.Goal} ");
            text.Append(CultureInfo.InvariantCulture, $"| **{mean}** | {each} | {Figures(line.Work.Name)} |\n");
        }

        text.Append("""

            What they are compared with, on the average of the run:

            | what | a second | p95 | worst | bytes |
            |---|---|---|---|---|

            """);
        foreach (var name in samples.Keys.Except(lines.Select(line => line.Line.Work.Name)).Order(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Figures(name)} |\n");
        }

        text.Append('\n').AppendJoin("\n\n", notes).Append('\n');
        var file = Path.Combine(Repository.Docs, FileName);
        var parts = File.ReadAllText(file).Split("\n## ");
        var at = Array.FindIndex(parts, part => $"## {part.Split('\n')[0]}" == heading);
        parts[at] = text.ToString()["## ".Length..].TrimEnd('\n') + "\n";
        File.WriteAllText(file, string.Join("\n## ", parts).TrimEnd('\n') + "\n");
    }

    private string Figures(string name)
    {
        var mean = Sample.Mean(samples[name]);
        var bytes = mean.Bytes == 0 ? "" : mean.Bytes.ToString("N0", CultureInfo.InvariantCulture);
        return $"{Figure(mean.PerSecond)} | {Figure(mean.P95)} ms | {Figure(mean.Worst)} ms | {bytes}";
    }

    // Three digits that count; more would be noise.
    private static string Figure(double value) =>
        value.ToString(value >= 100 ? "N0" : value >= 10 ? "N1" : "N2", CultureInfo.InvariantCulture);

    private string Quiet() => !double.TryParse(loadAtStart.Split(' ')[0], CultureInfo.InvariantCulture, out var load) ? ""
        : load < 1 ? "Nothing else was at work when it began."
        : "**The machine was shared**: others were at work when it began, and what one line shows may be theirs.";

    private static string Load() => File.Exists(LoadFile) ? string.Join(" ", File.ReadAllText(LoadFile).Split(' ').Take(3)) : "unknown";

    private static string Processor()
    {
        var known = File.Exists(ProcessorFile) ? File.ReadLines(ProcessorFile) : [];
        return known.FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
