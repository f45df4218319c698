using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BankAdmin.Web.Forms;

/// <summary>
/// A posted form, to be bound. It knows the members of each row; the framework's own looks for them through the whole form, row by row,
/// which costs the square of the rows.
/// </summary>
public sealed class PostedForm(IFormCollection form) : FormValueProvider(BindingSource.Form, form, CultureInfo.InvariantCulture)
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("[.");
    private static readonly Dictionary<string, string> None = [];

    private readonly Lazy<Dictionary<string, Dictionary<string, string>>> members = new(() => MembersOf(form.Keys));

    /// <summary>The members of what has that name: their keys with their own names.</summary>
    public override IDictionary<string, string> GetKeysFromPrefix(string prefix) =>
        prefix.Length == 0 ? base.GetKeysFromPrefix(prefix) : members.Value.GetValueOrDefault(prefix, None);

    // limits[3][total] says two things: limits has 3, which is limits[3], and that has total.
    private static Dictionary<string, Dictionary<string, string>> MembersOf(IEnumerable<string> names)
    {
        var members = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            for (var at = Delimiter(name, 0); at < name.Length; at = Delimiter(name, at + 1))
            {
                var end = name[at] == '.' ? Delimiter(name, at + 1) : name.IndexOf(']', at);
                if (end < 0)
                {
                    break;
                }

                if (!members.TryGetValue(name[..at], out var known))
                {
                    members[name[..at]] = known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                }

                known.TryAdd(name[(at + 1)..end], name[at] == '.' ? name[..end] : name[..(end + 1)]);
            }
        }

        return members;
    }

    private static int Delimiter(string name, int from) =>
        name.AsSpan(from).IndexOfAny(Delimiters) is var at and >= 0 ? from + at : name.Length;
}
