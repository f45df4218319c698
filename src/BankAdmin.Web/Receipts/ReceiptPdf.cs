using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Pdf;
using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Layout;

namespace BankAdmin.Web.Receipts;

/// <summary>
/// A receipt as an A4 document; a matrix lies across the page. Everything comes from the record, so the same receipt is
/// the same file, byte for byte.
/// </summary>
public sealed class ReceiptPdf
{
    private const string Origin = "この帳票は、上記の受付番号の記録から作成しています。";
    private const string ListOrigin = "この帳票は、受付日時時点の記録から作成しています。";
    private const double LineHeight = 1.5;

    private static readonly double Top = Length.Mm(13);

    private static readonly TextStyle Bank = new(FontStack.TextBold, 11);
    private static readonly TextStyle Small = new(FontStack.Text, 8.5);
    private static readonly TextStyle ScreenId = Small with { Tracking = 0.06 };
    private static readonly TextStyle Heading = new(FontStack.TextBold, 16);
    private static readonly TextStyle RunningHeading = new(FontStack.TextBold, 10.5);
    private static readonly TextStyle RunningNumber = new(FontStack.FiguresBold, 10);
    private static readonly TextStyle Foot = new(FontStack.Text, 8, ReceiptLook.Ink2);

    private readonly Receipt receipt;
    private readonly Issuer issuer;
    private readonly Table? list;
    private readonly PdfDocument document;
    private readonly PageSize size;
    private readonly double left;
    private readonly double right;

    private ReceiptPdf(Receipt receipt, Issuer issuer, Table? list)
    {
        (this.receipt, this.issuer, this.list) = (receipt, issuer, list);
        (size, left) = receipt.Matrix is null && list is null ? (PageSize.A4, Length.Mm(18)) : (PageSize.A4Landscape, Length.Mm(13));
        right = size.Width - left;
        document = new PdfDocument(
            new DocumentInfo($"{receipt.Title} {receipt.Number} | {issuer.Name}", JapanTime.Of(receipt.AtUtc), issuer.Name));
    }

    /// <summary>Draws a receipt.</summary>
    /// <param name="receipt">The finished operation.</param>
    /// <param name="bank">The bank as it calls itself now, for records that do not say.</param>
    /// <param name="list">A list behind it, as wide as a page that lies across; null: none.</param>
    /// <returns>The PDF file.</returns>
    public static byte[] Render(Receipt receipt, Issuer bank, Table? list = null) =>
        new ReceiptPdf(receipt, receipt.Issuer ?? bank, list).Draw();

    private byte[] Draw()
    {
        var structure = document.Structure;
        var flow = new PageFlow(document, size, left, size.Height - Length.Mm(17), BeginPage);
        DrawHeading(flow);
        DrawFacts(flow);
        DrawLead(flow);
        DrawWarnings(flow);
        foreach (var section in receipt.Sheet.Sections.Where(section => section.Rows.Count > 0))
        {
            TableWriter.Draw(ReceiptTable.Of(section, receipt.Sheet.Compares), flow, structure);
        }

        if ((receipt.Matrix is null ? list : ReceiptMatrix.Of(receipt.Matrix, right - left)) is { } wide)
        {
            flow.Y += Length.Mm(3);
            TableWriter.Draw(wide, flow, structure);
        }

        DrawFeet();
        return document.ToArray();
    }

    /// <summary>Bank and screen over a rule; from page 2 on, what this is a page of.</summary>
    private double BeginPage(PdfPage page, int number)
    {
        var part = number == 1 ? document.Structure.Add("P") : null;
        var height = Bank.Size * LineHeight;
        var baseline = Top + Bank.BaselineIn(height);
        page.Text(left, baseline, issuer.Name, Bank, part);
        var after = left + Bank.Font.Measure(issuer.Name + "　", Bank.Size);
        page.Text(after, baseline, issuer.ServiceName, Small, part);
        page.TextRight(right, baseline, receipt.ScreenId, ScreenId, part);
        var y = Top + height + Length.Mm(1.5);
        page.Rule(left, right, y + 0.6, 1.2, ReceiptLook.Ink);
        y += 1.2;
        if (number == 1)
        {
            return y;
        }

        height = RunningHeading.Size * LineHeight;
        y += Length.Mm(2.5);
        baseline = y + RunningHeading.BaselineIn(height);
        page.Text(left, baseline, receipt.Title, RunningHeading);
        var start = right - RunningNumber.Font.Measure(receipt.Number, RunningNumber.Size);
        page.TextRight(start - Length.Mm(3), baseline, "受付番号", Small with { Color = ReceiptLook.Ink2 });
        page.Text(start, baseline, receipt.Number, RunningNumber);
        return y + height + Length.Mm(2.5);
    }

