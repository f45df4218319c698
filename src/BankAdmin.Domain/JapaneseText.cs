using System.Globalization;
using System.Text;

namespace BankAdmin.Domain;

/// <summary>Reading of what people type (rule: spec quality.md §2): normalised once, then judged.</summary>
public static class JapaneseText
{
    private const char FullWidthSpace = '\u3000';

    /// <summary>IDs, digits, mail addresses and dates: full-width forms become half-width, outer blanks go.</summary>
    public static string Fold(string? typed) => (typed ?? "").Normalize(NormalizationForm.FormKC).Trim();

    /// <summary>
    /// Names in 全角: outer blanks go, half-width forms become full-width. Kanji are kept as they are: Unicode
    /// normalisation would replace the variant characters (U+FA19 by U+795E) that names are written with.
    /// </summary>
    public static string Widen(string? typed)
    {
        var kana = (typed ?? "").Trim();
        var text = new StringBuilder(kana.Length);
        for (var i = 0; i < kana.Length; i++)
        {
            var c = kana[i];
            if (c == ' ')
            {
                text.Append(FullWidthSpace);
            }
            else if (c is > ' ' and <= '~')
            {
                text.Append((char)(c + 0xFEE0));
            }
            else if (c is >= '\uFF61' and <= '\uFF9F' || IsVoicedNext(kana, i))
            {
                // half-width kana, and kana followed by a separate voicing mark, become one full-width letter
                var length = IsVoicedNext(kana, i) ? 2 : 1;
                text.Append(Compose(kana.Substring(i, length)));
                i += length - 1;
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
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

    private static bool IsVoicedNext(string text, int at) =>
        at + 1 < text.Length && (text[at + 1] is '\u3099' or '\u309A'
            || (text[at] is >= '\uFF66' and <= '\uFF9D' && text[at + 1] is '\uFF9E' or '\uFF9F'));

    private static string Compose(string kana) => kana.Normalize(NormalizationForm.FormKC);
}
