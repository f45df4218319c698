using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Fees;

/// <summary>1 to 3 amount ranges with their fees (rule: spec rules.md §3). Immutable; looking a fee up allocates nothing.</summary>
public sealed class FeeSchedule
{
    /// <summary>Most ranges a schedule may have; it has one at least.</summary>
    public const int MaxRanges = 3;

    /// <summary>Highest fee, in whole yen; the lowest is 0.</summary>
    public const long MaxFee = 99_999;

    /// <summary>Highest 適用最低支払金額 and boundary, in yen.</summary>
    public const long MaxBoundary = 999_999_999;

    private readonly FeeBand[] bands;

    /// <summary>Makes a schedule of ranges in ascending order.</summary>
    /// <exception cref="ArgumentException">No range, or more than <see cref="MaxRanges"/>.</exception>
    public FeeSchedule(params IEnumerable<FeeBand> bands)
    {
        this.bands = bands.ToArray();
        if (this.bands.Length is 0 or > MaxRanges)
        {
            throw new ArgumentException("A schedule has 1 to 3 ranges.", nameof(bands));
        }
    }

    /// <summary>The ranges, in ascending order.</summary>
    public IReadOnlyList<FeeBand> Bands => bands;

    /// <summary>適用最低支払金額: payments below it carry no fee.</summary>
    public long Minimum => bands[0].From;

    /// <summary>The same fees for an amount the bank itself charges for: its lowest range begins at 0.</summary>
    public FeeSchedule AsPayer() =>
        Minimum == 0 ? this : new FeeSchedule(bands.Select((band, i) => i == 0 ? band with { From = 0 } : band));

    /// <summary>The fee deducted from a payment: 0 below the minimum, else that of the highest range it reaches.</summary>
    public long FeeFor(long payment, TransferPattern pattern, FeeMethod method)
    {
        if (payment < bands[0].From)
        {
            return 0;
        }

        for (var i = bands.Length - 1; i > 0; i--)
        {
            if (payment >= EffectiveBoundary(i, pattern, method))
            {
                return bands[i].Of(pattern);
            }
        }

        return bands[0].Of(pattern);
    }

    /// <summary>E: where a payment passes from the range before into a range.</summary>
    /// <param name="range">The upper range, 1 to the last.</param>
    public long EffectiveBoundary(int range, TransferPattern pattern, FeeMethod method) => bands[range].From + method switch
    {
        FeeMethod.Fixed => 0,
        FeeMethod.AddLowerFee => bands[range - 1].Of(pattern),
        FeeMethod.AddUpperFee => bands[range].Of(pattern),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>
    /// What the schedule breaks: E-COM-009 a figure out of range, E-FEE-001 boundaries not ascending, E-FEE-002 effective
    /// boundaries of a pattern not ascending although the plain ones do.
    /// </summary>
    /// <param name="method">The method it will be used with.</param>
    /// <param name="hasMinimum">Whether the first range begins at 適用最低支払金額; else at 0.</param>
    public IEnumerable<Violation> Check(FeeMethod method, bool hasMinimum)
    {
        if (hasMinimum && Minimum is < 1 or > MaxBoundary)
        {
            yield return OutOfRange("minimumPayment", 1, MaxBoundary);
        }

        for (var i = 0; i < bands.Length; i++)
        {
            if (i > 0 && bands[i].From is < 1 or > MaxBoundary)
            {
                yield return OutOfRange($"boundaries[{i - 1}]", 1, MaxBoundary);
            }
            else if (i > 0 && bands[i].From <= bands[i - 1].From)
            {
                yield return new Violation(ErrorCodes.BoundariesNotAscending, $"boundaries[{i - 1}]", bands[i - 1].From);
            }

            foreach (var violation in CheckFees(i, method))
            {
                yield return violation;
            }
        }
    }

    private IEnumerable<Violation> CheckFees(int range, FeeMethod method)
    {
        foreach (var pattern in TransferPatterns.All)
        {
            var field = $"fees[{range}].{pattern.Key()}";
            if (bands[range].Of(pattern) is < 0 or > MaxFee)
            {
                yield return OutOfRange(field, 0, MaxFee);
            }
            else if (range > 1 && bands[range].From > bands[range - 1].From
                && EffectiveBoundary(range, pattern, method) <= EffectiveBoundary(range - 1, pattern, method))
            {
                yield return new Violation(
                    ErrorCodes.EffectiveBoundariesNotAscending, field, pattern.Name(),
                    EffectiveBoundary(range - 1, pattern, method), EffectiveBoundary(range, pattern, method));
            }
        }
    }

    private static Violation OutOfRange(string field, long lowest, long highest) =>
        new(ErrorCodes.OutOfRange, field, $"{new Yen(lowest)}〜{new Yen(highest)}");
}
