namespace BankAdmin.Pdf;

/// <summary>How a frame is drawn.</summary>
/// <param name="Line">Colour of its line.</param>
/// <param name="LineWidth">Thickness of its line in points.</param>
/// <param name="Fill">What fills it, if anything.</param>
/// <param name="Radius">Radius of its corners in points.</param>
public sealed record FrameStyle(Rgb Line, double LineWidth, Rgb? Fill = null, double Radius = 0);
