namespace BankAdmin.Pdf.Layout;

/// <summary>Draws a table into a flow of pages.</summary>
public sealed class TableWriter
{
    private readonly Table table;
    private readonly PageFlow flow;
    private readonly StructureElement parent;
    private readonly StructureElement structure;
    private readonly List<RowLayout> head;
    private Rgb? ruleAbove;

    private TableWriter(Table table, PageFlow flow, StructureElement parent)
    {
        (this.table, this.flow, this.parent) = (table, flow, parent);
        head = [.. table.Head.Select(row => new RowLayout(table, row))];
        var first = LayOut(0);
        if (!flow.AtTop && flow.Remaining < TitleHeight + HeadHeight + Needed(first, 0))
        {
            flow.NewPage();
        }

        DrawTitle(repeated: false);
        structure = parent.Add("Table");
        DrawHead(repeated: false);
    }

    private double HeadHeight => head.Sum(row => row.Height);

    private double TitleHeight => table.Title is { } title
        ? (flow.AtTop ? 0 : title.SpaceAbove) + (title.Style.Size * table.Look.LineHeight) + title.SpaceBelow
        : 0;

    /// <summary>
    /// Draws the table. Title and head stay with the first row, a group with its first row, the last row with the one before it.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="flow">Where to.</param>
    /// <param name="parent">What it belongs to.</param>
    public static void Draw(Table table, PageFlow flow, StructureElement parent) => new TableWriter(table, flow, parent).DrawRows();

    private RowLayout? LayOut(int index) => index < table.Rows.Count ? new RowLayout(table, table.Rows[index]) : null;

    /// <summary>The height that must be free before a row is begun.</summary>
    private double Needed(RowLayout? row, int index) =>
        row is null ? 0
            : row.Height + (row.Row.IsGroup || index == table.Rows.Count - 2 ? LayOut(index + 1)?.Height ?? 0 : 0);

    private void DrawRows()
    {
        TableRow? group = null;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = LayOut(i)!;
            var part = structure.Add("TR");
            row.AddCells(part);
            if (flow.Remaining < Needed(row, i))
            {
                var taller = row.Height > flow.Capacity - ContinuationHeight(group);
                if (!taller)
                {
                    Continue(row.Row.IsGroup ? null : group);
                }
                else
                {
                    row = DrawPieces(row, group);
                }
            }

            Draw(row, strong: i == table.Rows.Count - 1);
            group = row.Row.IsGroup ? row.Row : group;
        }
    }

    /// <summary>A row taller than a page is the only one that is split: between its lines.</summary>
    private RowLayout DrawPieces(RowLayout row, TableRow? group)
    {
        var fresh = false;
        while (row.Height > flow.Remaining)
        {
            var piece = row.TakeTop(flow.Remaining);
            if (piece is null && fresh)
            {
                // A page on which not one line fits: let it run over rather than turn pages for ever.
                break;
            }

            Draw(piece, strong: false);
            Continue(group);
            fresh = true;
        }

        return row;
    }

    private void Draw(RowLayout? row, bool strong)
    {
        row?.Draw(flow, strong, ruleAbove);
        ruleAbove = row?.RuleColor(strong);
    }

    private double ContinuationHeight(TableRow? group) =>
        HeadHeight + (table.Title is { } title ? (title.Style.Size * table.Look.LineHeight) + title.SpaceBelow : 0)
        + (group is null ? 0 : new RowLayout(table, Repeated(group)).Height);

    private void Continue(TableRow? group)
    {
        flow.NewPage();
        DrawTitle(repeated: true);
        DrawHead(repeated: true);
        if (group is not null)
        {
            Draw(new RowLayout(table, Repeated(group)), strong: false);
        }
    }

    private TableRow Repeated(TableRow group) =>
        group with { Cells = [.. group.Cells.Select((cell, i) => i == 0 ? cell with { Text = cell.Text + table.Look.Continued } : cell)] };

    private void DrawTitle(bool repeated)
    {
        if (table.Title is not { } title)
        {
            return;
        }

        var lineHeight = title.Style.Size * table.Look.LineHeight;
        flow.Y += flow.AtTop ? 0 : title.SpaceAbove;
        flow.Page.Text(
            flow.Left, flow.Y + title.Style.BaselineIn(lineHeight), repeated ? title.Text + table.Look.Continued : title.Text,
            title.Style, repeated ? null : parent.Add(title.Role));
        flow.Y += lineHeight + title.SpaceBelow;
    }

    private void DrawHead(bool repeated)
    {
        ruleAbove = null;
        for (var i = 0; i < head.Count; i++)
        {
            var row = head[i];
            if (repeated)
            {
                row = new RowLayout(table, row.Row);
            }
            else
            {
                row.AddCells(structure.Add("TR"));
            }

            Draw(row, strong: i == head.Count - 1);
        }

        var (color, width) = table.Look.TopRule;
        flow.Page.Rule(flow.Left, flow.Left + table.Widths.Sum(), flow.Y - HeadHeight, width, color);
    }
}
