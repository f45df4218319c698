using Microsoft.Net.Http.Headers;

namespace BankAdmin.Testing.Pages;

/// <summary>The cookies of one browser for one host, as they were set.</summary>
public sealed class CookieJar
{
    private readonly Dictionary<string, SetCookieHeaderValue> cookies = [];

    public IReadOnlyCollection<string> Names => cookies.Keys;

    /// <summary>A cookie with its attributes.</summary>
    public SetCookieHeaderValue this[string name] => cookies.TryGetValue(name, out var cookie)
        ? cookie
        : throw new KeyNotFoundException($"No cookie '{name}'; there are: {string.Join(", ", cookies.Keys)}.");

    /// <summary>Puts a cookie in, as an attacker would.</summary>
    public void Plant(string name, string value) => cookies[name] = new SetCookieHeaderValue(name, value);

    public void Clear() => cookies.Clear();

    internal string Header(bool https) =>
        string.Join("; ", cookies.Values.Where(cookie => https || !cookie.Secure).Select(cookie => $"{cookie.Name}={cookie.Value}"));

    internal void Take(IEnumerable<string> headers)
    {
        foreach (var cookie in SetCookieHeaderValue.ParseStrictList(headers.ToList()))
        {
            var name = cookie.Name.ToString();
            if (cookie.Expires < DateTimeOffset.UtcNow || cookie.MaxAge <= TimeSpan.Zero)
            {
                cookies.Remove(name);
            }
            else
            {
                cookies[name] = cookie;
            }
        }
    }
}
