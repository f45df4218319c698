namespace BankAdmin.Pdf.Fonts;

/// <summary>Which glyph a code point has: a cmap subtable of format 4 or 12, as sorted ranges.</summary>
internal sealed class CharacterMap
{
    private readonly List<int> starts = [];
    private readonly List<int> ends = [];
    private readonly List<int> glyphs = [];

    private CharacterMap()
    {
    }

    /// <summary>The widest Unicode subtable of a cmap table, or the one of the format asked for.</summary>
    public static CharacterMap Parse(ReadOnlySpan<byte> cmap, int? format = null)
    {
        var best = -1;
        var bestFormat = 0;
        for (var i = 0; i < cmap.U16(2); i++)
        {
            var record = 4 + (8 * i);
            var (platform, encoding) = (cmap.U16(record), cmap.U16(record + 2));
            var offset = cmap.S32(record + 4);
            var found = cmap.U16(offset);
            var unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            if (unicode && found is 4 or 12 && found > bestFormat && (format ?? found) == found)
            {
                (best, bestFormat) = (offset, found);
            }
        }

        var map = new CharacterMap();
        switch (bestFormat)
        {
            case 12:
                map.ReadFormat12(cmap[best..]);
                break;
            case 4:
                map.ReadFormat4(cmap[best..]);
                break;
            default:
                throw new InvalidDataException("The font has no Unicode character map of format 4 or 12.");
        }

        return map;
    }

    /// <summary>The glyph of a code point; 0 where there is none.</summary>
    public int Glyph(int codePoint)
    {
        var index = starts.BinarySearch(codePoint);
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 && codePoint <= ends[index] ? glyphs[index] + codePoint - starts[index] : 0;
    }

    private void ReadFormat12(ReadOnlySpan<byte> table)
    {
        var count = table.S32(12);
        for (var i = 0; i < count; i++)
        {
            var group = 16 + (12 * i);
            Add(table.S32(group), table.S32(group + 4), table.S32(group + 8));
        }
    }

    private void ReadFormat4(ReadOnlySpan<byte> table)
    {
        var doubled = table.U16(6);
        var (endCodes, startCodes) = (14, 16 + doubled);
        var (deltas, offsets) = (startCodes + doubled, startCodes + (2 * doubled));
        for (var i = 0; i < doubled; i += 2)
        {
            int start = table.U16(startCodes + i), end = table.U16(endCodes + i);
            var (delta, rangeOffset) = (table.U16(deltas + i), table.U16(offsets + i));
            for (var code = start; code <= end && code != 0xFFFF; code++)
            {
                // An offset counts from its own place in the table.
                int glyph = rangeOffset == 0 ? code : table.U16(offsets + i + rangeOffset + (2 * (code - start)));
                if (rangeOffset == 0 || glyph != 0)
                {
                    glyph = (glyph + delta) & 0xFFFF;
                }

                if (glyph != 0)
                {
                    Add(code, code, glyph);
                }
            }
        }
    }

    private void Add(int start, int end, int glyph)
    {
        var last = starts.Count - 1;
        if (last >= 0 && ends[last] + 1 == start && glyphs[last] + start - starts[last] == glyph)
        {
            ends[last] = end;
            return;
        }

        starts.Add(start);
        ends.Add(end);
        glyphs.Add(glyph);
    }
}
