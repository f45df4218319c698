using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>W-FEE-001 … 003 (rule: spec rules.md §3, rulings.md).</summary>
public static class FeeWarnings
{
    /// <summary>The warnings on a company's own figures; none while the standard is used.</summary>
    public static IEnumerable<Warning> Of(FeeTableKind kind, FeeSchedule own, FeeSchedule standard)
    {
        var highest = TransferPatterns.All.Max(pattern => own.Bands[0].Of(pattern));
        if (kind.HasMinimum && own.Minimum <= highest && own.Minimum != standard.Minimum)
        {
            yield return new Warning(
                "W-FEE-001",
                $"適用最低支払金額（{FeeTrial.Grouped(own.Minimum)}円）が最初の範囲の手数料（最大{FeeTrial.Grouped(highest)}円）以下のため、"
                + "手数料を差し引くと0円以下になる支払があります。");
        }

        foreach (var pattern in TransferPatterns.All)
        {
            for (var i = 1; i < own.Bands.Count; i++)
            {
                if (own.Bands[i].Of(pattern) < own.Bands[i - 1].Of(pattern))
                {
                    var (fee, below) = (own.Bands[i].Of(pattern), own.Bands[i - 1].Of(pattern));
                    yield return new Warning(
                        "W-FEE-002",
                        $"{pattern.Name()}の{FeeTrial.Grouped(own.Bands[i].From)}円以上の手数料（{FeeTrial.Grouped(fee)}円）が、"
                        + $"下の範囲の手数料（{FeeTrial.Grouped(below)}円）より安くなっています。");
                }
            }
        }

        if (!own.Bands.SequenceEqual(standard.Bands))
        {
            yield return new Warning("W-FEE-003", "当行の基準手数料と異なる金額があります。基準手数料が変わっても、この手数料は変わりません。");
        }
    }
}
