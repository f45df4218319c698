using System.Globalization;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>One column of the trial.</summary>
/// <param name="Method">The method.</param>
/// <param name="Selected">Whether it is the table's own.</param>
/// <param name="Result">What becomes of the payment with it; null while no payment was typed.</param>
public sealed record TrialColumn(FeeMethod Method, bool Selected, FeeCalculation? Result);

/// <summary>A stretch of payments around boundaries, with the zones of each method within it.</summary>
/// <param name="From">Lowest payment shown.</param>
/// <param name="To">Highest payment shown.</param>
/// <param name="Zones">The zones by method, cut to the stretch.</param>
public sealed record TrialWindow(long From, long To, IReadOnlyDictionary<FeeMethod, IReadOnlyList<FeeZone>> Zones)
{
    /// <summary>Where a payment stands, in per cent of the width.</summary>
    public double PercentAt(long payment) => Math.Round(100.0 * (payment - From) / (To - From + 1), 2);
}

/// <summary>試算: one payment by each method that can be chosen, and where it gains and loses around the boundaries.</summary>
public sealed class FeeTrial
{
    private const long LeastMargin = 50;

    /// <summary>Tries methods beside each other; without a payment only the windows are worked out.</summary>
    /// <param name="methods">Those that the table offers.</param>
    /// <param name="payee">The payee-borne fees.</param>
    /// <param name="selected">The method of the table.</param>
    /// <param name="payer">The payer-borne fees, beginning at 0.</param>
    /// <param name="payment">支払金額, or null.</param>
    /// <param name="pattern">振込パターン.</param>
    public FeeTrial(
        IReadOnlyList<FeeMethod> methods, FeeSchedule payee, FeeMethod selected, FeeSchedule payer, long? payment, TransferPattern pattern)
    {
        (Payment, Pattern) = (payment, pattern);
        Columns = methods.Select(method => new TrialColumn(
            method, method == selected, payment is { } p ? FeeCalculation.Of(payee, method, payer, p, pattern) : null)).ToList();
        var zones = methods.ToDictionary(method => method, method => FeeDifferences.Zones(payee, method, payer, pattern));
        Windows = FindWindows(payee, payer, pattern, zones.Values).Select(window => new TrialWindow(
            window.From, window.To, zones.ToDictionary(z => z.Key, z => Cut(z.Value, window.From, window.To)))).ToList();
        Hints = zones[selected].Where(zone => zone.Difference is not (null or 0)).Select(Hint).ToList();
    }

    /// <summary>支払金額.</summary>
    public long? Payment { get; }

    /// <summary>振込パターン.</summary>
    public TransferPattern Pattern { get; }

    public IReadOnlyList<TrialColumn> Columns { get; }

    /// <summary>Whether there are methods to compare.</summary>
    public bool Compares => Columns.Count > 1;

    /// <summary>The stretches around the boundaries.</summary>
    public IReadOnlyList<TrialWindow> Windows { get; }

    /// <summary>Which payments differ, and by how much, with the table's own method.</summary>
    public IReadOnlyList<string> Hints { get; }

    /// <summary>E-FEE-003 where the table's own method leaves nothing of the payment to transfer; it names P and F.</summary>
    public Violation? Refusal => Columns.Single(column => column.Selected).Result is { IsRefused: true } result
        ? new Violation(ErrorCodes.PaymentNotAboveFee, "trial.payment", result.Payment, result.PayeeFee)
        : null;

    /// <summary>A difference with its sign: +220, -220, 0.</summary>
    public static string Signed(long difference) => difference.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);

    public static string Grouped(long amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string Hint(FeeZone zone)
    {
        var range = zone.To is not { } to ? $"{Grouped(zone.From)}円以上"
            : zone.From == to ? $"{Grouped(to)}円"
            : $"{Grouped(zone.From)}円〜{Grouped(to)}円";
        return zone.Difference > 0
            ? $"{range}の支払では、1件につき{Grouped(zone.Difference.Value)}円が貴社に残ります。"
            : $"{range}の支払では、1件につき{Grouped(-zone.Difference!.Value)}円を貴社が負担します。";
    }

    // What changes because of a boundary changes between it and it plus the highest fee.
    private static IEnumerable<(long From, long To)> FindWindows(
        FeeSchedule payee, FeeSchedule payer, TransferPattern pattern, IEnumerable<IReadOnlyList<FeeZone>> zones)
    {
        var boundaries = payee.Bands.Skip(1).Concat(payer.Bands.Skip(1)).Select(band => band.From).Distinct().Order();
        var highest = payee.Bands.Concat(payer.Bands).Max(band => band.Of(pattern));
        var edges = zones.SelectMany(z => z.Skip(1)).Select(zone => zone.From).Distinct().ToList();
        (long From, long To)? open = null;
        foreach (var boundary in boundaries)
        {
            var near = edges.Where(edge => edge >= boundary && edge <= boundary + highest).Append(boundary).ToList();
            var margin = Math.Max(LeastMargin, (near.Max() - near.Min()) / 3);
            var window = (From: Math.Max(1, near.Min() - margin), To: near.Max() + margin);
            if (open is { } last && window.From <= last.To)
            {
                open = (last.From, Math.Max(last.To, window.To));
            }
            else
            {
                if (open is { } done)
                {
                    yield return done;
                }

                open = window;
            }
        }

        if (open is { } final)
        {
            yield return final;
        }
    }

    private static IReadOnlyList<FeeZone> Cut(IReadOnlyList<FeeZone> zones, long from, long to) => zones
        .Where(zone => zone.From <= to && (zone.To ?? long.MaxValue) >= from)
        .Select(zone => zone with { From = Math.Max(from, zone.From), To = Math.Min(to, zone.To ?? to) })
        .ToList();
}
