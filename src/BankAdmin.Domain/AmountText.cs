using System.Globalization;
using System.Text.RegularExpressions;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain;

/// <summary>
/// An amount as typed (rules: spec rules.md §2, quality.md §4, rulings.md „Amounts“): digits, half or full width, with commas between
/// groups of three or none; ¥ before, 円 behind and blanks around are understood, anything else is refused.
/// The script of the pages regroups a part of what is read here; <c>tests/Cases/amounts.json</c> holds both to the same cases.
/// </summary>
public static partial class AmountText
{
    /// <summary>The error code of a typed amount (E-COM-001, 002 or 005), or null when it is one.</summary>
    public static string? Check(string? typed, int maxDigits) => Digits(typed) switch
    {
        null => ErrorCodes.NotDigits,
        "" => ErrorCodes.Required,
        var digits => digits.Length > maxDigits ? ErrorCodes.TooLong : null,
    };

    /// <summary>The amount that passed <see cref="Check"/>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Yen Read(string? typed) =>
        new(long.Parse(Digits(typed) ?? throw new FormatException(), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The amount, or null where it is none of at most that many digits.</summary>
    public static Yen? Find(string? typed, int maxDigits) => Check(typed, maxDigits) is null ? Read(typed) : null;

    /// <summary>Grouped where it is an amount, as typed where it is not.</summary>
    public static string Show(string? typed, int maxDigits) => Find(typed, maxDigits)?.Grouped ?? typed ?? "";

    // Null: something else stands there. Not by Unicode normalisation: it would make digits of ① and of the ² in 10².
    private static string? Digits(string? typed) => Form().Match((typed ?? "").Trim()) is { Success: true } form
        ? string.Concat(form.Groups["figures"].Value.Where(c => c is not (',' or '，')).Select(c => c >= '０' ? (char)(c - '０' + '0') : c))
        : null;

    [GeneratedRegex(
        @"^[¥￥]?\s*(?<figures>[0-9０-９]{1,3}([,，][0-9０-９]{3})+|[0-9０-９]*)\s*円?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
