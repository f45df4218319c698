using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BankAdmin.Pdf.Fonts;

namespace BankAdmin.Pdf.Writing;

/// <summary>Embeds the subset of a font: Type0 over CIDFontType2, two bytes a character, with its way back to Unicode.</summary>
internal static class FontWriter
{
    private const int CodesPerBlock = 100;

    /// <summary>Adds the objects of a font.</summary>
    /// <returns>Number of the font object.</returns>
    public static int Add(PdfWriter writer, FontSubset subset)
    {
        var font = subset.Font;
        var file = SubsetFile.Build(font, subset.Characters.Select(character => character.Glyph));
        var name = $"{Tag(file)}+{font.PostScriptName}";
        var fontFile = writer.AddStream(file, string.Create(CultureInfo.InvariantCulture, $"/Length1 {file.Length}"));
        var descriptor = writer.Add(
            $"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{string.Join(' ', font.Bounds.Select(value => Scaled(font, value)))}]"
            + $"/ItalicAngle 0/Ascent {Scaled(font, font.Ascent)}/Descent {Scaled(font, font.Descent)}"
            + $"/CapHeight {Scaled(font, font.CapHeight)}"
            + $"/StemV {(font.Weight >= 700 ? 140 : 80).ToString(CultureInfo.InvariantCulture)}/FontFile2 {PdfText.Ref(fontFile)}>>");
        var widths = string.Join(' ', subset.Characters.Select(character => Scaled(font, font.Advance(character.Glyph))));
        var descendant = writer.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {PdfText.Ref(descriptor)}/DW 1000/W[1[{widths}]]/CIDToGIDMap/Identity>>");
        var toUnicode = writer.AddStream(Encoding.ASCII.GetBytes(ToUnicode(subset)));
        return writer.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{PdfText.Ref(descendant)}]"
            + $"/ToUnicode {PdfText.Ref(toUnicode)}>>");
    }

    private static string Scaled(TrueTypeFont font, int units) => PdfText.Number(units * 1000.0 / font.UnitsPerEm);

    /// <summary>Six letters that differ where the subset differs.</summary>
    private static string Tag(byte[] file) =>
        string.Concat(SHA256.HashData(file).Take(6).Select(value => (char)('A' + (value % 26))));

    private static string ToUnicode(FontSubset subset)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        var number = 0;
        foreach (var block in subset.Characters.Chunk(CodesPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (rune, _) in block)
            {
                number++;
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <{PdfText.Hex(rune.ToString())}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
