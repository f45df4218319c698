namespace BankAdmin.Domain.Fees;

/// <summary>Payments that end with the same difference, in whole yen.</summary>
/// <param name="From">The lowest payment.</param>
/// <param name="To">The highest payment; null: no end.</param>
/// <param name="Difference">D; null: refused, nothing would be left to transfer.</param>
public readonly record struct FeeZone(long From, long? To, long? Difference);

/// <summary>Where a method gains and loses: the difference over all payments, exactly.</summary>
public static class FeeDifferences
{
    /// <summary>
    /// The zones from the lowest payment of 1 yen on. F can only change at the minimum and at effective boundaries, A only where the
    /// transfer amount meets a boundary of the payer's schedule: at that boundary plus a fee that may have been deducted.
    /// </summary>
    public static IReadOnlyList<FeeZone> Zones(FeeSchedule payee, FeeMethod method, FeeSchedule payer, TransferPattern pattern)
    {
        var zones = new List<FeeZone>();
        var starts = Starts(payee, method, payer, pattern).ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var result = FeeCalculation.Of(payee, method, payer, starts[i], pattern);
            long? difference = result.IsRefused ? null : result.Difference;
            long? to = i + 1 < starts.Count ? starts[i + 1] - 1 : null;
            if (zones.Count > 0 && zones[^1].Difference == difference)
            {
                zones[^1] = zones[^1] with { To = to };
            }
            else
            {
                zones.Add(new FeeZone(starts[i], to, difference));
            }
        }

        return zones;
    }

    private static IEnumerable<long> Starts(FeeSchedule payee, FeeMethod method, FeeSchedule payer, TransferPattern pattern)
    {
        var deducted = payee.Bands.Select(band => band.Of(pattern)).Append(0).ToList();
        var payeeChanges = Enumerable.Range(1, payee.Bands.Count - 1)
            .Select(range => payee.EffectiveBoundary(range, pattern, method)).Append(payee.Minimum);
        var payerChanges = payer.Bands.SelectMany(band => deducted.Select(fee => band.From + fee));
        var refusalEnds = deducted.Select(fee => fee + 1);
        return payeeChanges.Concat(payerChanges).Concat(refusalEnds).Append(1).Where(payment => payment >= 1).Distinct().Order();
    }
}
