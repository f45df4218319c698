namespace BankAdmin.Pdf;

/// <summary>A colour on the sRGB screen scale, 0 to 255 each.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Black.</summary>
    public static Rgb Black => default;

    /// <summary>A colour as style sheets write it: <c>0x17232F</c> for <c>#17232f</c>.</summary>
    /// <param name="value">The six hexadecimal digits.</param>
    public static Rgb Of(int value) => new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
}
