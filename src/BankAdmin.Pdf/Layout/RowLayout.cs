namespace BankAdmin.Pdf.Layout;

/// <summary>A row whose cells are broken into lines.</summary>
internal sealed class RowLayout
{
    private readonly Table table;
    private readonly List<Cell> cells = [];
    private readonly double top;
    private readonly double firstBaseline;

    public RowLayout(Table table, TableRow row)
    {
        (this.table, Row) = (table, row);
        top = table.Look.PaddingY + row.ExtraTop;
        var (x, column) = (0.0, 0);
        foreach (var cell in row.Cells)
        {
            var width = table.Widths.Skip(column).Take(cell.Columns).Sum();
            cells.Add(new Cell(cell, x + table.Look.PaddingX, x + width - table.Look.PaddingX, table.Look.LineHeight));
            (x, column) = (x + width, column + cell.Columns);
        }

        firstBaseline = cells.Max(cell => cell.FirstBaseline);
    }

    private RowLayout(RowLayout whole, IEnumerable<Cell> part) =>
        (table, Row, top, firstBaseline, cells) = (whole.table, whole.Row, whole.top, whole.firstBaseline, [.. part]);

    public TableRow Row { get; }

    /// <summary>From its upper edge to the rule under it.</summary>
    public double Height => top + cells.Max(cell => Shift(cell) + cell.Height) + table.Look.PaddingY + table.Look.RowRule.Width;

    /// <summary>Gives each cell its place in the structure.</summary>
    public void AddCells(StructureElement row)
    {
        foreach (var cell in cells)
        {
            var source = cell.Source;
            cell.Part = row.Add(source.Scope is null ? "TD" : "TH", source.Scope, source.Columns);
        }
    }

    /// <summary>Takes the lines that fit into a height from the row; null where not even a first line fits.</summary>
    public RowLayout? TakeTop(double height)
    {
        var room = height - top - table.Look.PaddingY - table.Look.RowRule.Width;
        var piece = new RowLayout(this, cells.Select(cell => cell.TakeTop(room - Shift(cell))).ToList());
        return piece.cells.Exists(cell => cell.Lines.Count > 0) ? piece : null;
    }

    /// <summary>Draws it and moves on; the head and the last row of a table have a stronger rule.</summary>
    public void Draw(PageFlow flow, bool strong, Rgb? ruleAbove)
    {
        var (page, left, right) = (flow.Page, flow.Left, flow.Left + table.Widths.Sum());
        if (Row.Fill is { } fill)
        {
            page.Fill(left, flow.Y, right - left, Height, fill);
            if (ruleAbove is { } color)
            {
                // The fill has eaten half a pixel of it.
                DrawRule(page, left, right, flow.Y, color);
            }
        }

        foreach (var cell in cells)
        {
            cell.DrawRule(page, left - table.Look.PaddingX, flow.Y, flow.Y + Height);
        }

        foreach (var cell in cells)
        {
            cell.Draw(page, left, flow.Y + top + Shift(cell));
        }

        flow.Y += Height;
        DrawRule(page, left, right, flow.Y, RuleColor(strong));
    }

    /// <summary>Colour of the rule under it.</summary>
    public Rgb RuleColor(bool strong) => strong ? table.Look.StrongRule : table.Look.RowRule.Color;

    private void DrawRule(PdfPage page, double left, double right, double bottom, Rgb color) =>
        page.Rule(left, right, bottom - (table.Look.RowRule.Width / 2), table.Look.RowRule.Width, color);

    /// <summary>First lines stand on one baseline, whatever their sizes; what runs down begins at the top.</summary>
    private double Shift(Cell cell) => cell.Source.Vertical ? 0 : firstBaseline - cell.FirstBaseline;

    private sealed class Cell
    {
        private const double ColumnRule = 0.4;

        private static readonly double MarkGap = Length.Mm(2);

        private readonly double x;
        private readonly double right;
        private readonly double lineHeight;
        private bool markDrawn;

        public Cell(TableCell source, double x, double right, double lineHeight)
        {
            (Source, this.x, this.right) = (source, x, right);
            this.lineHeight = lineHeight * source.Style.Size;
            Lines = source.Vertical
                ? [.. source.Text.Split('\n').Select(line => new TextLine(line, VerticalText.Measure(line, source.Style)))]
                : [.. TextLayout.Wrap(source.Text, source.Style, TextRight - x, byPhrase: true)];
        }

        private Cell(Cell whole, int count)
        {
            (Source, x, right) = (whole.Source, whole.x, whole.right);
            (lineHeight, Part, markDrawn) = (whole.lineHeight, whole.Part, whole.markDrawn);
            Lines = whole.Lines.GetRange(0, count);
        }

        public TableCell Source { get; }

        public StructureElement? Part { get; set; }

        public List<TextLine> Lines { get; }

        public double FirstBaseline => Source.Vertical ? 0 : Source.Style.BaselineIn(lineHeight);

        public double Height => Source.Vertical ? Lines.Max(line => line.Width) : Lines.Count * lineHeight;

        private double TextRight => right - Math.Max(Source.InsetRight, Source.Mark is { } mark ? mark.Width + MarkGap : 0);

        public Cell TakeTop(double room)
        {
            var piece = new Cell(this, Math.Clamp((int)(room / lineHeight), 0, Lines.Count));
            Lines.RemoveRange(0, piece.Lines.Count);
            markDrawn |= piece.Lines.Count > 0;
            return piece;
        }

        public void DrawRule(PdfPage page, double left, double top, double bottom)
        {
            if (Source.RuleLeft is { } color)
            {
                page.RuleDown(left + x, top, bottom, ColumnRule, color);
            }
        }

        public void Draw(PdfPage page, double left, double y)
        {
            if (Source.Vertical)
            {
                DrawDown(page, left + ((x + right) / 2), y);
                return;
            }

            var baseline = y + FirstBaseline;
            for (var i = 0; i < Lines.Count; i++)
            {
                var line = Lines[i];
                var room = TextRight - x - line.Width;
                var start = left + x + (Source.AlignRight ? room : Source.Centred ? room / 2 : 0);
                page.Text(start, baseline + (i * lineHeight), line.Text, Source.Style, Part);
            }

            if (Source.Mark is { } mark && !markDrawn)
            {
                mark.Draw(page, left + right - mark.Width, baseline, Part);
            }
        }

        // The first line stands at the right.
        private void DrawDown(PdfPage page, double middle, double y)
        {
            for (var i = 0; i < Lines.Count; i++)
            {
                page.TextDown(middle + ((((Lines.Count - 1) / 2.0) - i) * lineHeight), y, Lines[i].Text, Source.Style, Part);
            }
        }
    }
}
