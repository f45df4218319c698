using System.Globalization;
using System.Text.RegularExpressions;

namespace BankAdmin.Domain;

/// <summary>Days as people in Japan type them (rule: spec rulings.md „History search“).</summary>
public static partial class JapanDate
{
    private static readonly (string Name, int YearBefore)[] Eras = [("令和", 2018), ("平成", 1988), ("昭和", 1925)];

    private static readonly string[] Forms = ["yyyy/M/d", "yyyy-M-d", "yyyyMMdd", "yyyy'年'M'月'd'日'"];

    /// <summary>The day that was typed, in either width: 2026/11/22, 2026-11-22, 20261122, 令和8年11月22日; null: it is none.</summary>
    public static DateOnly? Read(string? typed)
    {
        var text = string.Concat(JapaneseText.Fold(typed ?? "").Where(letter => !char.IsWhiteSpace(letter)));
        return DateOnly.TryParseExact(FromEra(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>As inputs and lists show it: 2026/11/22.</summary>
    public static string Text(this DateOnly day) => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);

    // Eras are counted through beyond their end: 昭和100年 is what somebody meant.
    private static string FromEra(string text) => Era().Match(text) is { Success: true } era
        ? string.Create(CultureInfo.InvariantCulture, $"{YearOf(era):0000}") + text[era.Length..]
        : text;

    private static int YearOf(Match era) => Eras.Single(known => known.Name == era.Groups[1].Value).YearBefore
        + (era.Groups[2].Value == "元" ? 1 : int.Parse(era.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture));

    [GeneratedRegex("^(令和|平成|昭和)(元|[0-9]{1,3})(?=年)", RegexOptions.CultureInvariant)]
    private static partial Regex Era();
}
