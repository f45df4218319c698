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
    public async Task<LogInForm> AtFrontAsync(HttpRequest request, CancellationToken ct)
    {
        var usable = await CertificateAsync(ct) is not null;
        return new LogInForm
        {
            Way = usable ? LogInWay.Certificate : LogInWay.Password,
            HasUselessCertificate = presented.IsThere && !usable,
            CertificateAddress = usable ? null : request.IsHttps ? "/"
                : addresses.HasHttps ? addresses.HttpsOf(request, "/")
                : null,
        };
    }

    /// <summary>The certificate that was presented, where somebody can log in with it now; null: nobody can.</summary>
    public async Task<ClientCertificate?> CertificateAsync(CancellationToken ct) =>
        await presented.FindAsync(ct) is { Contract: LoginMethod.Certificate, Certificate: var found }
        && found.IsValidAt(clock.GetUtcNow().UtcDateTime) ? found : null;
}
