using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Credentials.IssueCertificate;

/// <summary>Where the login order leads who comes by BSMS001: begins 証明書発行.</summary>
[Area("Credentials")]
[Screen("BSMS002")]
public sealed class IssueCertificateController(IssueCertificateWizard wizard, WizardServices services) : ScreenController
{
    [HttpGet("/certificate")]
    public async Task<IActionResult> Begin(CancellationToken ct) => await wizard.StartAsync(services, "", null, ct) switch
    {
        { Path: { } path } => SeeOther(path),
        { Refused: var refused } => Refuse(
            ScreenCatalogue.Error(StatusCodes.Status422UnprocessableEntity, "電子証明書を発行できません"), "/Features/Shared/Error.cshtml", null,
            refused, new Refusal(Heading: "電子証明書を発行できません。発行は行われていません。")),
    };
}
