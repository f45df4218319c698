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
    [InlineData("佐藤\u00A0太郎", "佐藤\u3000太郎")] // every blank is one
    [InlineData("佐藤\u2003太\u2009郎\t様", "佐藤\u3000太\u3000郎\u3000様")]
    [InlineData("⼤⾼⾕⽥", "大高谷田")] // Kangxi radicals, as they come out of a PDF
    [InlineData("⻑⻘⻄⻫⻩", "長青西斉黄")]
    [InlineData("辻\U000E0100本", "辻本")] // variation selectors
    [InlineData("葛\uFE00城", "葛城")]
    [InlineData("髙﨑", "髙﨑")]
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
    [InlineData("a\uFE0Fb", "U+FE0F")] // letters and marks without ink
    [InlineData("a\u034Fb\u115F\u3164\uFFA0\u2800", "U+034F U+115F U+3164 U+FFA0 U+2800")]
    public void What_cannot_be_seen_is_refused_by_number(string text, string refused)
    {
        var named = string.Join(' ', refused.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => "見えない文字 " + number));
        string.Join(' ', JapaneseText.Refused(text, _ => true)).ShouldBe(named);
        string.Join(' ', JapaneseText.InvisibleIn(text)).ShouldBe(named);
    }

    [Theory]
    [InlineData("か\u0301\u0302", "")]
    [InlineData("か\u0301\u0302\u0303", "重ねる記号 U+0303")]
    [InlineData("か\u0301\u0302き\u0303\u0304", "")]
    public void At_most_two_marks_stand_on_a_character(string text, string refused) =>
        string.Join(' ', JapaneseText.Refused(text, _ => true)).ShouldBe(refused);

    [Fact]
    public void A_mark_that_cannot_be_printed_is_named_by_its_number() =>
        JapaneseText.Refused("か\u0301", rune => rune.Value != 0x0301).ShouldBe(["重ねる記号 U+0301"]);

    [Theory]
    [InlineData("辻本", "")]
    [InlineData("辻\U000E0100本\uFE00辻\U000E0101", "辻 本")]
    [InlineData("\uFE0F", "")]
    public void Characters_that_lose_their_selector_are_named_each_once(string typed, string letters) =>
        string.Join(' ', JapaneseText.LosingSelectors(typed)).ShouldBe(letters);

    [Fact]
    public void Every_radical_of_the_Kangxi_block_becomes_what_Unicode_says()
    {
        for (var c = '\u2F00'; c <= '\u2FD5'; c++)
        {
            JapaneseText.Widen(c.ToString()).ShouldBe(c.ToString().Normalize(NormalizationForm.FormKC));
        }
    }

    [Fact]
    public void Radicals_of_the_supplement_become_ideographs()
    {
        var kept = Enumerable.Range(0x2E80, 0x2EF4 - 0x2E80).Where(c => JapaneseText.Widen(((char)c).ToString())[0] is var wide
            && !(wide is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF'))).Select(c => $"{c:X4}");
        // Those that nobody writes for a name stay; 2E9A is no character.
        string.Join(' ', kept).ShouldBe(
            "2E80 2E82 2E87 2E8B 2E91 2E95 2E9A 2EAA 2EAE 2EB3 2EB4 2EB5 2EB7 2EB8 2EBD 2EC7 2ECA 2ED5 2EDE 2EE1");
    }

    [Fact]
    public void What_can_be_seen_but_not_printed_is_refused_by_itself()
    {
        var noEmoji = (Rune rune) => rune.Value < 0x10000;
        JapaneseText.Refused("祝\U0001F389開業\U0001F389\u0007", noEmoji).ShouldBe(["\U0001F389", "見えない文字 U+0007"]);
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
