using BankAdmin.Domain.Fees;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>
/// Where everything of a chart stands. Across in per cent, so that letters keep their size; down in pixels of usual letters, which
/// are drawn in em, so that rows grow with their letters. Labels are set so that they meet neither each other nor a bar in the
/// narrowest drawing, and so in no other.
/// </summary>
public sealed class FeeChart
{
    /// <summary>Width of the drawing in a window of 320 px.</summary>
    private const double Narrowest = 250;
    private const double Figure = 7.8;
    private const double Letter = 14;
    private const double Gap = 6;
    private const int Name = 20;
    private const int Tallest = 20;
    private const int Shortest = 4;
    private const int LabelRow = 20;
    private const int Between = 9;
    private const int TickRow = 18;
    private const int TickRows = 3;

    public FeeChart(FeeTrial trial, TrialWindow window)
    {
        var all = window.Zones.Values.SelectMany(zones => zones).ToList();
        var largest = all.Max(zone => Math.Abs(zone.Difference ?? 0));
        var placed = trial.Columns.Select(column => Place(window, window.Zones[column.Method])).ToList();
        var up = Space(all.Any(zone => zone.Difference > 0), placed.Any(lane => lane.Any(label => label.Above)));
        var down = Space(all.Any(zone => zone.Difference < 0), placed.Any(lane => lane.Any(label => !label.Above)));
        var top = 0;
        if (trial.Payment is { } payment && payment >= window.From && payment <= window.To)
        {
            At = Centred("a", window.PercentAt(payment), 15, FeeTrial.Grouped(payment));
            AtX = window.PercentAt(payment);
            top = LabelRow;
        }

        foreach (var (column, labels) in trial.Columns.Zip(placed))
        {
            var zero = top + Name + up;
            Lanes.Add(new FeeLane(
                column, top + 15, zero, top + Name, zero + down,
                [.. Bars(window, window.Zones[column.Method], largest, zero)],
                [.. labels.Select(label => label.Label with { Y = label.Above ? zero - 5 : zero + 16 })]));
            top = zero + down + Between;
        }

        var foot = top - Between + 4;
        Edges = window.Zones.Values.SelectMany(zones => zones.Skip(1))
            .Select(zone => zone.From).Distinct().Order().Select(window.PercentAt).ToList();
        var rows = Enumerable.Range(0, TickRows).Select(_ => new List<(double From, double To)>()).ToList();
        foreach (var edge in window.Zones.Values.SelectMany(zones => zones.Skip(1)).Select(zone => zone.From).Distinct().Order())
        {
            var text = FeeTrial.Grouped(edge);
            var span = Span(window.PercentAt(edge), Width(text));
            if (rows.FindIndex(row => IsFree(span, row)) is var row and >= 0)
            {
                rows[row].Add(span);
                Ticks.Add(Centred("t", window.PercentAt(edge), foot + 15 + (row * TickRow), text));
            }
        }

        Height = foot + (rows.Count(row => row.Count > 0) * TickRow) + 4;
    }

    public int Height { get; }

    /// <summary>The amounts at which a difference changes.</summary>
    public IReadOnlyList<double> Edges { get; }

    /// <summary>Those amounts, as far as there is room for them.</summary>
    public List<FeeChartLabel> Ticks { get; } = [];

    public List<FeeLane> Lanes { get; } = [];

    /// <summary>The amount that was tried, where it is within the chart.</summary>
    public FeeChartLabel? At { get; }

    public double AtX { get; }

    private static int Space(bool bars, bool labels) => Math.Max(bars ? Tallest + 2 : Shortest, labels ? LabelRow : Shortest);

    private static IEnumerable<FeeBar> Bars(TrialWindow window, IReadOnlyList<FeeZone> zones, long largest, int zero)
    {
        foreach (var zone in zones)
        {
            if (zone.Difference is not (null or 0) and var difference)
            {
                var (from, to) = Reach(window, zone);
                var height = Math.Max(Shortest, (int)(Tallest * Math.Abs(difference.Value) / largest));
                yield return new FeeBar(difference > 0, from, to - from, difference > 0 ? zero - height : zero, height);
            }
        }
    }

