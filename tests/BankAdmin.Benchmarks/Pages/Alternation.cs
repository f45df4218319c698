namespace BankAdmin.Benchmarks.Pages;

/// <summary>
/// Measures lines A B A B A: each work stands between two of what it is compared with, so that a change of the machine's load shows.
/// </summary>
internal static class Alternation
{
    private const int Turns = 2;

    public static async Task MeasureAsync(IEnumerable<Line> lines, Turn turn, Report report)
    {
        foreach (var line in lines)
        {
            var before = report.Add(line.Against, await line.Against.TakeAsync(turn));
            var ratios = new List<double>();
            for (var i = 0; i < Turns; i++)
            {
                var work = report.Add(line.Work, await line.Work.TakeAsync(turn));
                var after = report.Add(line.Against, await line.Against.TakeAsync(turn));
                ratios.Add(line.Ratio(work, Sample.Mean([before, after])));
                before = after;
            }

            report.Add(line, ratios);
        }
    }
}
