using System.Globalization;
using System.Text;

namespace BankAdmin.Pdf.Writing;

/// <summary>Values as PDF writes them.</summary>
internal static class PdfText
{
    /// <summary>A number, to a thousandth of a point.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("0.###", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A text string: UTF-16 with its byte order mark, in hexadecimal.</summary>
    public static string Text(string value) => $"<FEFF{Hex(value)}>";

    /// <summary>UTF-16, in hexadecimal.</summary>
    public static string Hex(string value) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value));

    /// <summary>A date with its offset.</summary>
    public static string Date(DateTimeOffset value)
    {
        var offset = value.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(
            CultureInfo.InvariantCulture, $"(D:{value:yyyyMMddHHmmss}{sign}{offset:hh}'{offset:mm}')");
    }

    /// <summary>A reference to an object.</summary>
    public static string Ref(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
}
