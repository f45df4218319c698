using System.Text;

namespace BankAdmin.Pdf.Layout;

/// <summary>Text that runs from the top down.</summary>
public static class VerticalText
{
    private const string Turned = "()[]{}<>（）［］｛｝〔〕〈〉《》「」『』【】ー－-–—―〜～…‥=＝|｜:：";

    /// <summary>The length of a text on one line, in points.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    public static double Measure(string text, TextStyle style) => text.EnumerateRunes().Sum(rune => Advance(rune, style));

    /// <summary>What points along the line and turns with it.</summary>
    internal static bool IsTurned(Rune rune) => rune.IsBmp && Turned.Contains((char)rune.Value, StringComparison.Ordinal);

    /// <summary>How far a character moves on: upright ones a square, whatever their width.</summary>
    internal static double Advance(Rune rune, TextStyle style) => style.Size * (IsTurned(rune) ? style.Font.Advance(rune) : 1);
}
