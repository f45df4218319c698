using System.Text;

namespace BankAdmin.Pdf.Fonts;

/// <summary>A TrueType font file (glyf outlines), read once and then only looked at: safe for many threads.</summary>
public sealed class TrueTypeFont
{
    private readonly byte[] data;
    private readonly Dictionary<string, Range> tables = new(StringComparer.Ordinal);
    private readonly CharacterMap characters;
    private readonly bool longOffsets;
    private readonly int metricCount;

    /// <summary>Reads a font file.</summary>
    /// <param name="file">The whole file; not copied, so it must not be changed afterwards.</param>
    public TrueTypeFont(byte[] file)
    {
        data = file;
        ReadOnlySpan<byte> bytes = file;
        if (bytes.S32(0) != 0x00010000)
        {
            throw new InvalidDataException("Only TrueType fonts with glyf outlines can be embedded.");
        }

        for (var i = 0; i < bytes.U16(4); i++)
        {
            var record = bytes[(12 + (16 * i))..];
            var offset = record.S32(8);
            tables.Add(Encoding.ASCII.GetString(record[..4]), offset..(offset + record.S32(12)));
        }

        var head = Table("head");
        var hhea = Table("hhea");
        var os2 = Table("OS/2");
        UnitsPerEm = head.U16(18);
        longOffsets = head.S16(50) == 1;
        Bounds = [head.S16(36), head.S16(38), head.S16(40), head.S16(42)];
        (Ascent, Descent) = (hhea.S16(4), hhea.S16(6));
        metricCount = hhea.U16(34);
        GlyphCount = Table("maxp").U16(4);
        Weight = os2.U16(4);
        CapHeight = os2.U16(0) >= 2 ? os2.S16(88) : Ascent;
        PostScriptName = ReadPostScriptName(Table("name"));
        characters = CharacterMap.Parse(Table("cmap"));
    }

    /// <summary>Its PostScript name, e.g. <c>BIZUDPGothic-Bold</c>.</summary>
    public string PostScriptName { get; }

    internal int UnitsPerEm { get; }

    internal int Ascent { get; }

    internal int Descent { get; }

    internal int CapHeight { get; }

    internal int Weight { get; }

    internal int GlyphCount { get; }

    internal IReadOnlyList<int> Bounds { get; }

    /// <summary>Whether it draws the character: it has a glyph, and one with ink unless the character is a space.</summary>
    /// <param name="rune">The character.</param>
    public bool Covers(Rune rune) =>
        characters.Glyph(rune.Value) is var glyph && glyph != 0
        && (Rune.IsWhiteSpace(rune) || (!Rune.IsControl(rune) && Outline(glyph).Length > 0));

    internal int Glyph(Rune rune) => characters.Glyph(rune.Value);

    internal int Advance(int glyph) => Table("hmtx").U16(4 * Math.Min(glyph, metricCount - 1));

    internal int LeftBearing(int glyph) => glyph < metricCount
        ? Table("hmtx").S16((4 * glyph) + 2)
        : Table("hmtx").S16((4 * metricCount) + (2 * (glyph - metricCount)));

    /// <summary>The outline of a glyph; empty for a space.</summary>
    internal ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = Table("loca");
        var (start, end) = longOffsets
            ? (loca.S32(4 * glyph), loca.S32((4 * glyph) + 4))
            : (2 * loca.U16(2 * glyph), 2 * loca.U16((2 * glyph) + 2));
        return Table("glyf")[start..end];
    }

    /// <summary>A table of the file; empty where it has none.</summary>
    internal ReadOnlySpan<byte> Table(string tag) => tables.TryGetValue(tag, out var range) ? data.AsSpan()[range] : default;

    private static string ReadPostScriptName(ReadOnlySpan<byte> name)
    {
        var texts = name.U16(4);
        for (var i = 0; i < name.U16(2); i++)
        {
            var record = name[(6 + (12 * i))..];
            if (record.U16(0) == 3 && record.U16(6) == 6)
            {
                return Encoding.BigEndianUnicode.GetString(name.Slice(texts + record.U16(10), record.U16(8)));
            }
        }

        throw new InvalidDataException("The font has no PostScript name.");
    }
}
