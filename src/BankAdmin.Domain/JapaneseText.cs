using System.Globalization;
using System.Text;

namespace BankAdmin.Domain;

/// <summary>Reading of what people type (rule: spec quality.md §2): normalised once, then judged.</summary>
public static class JapaneseText
{
    /// <summary>Units of storage a character that a person sees may take on average: surrogates and combining marks count each.</summary>
    public const int UnitsPerCharacter = 4;

    private const int MostMarks = 2;
    private const char HalfWidthVoicing = '\uFF9E';
    private const char HalfWidthSemiVoicing = '\uFF9F';

    /// <summary>IDs, digits, mail addresses and dates: full-width forms become half-width, outer blanks go.</summary>
    public static string Fold(string? typed) => Whole(typed ?? "").Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>
    /// Text as it is kept: outer blanks go, every blank that is none of U+0020 and U+3000 becomes U+3000, variation selectors are
    /// dropped and radicals become the ideographs they look like.
    /// </summary>
    public static string Plain(string? typed) => string.Concat((typed ?? "").Trim().EnumerateRunes()
        .Where(rune => !IsVariationSelector(rune))
        .Select(rune => rune.IsBmp ? PlainFormOf((char)rune.Value).ToString() : rune.ToString()));

    /// <summary>The characters whose variation selector <see cref="Plain"/> drops, each once.</summary>
    public static IReadOnlyList<string> LosingSelectors(string? typed)
    {
        var runes = (typed ?? "").EnumerateRunes().ToList();
        return runes.Where((_, i) => i + 1 < runes.Count && IsVariationSelector(runes[i + 1]) && !IsVariationSelector(runes[i]))
            .Select(rune => rune.ToString()).Distinct().ToList();
    }

    /// <summary>
    /// Names in 全角: as <see cref="Plain"/>, and half-width forms become full-width. Kanji are kept as they are: Unicode
    /// normalisation would replace the variant characters (U+FA19 by U+795E) that names are written with.
    /// </summary>
    public static string Widen(string? typed)
    {
        var text = Plain(typed);
        var wide = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = WideFormOf(text[i]);
            if (i + 1 < text.Length && Voiced(letter, text[i + 1]) is { } voiced)
            {
                wide.Append(voiced);
                i++;
            }
            else
            {
                wide.Append(letter);
            }
        }

        return wide.ToString();
    }

    /// <summary>How many characters a person sees.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>
    /// The characters of a text that cannot be stored: control, bidirectional and other invisible ones, those that cannot be printed, and
    /// more than two marks on one character. Each as a person can recognise it: what has no ink of its own by its number.
    /// </summary>
    public static IReadOnlyList<string> Refused(string text, Func<Rune, bool> printable)
    {
        var refused = new List<string>();
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (!IsVisible(rune))
            {
                refused.Add(Invisible(rune));
            }
            else if (marks > MostMarks || (marks > 0 && !printable(rune)))
            {
                refused.Add($"重ねる記号 U+{rune.Value:X4}");
            }
            else if (!printable(rune))
            {
                refused.Add(rune.ToString());
            }
        }

        return refused.Distinct().ToList();
    }

    /// <summary>The characters of a text that nobody can see, by their numbers; a person must be told of them, they cannot look.</summary>
    public static IReadOnlyList<string> InvisibleIn(string? text) =>
        (text ?? "").EnumerateRunes().Where(rune => !IsVisible(rune)).Select(Invisible).Distinct().ToList();

    private static string Invisible(Rune rune) => $"見えない文字 U+{rune.Value:X4}";

    // What no database can be asked for becomes a character that is stored nowhere, so that it finds nothing.
    internal static string ForSearch(string key) => key.Replace('\0', '\uFFFD');

    // Beside the categories: letters and marks that Unicode calls default-ignorable, and the blank braille pattern.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune != Rune.ReplacementChar && !IsVariationSelector(rune)
        && rune.Value is not (0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180B or 0x180C or 0x180D or 0x180F or 0x2800
            or 0x3164 or 0xFFA0);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static char PlainFormOf(char c) =>
        c != ' ' && (c == '\t' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator) ? '\u3000' : Radicals.ToIdeograph(c);

    // Halves of surrogate pairs and codes that are no characters cannot be normalised; what stands for them is refused like them.
    private static string Whole(string text) => text.Any(c => char.IsSurrogate(c) || c >= '\uFDD0')
        ? string.Concat(text.EnumerateRunes().Select(rune => IsNoCharacter(rune) ? Rune.ReplacementChar : rune))
        : text;

    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static char WideFormOf(char c) => c switch
    {
        ' ' => '\u3000',
        > ' ' and <= '~' => (char)(c + 0xFEE0),
        HalfWidthVoicing => '\u309B',
        HalfWidthSemiVoicing => '\u309C',
        >= '\uFF61' and < HalfWidthVoicing => c.ToString().Normalize(NormalizationForm.FormKC)[0],
        _ => c,
    };

    // Half-width kana carry their voicing mark as a letter of its own, some systems send it as a combining mark. Only
    // kana are asked: normalising anything else would replace it, and half of a surrogate pair cannot be normalised.
    private static char? Voiced(char letter, char next)
    {
        var mark = next switch
        {
            '\u3099' or HalfWidthVoicing => '\u3099',
            '\u309A' or HalfWidthSemiVoicing => '\u309A',
            _ => '\0',
        };
        return letter is >= '\u3041' and <= '\u30FE' && mark != '\0' && $"{letter}{mark}".Normalize() is [var voiced] ? voiced : null;
    }
}
