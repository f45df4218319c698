using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Users.DeleteUser;

/// <summary>利用者削除: BRSK021 → BRSK022.</summary>
[Area("Users")]
[Route(Path)]
[AdministratorsOnly]
public sealed class DeleteUserController(
    DeleteUserWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<UserForm>(wizard, engines.For(wizard), receipts, session)
{
    /// <summary>Its address.</summary>
    public const string Path = "users/delete";
}
