using System.Globalization;

namespace BankAdmin.Web.Forms;

/// <summary>Lengths of charts: down in em, so that rows grow with their letters, and across in per cent.</summary>
public static class SvgLength
{
    private const double UsualLetter = 14;

    /// <summary>Pixels of usual letters.</summary>
    public static string Em(int pixels) => (pixels / UsualLetter).ToString("0.###", CultureInfo.InvariantCulture) + "em";

    public static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
