using System.Globalization;
using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Writing;

namespace BankAdmin.Pdf;

/// <summary>What a document says about itself.</summary>
/// <param name="Title">Shown in the window's title.</param>
/// <param name="Created">When; given by the caller, so that the same document is the same file.</param>
/// <param name="Author">Who issues it.</param>
/// <param name="Language">Language of its texts.</param>
public sealed record DocumentInfo(string Title, DateTimeOffset Created, string? Author = null, string Language = "ja-JP");

/// <summary>A PDF 1.7 document. One is made for each file and used by one thread; fonts are shared.</summary>
public sealed class PdfDocument
{
    private readonly DocumentInfo info;
    private readonly List<PdfPage> pages = [];
    private readonly List<FontSubset> subsets = [];

    /// <summary>Begins a document.</summary>
    /// <param name="info">What it says about itself.</param>
    public PdfDocument(DocumentInfo info) => this.info = info;

    /// <summary>The pages so far. All stay open until the document is saved, so that a foot can tell how many there are.</summary>
    public IReadOnlyList<PdfPage> Pages => pages;

    /// <summary>The root of the structure.</summary>
    public StructureElement Structure { get; } = new("Document");

    /// <summary>Adds an empty page at the end.</summary>
    /// <param name="size">Its size.</param>
    public PdfPage AddPage(PageSize size)
    {
        var page = new PdfPage(this, size);
        pages.Add(page);
        return page;
    }

    /// <summary>Writes the file; a document is saved once.</summary>
    /// <param name="output">Where to; it need not be able to seek.</param>
    public void Save(Stream output)
    {
        var writer = new PdfWriter();
        var (catalog, about, tree, resources) = (writer.Reserve(), writer.Reserve(), writer.Reserve(), writer.Reserve());
        Dictionary<PdfPage, int> numbers = [];
        foreach (var page in pages)
        {
            var content = writer.AddStream(page.Finish());
            var number = writer.Add(
                $"<</Type/Page/Parent {PdfText.Ref(tree)}"
                + $"/MediaBox[0 0 {PdfText.Number(page.Size.Width)} {PdfText.Number(page.Size.Height)}]"
                + $"/Resources {PdfText.Ref(resources)}/Contents {PdfText.Ref(content)}/Tabs/S"
                + string.Create(CultureInfo.InvariantCulture, $"/StructParents {numbers.Count}>>"));
            numbers.Add(page, number);
        }

        writer.Set(tree, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(page => PdfText.Ref(numbers[page])))}]>>"));
        var fonts = subsets.Select(subset => $"/{subset.ResourceName} {PdfText.Ref(FontWriter.Add(writer, subset))}").ToList();
        writer.Set(resources, $"<</Font<<{string.Concat(fonts)}>>>>");
        var structure = new StructureWriter(writer, numbers).Add(Structure, pages);
        writer.Set(catalog, $"<</Type/Catalog/Pages {PdfText.Ref(tree)}/Lang({info.Language})/MarkInfo<</Marked true>>"
            + $"/StructTreeRoot {PdfText.Ref(structure)}/ViewerPreferences<</DisplayDocTitle true>>>>");
        var author = info.Author is null ? "" : $"/Author{PdfText.Text(info.Author)}";
        writer.Set(about, $"<</Title{PdfText.Text(info.Title)}{author}/CreationDate{PdfText.Date(info.Created)}>>");
        writer.WriteTo(output, catalog, about);
    }

    /// <summary>The file as bytes.</summary>
    public byte[] ToArray()
    {
        using var output = new MemoryStream();
        Save(output);
        return output.ToArray();
    }

    internal FontSubset Subset(TrueTypeFont font)
    {
        var subset = subsets.Find(candidate => candidate.Font == font);
        if (subset is null)
        {
            subset = new FontSubset(font, string.Create(CultureInfo.InvariantCulture, $"F{subsets.Count + 1}"));
            subsets.Add(subset);
        }

        return subset;
    }
}
