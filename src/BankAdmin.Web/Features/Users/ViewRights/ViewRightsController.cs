using System.Globalization;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Users.ViewRights;

/// <summary>利用者権限一覧 (BRSK040), for the yearly review: on the screen, as CSV and printed.</summary>
[Area("Users")]
[Route("users/rights")]
[Screen("BRSK040")]
public sealed class ViewRightsController(
    BankAdminDbContext context, RightsMatrix rights, ReceiptStore receipts, CurrentSession session)
    : ScreenController
{
    [HttpGet("")]
    public async Task<IActionResult> Inquire(CancellationToken ct, [FromQuery] int page = 1)
    {
        var (company, shown) = await rights.PageAsync(page, ct);
        await NoteAsync(new SheetInquired(OperationCatalogue.InquireRights, company), ct);
        return Show(Screen, "matrix", shown);
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Csv(CancellationToken ct)
    {
        var (subject, matrix) = await rights.AllAsync(ct);
        await context.RecordAsync(new FileExported(OperationCatalogue.ExportRights, subject), ct);
        return File(MatrixCsv.Write(matrix), Files.Csv.ContentType, $"{Screen.Id}.csv");
    }

    /// <summary>印刷: a record of its own that holds what was printed, with a 受付番号.</summary>
    [HttpGet("print")]
    public async Task<IActionResult> Print(CancellationToken ct)
    {
        var (subject, matrix) = await rights.AllAsync(ct);
        var signedIn = session.Require();
        var printed = new SheetPrinted(subject);
        Receipt receipt(string number, DateTime atUtc) => new(
            Screen.Id, Screen.Title, number, atUtc, signedIn.CompanyName, signedIn.Person.Name, signedIn.Person.LoginName,
            string.Create(
                CultureInfo.InvariantCulture,
                $"以下は、受付日時時点の登録内容です。利用者は{matrix.Rows.Count:N0}名です。● は付与している権限、・ は付与していない権限です。"),
            new Sheet(Compares: false, []), receipts.Issuer, matrix);
        if (!receipts.FitsRecord(printed, receipt("", DateTime.UnixEpoch)))
        {
            await context.RecordAsync(new OperationRefused(OperationCatalogue.Print, subject, []), ct);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Show(ScreenCatalogue.Error(Response.StatusCode, "印刷できませんでした"), "unprintable", matrix.Rows.Count);
        }

        return receipts.Pdf(await context.RecordWithReceiptAsync(printed, receipt, ct));
    }
}
