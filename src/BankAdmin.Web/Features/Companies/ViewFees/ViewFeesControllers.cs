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
public abstract class ViewFeesController(
    BankAdminDbContext context, FeesWizard wizard, ReceiptStore receipts, CurrentSession session)
    : InquiryController(context, receipts, session)
{
    protected override Operation Operation => OperationCatalogue.InquireFees;

    protected override async Task<Inquired?> ReadAsync(CancellationToken ct) =>
        await wizard.LoadAsync("", Person, ct) is { } subject
            ? new Inquired(subject.Table.AsSubject(), Sheets.Of(wizard.Describe(subject, subject.Stored)),
                HistoryLink.ToChangesOf(subject.Table.AsSubject(), wizard.Operation, "この手数料の履歴"))
            : null;
}

/// <summary>先方負担手数料[振込振替]照会.</summary>
[Area("Companies")]
[Route("companies/fees/payee-transfer")]
[Screen("BKGK021")]
public sealed class ViewPayeeTransferFeesController(
    BankAdminDbContext context, PayeeTransferFeesWizard wizard, ReceiptStore receipts, CurrentSession session)
    : ViewFeesController(context, wizard, receipts, session);

/// <summary>先方負担手数料[総合振込]照会.</summary>
[Area("Companies")]
[Route("companies/fees/payee-bulk-transfer")]
[Screen("BKGK024")]
public sealed class ViewPayeeBulkFeesController(
    BankAdminDbContext context, PayeeBulkFeesWizard wizard, ReceiptStore receipts, CurrentSession session)
    : ViewFeesController(context, wizard, receipts, session);

/// <summary>当方負担手数料[総合振込]照会.</summary>
[Area("Companies")]
[Route("companies/fees/payer-bulk-transfer")]
[Screen("BKGK027")]
public sealed class ViewPayerBulkFeesController(
    BankAdminDbContext context, PayerBulkFeesWizard wizard, ReceiptStore receipts, CurrentSession session)
    : ViewFeesController(context, wizard, receipts, session);
