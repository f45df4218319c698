using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using BankAdmin.Testing;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>
/// Points Chromium at the fonts the PDF writer embeds, and at no others: a machine without Japanese fonts shows
/// Japanese, and a screenshot looks the same on every machine.
/// </summary>
internal static class JapaneseFonts
{
    private const string Text = "BIZ UDPGothic";
    private const string Figures = "BIZ UDGothic";
    private const string Rare = "Noto Sans JP";

    /// <summary>Writes the fontconfig file and returns its path.</summary>
    public static string WriteConfiguration()
    {
        var fonts = Path.Combine(Repository.Root, "src", "BankAdmin.Pdf", "node_modules", "@expo-google-fonts");
        if (!Directory.Exists(fonts))
        {
            throw new InvalidOperationException(
                $"The Japanese fonts are missing at {fonts}: build BankAdmin.Pdf (it runs npm) before the browser tests.");
        }

        // The name follows the place of the fonts, so that two checkouts on one machine do not share a file.
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fonts)))[..12];
        var folder = Directory.CreateDirectory(
            Path.Combine(Path.GetTempPath(), $"bankadmin-fonts-{Environment.UserName}-{key}")).FullName;
        var file = Path.Combine(folder, "fonts.conf");

        // Written aside and renamed: another test process may be reading it.
        var aside = Path.Combine(folder, $"{Guid.NewGuid():N}.conf");
        Configuration(fonts, Path.Combine(folder, "cache")).Save(aside);
        File.Move(aside, file, overwrite: true);
        return file;
    }

    private static XDocument Configuration(string fonts, string cache) => new(
        new XElement("fontconfig",
            new XElement("dir", fonts),
            new XElement("cachedir", cache),
            Prefer("sans-serif", Text),
            Prefer("system-ui", Text),
            Prefer("serif", Text),
            Prefer("monospace", Figures)));

    private static XElement Prefer(string family, string font) => new("alias",
        new XAttribute("binding", "strong"),
        new XElement("family", family),
        new XElement("prefer", new XElement("family", font), new XElement("family", Rare)));
}
