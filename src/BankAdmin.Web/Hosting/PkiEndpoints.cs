using BankAdmin.Infrastructure.Certificates;

namespace BankAdmin.Web.Hosting;

/// <summary>What everybody may have of the authority: its certificate, and which of its certificates are revoked.</summary>
public static class PkiEndpoints
{
    public static void MapPki(this WebApplication app)
    {
        app.MapGet("/pki/ca.crt", (Settings settings, IServiceProvider services) => CertificateAuthority.IsIn(settings.CaFolder)
            ? Results.Text(services.GetRequiredService<CertificateAuthority>().Pem, "application/x-pem-file")
            : Results.NotFound());
        app.MapGet("/pki/bankadmin.crl", async (Settings settings, RevocationLists lists, CancellationToken ct) =>
            CertificateAuthority.IsIn(settings.CaFolder)
                ? Results.Bytes(await lists.CurrentAsync(ct), "application/pkix-crl")
                : Results.NotFound());
    }
}
