using BankAdmin.Web.Receipts;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Companies.ChangeCompany;

/// <summary>企業情報の変更: BKGK002 → BKGK003 → BKGK004.</summary>
[Area("Companies")]
[Route("companies/change-company")]
[AdministratorsOnly]
public sealed class ChangeCompanyController(
    ChangeCompanyWizard wizard, WizardEngines engines, ReceiptStore receipts, CurrentSession session)
    : WizardController<ChangeCompanyForm>(wizard, engines.For(wizard), receipts, session);
