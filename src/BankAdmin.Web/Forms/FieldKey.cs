using System.Text;

namespace BankAdmin.Web.Forms;

/// <summary>
/// Input keys (rule: spec screens.md §1) from the paths forms bind to: <c>AccountLimits[0][total]</c> and
/// <c>AccountLimits[0].Total</c> are both <c>accountLimits[0].total</c>.
/// </summary>
public static class FieldKey
{
    /// <summary>The key of a path.</summary>
    public static string Of(string path)
    {
        var key = new StringBuilder(path.Length);
        foreach (var part in path.Replace("]", "", StringComparison.Ordinal).Split('.', '['))
        {
            if (part.Length > 0 && part.All(char.IsAsciiDigit))
            {
                key.Append('[').Append(part).Append(']');
            }
            else
            {
                key.Append(key.Length > 0 ? "." : "").Append(LowerFirst(part));
            }
        }

        return key.ToString();
    }

    /// <summary>The name a form posts a path under.</summary>
    public static string NameOf(string path) => LowerFirst(path);

    /// <summary>An element ID for a key.</summary>
    public static string ElementId(string key) =>
        string.Concat(key.Where(c => c != ']').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static string LowerFirst(string part) => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..];
}
