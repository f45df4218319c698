using System.Globalization;
using System.Text;

namespace BankAdmin.Pdf.Writing;

/// <summary>Writes the structure tree and the way from a page's marked content back to it.</summary>
internal sealed class StructureWriter(PdfWriter writer, IReadOnlyDictionary<PdfPage, int> pageNumbers)
{
    private readonly Dictionary<(PdfPage Page, int Id), int> owners = [];

    /// <summary>Adds the structure tree below an element, and the tree of what belongs to which page.</summary>
    /// <returns>Number of the tree's root object.</returns>
    public int Add(StructureElement document, IReadOnlyList<PdfPage> pages)
    {
        var root = writer.Reserve();
        var top = AddElement(document, root);
        var parents = new StringBuilder();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var references = Enumerable.Range(0, page.MarkedContentCount).Select(id => PdfText.Ref(owners[(page, id)]));
            var list = writer.Add($"[{string.Join(' ', references)}]");
            parents.Append(CultureInfo.InvariantCulture, $"{i} {PdfText.Ref(list)} ");
        }

        writer.Set(root, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/StructTreeRoot/K {PdfText.Ref(top)}/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {pages.Count}>>"));
        return root;
    }

    private int AddElement(StructureElement element, int parent)
    {
        var number = writer.Reserve();
        var kids = new StringBuilder();
        foreach (var kid in element.Kids)
        {
            switch (kid)
            {
                case StructureElement child:
                    kids.Append(PdfText.Ref(AddElement(child, number))).Append(' ');
                    break;
                case StructureElement.MarkedContent content:
                    owners.Add((content.Page, content.Id), number);
                    kids.Append(
                        CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {PdfText.Ref(pageNumbers[content.Page])}/MCID {content.Id}>> ");
                    break;
            }
        }

        writer.Set(number, $"<</Type/StructElem/S/{element.Role}/P {PdfText.Ref(parent)}{Attributes(element)}/K[{kids}]>>");
        return number;
    }

    private static string Attributes(StructureElement element)
    {
        var scope = element.Scope is null ? "" : $"/Scope/{element.Scope}";
        var span = element.Columns == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"/ColSpan {element.Columns}");
        return scope + span == "" ? "" : $"/A<</O/Table{scope}{span}>>";
    }
}
