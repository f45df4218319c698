using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Users.SuspendUsers;

/// <summary>利用者停止・解除: BRSK016 → BRSK017.</summary>
[Area("Users")]
[Route(Path)]
[AdministratorsOnly]
public sealed class SuspendUsersController(
    SuspendUsersWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<SuspendUsersForm>(wizard, engines.For(wizard), receipts, session)
{
    /// <summary>Its address.</summary>
    public const string Path = "users/suspend";
}