    private void DrawHeading(PageFlow flow)
    {
        const double lineHeight = 1.3;
        flow.Y += Length.Mm(5);
        var part = document.Structure.Add("H1");
        foreach (var line in TextLayout.Wrap(receipt.Title, Heading, right - left))
        {
            flow.Page.Text(left, flow.Y + Heading.BaselineIn(Heading.Size * lineHeight), line.Text, Heading, part);
            flow.Y += Heading.Size * lineHeight;
        }
    }

    private void DrawFacts(PageFlow flow)
    {
        flow.Y += Length.Mm(4);
        var facts = new ReceiptFacts(document.Structure);
        flow.Y += facts.Draw(
            flow.Page, left, flow.Y, right - left, receipt.Number, JapanTime.Long(receipt.AtUtc), receipt.CompanyName,
            $"{receipt.OperatorName}（{receipt.OperatorLoginId}）");
    }

    private void DrawLead(PageFlow flow)
    {
        var style = ReceiptLook.Body;
        var gap = Length.Mm(0.5);
        var text = receipt.Message + (receipt.Sheet switch
        {
            { Compares: false } => "",
            { ChangedCount: 0 } => "変更した項目はありません。",
            { ChangedCount: var count } => string.Create(
                CultureInfo.InvariantCulture,
                $"変更した項目は{count}件です。{TextLayout.Placeholder} の印と黄色の行で示しています。"),
        });
        flow.Y += Length.Mm(4);
        var part = document.Structure.Add("P");
        var height = style.Size * LineHeight;
        foreach (var line in TextLayout.WrapWithoutOrphan(text, style, right - left, ReceiptLook.ChangedTag.Width + gap))
        {
            var (x, baseline) = (left, flow.Y + style.BaselineIn(height));
            var pieces = line.Text.Split(TextLayout.Placeholder);
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                {
                    ReceiptLook.ChangedTag.Draw(flow.Page, x + gap, baseline, part);
                    x += ReceiptLook.ChangedTag.Width + gap;
                }

                flow.Page.Text(x, baseline, pieces[i], style, part);
                x += style.Font.Measure(pieces[i], style.Size);
            }

            flow.Y += height;
        }
    }

    private void DrawWarnings(PageFlow flow)
    {
        var style = ReceiptLook.Body;
        foreach (var warning in receipt.Warnings ?? [])
        {
            flow.Y += Length.Mm(2);
            var part = document.Structure.Add("P");
            foreach (var line in TextLayout.Wrap("※ " + warning.Text, style, right - left))
            {
                flow.Page.Text(left, flow.Y + style.BaselineIn(style.Size * LineHeight), line.Text, style, part);
                flow.Y += style.Size * LineHeight;
            }
        }
    }

    private void DrawFeet()
    {
        var top = size.Height - Length.Mm(10 + 1.2) - (Foot.Size * LineHeight);
        var baseline = top + Length.Mm(1.2) + Foot.BaselineIn(Foot.Size * LineHeight);
        for (var i = 0; i < document.Pages.Count; i++)
        {
            var page = document.Pages[i];
            page.Rule(left, right, top, 0.4, ReceiptLook.LineStrong);
            page.Text(left, baseline, list is null ? Origin : ListOrigin, Foot);
            var number = string.Create(CultureInfo.InvariantCulture, $"{i + 1} / {document.Pages.Count}");
            page.TextRight(right, baseline, number, Foot);
        }
    }
}
