using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Users.ChangeUser;

/// <summary>利用者変更: BRSK011 → BRSK012 → BRSK013 → BRSK014 → BRSK015.</summary>
[Area("Users")]
[Route(Path)]
[AdministratorsOnly]
public sealed class ChangeUserController(
    ChangeUserWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<UserForm>(wizard, engines.For(wizard), receipts, session)
{
    /// <summary>Its address.</summary>
    public const string Path = "users/change";
}
