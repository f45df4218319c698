using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BankAdmin.Web.Hosting;

/// <summary>Where the server will listen, as its settings say.</summary>
public sealed class ListenAddresses
{
    private const int MostPorts = 65_535;

    private readonly List<BindingAddress> addresses = [];
    private readonly List<string> problems = [];

    private ListenAddresses(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            if (Parse(url) is { } address)
            {
                addresses.Add(address);
            }
            else
            {
                problems.Add($"アドレス（--urls）「{url}」は使えません。http://127.0.0.1:5000 や https://*:443 のように指定してください。");
            }
        }
    }

    /// <summary>Whether one of them is https.</summary>
    public bool HasHttps => addresses.Any(IsHttps);

    /// <summary>The port of the first https address; null: there is none, or the system will choose it.</summary>
    public int? HttpsPort => addresses.FirstOrDefault(IsHttps) is { Port: > 0 and var port } ? port : null;

    /// <summary>
    /// A page of ours at https, for who came by http. Who came by the usual port of http goes to the usual one of https: behind a proxy
    /// or a port mapping ours is not the public one.
    /// </summary>
    public string HttpsOf(HttpRequest request, string path)
    {
        var host = request.Host.Port is null || HttpsPort is not { } port
            ? new HostString(request.Host.Host) : new HostString(request.Host.Host, port);
        return $"https://{host}{request.PathBase}{path}";
    }

    /// <summary>Reads them in the order of the server: what names its endpoints wins over addresses, those over ports.</summary>
    public static ListenAddresses Read(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        var urls = List(configuration["urls"]);
        return new ListenAddresses(
            endpoints.Count > 0 ? endpoints
            : urls.Count > 0 ? urls
            : [.. Ports("http", configuration["http_ports"]), .. Ports("https", configuration["https_ports"])]);
    }

    /// <summary>What is wrong with them, one line each: what cannot be read, and what cannot be listened at now.</summary>
    public IEnumerable<string> Problems() => problems.Concat(addresses.Select(Refusal).OfType<string>());

    private static bool IsHttps(BindingAddress address) => address.Scheme == Uri.UriSchemeHttps;

    private static IEnumerable<string> Ports(string scheme, string? ports) => List(ports).Select(port => $"{scheme}://*:{port}");

    private static List<string> List(string? text) =>
        [.. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static BindingAddress? Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0 && !IsOpenEnd(address) ? address : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A port that is no number is left in the name; a port for localhost cannot be chosen by the system.
    private static bool IsOpenEnd(BindingAddress address) => !address.IsUnixPipe
        && (address.Port is < 0 or > MostPorts
            || (address.Port == 0 && address.Host == "localhost")
            || (address.Host.Contains(':', StringComparison.Ordinal) && !IPAddress.TryParse(address.Host, out _)));

    private static string? Refusal(BindingAddress address)
    {
        if (address.IsUnixPipe || address.Port == 0)
        {
            return null;
        }

        var at = IPAddress.TryParse(address.Host, out var named) ? named
            : address.Host == "localhost" ? IPAddress.Loopback
            : Socket.OSSupportsIPv6 ? IPAddress.IPv6Any
            : IPAddress.Any;
        using var listener = new TcpListener(at, address.Port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException refused)
        {
            var why = refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => "そのポートは、ほかのプログラムが使っています",
                SocketError.AccessDenied => "そのポートを使う権限がありません",
                SocketError.AddressNotAvailable => "このコンピューターのアドレスではありません",
                _ => refused.SocketErrorCode.ToString(),
            };
            return string.Create(CultureInfo.InvariantCulture, $"アドレス（--urls）{address} で待ち受けられません。{why}。");
        }
    }
}
