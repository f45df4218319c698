using System.Buffers;
using System.Text;

namespace BankAdmin.Pdf.Fonts;

/// <summary>Writes a font file that holds only some glyphs, renumbered in the order given.</summary>
internal sealed class SubsetFile
{
    private readonly TrueTypeFont font;
    private readonly List<int> glyphs;
    private readonly Dictionary<int, int> components = [];

    private SubsetFile(TrueTypeFont font, IEnumerable<int> wanted)
    {
        this.font = font;
        glyphs = [0, .. wanted];
    }

    /// <summary>The file: glyph 0 is the font's own, glyph n the n-th wanted one, parts of composite glyphs follow.</summary>
    public static byte[] Build(TrueTypeFont font, IEnumerable<int> wanted) => new SubsetFile(font, wanted).Build();

    private byte[] Build()
    {
        var outlines = new ArrayBufferWriter<byte>(1 << 16);
        List<int> offsets = [];
        for (var i = 0; i < glyphs.Count; i++)
        {
            offsets.Add(outlines.WrittenCount);
            var outline = font.Outline(glyphs[i]);
            var target = outlines.GetSpan((outline.Length + 3) & ~3)[..((outline.Length + 3) & ~3)];
            target.Clear();
            outline.CopyTo(target);
            RenumberComponents(target);
            outlines.Advance(target.Length);
        }

        offsets.Add(outlines.WrittenCount);
        return Assemble(
        [
            ("cvt ", font.Table("cvt ").ToArray()),
            ("fpgm", font.Table("fpgm").ToArray()),
            ("glyf", outlines.WrittenSpan.ToArray()),
            ("head", Head()),
            ("hhea", WithCount(font.Table("hhea"), 34)),
            ("hmtx", Metrics()),
            ("loca", Offsets(offsets)),
            ("maxp", WithCount(font.Table("maxp"), 4)),
            ("prep", font.Table("prep").ToArray()),
        ]);
    }

    private void RenumberComponents(Span<byte> outline)
    {
        ReadOnlySpan<byte> source = outline;
        if (source.Length == 0 || source.S16(0) >= 0)
        {
            return;
        }

        const int wordArguments = 0x0001, scale = 0x0008, more = 0x0020, twoScales = 0x0040, matrix = 0x0080;
        int flags, position = 10;
        do
        {
            flags = source.U16(position);
            outline.Put16(position + 2, Component(source.U16(position + 2)));
            position += (flags & wordArguments) != 0 ? 8 : 6;
            position += (flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0;
        }
        while ((flags & more) != 0);
    }

    private int Component(int glyph)
    {
        if (!components.TryGetValue(glyph, out var number))
        {
            number = glyphs.Count;
            glyphs.Add(glyph);
            components.Add(glyph, number);
        }

        return number;
    }

    private byte[] Head()
    {
        var head = font.Table("head").ToArray();
        head.AsSpan().Put32(8, 0);
        head.AsSpan().Put16(50, 1);
        return head;
    }

    private byte[] WithCount(ReadOnlySpan<byte> table, int at)
    {
        var copy = table.ToArray();
        copy.AsSpan().Put16(at, glyphs.Count);
        return copy;
    }

    private byte[] Metrics()
    {
        var metrics = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            metrics.AsSpan().Put16(4 * i, font.Advance(glyphs[i]));
            metrics.AsSpan().Put16((4 * i) + 2, font.LeftBearing(glyphs[i]));
        }

        return metrics;
    }

    private static byte[] Offsets(List<int> offsets)
    {
        var loca = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++)
        {
            loca.AsSpan().Put32(4 * i, (uint)offsets[i]);
        }

        return loca;
    }

    private static byte[] Assemble(List<(string Tag, byte[] Data)> tables)
    {
        tables.RemoveAll(table => table.Data.Length == 0);
        var directory = 12 + (16 * tables.Count);
        var file = new byte[directory + tables.Sum(table => (table.Data.Length + 3) & ~3)];
        var span = file.AsSpan();
        var power = (int)Math.Log2(tables.Count);
        span.Put32(0, 0x00010000);
        span.Put16(4, tables.Count);
        span.Put16(6, 16 << power);
        span.Put16(8, power);
        span.Put16(10, 16 * (tables.Count - (1 << power)));
        var (position, headAt) = (directory, 0);
        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, data) = tables[i];
            data.CopyTo(span[position..]);
            var padded = (data.Length + 3) & ~3;
            var record = span[(12 + (16 * i))..];
            Encoding.ASCII.GetBytes(tag, record);
            record.Put32(4, Checksum(span.Slice(position, padded)));
            record.Put32(8, (uint)position);
            record.Put32(12, (uint)data.Length);
            headAt = tag == "head" ? position : headAt;
            position += padded;
        }

        span.Put32(headAt + 8, unchecked(0xB1B0AFBA - Checksum(span)));
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i < data.Length; i += 4)
        {
            sum = unchecked(sum + System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(data[i..]));
        }

        return sum;
    }
}
