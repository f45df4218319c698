using System.Globalization;
using System.Text;
using FsCheck.Fluent;

namespace BankAdmin.Domain.Tests.Text;

/// <summary>Names, memos and IDs as people type them (spec quality.md §2). Odd characters stand as escapes.</summary>
public sealed class JapaneseTextTests
{
    [Theory]
    [InlineData("ABC 123", "ＡＢＣ　１２３")]
    [InlineData("!~(", "！～（")]
    [InlineData("ｻｸﾗ", "サクラ")]
    [InlineData("ｶﾞｷﾞﾊﾟ", "ガギパ")]
    [InlineData("か\u3099は\u309A", "がぱ")] // a separate voicing mark, as some systems type it
    [InlineData("ｳﾞ｡｢ｰ", "ヴ。「ー")]
    [InlineData("かﾞｱﾞﾟ", "がア゛゜")] // a mark that voices nothing stands by itself
    [InlineData("ヿゟ゛", "ヿゟ゛")]
    [InlineData("　 さくら\t", "さくら")]
    [InlineData("\uFA19社\uFA11", "\uFA19社\uFA11")] // variants that names are written with stay
    [InlineData("\U00020BB7野", "\U00020BB7野")]
    [InlineData("㈱①", "㈱①")]
    public void Names_are_widened_and_kanji_kept(string typed, string name) => JapaneseText.Widen(typed).ShouldBe(name);

    [Theory]
    [InlineData("\U00020BB7\u3099")]
    [InlineData("\u3099")]
    [InlineData("\uFA19\u3099")]
    [InlineData("\u3000\u3099x")]
    public void A_voicing_mark_that_voices_nothing_stays_and_changes_nothing_before_it(string typed) =>
        JapaneseText.Widen(typed + "x").ShouldBe(typed.Replace("x", "ｘ", StringComparison.Ordinal).TrimStart('\u3000') + "ｘ");

    [Theory]
    [InlineData("Ｓａｋｕｒａ０１", "Sakura01")]
    [InlineData("　sakura01 ", "sakura01")]
    [InlineData("ｓａｋｕｒａ＠ｅｘａｍｐｌｅ．ｊｐ", "sakura@example.jp")]
    [InlineData(null, "")]
    [InlineData("a\uFFFEb\uFDD0c", "a\uFFFDb\uFFFDc")] // no characters
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("\uFFFD", "\uFFFD")]
    public void Ids_and_digits_are_folded(string? typed, string folded) => JapaneseText.Fold(typed).ShouldBe(folded);

    [Fact]
    public void Half_a_surrogate_pair_is_folded_too() => JapaneseText.Fold("a" + '\uD83D').ShouldBe("a\uFFFD");

    [Theory]
    [InlineData("", 0)]
    [InlineData("さくら", 3)]
    [InlineData("\U00020BB7野", 2)] // two code units, one character
    [InlineData("か\u3099", 1)]
    [InlineData("葛\U000E0100城", 2)] // a variation selector belongs to its kanji
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467", 1)]
    public void Length_is_what_a_person_counts(string text, int length) => JapaneseText.Length(text).ShouldBe(length);

    [Theory]
    [InlineData("株式会社さくら", "")]
    [InlineData("a\u202Eb", "U+202E")] // turns the direction of reading
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("a\u200Bb", "U+200B")] // takes no width
    [InlineData("a\uFEFFb", "U+FEFF")]
    [InlineData("a\u0000\u001Bb\u007F", "U+0000 U+001B U+007F")]
    [InlineData("a\r\nb", "U+000D U+000A")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("\uE000", "U+E000")] // private use: gaiji of somebody's own
    [InlineData("\U000F0000", "U+F0000")]
    [InlineData("\u0378", "U+0378")] // not assigned
    [InlineData("\uFFFD", "U+FFFD")]
    [InlineData("\u202E\u202E", "U+202E")] // each once
    public void What_cannot_be_seen_is_refused_by_number(string text, string refused) =>
        string.Join(' ', JapaneseText.Refused(text, _ => true)).ShouldBe(refused);

    [Fact]
    public void What_can_be_seen_but_not_printed_is_refused_by_itself()
    {
        var noEmoji = (Rune rune) => rune.Value < 0x10000;
        JapaneseText.Refused("祝\U0001F389開業\U0001F389\u0007", noEmoji).ShouldBe(["\U0001F389", "U+0007"]);
    }

    [Fact]
    public void Widening_twice_is_widening_once_and_leaves_no_half_width_letter()
    {
        Always.HoldsFor(Texts(), typed =>
        {
            var wide = JapaneseText.Widen(typed);
            return JapaneseText.Widen(wide) == wide && !wide.Any(c => c is (>= ' ' and <= '~') or (>= '\uFF61' and <= '\uFF9F'));
        }, tries: 2_000);
    }

    [Fact]
    public void Widening_keeps_every_kanji()
    {
        Always.HoldsFor(Texts(), typed => Kanji(JapaneseText.Widen(typed)) == Kanji(typed), tries: 2_000);

        static string Kanji(string text) => string.Concat(text.EnumerateRunes()
            .Where(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.OtherLetter && r.Value >= 0x4E00 && r.Value is < 0xFF61 or > 0xFF9F));
    }

    private static FsCheck.Gen<string> Texts() => Gen.Elements(
        "a", " ", "　", "0", "ｶ", "ｱ", "ﾞ", "ﾟ", "か", "は", "\u3099", "\u309A", "\uFA19", "神", "\U00020BB7", "ー")
        .ListOf().Select(list => string.Concat(list));
}
