using System.Globalization;
using System.Text;

namespace BankAdmin.Domain;

/// <summary>Reading of what people type (rule: spec quality.md §2): normalised once, then judged.</summary>
public static class JapaneseText
{
    /// <summary>Units of storage a character that a person sees may take on average: surrogates and combining marks count each.</summary>
    public const int UnitsPerCharacter = 4;

    private const char HalfWidthVoicing = '\uFF9E';
    private const char HalfWidthSemiVoicing = '\uFF9F';

    /// <summary>IDs, digits, mail addresses and dates: full-width forms become half-width, outer blanks go.</summary>
    public static string Fold(string? typed) => Whole(typed ?? "").Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>
    /// Names in 全角: outer blanks go, half-width forms become full-width. Kanji are kept as they are: Unicode
    /// normalisation would replace the variant characters (U+FA19 by U+795E) that names are written with.
    /// </summary>
    public static string Widen(string? typed)
    {
        var text = (typed ?? "").Trim();
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
    /// The characters of a text that cannot be stored: control, bidirectional and other invisible ones, and those
    /// that cannot be printed. Each as a person can recognise it.
    /// </summary>
    public static IReadOnlyList<string> Refused(string text, Func<Rune, bool> printable)
    {
        var refused = new List<string>();
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var visible = category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (!visible || rune == Rune.ReplacementChar)
            {
                refused.Add($"U+{rune.Value:X4}");
            }
            else if (!printable(rune))
            {
                refused.Add(rune.ToString());
            }
        }

        return refused.Distinct().ToList();
    }

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
