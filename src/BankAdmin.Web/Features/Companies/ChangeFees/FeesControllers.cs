using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>先方負担手数料[振込振替]の変更: BKGK019 → BKGK019C → BKGK020.</summary>
[Area("Companies")]
[Route("companies/change-fees/payee-transfer")]
[AdministratorsOnly]
public sealed class PayeeTransferFeesController(
    PayeeTransferFeesWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<FeesForm>(wizard, engines.For(wizard), receipts, session);

/// <summary>先方負担手数料[総合振込]の変更: BKGK022 → BKGK022C → BKGK023.</summary>
[Area("Companies")]
[Route("companies/change-fees/payee-bulk-transfer")]
[AdministratorsOnly]
public sealed class PayeeBulkFeesController(
    PayeeBulkFeesWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<FeesForm>(wizard, engines.For(wizard), receipts, session);

/// <summary>当方負担手数料[総合振込]の変更: BKGK025 → BKGK025C → BKGK026.</summary>
[Area("Companies")]
[Route("companies/change-fees/payer-bulk-transfer")]
[AdministratorsOnly]
public sealed class PayerBulkFeesController(
    PayerBulkFeesWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<FeesForm>(wizard, engines.For(wizard), receipts, session);
