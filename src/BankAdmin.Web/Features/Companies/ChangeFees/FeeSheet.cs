using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>A fee table described: on confirm, result and inquiry pages alike.</summary>
public static class FeeSheet
{
    /// <summary>The rows of a table.</summary>
    /// <param name="pages">Which table.</param>
    /// <param name="usesStandard">使用する.</param>
    /// <param name="method">手数料計算方法.</param>
    /// <param name="inForce">The figures in force with that choice.</param>
    public static IEnumerable<Described> Describe(FeePages pages, bool usesStandard, FeeMethod method, FeeSchedule inForce)
    {
        const string Use = "適用の方法";
        yield return new Described(Use, "useStandard", "基準手数料の使用", usesStandard ? "使用する(常に最新の基準手数料を使用する)" : "使用しない");
        if (pages.Kind.HasMinimum)
        {
            yield return new Described(
                Use, "minimumPayment", "適用最低支払金額", Amount(inForce.Minimum), Kind: ValueKind.Amount);
        }

        if (pages.Kind.HasMethod)
        {
            yield return new Described(Use, "method", "手数料計算方法", method.Name());
        }

        for (var i = 0; i < inForce.Bands.Count; i++)
        {
            var range = RangeName(inForce, i);
            if (i > 0)
            {
                yield return new Described(
                    $"{pages.AmountName}範囲と手数料", $"boundaries[{i - 1}]", $"{pages.AmountName}の下限",
                    Amount(inForce.Bands[i].From), range, ValueKind.Amount);
            }

            foreach (var pattern in TransferPatterns.All)
            {
                yield return new Described(
                    $"{pages.AmountName}範囲と手数料", $"fees[{i}].{pattern.Key()}", pattern.Name(), Amount(inForce.Bands[i].Of(pattern)),
                    range, ValueKind.Amount);
            }
        }
    }

    /// <summary>What a range is called where it is typed.</summary>
    public static string RangeName(int range) => string.Create(CultureInfo.InvariantCulture, $"範囲{range + 1}");

    /// <summary>What a range is called beside its figures: 範囲2（30,000円以上100,000円未満）.</summary>
    private static string RangeName(FeeSchedule schedule, int range)
    {
        var bands = schedule.Bands;
        var end = range + 1 < bands.Count ? Amount(bands[range + 1].From) + "未満" : "";
        return $"{RangeName(range)}（{Amount(bands[range].From)}以上{end}）";
    }

    private static string Amount(long yen) => new Yen(yen).ToString();
}
