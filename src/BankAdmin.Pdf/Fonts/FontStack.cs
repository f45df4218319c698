using System.Text;

namespace BankAdmin.Pdf.Fonts;

/// <summary>A font and the ones that stand in, in order, for characters it lacks. Shared by all documents and threads.</summary>
public sealed class FontStack
{
    /// <summary>Drawn where no font has a character: printers' sign for a missing type, never an empty box or a blank.</summary>
    private static readonly Rune Missing = new('〓');

    private static readonly Lazy<TrueTypeFont> FallbackRegular = Embedded("NotoSansJP-Regular");
    private static readonly Lazy<TrueTypeFont> FallbackBold = Embedded("NotoSansJP-Bold");

    private readonly Lazy<TrueTypeFont>[] fonts;
    private readonly Lazy<TrueTypeFont>? comma;

    private FontStack(Lazy<TrueTypeFont>[] fonts, Lazy<TrueTypeFont>? comma = null) => (this.fonts, this.comma) = (fonts, comma);

    /// <summary>Running text: BIZ UDPGothic, proportional.</summary>
    public static FontStack Text { get; } = new([Embedded("BIZUDPGothic-Regular"), FallbackRegular]);

    /// <summary>Bold text: BIZ UDPGothic Bold.</summary>
    public static FontStack TextBold { get; } = new([Embedded("BIZUDPGothic-Bold"), FallbackBold]);

    /// <summary>
    /// Figures of equal width: BIZ UDGothic. Its comma is as wide as a figure and would leave a gap; that of its proportional sister
    /// looks the same and does not.
    /// </summary>
    public static FontStack Figures { get; } = new([Embedded("BIZUDGothic-Regular"), FallbackRegular], Embedded("BIZUDPGothic-Regular"));

    /// <summary>The same, bold.</summary>
    public static FontStack FiguresBold { get; } = new([Embedded("BIZUDGothic-Bold"), FallbackBold], Embedded("BIZUDPGothic-Bold"));

    /// <summary>Height above the baseline, in parts of the size.</summary>
    public double Ascent => (double)fonts[0].Value.Ascent / fonts[0].Value.UnitsPerEm;

    /// <summary>Whether one of the fonts draws the character.</summary>
    /// <param name="rune">The character.</param>
    public bool Covers(Rune rune) => fonts.Any(font => font.Value.Covers(rune));

    /// <summary>The characters of a text which one of the four stacks cannot draw, each once, in order.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<Rune> Uncovered(string text)
    {
        List<Rune> missing = [];
        foreach (var rune in text.EnumerateRunes())
        {
            if (!missing.Contains(rune)
                && !(Text.Covers(rune) && TextBold.Covers(rune) && Figures.Covers(rune) && FiguresBold.Covers(rune)))
            {
                missing.Add(rune);
            }
        }

        return missing;
    }

    /// <summary>The width of a text on one line, in points.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Size in points.</param>
    /// <param name="tracking">Space after each character, in parts of the size.</param>
    public double Measure(ReadOnlySpan<char> text, double size, double tracking = 0)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Advance(rune) + tracking;
        }

        return width * size;
    }

    /// <summary>The width of a character in parts of the size.</summary>
    internal double Advance(Rune rune)
    {
        var (font, glyph) = Resolve(rune);
        return (double)font.Advance(glyph) / font.UnitsPerEm;
    }

    /// <summary>The font and glyph that draw a character; never glyph 0.</summary>
    internal (TrueTypeFont Font, int Glyph) Resolve(Rune rune)
    {
        if (comma is not null && rune.Value == ',')
        {
            return (comma.Value, comma.Value.Glyph(rune));
        }

        foreach (var font in fonts)
        {
            if (font.Value.Covers(rune))
            {
                return (font.Value, font.Value.Glyph(rune));
            }
        }

        return (fonts[0].Value, fonts[0].Value.Glyph(Missing));
    }

    private static Lazy<TrueTypeFont> Embedded(string name) => new(() =>
    {
        using var stream = typeof(FontStack).Assembly.GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TrueTypeFont(file);
    });
}
