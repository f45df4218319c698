using System.Text;
using BankAdmin.Pdf.Fonts;

namespace BankAdmin.Pdf.Tests;

public sealed class DocumentTests
{
    private static readonly DocumentInfo Info =
        new("操作結果 (1)", new DateTimeOffset(2026, 11, 22, 15, 10, 42, TimeSpan.FromHours(9)));

    private static readonly TextStyle Style = new(FontStack.Text, 10);

    [Theory]
    [InlineData("株式会社さくら商事")]
    [InlineData("ｻｸﾗｼﾖｳｼﾞ(ｶ")]
    [InlineData("𠮷野家と吉野家")]
    [InlineData("𩿎𩿗𩿎")]
    [InlineData("⺂乛⺓⼳")]
    [InlineData("一㈱①Ａ A\u00A0　終")]
    public void Text_comes_back_exactly_as_drawn(string text) => Draw(text).AllTexts.ShouldBe([text]);

    [Fact]
    public void Characters_that_share_a_glyph_keep_their_own_numbers_and_the_same_outline()
    {
        var font = Draw("𩿎𩿗").Fonts.Single();
        font.Unicode.Values.ShouldBe(["𩿎", "𩿗"]);
        var file = new FontTables(font.File);
        file.Outline(1).ShouldBe(file.Outline(2));
        file.Outline(1).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_number_draws_the_glyph_of_its_character()
    {
        var reader = Draw("企業情報変更結果 20261122-000128 ｻｸﾗ 𠮷", Style with { Font = FontStack.FiguresBold });
        reader.Fonts.Select(font => font.Name[7..]).ShouldBe(["BIZUDGothic-Bold", "NotoSansJP-Bold"]);
        foreach (var font in reader.Fonts)
        {
            var file = new FontTables(font.File);
            foreach (var (number, text) in font.Unicode)
            {
                var (source, glyph) = FontStack.FiguresBold.Resolve(Rune.GetRuneAt(text, 0));
                var outline = source.Outline(glyph).ToArray();
                file.Outline(number).Take(outline.Length).ShouldBe(outline, text);
                font.Widths[number].ShouldBe(source.Advance(glyph) * 1000.0 / source.UnitsPerEm, 0.001, text);
            }
        }
    }

    [Fact]
    public void A_character_no_font_has_is_shown_as_geta_and_copied_as_itself()
    {
        var reader = Draw("狐🦊");
        reader.AllTexts.ShouldBe(["狐🦊"]);
        var font = reader.Fonts.Single();
        var (biz, geta) = FontStack.Text.Resolve(new Rune('〓'));
        var number = font.Unicode.Single(pair => pair.Value == "🦊").Key;
        new FontTables(font.File).Outline(number).Take(biz.Outline(geta).Length).ShouldBe(biz.Outline(geta).ToArray());
    }

    [Fact]
    public void Title_language_and_date_are_set()
    {
        var reader = Draw("あ");
        reader.Info.ShouldContain($"/Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Info.Title))}>");
        reader.Info.ShouldContain("/CreationDate(D:20261122151042+09'00')");
        reader.Catalog.ShouldContain("/Lang(ja-JP)");
        reader.Catalog.ShouldContain("/DisplayDocTitle true");
        reader.Catalog.ShouldContain("/Marked true");
        reader.Object(reader.Pages[0]).ShouldContain("/MediaBox[0 0 595.276 841.89]");
    }

    [Fact]
    public async Task The_same_drawing_is_the_same_file_on_any_thread()
    {
        var files = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => File("同じ内容"), TestContext.Current.CancellationToken)));
        files.ShouldAllBe(file => file.SequenceEqual(files[0]));
        File("違う内容").ShouldNotBe(files[0]);
        Id(File("違う内容")).ShouldNotBe(Id(files[0]));
    }

    [Fact]
    public void Places_are_counted_from_the_top_left()
    {
        var document = new PdfDocument(Info);
        var page = document.AddPage(PageSize.A4Landscape);
        page.Text(10, 20, "左上", Style);
        page.TextRight(200, 20, "右", Style with { Font = FontStack.Figures });
        var texts = new PdfReader(document.ToArray()).Texts(0);
        texts[0].ShouldBe(new ShownText("左上", 10, Math.Round(Length.Mm(210) - 20, 3), null) { Right = 30 });
        texts[1].Right.ShouldBe(200, 0.001);
        texts[1].X.ShouldBe(190, 0.001);
    }

    [Fact]
    public void Structure_leads_from_each_element_to_its_content_and_back()
    {
        var document = new PdfDocument(Info);
        var page = document.AddPage(PageSize.A4);
        var heading = document.Structure.Add("H1");
        var row = document.Structure.Add("Table").Add("TR");
        var head = row.Add("TH", "Row", 2);
        page.Text(0, 10, "見出し", Style, heading);
        page.Text(0, 20, "飾り", Style);
        page.Text(0, 30, "一", Style, head);
        page.Text(0, 40, "二", Style, head);
        var reader = new PdfReader(document.ToArray());
        reader.Texts(0).Select(text => text.MarkedContent).ShouldBe([0, null, 1, 1]);

        var tree = reader.Object(PdfReader.Reference(reader.Catalog, "StructTreeRoot"));
        var parents = reader.Object(int.Parse(
            System.Text.RegularExpressions.Regex.Match(tree, @"Nums\[0 (\d+) 0 R").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture));
        var owners = System.Text.RegularExpressions.Regex.Matches(parents, @"(\d+) 0 R")
            .Select(match => reader.Object(int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        owners.Count.ShouldBe(2);
        owners[0].ShouldContain("/S/H1");
        owners[0].ShouldContain("/MCID 0>>");
        owners[1].ShouldContain("/S/TH");
        owners[1].ShouldContain("/Scope/Row/ColSpan 2");
        owners[1].ShouldContain("/MCID 1>>");
    }

    [Fact]
    public void Many_objects_fill_more_than_one_object_stream()
    {
        var document = new PdfDocument(Info);
        var page = document.AddPage(PageSize.A4);
        for (var i = 0; i < 450; i++)
        {
            page.Text(0, i, "段", Style, document.Structure.Add("P"));
        }

        // The reader checks every entry of the cross-reference table against what is there.
        new PdfReader(document.ToArray()).Texts(0).Select(text => text.MarkedContent).ShouldBe(Enumerable.Range(0, 450).Cast<int?>());
    }

    private static string Id(byte[] file) => new PdfReader(file).Trailer[^70..];

    private static byte[] File(string text)
    {
        var document = new PdfDocument(Info);
        document.AddPage(PageSize.A4).Text(50, 50, text, Style);
        return document.ToArray();
    }

    private static PdfReader Draw(string text, TextStyle? style = null)
    {
        var document = new PdfDocument(Info);
        document.AddPage(PageSize.A4).Text(50, 50, text, style ?? Style);
        return new PdfReader(document.ToArray());
    }
}