    // Beside its bar if there is room, else on the other side of the line, else only in the table below the chart.
    private static List<(FeeChartLabel Label, bool Above)> Place(TrialWindow window, IReadOnlyList<FeeZone> zones)
    {
        var above = zones.Where(zone => zone.Difference > 0).Select(zone => Reach(window, zone)).ToList();
        var below = zones.Where(zone => zone.Difference < 0).Select(zone => Reach(window, zone)).ToList();
        var placed = new List<(FeeChartLabel, bool)>();
        foreach (var zone in zones.Where(zone => zone.Difference != 0))
        {
            var text = zone.Difference is { } d ? FeeTrial.Signed(d) + "円" : "振込不可";
            var (from, to) = Reach(window, zone);
            var (width, isGain) = (Width(text), zone.Difference is not < 0);
            var centre = Span((from + to) / 2, width);
            (bool Above, double From, FeeChartLabel Label)[] places =
            [
                (isGain, to, new FeeChartLabel("v", to, 0, text, "start", (int)Gap)),
                (isGain, from - width, new FeeChartLabel("v", from, 0, text, "end", -(int)Gap)),
                (!isGain, centre.From, Centred("v", (from + to) / 2, 0, text)),
                (!isGain, Math.Max(0, to - width), new FeeChartLabel("v", Math.Max(width, to), 0, text, "end", -(int)Gap / 2)),
                (!isGain, Math.Min(from, 100 - width), new FeeChartLabel("v", Math.Min(from, 100 - width), 0, text, "start", (int)Gap / 2)),
            ];
            foreach (var place in zone.Difference is null ? places[2..] : places)
            {
                var side = place.Above ? above : below;
                var span = (place.From, To: place.From + width);
                if (span.From >= -0.01 && span.To <= 100.01 && IsFree(span, side))
                {
                    side.Add(span);
                    placed.Add((place.Label, place.Above));
                    break;
                }
            }
        }

        return placed;
    }

    private static (double From, double To) Reach(TrialWindow window, FeeZone zone) =>
        (window.PercentAt(zone.From), window.PercentAt(zone.To!.Value + 1));

    private static double Width(string text) => 100 / Narrowest * (Gap + text.Sum(letter => letter < 256 ? Figure : Letter));

    private static (double From, double To) Span(double centre, double width)
    {
        var from = Math.Clamp(centre - (width / 2), 0, Math.Max(0, 100 - width));
        return (from, from + width);
    }

    private static bool IsFree((double From, double To) span, IEnumerable<(double From, double To)> taken) =>
        taken.All(other => span.To <= other.From + 0.01 || span.From >= other.To - 0.01);

    private static FeeChartLabel Centred(string look, double x, int y, string text)
    {
        var half = Width(text) / 2;
        return x < half ? new FeeChartLabel(look, 0, y, text, "start", 0)
            : x > 100 - half ? new FeeChartLabel(look, 100, y, text, "end", 0)
            : new FeeChartLabel(look, x, y, text, "middle", 0);
    }
}

/// <summary>One method in a chart.</summary>
/// <param name="Column">The method.</param>
/// <param name="NameY">Where its name stands.</param>
/// <param name="Zero">Where its line is.</param>
/// <param name="Top">Where lines down through it begin, below its name.</param>
/// <param name="Foot">Where they end.</param>
/// <param name="Bars">Its differences.</param>
/// <param name="Labels">Their amounts.</param>
public sealed record FeeLane(
    TrialColumn Column, int NameY, int Zero, int Top, int Foot, IReadOnlyList<FeeBar> Bars, IReadOnlyList<FeeChartLabel> Labels);

/// <summary>A difference in a chart.</summary>
/// <param name="IsGain">Whether the company keeps it.</param>
/// <param name="X">Left end in per cent.</param>
/// <param name="Width">Width in per cent.</param>
/// <param name="Y">Upper end.</param>
/// <param name="Height">Height.</param>
public sealed record FeeBar(bool IsGain, double X, double Width, int Y, int Height);

/// <summary>Words in a chart.</summary>
/// <param name="Look">Class.</param>
/// <param name="X">Place in per cent.</param>
/// <param name="Y">Base line.</param>
/// <param name="Words">The words.</param>
/// <param name="Anchor">Which part of them stands there.</param>
/// <param name="Shift">Pixels beside that place.</param>
public sealed record FeeChartLabel(string Look, double X, int Y, string Words, string Anchor, int Shift);
