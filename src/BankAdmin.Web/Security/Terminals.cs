using System.Text.RegularExpressions;

namespace BankAdmin.Web.Security;

/// <summary>操作端末: where a request came from, the address and what the browser says it is, in one text.</summary>
public static partial class Terminals
{
    // With the longest address no longer than what the history keeps.
    private const int LongestBrowser = 24;

    /// <summary>Browsers by what they alone say; most of them say that they are others too, so that the order matters.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Version/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>The terminal of a request: <c>192.0.2.1 Chrome 142 Windows</c>.</summary>
    public static string Terminal(this HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            var plain => plain.ToString(),
        };
        return $"{address} {BrowserOf(http.Request.Headers.UserAgent.ToString())}".Trim();
    }

    /// <summary>Name and major version of a browser and the system it runs on, as far as it says so; empty: it says nothing.</summary>
    public static string BrowserOf(string userAgent)
    {
        var (mark, name) = Browsers.FirstOrDefault(browser => userAgent.Contains(browser.Mark, StringComparison.Ordinal));
        var system = Systems.FirstOrDefault(known => userAgent.Contains(known.Mark, StringComparison.Ordinal)).Name;
        var text = mark is null
            ? Product().Match(userAgent).Value.Replace('/', ' ')
            : $"{name} {Digits().Match(userAgent, userAgent.IndexOf(mark, StringComparison.Ordinal) + mark.Length).Value} {system}";
        return text.Length <= LongestBrowser ? text.Trim() : text[..LongestBrowser].Trim();
    }

    // Whatever else a program calls itself: nothing that a list or a file could take for something else.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.-]*(/[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Product();

    [GeneratedRegex(@"\G[0-9]*", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
