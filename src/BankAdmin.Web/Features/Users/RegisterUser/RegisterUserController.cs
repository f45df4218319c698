using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Users.RegisterUser;

/// <summary>利用者登録: BRSK006 → BRSK007 → BRSK008 → BRSK009 → BRSK010.</summary>
[Area("Users")]
[Route(Path)]
[AdministratorsOnly]
public sealed class RegisterUserController(
    RegisterUserWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<UserForm>(wizard, engines.For(wizard), receipts, session)
{
    /// <summary>Its address.</summary>
    public const string Path = "users/register";
}
