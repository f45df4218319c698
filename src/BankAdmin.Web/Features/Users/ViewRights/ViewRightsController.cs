using System.Globalization;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ViewRights;

/// <summary>利用者権限一覧 (BRSK040), for the yearly review: on the screen, as CSV and printed.</summary>
[Area("Users")]
[Route("users/rights")]
[Screen("BRSK040")]
public sealed class ViewRightsController(BankAdminDbContext context, ReceiptStore receipts, CurrentSession session, TimeProvider clock)
    : ScreenController
{
    /// <summary>The matrix.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Inquire(CancellationToken ct)
    {
        var (subject, matrix) = await MatrixAsync(ct);
        context.Record(new SheetInquired(OperationCatalogue.InquireRights, subject));
        await context.SaveChangesAsync(ct);
        return Show(Screen, "matrix", matrix);
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet("csv")]
    public async Task<IActionResult> Csv(CancellationToken ct)
    {
        var (subject, matrix) = await MatrixAsync(ct);
        context.Record(new FileExported(OperationCatalogue.ExportRights, subject));
        await context.SaveChangesAsync(ct);
        return File(MatrixCsv.Write(matrix), MatrixCsv.ContentType, $"{Screen.Id}.csv");
    }

    /// <summary>印刷: a record of its own that holds what was printed, with a 受付番号.</summary>
    [HttpGet("print")]
    public async Task<IActionResult> Print(CancellationToken ct)
    {
        var (subject, matrix) = await MatrixAsync(ct);
        var signedIn = session.Require();
        var printed = new SheetPrinted(subject);
        Receipt receipt(string number, DateTime atUtc) => new(
            Screen.Id, Screen.Title, number, atUtc, signedIn.CompanyName, signedIn.Person.Name, signedIn.Person.LoginName,
            string.Create(CultureInfo.InvariantCulture, $"以下は、受付日時の時点の登録内容です。利用者は{matrix.Rows.Count:N0}名です。● は付与している権限、・ は付与していない権限です。"),
            new Sheet(Compares: false, []), matrix);
        if (!receipts.Holds(printed, receipt("", clock.GetUtcNow().UtcDateTime)))
        {
            context.Record(new OperationRefused(OperationCatalogue.Print, subject, []));
            await context.SaveChangesAsync(ct);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Show(ScreenCatalogue.Error(Response.StatusCode, "印刷できませんでした"), "unprintable", matrix.Rows.Count);
        }

        return receipts.Pdf(await context.SaveWithReceiptAsync(printed, receipt, ct));
    }

    private async Task<(OperationSubject Subject, Matrix Matrix)> MatrixAsync(CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        var offered = Rights.OfferedBy(company);
        var users = await context.UserRows(clock.GetUtcNow().UtcDateTime).OrderBy(user => user.LoginIdKey).ToListAsync(ct);
        var granted = (await context.Users.AsNoTracking().SelectMany(user => user.Rights).ToListAsync(ct)).ToLookup(right => right.UserId, right => right.Right);
        return (company.AsSubject(), new Matrix(
            offered.Select(right => new MatrixColumn(right.Key.ToString(), right.Item, right.Name)).ToList(),
            users.Select(user => new MatrixRow(user.LoginId, user.Name, user.Role.Name(), user.State.Name(), Held(user, granted[user.Id].ToHashSet(), offered))).ToList()));
    }

    private static string Held(UserRow user, HashSet<Permission> granted, IReadOnlyList<Right> offered) =>
        string.Concat(offered.Select(right => user.Role == UserRole.Master || granted.Contains(right.Key) ? '1' : '0'));
}
