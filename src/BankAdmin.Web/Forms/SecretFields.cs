using System.Text.RegularExpressions;

namespace BankAdmin.Web.Forms;

/// <summary>Which posted fields are passwords and one-time codes, by their names: no page ever carries one back.</summary>
public static partial class SecretFields
{
    public static bool Has(string name) => Names().IsMatch(name);

    // changeLoginPassword and the like choose whether a password is typed.
    [GeneratedRegex("^(?!change)(.*(password|pw)(again)?|otp)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
