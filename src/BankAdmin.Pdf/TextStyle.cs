using BankAdmin.Pdf.Fonts;

namespace BankAdmin.Pdf;

/// <summary>How text is set.</summary>
/// <param name="Font">The font and what stands in for characters it lacks.</param>
/// <param name="Size">Size in points.</param>
/// <param name="Color">Colour.</param>
/// <param name="Tracking">Space added after each character, in parts of the size.</param>
public sealed record TextStyle(FontStack Font, double Size, Rgb Color = default, double Tracking = 0)
{
    /// <summary>From the top of a line of this height to the baseline, as style sheets place it.</summary>
    /// <param name="lineHeight">Height of the line in points.</param>
    public double BaselineIn(double lineHeight) => ((lineHeight - Size) / 2) + (Font.Ascent * Size);
}
