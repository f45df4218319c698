namespace BankAdmin.Pdf;

/// <summary>The size of a page in points.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct PageSize(double Width, double Height)
{
    /// <summary>A4 upright, 210 × 297 mm.</summary>
    public static PageSize A4 => new(Length.Mm(210), Length.Mm(297));

    /// <summary>A4 lying, 297 × 210 mm.</summary>
    public static PageSize A4Landscape => new(Length.Mm(297), Length.Mm(210));
}
