using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Users.ChangeOwnPassword;

/// <summary>パスワード変更: BRSK002 → BRSK004, for every user.</summary>
[Area("Users")]
[Route(Path)]
public sealed class ChangeOwnPasswordController(
    ChangeOwnPasswordWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<OwnPasswordForm>(wizard, engines.For(wizard), receipts, session)
{
    /// <summary>Its address.</summary>
    public const string Path = "users/password";
}
