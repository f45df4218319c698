using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

/// <summary>A certificate that we have issued.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Contract">How its owner's company logs in today.</param>
public sealed record KnownCertificate(ClientCertificate Certificate, LoginMethod Contract);

/// <summary>
/// The client certificate that a request came with, at the connection or forwarded by a trusted proxy. Its chain is judged by the
/// framework, everything else by the database as it is now (rule: spec credentials.md §4).
/// </summary>
public sealed class PresentedCertificate(BankAdminDbContext context, Settings settings, IHttpContextAccessor accessor)
{
    /// <summary>Whether there is any, ours or not.</summary>
    public bool IsThere => accessor.HttpContext is { Request.IsHttps: true, Connection.ClientCertificate: not null };

    /// <summary>The certificate, if it is one of ours; it may be revoked or expired. Null: there is none, or somebody else's.</summary>
    public async Task<KnownCertificate?> FindAsync(CancellationToken ct)
    {
        if (!IsThere || !CertificateAuthority.IsIn(settings.CaFolder))
        {
            return null;
        }

        // Known first: to judge the chain of a stranger's, its issuer would be fetched from where it says.
        var http = accessor.HttpContext!;
        return await ReadAsync(http.Connection.ClientCertificate!.GetCertHashString(HashAlgorithmName.SHA256), ct) is { } known
            && (await http.AuthenticateAsync(CertificateAuthenticationDefaults.AuthenticationScheme)).Succeeded
            ? known : null;
    }

    /// <summary>The certificate with that thumbprint, whosever it is; null: we have issued none such.</summary>
    public async Task<KnownCertificate?> ReadAsync(string thumbprint, CancellationToken ct)
    {
        var known = from certificate in context.Certificates.IgnoreQueryFilters().AsNoTracking()
                    join company in context.Companies.IgnoreQueryFilters().IgnoreAutoIncludes() on certificate.CompanyId equals company.Id
                    where certificate.Thumbprint == thumbprint
                    select new { certificate, company.LoginMethod };
        return await known.SingleOrDefaultAsync(ct) is { } found ? new KnownCertificate(found.certificate, found.LoginMethod) : null;
    }
}

public static class ClientCertificates
{
    /// <summary>
    /// The framework's check of the chain up to our authority and of what the certificate is for. Nothing is cached: a revoked
    /// certificate would stay good. When it is valid is judged by the product's own clock.
    /// </summary>
    public static void AddClientCertificates(this IServiceCollection services)
    {
        // Else the framework would ask before it is known what a proxy forwards, and keep the answer.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddHttpContextAccessor().AddScoped<PresentedCertificate>();
        services.AddAuthentication().AddCertificate(options =>
        {
            options.AllowedCertificateTypes = CertificateTypes.Chained;
            options.ChainTrustValidationMode = X509ChainTrustMode.CustomRootTrust;
            options.RevocationMode = X509RevocationMode.NoCheck;
            options.ValidateValidityPeriod = false;
        });
        services.AddOptions<CertificateAuthenticationOptions>(CertificateAuthenticationDefaults.AuthenticationScheme)
            .Configure<Func<CertificateAuthority>>((options, authority) => options.CustomTrustStore = [authority().Certificate]);
    }
}
