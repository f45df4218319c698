using System.Globalization;
using BankAdmin.Infrastructure.History;

namespace BankAdmin.Web.Features.OperationHistory.SearchHistory;

/// <summary>A day of the chart: where its bars stand. Across in per cent, down in pixels of usual letters.</summary>
/// <param name="Count">How much there was.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Done">Height of the bar of what was done.</param>
/// <param name="Refused">Height of the bar of what was refused.</param>
public sealed record DayBar(HistoryDay Count, double X, int Done, int Refused);

/// <summary>A day below the chart.</summary>
public sealed record DayTick(string Text, double X, string Anchor);

/// <summary>
/// 日ごとの件数: what was done above a line, what was refused below it, each on a scale of its own, for a refusal among a thousand
/// operations is what people look for.
/// </summary>
public sealed class DayChart
{
    /// <summary>Where the line stands.</summary>
    public const int Zero = 108;

    /// <summary>Where the names of the two stand.</summary>
    public const int NameOfDone = 16, NameOfRefused = 126;

    /// <summary>Where the bars of what was refused begin.</summary>
    public const int RefusedTop = 134;

    public const int Foot = RefusedTop + TallestRefused;
    public const int Height = Foot + 22;

    private const int TallestDone = 80, TallestRefused = 40;

    // A bar that is there is seen.
    private const int Shortest = 3;

    private const double Gap = 0.2;
    private const double RoomOfTick = 18;

    public DayChart(DateOnly from, DateOnly to, IReadOnlyList<HistoryDay> found)
    {
        var known = found.ToDictionary(day => day.Day);
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)
            .Select(day => known.GetValueOrDefault(day, new HistoryDay(day, 0, 0))).ToList();
        (MostDone, MostRefused) = (days.Max(day => day.Succeeded), days.Max(day => day.Refused));
        Step = 100.0 / days.Count;
        Bars = days.Select((day, i) => new DayBar(
            day, i * Step, Tall(day.Succeeded, MostDone, TallestDone), Tall(day.Refused, MostRefused, TallestRefused))).ToList();

        var months = Bars.Where(bar => bar.Count.Day.Day == 1)
            .Select(bar => new DayTick(Name(bar.Count.Day), bar.X + (Step / 2), "middle"))
            .Where(tick => tick.X is > RoomOfTick and < 100 - RoomOfTick);
        Ticks = [new DayTick(Name(from), 0, "start"), .. months, new DayTick(Name(to), 100, "end")];
    }

    /// <summary>The days, the oldest first.</summary>
    public IReadOnlyList<DayBar> Bars { get; }

    public IReadOnlyList<DayTick> Ticks { get; }

    public int MostDone { get; }

    public int MostRefused { get; }

    /// <summary>Width of a day.</summary>
    public double Step { get; }

    /// <summary>Where a bar begins within its day, and how wide it is.</summary>
    public (double Begin, double Width) Bar => (Step * Gap / 2, Step * (1 - Gap));

    private static int Tall(int count, int most, int tallest) =>
        count == 0 ? 0 : Math.Max(Shortest, (int)Math.Round((double)count * tallest / most));

    private static string Name(DateOnly day) => day.ToString("M/d", CultureInfo.InvariantCulture);
}
