using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Layout;

namespace BankAdmin.Pdf.Tests;

public sealed class LineBreakingTests
{
    // BIZ UDGothic: a full-width character is 10 points wide here, a half-width one 5.
    private static readonly TextStyle Style = new(FontStack.Figures, 10);

    [Theory]
    [InlineData("あいうえお", 50, "あいうえお")]
    [InlineData("あいうえおか", 50, "あいうえお|か")]
    [InlineData("あいうえお。", 50, "あいうえ|お。")]
    [InlineData("あいうえお、か", 50, "あいうえ|お、か")]
    [InlineData("あいうえお）」。", 50, "あいうえ|お）」。")]
    [InlineData("あいうえ「か」", 50, "あいうえ|「か」")]
    [InlineData("あいう（「かき", 50, "あいう|（「かき")]
    [InlineData("あいうえキャ", 50, "あいうえ|キャ")]
    [InlineData("あいうえサーバ", 50, "あいうえ|サーバ")]
    [InlineData("あいうえお々", 50, "あいうえ|お々")]
    [InlineData("あいうえｼﾞ", 45, "あいうえ|ｼﾞ")]
    [InlineData("あいう……か", 40, "あいう|……か")]
    public void Japanese_lines_obey_kinsoku(string text, double width, string lines) => Wrap(text, width).ShouldBe(lines.Split('|'));

    [Theory]
    [InlineData("あいうえsakura", 50, "あいうえ|sakura")]
    [InlineData("限度額は100,000,000円", 70, "限度額は|100,000,000円")]
    [InlineData("残りは１２３，４５６円", 85, "残りは|１２３，４５６円")]
    [InlineData("円滑な円滑", 30, "円滑な|円滑")]
    [InlineData("abc def ghi", 35, "abc def |ghi")]
    [InlineData("ダブル承認(順序なし)", 60, "ダブル承認|(順序なし)")]
    [InlineData("佐藤　太郎", 40, "佐藤　太|郎")]
    [InlineData("あい\u00A0abc", 30, "あ|い\u00A0abc")]
    public void Words_and_figures_hold_together(string text, double width, string lines) => Wrap(text, width).ShouldBe(lines.Split('|'));

    [Theory]
    [InlineData("abcdefghij", 25, "abcde|fghij")]
    [InlineData("keiri.tantou@example.jp", 75, "keiri.tantou@|example.jp")]
    [InlineData("」」」」」」", 30, "」」」|」」」")]
    [InlineData("𠮷𠮷𠮷", 20, "𠮷𠮷|𠮷")]
    [InlineData("永", 3, "永")]
    [InlineData("", 3, "")]
    [InlineData("一\n\n二", 30, "一||二")]
    public void What_fits_no_line_is_cut_but_nothing_is_lost(string text, double width, string lines) =>
        Wrap(text, width).ShouldBe(lines.Split('|'));

    [Fact]
    public void Accents_and_joined_marks_stay_with_their_letter() =>
        Wrap("aaaae\u0301bbbb", 25).ShouldBe(["aaaa", "e\u0301bbb", "b"]);

    [Fact]
    public void A_list_in_a_cell_breaks_between_its_items()
    {
        const string list = "総合振込、給与・賞与振込";
        Wrap(list, 70).ShouldBe(["総合振込、給", "与・賞与振込"], "a plain line is filled");
        TextLayout.Wrap(list, Style, 70, byPhrase: true).Select(line => line.Text).ShouldBe(["総合振込、", "給与・賞与振込"]);
    }

    [Fact]
    public void A_text_fits_the_width_it_was_measured_at()
    {
        const string text = "株式会社さくら商事ホールディングス、国際営業本部・経理財務統括室";
        foreach (var size in new[] { 8, 8.5, 9.5, 10.5, 11.3 })
        {
            var style = Style with { Font = FontStack.Text, Size = size };
            for (var length = 1; length <= text.Length; length++)
            {
                var part = text[..length];
                TextLayout.Wrap(part, style, style.Font.Measure(part, size)).Count.ShouldBe(1, part);
            }
        }
    }

    [Fact]
    public void Spaces_at_the_end_of_a_line_hang_and_are_not_measured()
    {
        var lines = TextLayout.Wrap("abcd 　efgh", Style, 20);
        lines.Select(line => line.Text).ShouldBe(["abcd 　", "efgh"]);
        lines[0].Width.ShouldBe(20, 0.01);
    }

    [Fact]
    public void A_placeholder_takes_the_width_it_is_given() =>
        TextLayout.Wrap($"あ{TextLayout.Placeholder}い", Style, 50, placeholder: 40).Select(line => line.Text)
            .ShouldBe([$"あ{TextLayout.Placeholder}", "い"]);

    [Theory]
    [InlineData("あいうえおかきくけこさしすせます。", 150)]
    [InlineData("あいうえおかきくけこさしすせそたちつてとなにます。", 115)]
    [InlineData("あいうえおかきくけこす。", 110)]
    public void A_last_line_of_a_few_characters_takes_some_from_the_line_before(string text, double width)
    {
        TextLayout.Wrap(text, Style, width)[^1].Width.ShouldBeLessThan(60, "it would stand there else");
        var lines = TextLayout.WrapWithoutOrphan(text, Style, width);

        lines.Count.ShouldBe(TextLayout.Wrap(text, Style, width).Count, "it costs no line");
        lines[^1].Width.ShouldBeGreaterThanOrEqualTo(50);
        string.Concat(lines.Select(line => line.Text)).ShouldBe(text);
    }

    private static string[] Wrap(string text, double width) => [.. TextLayout.Wrap(text, Style, width).Select(line => line.Text)];
}
