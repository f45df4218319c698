using System.Buffers.Binary;
using System.Text;

namespace BankAdmin.Pdf.Tests;

/// <summary>Looks into a font file without the code under test; subsets lack the tables which that asks for.</summary>
internal sealed class FontTables(byte[] file)
{
    public byte[] Table(string tag)
    {
        for (var i = 0; i < U16(file, 4); i++)
        {
            var record = 12 + (16 * i);
            if (Encoding.ASCII.GetString(file, record, 4) == tag)
            {
                return file[U32(file, record + 8)..(U32(file, record + 8) + U32(file, record + 12))];
            }
        }

        throw new InvalidOperationException($"No table {tag}.");
    }

    public int GlyphCount => U16(Table("maxp"), 4);

    public byte[] Outline(int glyph)
    {
        var loca = Table("loca");
        var wide = U16(Table("head"), 50) == 1;
        int Offset(int i) => wide ? U32(loca, 4 * i) : 2 * U16(loca, 2 * i);
        return Table("glyf")[Offset(glyph)..Offset(glyph + 1)];
    }

    public int Advance(int glyph) => U16(Table("hmtx"), 4 * Math.Min(glyph, U16(Table("hhea"), 34) - 1));

    /// <summary>All words of the file added up; a whole font file always gives the same sum.</summary>
    public uint Sum()
    {
        var sum = 0u;
        for (var i = 0; i < file.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(i)));
        }

        return sum;
    }

    public static int U16(byte[] data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private static int U32(byte[] data, int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));
}
