namespace BankAdmin.Pdf;

/// <summary>Everything in this library is measured in points (1/72 inch), from the top left corner of the page.</summary>
public static class Length
{
    /// <summary>Millimetres in points.</summary>
    /// <param name="millimetres">The length in millimetres.</param>
    public static double Mm(double millimetres) => millimetres * 72 / 25.4;
}
