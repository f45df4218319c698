using System.Text;

namespace BankAdmin.Domain;

/// <summary>
/// The form in which names are searched, kept beside the name and made of what is typed alike (rule: spec rulings.md „Names, stored and
/// searched“): NFKC, lower case, no blanks, one wave dash, hyphens told from 長音 by the kana before them, usual variants folded. Small
/// and large kana, hiragana and katakana stay apart.
/// </summary>
public static class SearchKey
{
    /// <summary>A key may be longer than its name: ㈱ becomes three characters, ㌔ and the like up to six.</summary>
    public const int UnitsPerCharacter = 6;

    private const char LongVowel = 'ー';

    /// <summary>The key of a name, or of what is searched for; empty: nothing.</summary>
    public static string Of(string? text)
    {
        var key = new StringBuilder();
        foreach (var rune in JapaneseText.Fold(JapaneseText.Widen(text)).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                continue;
            }

            key.Append(rune.Value switch
            {
                '〜' or '～' or '~' => "~",
                '-' or '－' or '−' or '‐' or '‑' or '–' or '—' or '―' or '─' or LongVowel =>
                    EndsInKana(key) ? LongVowel.ToString() : "-",
                _ => NameVariants.Fold(Rune.ToLowerInvariant(rune)).ToString(),
            });
        }

        return JapaneseText.ForSearch(key.ToString());
    }

    private static bool EndsInKana(StringBuilder key) =>
        key.Length > 0 && key[^1] is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or LongVowel;
}
