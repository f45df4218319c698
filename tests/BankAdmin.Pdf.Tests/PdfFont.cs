using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BankAdmin.Pdf.Tests;

/// <summary>An embedded font as a viewer sees it.</summary>
internal sealed class PdfFont
{
    private readonly Dictionary<int, string> unicode = [];

    public PdfFont(PdfReader reader, int number)
    {
        var font = reader.Object(number);
        font.ShouldContain("/Encoding/Identity-H");
        var map = Encoding.ASCII.GetString(reader.Data(PdfReader.Reference(font, "ToUnicode")));
        foreach (Match match in Regex.Matches(
            map[map.IndexOf("endcodespacerange", StringComparison.Ordinal)..], "^<([0-9A-F]{4})> <([0-9A-F]+)>$", RegexOptions.Multiline))
        {
            unicode.Add(
                Code(match.Groups[1].Value), Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[2].Value)));
        }

        var descendant = reader.Object(PdfReader.References(font, "DescendantFonts").Single());
        descendant.ShouldContain("/CIDToGIDMap/Identity");
        Name = Regex.Match(descendant, "/BaseFont/([^/]+)").Groups[1].Value;
        Widths = [0, .. Regex.Match(descendant, @"/W\[1\[([^\]]*)\]").Groups[1].Value.Split(' ').Select(PdfReader.Number)];
        File = reader.Data(PdfReader.Reference(reader.Object(PdfReader.Reference(descendant, "FontDescriptor")), "FontFile2"));
    }

    public string Name { get; }

    /// <summary>Widths by character number.</summary>
    public IReadOnlyList<double> Widths { get; }

    public byte[] File { get; }

    public IReadOnlyDictionary<int, string> Unicode => unicode;

    public string Decode(string hex)
    {
        var text = new StringBuilder();
        for (var i = 0; i < hex.Length; i += 4)
        {
            var code = Code(hex.Substring(i, 4));
            code.ShouldNotBe(0, "glyph 0 is never drawn");
            text.Append(unicode[code]);
        }

        return text.ToString();
    }

    /// <summary>Width of a run in parts of the size.</summary>
    public double Width(string hex) => Enumerable.Range(0, hex.Length / 4).Sum(i => Widths[Code(hex.Substring(4 * i, 4))]) / 1000;

    private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
