using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Features.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Companies.ViewFees;

/// <summary>手数料の照会, for each of the three tables.</summary>
public abstract class ViewFeesController(BankAdminDbContext context, FeesWizard wizard, ReceiptStore receipts, CurrentSession session)
    : InquiryController(context, receipts, session)
{
    /// <inheritdoc />
    protected override Screen Screen => wizard.Pages.Inquiry;

    /// <inheritdoc />
    protected override Operation Operation => OperationCatalogue.InquireFees;

    /// <inheritdoc />
    protected override async Task<Inquired?> ReadAsync(CancellationToken ct) =>
        await wizard.LoadAsync("", ct) is { } stored
            ? new Inquired(wizard.Table.AsSubject(), Sheets.Of(wizard.Describe(stored.Input)))
            : null;
}

/// <summary>先方負担手数料[振込振替]照会 (BKGK021).</summary>
[Area("Companies")]
[Route("companies/fees/payee-transfer")]
[AdministratorsOnly]
public sealed class ViewPayeeTransferFeesController(
    BankAdminDbContext context, PayeeTransferFeesWizard wizard, ReceiptStore receipts, CurrentSession session)
    : ViewFeesController(context, wizard, receipts, session);

/// <summary>先方負担手数料[総合振込]照会 (BKGK024).</summary>
[Area("Companies")]
[Route("companies/fees/payee-bulk-transfer")]
[AdministratorsOnly]
public sealed class ViewPayeeBulkFeesController(
    BankAdminDbContext context, PayeeBulkFeesWizard wizard, ReceiptStore receipts, CurrentSession session)
    : ViewFeesController(context, wizard, receipts, session);

/// <summary>当方負担手数料[総合振込]照会 (BKGK027).</summary>
[Area("Companies")]
[Route("companies/fees/payer-bulk-transfer")]
[AdministratorsOnly]
public sealed class ViewPayerBulkFeesController(
    BankAdminDbContext context, PayerBulkFeesWizard wizard, ReceiptStore receipts, CurrentSession session)
    : ViewFeesController(context, wizard, receipts, session);
