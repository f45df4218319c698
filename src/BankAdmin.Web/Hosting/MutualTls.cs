using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Infrastructure.Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace BankAdmin.Web.Hosting;

/// <summary>
/// Every https address asks for a client certificate and takes none as well: who needs one, the contract decides (rule: spec
/// credentials.md §2). It is judged by the pages, whose answer a person can read, and not by the handshake.
/// </summary>
public sealed class MutualTls(Settings settings, Func<CertificateAuthority> authority, TimeProvider clock)
{
    private readonly ConcurrentDictionary<X509Certificate2, SslStreamCertificateContext> contexts = [];
    private readonly Lock making = new();
    private X509Certificate2? own;

    /// <summary>Sets up the https addresses of the server.</summary>
    /// <param name="https">The server's options.</param>
    /// <param name="makesCertificate">Whether nothing says which certificate the server has: it gets one of our own authority.</param>
    public void Configure(HttpsConnectionAdapterOptions https, bool makesCertificate)
    {
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
        https.ServerCertificateSelector = makesCertificate ? (_, _) => Own() : https.ServerCertificateSelector;
        https.OnAuthenticate = (_, tls) =>
        {
            tls.CertificateChainPolicy = FetchingNothing();
            if (makesCertificate)
            {
                tls.ServerCertificateSelectionCallback = null;
                tls.ServerCertificateContext = SslStreamCertificateContext.Create(Own(), null, offline: true);
            }

            // Browsers offer what our authority has issued and trouble nobody else. Elsewhere the names come from the system's store.
            if (OperatingSystem.IsLinux() && tls.ServerCertificateContext is { } server && CertificateAuthority.IsIn(settings.CaFolder))
            {
                tls.ServerCertificateContext = contexts.GetOrAdd(server.TargetCertificate, _ => NamingAuthority(server));
            }
        };
    }

    // Else a stranger's certificate would say where the server has to look for its issuer.
    private static X509ChainPolicy FetchingNothing() => new()
    {
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
        TrustMode = X509ChainTrustMode.CustomRootTrust,
    };

    private SslStreamCertificateContext NamingAuthority(SslStreamCertificateContext server) => SslStreamCertificateContext.Create(
        server.TargetCertificate, [.. server.IntermediateCertificates], offline: true,
        SslCertificateTrust.CreateForX509Collection(
            [authority().Certificate], sendTrustInHandshake: true));

    private X509Certificate2 Own()
    {
        lock (making)
        {
            return own ??= authority().IssueForThisMachine(clock.GetUtcNow());
        }
    }
}

public static class MutualTlsRegistration
{
    public static void AddMutualTls(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MutualTls>();
        builder.WebHost.ConfigureKestrel((host, kestrel) => kestrel.ConfigureHttpsDefaults(https =>
            kestrel.ApplicationServices.GetRequiredService<MutualTls>().Configure(
                https, makesCertificate: host.HostingEnvironment.IsDevelopment() && !NamesCertificate(host.Configuration))));
    }

    private static bool NamesCertificate(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Certificates").Exists()
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any(endpoint => endpoint.GetSection("Certificate").Exists());
}
