namespace BankAdmin.Pdf;

/// <summary>
/// A part of the document as a screen reader tells it: a heading, a table, a cell. Elements stand in reading order;
/// text drawn with an element belongs to it, text drawn without one is page furniture.
/// </summary>
public sealed class StructureElement
{
    private readonly List<object> kids = [];

    internal StructureElement(string role) => Role = role;

    /// <summary>Its standard structure type, e.g. <c>H1</c>, <c>P</c>, <c>Table</c>, <c>TR</c>, <c>TH</c>, <c>TD</c>.</summary>
    public string Role { get; }

    /// <summary>For a <c>TH</c>: what it is the head of, <c>Row</c> or <c>Column</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>For a cell: how many columns it covers.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Child elements and pieces of marked content, in order.</summary>
    internal IReadOnlyList<object> Kids => kids;

    /// <summary>Adds an element at the end of this one.</summary>
    /// <param name="role">Standard structure type.</param>
    /// <param name="scope">For a <c>TH</c>, <c>Row</c> or <c>Column</c>.</param>
    /// <param name="columns">For a cell, how many columns it covers.</param>
    public StructureElement Add(string role, string? scope = null, int columns = 1)
    {
        var element = new StructureElement(role) { Scope = scope, Columns = columns };
        kids.Add(element);
        return element;
    }

    internal void AddContent(PdfPage page, int id) => kids.Add(new MarkedContent(page, id));

    /// <summary>A piece of a page's content.</summary>
    internal sealed record MarkedContent(PdfPage Page, int Id);
}
