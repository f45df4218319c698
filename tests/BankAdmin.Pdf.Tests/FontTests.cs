using System.Text;
using BankAdmin.Pdf.Fonts;

namespace BankAdmin.Pdf.Tests;

public sealed class FontTests
{
    private static readonly TrueTypeFont Biz = FontStack.Text.Resolve(new Rune('あ')).Font;

    [Fact]
    public void Both_kinds_of_character_map_name_the_same_glyphs()
    {
        var wide = CharacterMap.Parse(Biz.Table("cmap"), 12);
        var narrow = CharacterMap.Parse(Biz.Table("cmap"), 4);
        var known = 0;
        for (var code = 0; code < 0xFFFF; code++)
        {
            narrow.Glyph(code).ShouldBe(wide.Glyph(code), $"U+{code:X4}");
            known += wide.Glyph(code) == 0 ? 0 : 1;
        }

        known.ShouldBeGreaterThan(10000);
        wide.Glyph('\uE000').ShouldBe(0);
    }

    [Theory]
    [InlineData('A', 1)]
    [InlineData('B', 2)]
    [InlineData('C', 0)]
    [InlineData('@', 0)]
    [InlineData('あ', 3)]
    [InlineData('ぃ', 0)]
    [InlineData('い', 1)]
    [InlineData('ぅ', 4)]
    [InlineData('\uFFFF', 0)]
    public void Format_4_maps_by_delta_and_by_array(char character, int glyph) =>
        CharacterMap.Parse(new TrueTypeFont(SyntheticFont.Build()).Table("cmap")).Glyph(character).ShouldBe(glyph);

    [Fact]
    public void A_subset_carries_the_parts_of_composite_glyphs_under_new_numbers()
    {
        var font = new TrueTypeFont(SyntheticFont.Build());
        var subset = new FontTables(SubsetFile.Build(font, [3, 1]));

        // 0: none, 1: the nested one, 2: the simple one as wanted, 3 and 4: parts of 1, the simple one again for them.
        subset.GlyphCount.ShouldBe(5);
        var nested = subset.Outline(1);
        FontTables.U16(nested, 12).ShouldBe(3);
        FontTables.U16(nested, 24).ShouldBe(4);
        var scaled = subset.Outline(3);
        FontTables.U16(scaled, 12).ShouldBe(4);
        FontTables.U16(scaled, 16).ShouldBe(0x2000, "the scale stays");
        subset.Outline(4).Take(14).ShouldBe(font.Outline(1)[..14].ToArray());
        new[] { 1, 2, 3, 4 }.Select(subset.Advance).ShouldBe([600, 600, 600, 600]);
    }

    [Fact]
    public void A_subset_is_a_whole_font_file()
    {
        var file = SubsetFile.Build(Biz, [Biz.Glyph(new Rune('永')), Biz.Glyph(new Rune('g'))]);
        var subset = new FontTables(file);
        subset.Sum().ShouldBe(0xB1B0AFBA, "the check sum of a font file");
        subset.Outline(1).Take(Biz.Outline(Biz.Glyph(new Rune('永'))).Length).ShouldBe(Biz.Outline(Biz.Glyph(new Rune('永'))).ToArray());
        subset.Advance(2).ShouldBe(Biz.Advance(Biz.Glyph(new Rune('g'))));
        foreach (var hints in new[] { "cvt ", "fpgm", "prep" })
        {
            subset.Table(hints).ShouldBe(Biz.Table(hints).ToArray());
        }
    }

    [Fact]
    public void A_glyph_without_ink_does_not_cover_a_character()
    {
        var font = new TrueTypeFont(SyntheticFont.Build());
        font.Covers(new Rune('い')).ShouldBeTrue();
        font.Covers(new Rune('ぅ')).ShouldBeFalse();
        Biz.Covers(new Rune('　')).ShouldBeTrue("a space has no ink");
    }

    [Fact]
    public void A_font_without_glyf_outlines_is_refused() =>
        Should.Throw<InvalidDataException>(() => new TrueTypeFont("OTTO            "u8.ToArray()));

    [Fact]
    public void Characters_no_font_has_are_named_once_and_in_order() =>
        FontStack.Uncovered("髙橋🦊商事\u200B🦊\u0007𠮷野ｻｸﾗ→\uDB40\uDD00①　 ")
            .Select(rune => rune.Value)
            .ShouldBe([0x1F98A, 0x200B, 0x0007, 0xE0100]);

    [Theory]
    [InlineData("株式会社さくら商事")]
    [InlineData("ｻｸﾗｼﾖｳｼﾞ(ｶ")]
    [InlineData("髙橋﨑子　𠮷田　𩸽")]
    [InlineData("(株)ＡＢＣ・Ａ＆Ｂ ①㈱℡ー―‐～〜−－")]
    public void Names_in_use_are_covered(string text) => FontStack.Uncovered(text).ShouldBeEmpty();

    [Fact]
    public void The_text_font_comes_first_and_the_fallback_only_where_it_lacks_a_character()
    {
        FontStack.Text.Resolve(new Rune('吉')).Font.PostScriptName.ShouldBe("BIZUDPGothic-Regular");
        FontStack.FiguresBold.Resolve(new Rune('8')).Font.PostScriptName.ShouldBe("BIZUDGothic-Bold");
        FontStack.TextBold.Resolve(new Rune(0x20BB7)).Font.PostScriptName.ShouldBe("NotoSansJP-Bold");
    }

    [Fact]
    public void Figures_are_of_equal_width() =>
        "0123456789".Select(digit => FontStack.Figures.Measure([digit], 10)).Distinct().ShouldHaveSingleItem();

    [Fact]
    public void A_comma_leaves_no_gap_between_figures() =>
        FontStack.Figures.Measure(",", 10).ShouldBeLessThan(0.7 * FontStack.Figures.Measure("0", 10));
}
