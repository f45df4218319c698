using System.Globalization;
using System.Text.RegularExpressions;
using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Layout;

namespace BankAdmin.Pdf.Tests;

public sealed class TableTests
{
    private static readonly TextStyle Style = new(FontStack.Figures, 10);
    private static readonly TableLook Look = new() { PaddingX = 0, PaddingY = 0, RowRule = (Rgb.Black, 1), LineHeight = 1 };

    // Rows are 11 points high: a line of 10 and its rule.
    [Fact]
    public void The_head_and_the_title_are_repeated_on_every_page()
    {
        var pages = Draw(bottom: 100, Rows(20), title: true);
        pages.Count.ShouldBe(3);
        pages[0].ShouldBe(["題", "頭", "行0", "行1", "行2", "行3", "行4", "行5", "行6"]);
        pages[1].ShouldBe(["題（続き）", "頭", "行7", "行8", "行9", "行10", "行11", "行12", "行13"]);
        pages.SelectMany(page => page).Where(text => text[0] == '行').ShouldBe(Enumerable.Range(0, 20).Select(Name));
    }

    [Fact]
    public void A_row_never_splits_where_a_page_can_hold_it()
    {
        var pages = Draw(bottom: 66, [.. Rows(3), Row("長\n長\n長"), Row("後")]);
        pages.ShouldBe([["頭", "行0", "行1", "行2"], ["頭", "長", "長", "長", "後"]]);
    }

