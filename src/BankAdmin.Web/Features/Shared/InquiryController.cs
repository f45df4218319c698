using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.OperationHistory.SearchHistory;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Shared;

/// <summary>What is looked at, and what stands there.</summary>
/// <param name="Subject">What is looked at.</param>
/// <param name="Sheet">What stands there.</param>
/// <param name="History">What was done to it, or by whom it is; null: nobody asks.</param>
public sealed record Inquired(OperationSubject Subject, Sheet Sheet, HistoryLink? History = null);

/// <summary>A link into the history.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Conditions">What is searched there.</param>
public sealed record HistoryLink(string Text, HistoryForm Conditions)
{
    /// <summary>What was changed in a thing: 「この設定の履歴」.</summary>
    public static HistoryLink ToChangesOf(OperationSubject subject, Operation change, string text) =>
        new(text, new HistoryForm { Subject = subject.FullKey, Operation = change.Code });
}

/// <summary>An inquiry: a sheet to look at and to print. Each print is a record of its own, with a 受付番号.</summary>
public abstract class InquiryController(
    BankAdminDbContext context, ReceiptStore receipts, CurrentSession session) : ScreenController
{
    protected BankAdminDbContext Context => context;

    protected Person Person => session.RequirePerson();

    protected Contract Contract => session.Require().Contract;

    protected abstract Operation Operation { get; }

    [HttpGet("")]
    public async Task<IActionResult> Inquire(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } inquired)
        {
            return NotFound();
        }

        await NoteAsync(new SheetInquired(Operation, inquired.Subject), ct);
        return Show(Screen, "inquiry", inquired);
    }

    /// <summary>印刷.</summary>
    [HttpGet("print")]
    public async Task<IActionResult> Print(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } inquired)
        {
            return NotFound();
        }

        var signedIn = session.Require();
        return receipts.Pdf(await context.RecordWithReceiptAsync(
            new SheetPrinted(inquired.Subject), (number, atUtc) => new Receipt(
                Screen.Id, Screen.Title, number, atUtc, signedIn.CompanyName, signedIn.Person.Name, signedIn.Person.LoginName,
                "以下は、受付日時時点の登録内容です。", inquired.Sheet, receipts.Issuer), ct));
    }

    /// <summary>What is registered now; null: the contract has no such thing.</summary>
    protected abstract Task<Inquired?> ReadAsync(CancellationToken ct);
}
