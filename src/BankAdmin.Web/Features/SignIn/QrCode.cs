using System.Globalization;
using System.Text;
using QRCoder;

namespace BankAdmin.Web.Features.SignIn;

/// <summary>QR codes as one SVG path: no image has to be fetched, and no style of its own stands in the page.</summary>
public static class QrCode
{
    /// <summary>Draws a text.</summary>
    /// <returns>The path, and how many modules a side has; the quiet zone around it is part of it.</returns>
    public static (string Path, int Size) Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in data.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return (path.ToString(), data.ModuleMatrix.Count);
    }
}
