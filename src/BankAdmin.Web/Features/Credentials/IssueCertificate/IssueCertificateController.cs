using BankAdmin.Infrastructure.Sessions;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Credentials.IssueCertificate;

/// <summary>Where the login order leads who comes by BSMS001: begins 証明書発行.</summary>
[Area("Credentials")]
[Screen("BSMS002")]
public sealed class IssueCertificateController(
    IssueCertificateWizard wizard, WizardServices services, SessionStore sessions, CurrentSession session) : ScreenController
{
    [HttpGet("/certificate")]
    public async Task<IActionResult> Begin(CancellationToken ct)
    {
        if (await wizard.StartAsync(services, "", null, ct) is { Path: { } path })
        {
            return SeeOther(path);
        }

        // There is nothing else that such a session is for; what its result page handed out is over as well.
        if (session.Require().Kind == SessionKind.Issue)
        {
            await sessions.EndAsync(ct);
        }

        return SeeOther("/");
    }
}
