using System.Buffers.Binary;
using System.Text;

namespace BankAdmin.Pdf.Tests;

/// <summary>
/// A font made for tests: short offsets, a format 4 map with deltas and a glyph array, and composite glyphs, one in
/// another, none of which the product's fonts have.
/// </summary>
internal static class SyntheticFont
{
    /// <summary>Glyph 1 is simple, 2 composed of 1 (scaled), 3 of 2 and 1. 4 is blank. A, B map to 1, 2 by delta;
    /// あ, い, ぅ to 3, 1, 4 by array.</summary>
    public static byte[] Build()
    {
        byte[] simple = [.. Words(1, 0, 0, 100, 100, 2, 0), 0x37, 0x37, 0x37, 10, 20, 30, 10, 20, 30];
        byte[] scaled = Words(-1, 0, 0, 100, 100, 0x0008, 1, 0, 0x2000);
        byte[] nested = Words(-1, 0, 0, 100, 100, 0x0001 | 0x0020 | 0x0040, 2, 5, 6, 0x4000, 0x4000, 0x0000, 1, 0);
        byte[][] glyphs = [Even(simple), Even(simple), Even(scaled), Even(nested), []];
        var loca = new List<byte>();
        var offset = 0;
        foreach (var glyph in glyphs)
        {
            loca.AddRange(Words(offset / 2));
            offset += glyph.Length;
        }

        loca.AddRange(Words(offset / 2));
        var name = Encoding.BigEndianUnicode.GetBytes("Synthetic");
        return Assemble(
        [
            ("OS/2", [.. Words(0, 0, 400), .. new byte[72]]),
            ("cmap", [.. Words(0, 1, 3, 1, 0, 12), .. Format4()]),
            ("glyf", [.. glyphs.SelectMany(glyph => glyph)]),
            ("head", [.. new byte[18], .. Words(1000), .. new byte[16], .. Words(0, 0, 100, 100), .. new byte[6], .. Words(0, 0)]),
            ("hhea", [.. Words(1, 0, 800, -200), .. new byte[26], .. Words(2)]),
            ("hmtx", Words(500, 1, 600, 2, 3, 4, 5)),
            ("loca", [.. loca]),
            ("maxp", [.. Words(1, 0, 5), .. new byte[26]]),
            ("name", [.. Words(0, 1, 18, 3, 1, 0x409, 6, name.Length, 0), .. name]),
        ]);
    }

    private static byte[] Format4()
    {
        var array = 2 * 2;
        return Words(
            4, 40, 0, 6, 0, 0, 0,
            'B', 'い' + 1, 0xFFFF, 0,
            'A', 'あ', 0xFFFF,
            1 - 'A', 0, 1,
            0, array, 0,
            3, 0, 1, 4);
    }

    private static byte[] Words(params int[] values)
    {
        var bytes = new byte[2 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), unchecked((ushort)values[i]));
        }

        return bytes;
    }

    private static byte[] Even(byte[] glyph) => glyph.Length % 2 == 0 ? glyph : [.. glyph, 0];

    private static byte[] Assemble(List<(string Tag, byte[] Data)> tables)
    {
        List<byte> directory = [0, 1, 0, 0, .. Words(tables.Count, 0, 0, 0)];
        List<byte> body = [];
        foreach (var (tag, data) in tables)
        {
            var place = 12 + (16 * tables.Count) + body.Count;
            directory.AddRange([.. Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Words(place >> 16, place, data.Length >> 16, data.Length)]);
            body.AddRange([.. data, .. new byte[-data.Length & 3]]);
        }

        return [.. directory, .. body];
    }
}
