using System.Net;

namespace BankAdmin.Web.Hosting;

/// <summary>A network whose machines are believed when they say who they speak for.</summary>
public sealed record Proxies(IPNetwork Network)
{
    // A bank's private network has at most so many addresses; a wider one holds machines of strangers.
    private const int ShortestPrefix = 8;
    private const int MappedBits = 96;

    /// <summary>Whether strangers belong to it.</summary>
    public bool HoldsStrangers => Network.PrefixLength < ShortestPrefix;

    /// <summary>Reads an address or a network (CIDR); null: it is neither.</summary>
    public static Proxies? Read(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            // The library cuts off what does not belong to the network; whoever typed it may have meant a machine.
            return IPNetwork.TryParse(text, out var network) && network.BaseAddress.Equals(IPAddress.Parse(text.Split('/')[0]))
                ? new Proxies(Unmapped(network)) : null;
        }

        // 10.1 is an address to the library, and another one than whoever typed it thinks.
        return IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || address.ToString() == text)
            ? new Proxies(Unmapped(new IPNetwork(address, address.GetAddressBytes().Length * 8)))
            : null;
    }

    // ::ffff:0:0/96 is 0.0.0.0/0 in the words of IPv6.
    private static IPNetwork Unmapped(IPNetwork network) =>
        network.BaseAddress.IsIPv4MappedToIPv6 && network.PrefixLength >= MappedBits
            ? new IPNetwork(network.BaseAddress.MapToIPv4(), network.PrefixLength - MappedBits)
            : network;
}

/// <summary>Names by which the program is called.</summary>
internal static class Hosts
{
    // The server's own words for every name there is.
    private static readonly string[] Everything = ["*", "[::]", "0.0.0.0"];

    /// <summary>A host name or address, also <c>*.example.com</c>; null: it is none.</summary>
    public static string? Read(string text)
    {
        var name = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        return Everything.Contains(text) || Uri.CheckHostName(name) != UriHostNameType.Unknown ? text : null;
    }

    /// <summary>Whether it lets every name in, or every one below a top-level domain.</summary>
    public static bool HoldsStrangers(string host) =>
        Everything.Contains(host)
        || (host.StartsWith("*.", StringComparison.Ordinal) && !host[2..].Contains('.', StringComparison.Ordinal));
}
