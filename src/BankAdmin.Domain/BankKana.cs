using System.Text;

namespace BankAdmin.Domain;

/// <summary>
/// Names as transfers carry them: half-width kana, capitals, digits and a few signs (rule: spec rulings.md „Names, stored and searched“).
/// Full width and hiragana are converted, small kana made large, 長音 becomes a hyphen.
/// </summary>
public static class BankKana
{
    private const string Allowed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ()-./｢｣ ﾞﾟ";

    // Katakana without marks, in the order of the half-width block from U+FF71; small ones stand for large ones.
    private const string Large = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Small = "ァィゥェォッャュョヮ";
    private const string SmallAsLarge = "アイウエオツヤユヨワ";

    /// <summary>The text as it is stored; what cannot be converted stays as it is.</summary>
    public static string Of(string? typed)
    {
        var kana = new StringBuilder();
        foreach (var c in JapaneseText.Fold(typed).ToUpperInvariant().Normalize(NormalizationForm.FormD))
        {
            kana.Append(Convert(c));
        }

        return kana.ToString();
    }

    /// <summary>The characters of a stored form that no transfer can carry, each as a person can recognise it.</summary>
    public static IReadOnlyList<string> Refused(string kana) =>
        JapaneseText.Refused(kana, rune => rune.IsBmp
            && (Allowed.Contains((char)rune.Value, StringComparison.Ordinal) || rune.Value is >= 0xFF71 and <= 0xFF9D));

    private static char Convert(char c) => c switch
    {
        >= 'ぁ' and <= 'ゖ' => Convert((char)(c + ('ァ' - 'ぁ'))),
        'ー' or '‐' or '−' or '―' or '—' or '–' => '-',
        '「' => '｢',
        '」' => '｣',
        '\u3000' => ' ',
        '\u3099' or '゛' => 'ﾞ',
        '\u309A' or '゜' => 'ﾟ',
        'ヲ' => 'ｵ',
        _ when Small.IndexOf(c, StringComparison.Ordinal) is >= 0 and var small => Convert(SmallAsLarge[small]),
        _ when Large.IndexOf(c, StringComparison.Ordinal) is >= 0 and var large => (char)('ｱ' + large),
        _ => c,
    };
}
