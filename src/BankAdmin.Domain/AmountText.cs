using System.Globalization;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain;

/// <summary>
/// An amount as typed (rule: spec rules.md §2, quality.md §4): 半角数字; full-width digits, commas, outer blanks and 円 are
/// understood, anything else is refused.
/// </summary>
public static class AmountText
{
    /// <summary>The error code of a typed amount (E-COM-001, 002 or 005), or null when it is one.</summary>
    public static string? Check(string? typed, int maxDigits)
    {
        var digits = Digits(typed);
        return digits.Length == 0 ? ErrorCodes.Required
            : !digits.All(char.IsAsciiDigit) ? ErrorCodes.NotDigits
            : digits.Length > maxDigits ? ErrorCodes.TooLong
            : null;
    }

    /// <summary>The amount that passed <see cref="Check"/>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Yen Read(string? typed) => new(long.Parse(Digits(typed), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The amount, or null where it is none of at most that many digits.</summary>
    public static Yen? Find(string? typed, int maxDigits) => Check(typed, maxDigits) is null ? Read(typed) : null;

    /// <summary>Grouped where it is an amount, as typed where it is not.</summary>
    public static string Show(string? typed, int maxDigits) => Find(typed, maxDigits)?.Grouped ?? typed ?? "";

    // Not by Unicode normalisation: it would make digits of ① and of the ² in 10².
    private static string Digits(string? typed)
    {
        var figures = (typed ?? "").Trim();
        figures = figures.EndsWith('円') ? figures[..^1].TrimEnd() : figures;
        return string.Concat(figures.Where(c => c is not (',' or '，')).Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
    }
}
