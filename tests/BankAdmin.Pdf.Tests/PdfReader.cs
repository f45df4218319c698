using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace BankAdmin.Pdf.Tests;

/// <summary>Reads a file the way a viewer does: by its cross-reference stream, not by searching for objects.</summary>
internal sealed partial class PdfReader
{
    private readonly byte[] file;
    private readonly Dictionary<int, (string Dictionary, byte[]? Data)> objects = [];
    private readonly Dictionary<string, PdfFont> fonts = [];

    public PdfReader(byte[] file)
    {
        this.file = file;
        var tail = Encoding.Latin1.GetString(file);
        var start = int.Parse(StartXref().Match(tail).Groups[1].Value, CultureInfo.InvariantCulture);
        var (trailer, table) = ReadStream(start);
        Trailer = trailer;
        var packed = new List<(int Number, int Stream, int Index)>();
        for (var number = 1; number < table.Length / 7; number++)
        {
            var entry = table.AsSpan(7 * number, 7);
            var (place, index) = ((entry[1] << 24) | (entry[2] << 16) | (entry[3] << 8) | entry[4], (entry[5] << 8) | entry[6]);
            if (entry[0] == 1)
            {
                tail[place..].ShouldStartWith(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
                objects[number] = ReadStream(place);
            }
            else
            {
                entry[0].ShouldBe((byte)2);
                packed.Add((number, place, index));
            }
        }

        foreach (var (number, stream, index) in packed)
        {
            objects[number] = (Unpack(objects[stream], number, index), null);
        }

        var root = Object(Reference(Trailer, "Root"));
        Catalog = root;
        var tree = Object(Reference(root, "Pages"));
        Pages = [.. References(tree, "Kids")];
        var resources = Pages.Count == 0 ? "" : Object(Reference(Object(Pages[0]), "Resources"));
        foreach (Match match in FontResource().Matches(resources))
        {
            fonts[match.Groups[1].Value] = new PdfFont(this, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        }
    }

    public string Trailer { get; }

    public string Catalog { get; }

    public string Info => Object(Reference(Trailer, "Info"));

    public IReadOnlyList<int> Pages { get; }

    public IReadOnlyCollection<PdfFont> Fonts => fonts.Values;

    public string Object(int number) => objects[number].Dictionary;

    public byte[] Data(int number) => objects[number].Data.ShouldNotBeNull();

    public static int Reference(string dictionary, string key) =>
        int.Parse(Regex.Match(dictionary, $@"/{key}\s+(\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);

    public static IEnumerable<int> References(string dictionary, string key)
    {
        var list = Regex.Match(dictionary, $@"/{key}\[([^\]]*)\]").Groups[1].Value;
        return Regex.Matches(list, @"(\d+) 0 R").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>The content of a page, by number from 0.</summary>
    public string Content(int page) => Encoding.ASCII.GetString(Data(Reference(Object(Pages[page]), "Contents")));

    /// <summary>What a page shows, one entry a drawing of text, in drawing order.</summary>
    public IReadOnlyList<ShownText> Texts(int page)
    {
        List<ShownText> texts = [];
        int? id = null;
        foreach (Match match in ContentToken().Matches(Content(page)))
        {
            if (match.Groups["mcid"].Success)
            {
                id = int.Parse(match.Groups["mcid"].Value, CultureInfo.InvariantCulture);
            }
            else if (match.Groups["artifact"].Success)
            {
                id = null;
            }
            else
            {
                var runs = Run().Matches(match.Value);
                var text = string.Concat(runs.Select(run => fonts[run.Groups[1].Value].Decode(run.Groups[3].Value)));
                match.Groups["actual"].Value.ShouldBe(
                    match.Groups["actual"].Success ? Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) : "");
                var width = runs.Sum(run => fonts[run.Groups[1].Value].Width(run.Groups[3].Value) * Number(run.Groups[2].Value));
                var (x, y) = (Number(match.Groups["x"].Value), Number(match.Groups["y"].Value));
                texts.Add(new ShownText(text, x, y, id) { Right = x + width, Down = match.Groups["actual"].Success });
            }
        }

        return texts;
    }

    /// <summary>Everything shown, a line per drawing.</summary>
    public IReadOnlyList<string> AllTexts => [.. Enumerable.Range(0, Pages.Count).SelectMany(Texts).Select(text => text.Text)];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private (string Dictionary, byte[] Data) ReadStream(int start)
    {
        var text = Encoding.Latin1.GetString(file, start, Math.Min(4000, file.Length - start));
        var match = StreamHead().Match(text);
        var length = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        var from = start + match.Index + match.Length;
        Encoding.Latin1.GetString(file, from + length, 11).ShouldBe("\nendstream\n");
        using var inflate = new ZLibStream(new MemoryStream(file, from, length), CompressionMode.Decompress);
        using var data = new MemoryStream();
        inflate.CopyTo(data);
        return (match.Groups[1].Value, data.ToArray());
    }

    private static string Unpack((string Dictionary, byte[]? Data) stream, int number, int index)
    {
        var text = Encoding.Latin1.GetString(stream.Data!);
        var first = int.Parse(Regex.Match(stream.Dictionary, @"/First (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var directory = text[..first]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        directory[2 * index].ShouldBe(number);
        var start = first + directory[(2 * index) + 1];
        var end = (2 * index) + 3 < directory.Length ? first + directory[(2 * index) + 3] : text.Length;
        return text[start..end].TrimEnd();
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"\d+ 0 obj\n(<</Length (\d+).*?>>)stream\n", RegexOptions.Singleline)]
    private static partial Regex StreamHead();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontResource();

    [GeneratedRegex(@"/MCID (?<mcid>\d+)>> BDC|(?<artifact>/Artifact BMC)"
        + @"|/Span <</ActualText<FEFF(?<actual>[0-9A-F]*)>>> BDC\nBT (?:\S+ ){4}(?<x>\S+) (?<y>\S+) Tm [^\n]* ET\n(?:BT [^\n]* ET\n)*EMC"
        + @"|BT 1 0 0 1 (?<x>\S+) (?<y>\S+) Tm [^\n]* ET")]
    private static partial Regex ContentToken();

    [GeneratedRegex(@"/(F\d+) (\S+) Tf <([0-9A-F]*)> Tj")]
    private static partial Regex Run();
}

/// <summary>A text as drawn; y counts from the foot of the page, as in the file.</summary>
internal sealed record ShownText(string Text, double X, double Y, int? MarkedContent)
{
    /// <summary>Where it ends by the widths in the file, without tracking; of a text that runs down, nothing.</summary>
    public double Right { get; init; }

    /// <summary>Whether it runs down; x and y are those of its first character.</summary>
    public bool Down { get; init; }
}
