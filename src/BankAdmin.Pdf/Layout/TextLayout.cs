using System.Text;

namespace BankAdmin.Pdf.Layout;

/// <summary>A line of a paragraph.</summary>
/// <param name="Text">Its text; a space at its end is kept, so that copied text is whole.</param>
/// <param name="Width">Its width in points, without spaces at the end.</param>
public sealed record TextLine(string Text, double Width);

/// <summary>Breaks text into lines the Japanese way.</summary>
public static class TextLayout
{
    /// <summary>Holds a place inside a text for something the caller draws itself (object replacement character).</summary>
    public const char Placeholder = '\uFFFC';

    /// <summary>
    /// Breaks a text into lines: kinsoku, words and figures whole unless longer than a line. A line feed begins a new
    /// line. There is always at least one line.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="width">Width of the lines in points.</param>
    /// <param name="byPhrase">Break after a comma or space rather than later, if the line is half full: for lists in cells.</param>
    /// <param name="placeholder">Width of a <see cref="Placeholder"/> in points.</param>
    public static IReadOnlyList<TextLine> Wrap(
        string text, TextStyle style, double width, bool byPhrase = false, double placeholder = 0)
    {
        List<TextLine> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Replace('\t', ' ').Split('\n'))
        {
            var runes = paragraph.EnumerateRunes().ToArray();
            var advances = Array.ConvertAll(runes, rune => rune.Value == Placeholder
                ? placeholder
                : (style.Font.Advance(rune) + style.Tracking) * style.Size);
            var start = 0;
            do
            {
                var end = LineEnd(runes, advances, start, width, byPhrase);
                lines.Add(Line(runes, advances, start, end));
                start = end;
            }
            while (start < runes.Length);
        }

        return lines;
    }

    /// <summary>The same for running text: no last line of a few characters, if the lines before can give some away.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="width">Width of the lines in points.</param>
    /// <param name="placeholder">Width of a <see cref="Placeholder"/> in points.</param>
    public static IReadOnlyList<TextLine> WrapWithoutOrphan(string text, TextStyle style, double width, double placeholder = 0)
    {
        const int leastCharacters = 6;
        var lines = Wrap(text, style, width, placeholder: placeholder);
        for (var narrower = width - style.Size; lines.Count > 1 && lines[^1].Width < leastCharacters * style.Size; narrower -= style.Size)
        {
            var tried = Wrap(text, style, narrower, placeholder: placeholder);
            if (tried.Count > lines.Count)
            {
                break;
            }

            lines = tried;
        }

        return lines;
    }

    private static int LineEnd(Rune[] runes, double[] advances, int start, double width, bool byPhrase)
    {
        // Sums of fractions must not push out a text that was measured to fit.
        const double tolerance = 0.001;
        var (used, lastBreak, phraseBreak) = (0.0, 0, 0);
        for (var i = start; i < runes.Length; i++)
        {
            if (i > start && LineBreaking.Allowed(runes[i - 1], runes[i]))
            {
                lastBreak = i;
                if (LineBreaking.EndsPhrase(runes[i - 1]) && used >= width / 2)
                {
                    phraseBreak = i;
                }
            }

            used += advances[i];
            if (used > width + tolerance && !LineBreaking.IsSpace(runes[i]))
            {
                return byPhrase && phraseBreak > 0 ? phraseBreak : lastBreak > 0 ? lastBreak : Forced(runes, start, i);
            }
        }

        return runes.Length;
    }

    /// <summary>
    /// Cuts a word that is longer than a line, after a sign in the later half of the line if there is one (addresses);
    /// at least one character stays, with what is attached to it.
    /// </summary>
    private static int Forced(Rune[] runes, int start, int overflow)
    {
        for (var i = overflow; i > (start + overflow + 1) / 2; i--)
        {
            if (LineBreaking.IsSeam(runes[i - 1]) && !LineBreaking.IsSeam(runes[i]))
            {
                return i;
            }
        }

        var end = overflow;
        while (end > start && LineBreaking.IsAttached(runes[end]))
        {
            end--;
        }

        for (end = Math.Max(end, start + 1); end < runes.Length && LineBreaking.IsAttached(runes[end]); end++)
        {
        }

        return end;
    }

    private static TextLine Line(Rune[] runes, double[] advances, int start, int end)
    {
        var text = new StringBuilder();
        foreach (var rune in runes.AsSpan(start, end - start))
        {
            text.Append(rune.ToString());
        }

        var visible = end;
        while (visible > start && LineBreaking.IsSpace(runes[visible - 1]))
        {
            visible--;
        }

        return new TextLine(text.ToString(), advances.AsSpan(start, visible - start).ToArray().Sum());
    }
}
