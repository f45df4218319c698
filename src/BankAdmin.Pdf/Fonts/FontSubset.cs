using System.Text;

namespace BankAdmin.Pdf.Fonts;

/// <summary>
/// The characters one document uses of one font, numbered in order of first use. Each character has its own number
/// even where two share a glyph, so that copied text is the text that was drawn.
/// </summary>
internal sealed class FontSubset(TrueTypeFont font, string resourceName)
{
    private readonly Dictionary<Rune, int> numbers = [];
    private readonly List<(Rune Rune, int Glyph)> characters = [];

    public TrueTypeFont Font => font;

    public string ResourceName => resourceName;

    /// <summary>The characters; the first has number 1 (0 is the glyph for "none").</summary>
    public IReadOnlyList<(Rune Rune, int Glyph)> Characters => characters;

    public int Number(Rune rune, int glyph)
    {
        if (!numbers.TryGetValue(rune, out var number))
        {
            characters.Add((rune, glyph));
            number = characters.Count;
            numbers.Add(rune, number);
        }

        return number;
    }
}
