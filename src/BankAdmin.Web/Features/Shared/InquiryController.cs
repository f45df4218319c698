using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Shared;

/// <summary>An inquiry: a sheet to look at and to print. Each print is a record of its own, with a 受付番号.</summary>
public abstract class InquiryController(BankAdminDbContext context, ReceiptStore receipts, CurrentSession session) : ScreenController
{
    /// <summary>The database.</summary>
    protected BankAdminDbContext Context => context;

    /// <summary>Who looks.</summary>
    protected Person Person => session.RequirePerson();

    /// <summary>What the history calls it.</summary>
    protected abstract Operation Operation { get; }

    /// <summary>Shows it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Inquire(CancellationToken ct)
    {
        if (await SheetAsync(ct) is not { } sheet)
        {
            return NotFound();
        }

        context.Record(new SheetInquired(Operation));
        await context.SaveChangesAsync(ct);
        return Show(Screen, "inquiry", sheet);
    }

    /// <summary>印刷.</summary>
    [HttpGet("print")]
    public async Task<IActionResult> Print(CancellationToken ct)
    {
        if (await SheetAsync(ct) is not { } sheet)
        {
            return NotFound();
        }

        var signedIn = session.Require();
        context.Record(new SheetPrinted(OperationCatalogue.Print, null));
        return receipts.Pdf(await context.SaveWithReceiptAsync(
            (number, atUtc) => new Receipt(
                Screen.Id, Screen.Title, number, atUtc, signedIn.CompanyName, signedIn.Person.Name, signedIn.Person.LoginName,
                "以下は、受付日時の時点の登録内容です。", sheet), ct));
    }

    /// <summary>What is registered now; null: the contract has no such thing.</summary>
    protected abstract Task<Sheet?> SheetAsync(CancellationToken ct);
}
