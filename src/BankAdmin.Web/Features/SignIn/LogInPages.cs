using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Web.Hosting;
using BankAdmin.Web.Security;

namespace BankAdmin.Web.Features.SignIn;

/// <summary>What the login page asks of whoever stands before it.</summary>
public sealed class LogInPages(PresentedCertificate presented, ListenAddresses addresses, TimeProvider clock)
{
    /// <summary>The login page's view; the front door shows it too.</summary>
    public const string View = "/Features/SignIn/login.cshtml";

    /// <summary>
    /// At the front door: with a certificate that somebody can log in with, their password alone is asked (rule: spec rulings.md
    /// „Certificate login“).
    /// </summary>
    public async Task<(LogInForm Page, ClientCertificate? Certificate)> AtFrontAsync(HttpRequest request, CancellationToken ct)
    {
        var certificate = await UsableAsync(ct);
        var page = new LogInForm
        {
            Way = certificate is null ? LogInWay.Password : LogInWay.Certificate,
            HasUselessCertificate = presented.IsThere && certificate is null,
            CertificateAddress = request.IsHttps ? "/"
                : addresses.HasHttps ? addresses.HttpsOf(request, "/")
                : null,
        };
        return (page, certificate);
    }

    // One that was renewed is good for the session that renewed it, and opens no other.
    private async Task<ClientCertificate?> UsableAsync(CancellationToken ct) =>
        await presented.FindAsync(ct) is { Contract: LoginMethod.Certificate, Certificate: { RevokedAtUtc: null } found }
        && found.IsValidAt(clock.GetUtcNow().UtcDateTime) ? found : null;
}
