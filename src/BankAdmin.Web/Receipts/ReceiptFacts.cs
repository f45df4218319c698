using BankAdmin.Pdf;
using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Layout;

namespace BankAdmin.Web.Receipts;

/// <summary>The box at the head of a receipt: number, time, company and user. Two by two; long names take a row each.</summary>
internal sealed class ReceiptFacts(StructureElement parent)
{
    private const double LineHeight = 1.5;
    private const int LinesBesideEachOther = 2;

    private static readonly TextStyle Term = new(FontStack.Text, 8.5, ReceiptLook.Ink2);
    private static readonly TextStyle Value = new(FontStack.Figures, 9.5);
    private static readonly TextStyle Number = new(FontStack.FiguresBold, 12);
    private static readonly FrameStyle Box = new(ReceiptLook.LineStrong, 0.6);

    private static readonly double PaddingX = Length.Mm(4);
    private static readonly double PaddingY = Length.Mm(2.5);
    private static readonly double RowPadding = Length.Mm(0.6);
    private static readonly double TermGap = Length.Mm(3);
    private static readonly double NarrowTerm = Length.Mm(16);
    private static readonly double WideTerm = Length.Mm(24);
    private static readonly double LeftWidth = Length.Mm(62);
    private static readonly double RightStart = Length.Mm(68);

    /// <summary>Draws the box.</summary>
    /// <returns>Its height in points.</returns>
    public double Draw(PdfPage page, double x, double y, double width, string number, string time, string company, string user)
    {
        var inner = width - (2 * PaddingX);
        var beside = Lines(company, LeftWidth - NarrowTerm - TermGap) <= LinesBesideEachOther
            && Lines(user, inner - RightStart - WideTerm - TermGap) <= LinesBesideEachOther;
        var term = beside ? NarrowTerm : WideTerm;
        Fact right(string name, string value) => new(name, value, Value, RightStart, WideTerm, inner - RightStart);
        Fact[][] rows = beside
            ? [
                [new("受付番号", number, Number, 0, term, LeftWidth), right("受付日時", time)],
                [new("企業名", company, Value, 0, term, LeftWidth), right("実行した利用者", user)],
            ]
            : [
                [new("受付番号", number, Number, 0, term, LeftWidth), right("受付日時", time)],
                [new("企業名", company, Value, 0, term, inner)],
                [new("実行した利用者", user, Value, 0, term, inner)],
            ];
        var bottom = y + PaddingY;
        foreach (var row in rows)
        {
            bottom += DrawRow(page, x + PaddingX, bottom, row);
        }

        bottom += PaddingY;
        page.Frame(x, y, width, bottom - y, Box);
        return bottom - y;
    }

    private static int Lines(string value, double width) => TextLayout.Wrap(value, Value, width).Count;

    private double DrawRow(PdfPage page, double x, double y, Fact[] facts)
    {
        // Terms and values of a row stand on one baseline, also beside the larger number.
        var baseline = y + RowPadding + facts.Max(fact => fact.Style.BaselineIn(fact.Style.Size * LineHeight));
        var height = 0.0;
        foreach (var fact in facts)
        {
            var part = parent.Add("P");
            page.Text(x + fact.X, baseline, fact.Name, Term, part);
            var lines = TextLayout.Wrap(fact.Value, fact.Style, fact.Width - fact.TermWidth - TermGap);
            var lineHeight = fact.Style.Size * LineHeight;
            for (var i = 0; i < lines.Count; i++)
            {
                page.Text(x + fact.X + fact.TermWidth + TermGap, baseline + (i * lineHeight), lines[i].Text, fact.Style, part);
            }

            height = Math.Max(height, baseline - y - RowPadding - fact.Style.BaselineIn(lineHeight) + (lines.Count * lineHeight));
        }

        return height + (2 * RowPadding);
    }

    private sealed record Fact(string Name, string Value, TextStyle Style, double X, double TermWidth, double Width);
}