    [Fact]
    public void A_row_taller_than_a_page_is_split_between_lines_and_nothing_is_lost()
    {
        var lines = Enumerable.Range(0, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"線{i}")).ToList();
        var pages = Draw(bottom: 66, [.. Rows(1), Row(string.Join('\n', lines)), Row("後")]);
        pages.Count.ShouldBe(3);
        pages.ShouldAllBe(page => page[0] == "頭");
        pages[0][1].ShouldBe("行0");
        pages[0].Count.ShouldBe(6, "what is left of the page is used");
        pages.SelectMany(page => page).Where(text => text[0] == '線').ShouldBe(lines);
        pages[^1][^1].ShouldBe("後");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(15)]
    public void The_last_row_never_stands_alone_on_a_page(int rows)
    {
        var pages = Draw(bottom: 88, Rows(rows));
        pages[^1].Count(text => text[0] == '行').ShouldBe(2);
        pages.SelectMany(page => page).Where(text => text[0] == '行').ShouldBe(Enumerable.Range(0, rows).Select(Name));
    }

    [Fact]
    public void A_page_that_holds_no_line_ends_in_overflow_not_in_endless_pages() =>
        Draw(bottom: 15, [Row("長\n長")]).Count.ShouldBeLessThan(4);

    [Fact]
    public void A_group_stays_with_its_first_row_and_is_named_again_on_the_next_page()
    {
        TableRow group = Row("組") with { IsGroup = true };
        Draw(bottom: 44, [.. Rows(2), group, Row("甲")]).ShouldBe([["頭", "行0", "行1"], ["頭", "組", "甲"]]);
        Draw(bottom: 44, [group, .. Rows(3)]).ShouldBe([["頭", "組", "行0"], ["頭", "組（続き）", "行1", "行2"]]);
    }

    [Fact]
    public void Title_head_and_first_row_stay_together()
    {
        var pages = Draw(bottom: 100, Rows(1), title: true, before: 70);
        pages.ShouldBe([[], ["題", "頭", "行0"]]);
        Draw(bottom: 100, Rows(1), title: true, before: 60).ShouldBe([["題", "頭", "行0"]]);
    }

    [Fact]
    public void Cells_wrap_align_and_share_the_first_baseline()
    {
        var document = Document(out var flow, 500);
        var row = new TableRow(
        [
            new TableCell("あいうえおかきくけこさ", Style),
            new TableCell("1,000円", Style with { Size = 20 }) { AlignRight = true, InsetRight = 15 },
        ]);
        TableWriter.Draw(new Table([100, 100], [Head], [row], Look), flow, document.Structure);
        var texts = new PdfReader(document.ToArray()).Texts(0);
        texts[1].Text.ShouldBe("あいうえおかきくけこ");
        texts[2].Text.ShouldBe("さ");
        (texts[1].Y - texts[2].Y).ShouldBe(10, 0.01);
        texts[3].Y.ShouldBe(texts[1].Y, 0.01);
        texts[3].X.ShouldBe(200 - 15 - Style.Font.Measure("1,000円", 20), 0.01);
    }

    [Fact]
    public void A_mark_narrows_the_text_beside_it_and_is_read_with_its_cell()
    {
        var document = Document(out var flow, 500);
        var mark = new CellMark("印", Style, new FrameStyle(Rgb.Black, 1));
        var arrow = new CellMark("→", Style, Silent: true);
        var row = new TableRow(
        [
            new TableCell("あいうえおかきくけこ", Style) { Mark = mark, Scope = "Row" },
            new TableCell("値", Style) { Mark = arrow },
        ]);
        TableWriter.Draw(new Table([100, 100], [Head], [row], Look), flow, document.Structure);
        var reader = new PdfReader(document.ToArray());
        var texts = reader.Texts(0);
        texts.Select(text => text.Text).ShouldBe(["頭", "あいうえおかき", "くけこ", "印", "値", "→"]);
        (texts[3].X + 10).ShouldBeLessThan(100);
        texts[3].MarkedContent.ShouldNotBeNull();
        texts[5].MarkedContent.ShouldBeNull();
    }

    [Fact]
    public void The_mark_of_a_split_row_is_drawn_once()
    {
        var cell = new TableCell(string.Join('\n', Enumerable.Range(0, 12)), Style) { Mark = new CellMark("印", Style) };
        Draw(bottom: 66, [new TableRow([cell])]).SelectMany(page => page).Count(text => text == "印").ShouldBe(1);
    }

    [Fact]
    public void What_is_repeated_is_told_once_to_a_screen_reader()
    {
        var document = Document(out var flow, 33);
        TableWriter.Draw(new Table([100], [Head], Rows(4), Look), flow, document.Structure);
        var reader = new PdfReader(document.ToArray());
        var heads = Enumerable.Range(0, reader.Pages.Count).Select(page => reader.Texts(page)[0]).ToList();
        heads.Select(head => head.Text).ShouldBe(["頭", "頭"]);
        heads[0].MarkedContent.ShouldNotBeNull();
        heads[1].MarkedContent.ShouldBeNull();
        Regex.Matches(reader.Content(1), "BDC").Count.ShouldBe(2);
    }

    private static TableRow Head => Row("頭", scope: "Column");

    private static TableRow Row(string text, string? scope = null) => new([new TableCell(text, Style) { Scope = scope }]);

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"行{i}");

    private static TableRow[] Rows(int count) => [.. Enumerable.Range(0, count).Select(i => Row(Name(i)))];

    private static PdfDocument Document(out PageFlow flow, double bottom)
    {
        var document = new PdfDocument(new DocumentInfo("表", DateTimeOffset.UnixEpoch));
        flow = new PageFlow(document, new PageSize(300, 600), 0, bottom, (_, _) => 0);
        return document;
    }

    private static List<List<string>> Draw(double bottom, TableRow[] rows, bool title = false, double before = 0)
    {
        var document = Document(out var flow, bottom);
        flow.Y += before;
        var table = new Table([100], [Head], rows, Look) { Title = title ? new TableTitle("題", Style, 4, 2) : null };
        TableWriter.Draw(table, flow, document.Structure);
        var reader = new PdfReader(document.ToArray());
        return [.. Enumerable.Range(0, reader.Pages.Count).Select(page => reader.Texts(page).Select(text => text.Text).ToList())];
    }
}
