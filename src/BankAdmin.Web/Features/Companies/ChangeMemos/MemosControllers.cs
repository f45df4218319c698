using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Companies.ChangeMemos;

/// <summary>口座メモの変更.</summary>
[Area("Companies")]
[Route("companies/account-memos")]
[AdministratorsOnly]
public sealed class AccountMemosController(
    AccountMemosWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<MemosForm>(wizard, engines.For(wizard), receipts, session);

/// <summary>委託者メモの変更.</summary>
[Area("Companies")]
[Route("companies/consignor-memos")]
[AdministratorsOnly]
public sealed class ConsignorMemosController(
    ConsignorMemosWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<MemosForm>(wizard, engines.For(wizard), receipts, session);
