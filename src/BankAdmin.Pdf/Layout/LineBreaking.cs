using System.Globalization;
using System.Text;

namespace BankAdmin.Pdf.Layout;

/// <summary>Where a Japanese line may end (kinsoku, strict) and where words and figures hold together.</summary>
internal static class LineBreaking
{
    private const string NotAtStart =
        "、。，．・：；？！‼⁇⁈⁉）］｝」』】〕〉》〗〙〟’”»､｡･｣ﾞﾟ%％‰℃円ー～〜々〻ゝゞヽヾ‐゠–ｰ"
        + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ)]},.!?:;";

    private const string NotAtEnd = "（［｛「『【〔〈《〖〘〝‘“«｢([{¥￥＄$£#＃№";

    private const string InFigures = "，．：／－";

    private const string Unparted = "…‥―—";

    private const string Glue = "\u00A0\u202F\u2060\uFEFF\u2011";

    /// <summary>Whether a line may end between two neighbouring characters.</summary>
    public static bool Allowed(Rune before, Rune after)
    {
        if (IsSpace(after) || IsAttached(after) || before.Value == 0x200D || Has(Glue, before) || Has(Glue, after))
        {
            return false;
        }

        if (IsSpace(before))
        {
            return true;
        }

        // 円 holds to its figure only; 円滑 may well begin a line.
        var bound = after.Value == '円' ? IsDigit(before) : Has(NotAtStart, after);
        return !bound && !Has(NotAtEnd, before) && !(IsWord(before) && IsWord(after))
            && !(IsFigure(before) && IsFigure(after)) && !(before == after && Has(Unparted, before));
    }

    /// <summary>Whether a phrase ends here, so that a list breaks rather after it than inside its next item.</summary>
    public static bool EndsPhrase(Rune rune) => rune.Value is '、' or '，' or '､' || IsSpace(rune);

    /// <summary>Whether it is a space at which a line may end; such spaces do not count at the end of a line.</summary>
    public static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) && !Has(Glue, rune);

    /// <summary>Signs after which a word too long for a line is cut rather than between letters.</summary>
    public static bool IsSeam(Rune rune) => rune.Value is '-' or '.' or '_' or '/' or '@' or '+' or '&' or '=' or ',';

    /// <summary>Whether it belongs to the character before it: accents, voicing marks, variation selectors.</summary>
    public static bool IsAttached(Rune rune) =>
        rune.Value == 0x200D || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Letters, figures and signs of one word: Latin, Greek, Cyrillic.</summary>
    private static bool IsWord(Rune rune) => rune.Value is > 0x20 and < 0x7F or (>= 0xA1 and < 0x590);

    private static bool IsDigit(Rune rune) => rune.Value is (>= '0' and <= '9') or (>= '０' and <= '９');

    private static bool IsFigure(Rune rune) => IsDigit(rune) || Has(InFigures, rune)
        || rune.Value is (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');

    private static bool Has(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value, StringComparison.Ordinal);
}
