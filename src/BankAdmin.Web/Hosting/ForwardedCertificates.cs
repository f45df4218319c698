using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.HttpOverrides;

namespace BankAdmin.Web.Hosting;

/// <summary>
/// Client certificates that a trusted proxy has taken at its end of the connection: as RFC 9440 has it, or as URL-encoded PEM, as nginx
/// sends it (rule: spec rulings.md „Forwarded certificates“). From anybody else the header is dropped.
/// </summary>
public sealed class ForwardedCertificates(RequestDelegate next, Settings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is { } peer && settings.TrustedProxies.Any(proxy => proxy.Network.Contains(Unmapped(peer))))
        {
            // What the proxy proves itself with is not a person's.
            http.Connection.ClientCertificate = null;
        }
        else
        {
            http.Request.Headers.Remove(settings.ClientCertificateHeader);
        }

        return next(http);
    }

    /// <summary>The certificate in a header.</summary>
    /// <exception cref="FormatException">There is none in it.</exception>
    public static X509Certificate2 Read(string header) => header is [':', .. var base64, ':']
        ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64))
        : X509Certificate2.CreateFromPem(Uri.UnescapeDataString(header));

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}

public static class ForwardedCertificatesRegistration
{
    public static void AddForwardedCertificates(this IServiceCollection services)
    {
        services.AddCertificateForwarding(options => options.HeaderConverter = ForwardedCertificates.Read);
        services.AddOptions<CertificateForwardingOptions>().Configure<Settings>((options, settings) =>
            options.CertificateHeader = settings.ClientCertificateHeader);
    }
}
