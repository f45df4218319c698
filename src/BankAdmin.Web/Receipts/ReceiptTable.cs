using BankAdmin.Domain.Operations;
using BankAdmin.Pdf;
using BankAdmin.Pdf.Layout;

namespace BankAdmin.Web.Receipts;

/// <summary>A section of a sheet as a table. All sheets share one grid, so that they lie on each other.</summary>
internal static class ReceiptTable
{
    private static readonly double Label = Length.Mm(62);
    private static readonly double First = Length.Mm(52);
    private static readonly double Second = Length.Mm(60);

    // What stands beside a value needs room for amounts of 15 digits.
    private static readonly double LabelBesideFacts = Length.Mm(45);

    // Figures stay near their labels: they end well before the edge of their column.
    private static readonly double FirstInset = Length.Mm(9) - ReceiptLook.Table.PaddingX;
    private static readonly double SecondInset = Length.Mm(18) - ReceiptLook.Table.PaddingX;

    public static Table Of(SheetSection section, bool compares)
    {
        var facts = section.Rows.FirstOrDefault(row => row.Facts is not null)?.Facts ?? [];
        double[] widths = compares ? [Label, First, Second]
            : facts.Count > 0 ? [LabelBesideFacts, .. Enumerable.Repeat(
                (Label + First + Second - LabelBesideFacts) / (facts.Count + 1), facts.Count + 1)]
            : [Label, First + Second];
        var figures = section.Rows.All(row => row.Kind == ValueKind.Amount);
        List<TableRow> rows = [];
        string? group = null;
        foreach (var row in section.Rows)
        {
            if (row.Group is not null && row.Group != group)
            {
                rows.Add(new TableRow([new TableCell(row.Group, ReceiptLook.BodyBold) { Columns = widths.Length, Scope = "Row" }])
                {
                    IsGroup = true,
                    ExtraTop = Length.Mm(0.92),
                });
            }

            group = row.Group;
            rows.Add(compares ? Compared(row)
                : facts.Count > 0 ? WithFacts(row)
                : new TableRow([Name(row), Value(row, FirstInset + Second)]));
        }

        return new Table(widths, [facts.Count > 0 ? FactsHead(facts) : Head(compares, figures)], rows, ReceiptLook.Table)
        {
            Title = new TableTitle(section.Title, ReceiptLook.SectionHead, Length.Mm(4), Length.Mm(1)),
        };
    }

    private static TableRow FactsHead(IReadOnlyList<SheetFact> facts) =>
        new(facts.Select(fact => fact.Label).Prepend("登録内容")
            .Select(label => new TableCell(label, ReceiptLook.TableHead) { Scope = "Column", AlignRight = true })
            .Prepend(new TableCell("項目", ReceiptLook.TableHead) { Scope = "Column" }).ToList())
        {
            Fill = ReceiptLook.Tint,
        };

    private static TableRow WithFacts(SheetRow row) => new(
    [
        Name(row), Value(row, 0),
        .. (row.Facts ?? []).Select(fact => Place(new TableCell(fact.Value, ReceiptLook.Amount), row.Kind == ValueKind.Amount, 0)),
    ]);

    private static TableRow Head(bool compares, bool figures)
    {
        TableCell Cell(string text, double inset) => new(text, ReceiptLook.TableHead)
        {
            Scope = "Column",
            AlignRight = figures && inset > 0,
            InsetRight = figures ? inset : 0,
        };
        return new TableRow(compares
            ? [Cell("項目", 0), Cell("変更前", FirstInset), Cell("変更後", SecondInset)]
            : [Cell("項目", 0), Cell("内容", FirstInset + Second)])
        {
            Fill = ReceiptLook.Tint,
        };
    }

    private static TableRow Compared(SheetRow row) =>
        new([Name(row), Before(row), Value(row, SecondInset)]) { Fill = row.Changed ? ReceiptLook.Changed : null };

    private static TableCell Name(SheetRow row) =>
        new(row.Label, ReceiptLook.Body) { Scope = "Row", Mark = row.Changed ? ReceiptLook.ChangedTag : null };

    private static TableCell Before(SheetRow row)
    {
        if (string.IsNullOrEmpty(row.ShownBefore))
        {
            return new TableCell("", ReceiptLook.Body);
        }

        var amount = row.Kind == ValueKind.Amount;
        var style = row.Before!.Length == 0 ? ReceiptLook.Body with { Color = ReceiptLook.Ink2 }
            : amount ? ReceiptLook.Amount
            : ReceiptLook.Body;
        return Place(new TableCell(row.ShownBefore, style), amount, FirstInset) with { Mark = ReceiptLook.Arrow };
    }

    private static TableCell Value(SheetRow row, double inset)
    {
        var amount = row.Kind == ValueKind.Amount;
        var empty = row.Value.Length == 0;
        var style = (amount, row.Changed) switch
        {
            (true, true) => ReceiptLook.AmountBold,
            (true, false) => ReceiptLook.Amount,
            (false, true) => ReceiptLook.BodyBold,
            (false, false) => ReceiptLook.Body,
        };
        style = row.Muted || empty ? style with { Color = ReceiptLook.Ink2 } : style;
        return Place(new TableCell(row.ShownValue, style), amount, inset);
    }

    private static TableCell Place(TableCell cell, bool amount, double inset) =>
        amount ? cell with { AlignRight = true, InsetRight = inset } : cell;
}
