namespace BankAdmin.Pdf.Layout;

/// <summary>A cell.</summary>
/// <param name="Text">Its text; wraps.</param>
/// <param name="Style">How it is set.</param>
public sealed record TableCell(string Text, TextStyle Style)
{
    /// <summary>Whether the text stands at the right.</summary>
    public bool AlignRight { get; init; }

    /// <summary>Whether the text stands in the middle.</summary>
    public bool Centred { get; init; }

    /// <summary>
    /// Whether the text is set from the top down, for heads over narrow columns: a line feed begins a new line at the
    /// left, nothing else does.
    /// </summary>
    public bool Vertical { get; init; }

    /// <summary>Colour of a rule at the left edge, or none.</summary>
    public Rgb? RuleLeft { get; init; }

    /// <summary>Space at the right beyond the table's padding, in points; a mark stands in it.</summary>
    public double InsetRight { get; init; }

    /// <summary>Mark at the right end of the cell; null: none.</summary>
    public CellMark? Mark { get; init; }

    /// <summary>How many columns it covers.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>For the head of a row or column: <c>Row</c> or <c>Column</c>.</summary>
    public string? Scope { get; init; }
}

/// <summary>A row.</summary>
/// <param name="Cells">Its cells, from the left.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>Colour behind the row; null: none.</summary>
    public Rgb? Fill { get; init; }

    /// <summary>It names the rows that follow: kept with the next row, and repeated where a page ends among them.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Space above the text beyond the table's padding, in points.</summary>
    public double ExtraTop { get; init; }
}

/// <summary>How a table looks; lengths in points.</summary>
public sealed record TableLook
{
    /// <summary>Space left and right inside a cell.</summary>
    public double PaddingX { get; init; } = Length.Mm(2.5);

    /// <summary>Space above and below inside a cell.</summary>
    public double PaddingY { get; init; } = Length.Mm(0.68);

    /// <summary>Line height in parts of the size.</summary>
    public double LineHeight { get; init; } = 1.5;

    /// <summary>The rule above the table, and its thickness.</summary>
    public (Rgb Color, double Width) TopRule { get; init; } = (Rgb.Black, 1);

    /// <summary>The rule under a row, and its thickness.</summary>
    public (Rgb Color, double Width) RowRule { get; init; } = (Rgb.Black, 0.4);

    /// <summary>Colour of the rule under the head and under the last row.</summary>
    public Rgb StrongRule { get; init; }

    /// <summary>Added to titles and groups that are repeated on a next page.</summary>
    public string Continued { get; init; } = "（続き）";
}

/// <summary>A table over as many pages as it takes.</summary>
/// <param name="Widths">Widths of its columns in points.</param>
/// <param name="Head">Its head rows, repeated on every page.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Look">How it looks.</param>
public sealed record Table(IReadOnlyList<double> Widths, IReadOnlyList<TableRow> Head, IReadOnlyList<TableRow> Rows, TableLook Look)
{
    /// <summary>A heading above it, or none.</summary>
    public TableTitle? Title { get; init; }
}

/// <summary>The heading of a table.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Style">How it is set.</param>
/// <param name="SpaceAbove">Points above; left out at the top of a page.</param>
/// <param name="SpaceBelow">Points below.</param>
/// <param name="Role">Its structure type.</param>
public sealed record TableTitle(string Text, TextStyle Style, double SpaceAbove, double SpaceBelow, string Role = "H2");
