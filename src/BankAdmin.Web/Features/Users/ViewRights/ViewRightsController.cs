using System.Globalization;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ViewRights;

/// <summary>What the screen shows: a page of the matrix.</summary>
public sealed record RightsPage(Matrix Matrix, ListPage<UserRow> Users);

/// <summary>利用者権限一覧 (BRSK040), for the yearly review: on the screen, as CSV and printed.</summary>
[Area("Users")]
[Route("users/rights")]
[Screen("BRSK040")]
public sealed class ViewRightsController(
    BankAdminDbContext context, ReceiptStore receipts, InquiryLog inquiries, CurrentSession session, TimeProvider clock)
    : ScreenController
{
    private const int UsersShown = 50;

    [HttpGet("")]
    public async Task<IActionResult> Inquire(CancellationToken ct, [FromQuery] int page = 1)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        var users = await ListPage<UserRow>.ReadAsync(Users(), page, UsersShown, ct);
        var ids = users.Rows.Select(user => user.Id).ToList();
        var granted = context.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).SelectMany(user => user.Rights);
        var matrix = MatrixOf(company, users.Rows, await granted.ToListAsync(ct));
        await inquiries.NoteAsync(
            new SheetInquired(OperationCatalogue.InquireRights, company.AsSubject()), session.RequirePerson(), ct);
        return Show(Screen, "matrix", new RightsPage(matrix, users));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Csv(CancellationToken ct)
    {
        var (subject, matrix) = await MatrixAsync(ct);
        await context.RecordAsync(new FileExported(OperationCatalogue.ExportRights, subject), ct);
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
            string.Create(
                CultureInfo.InvariantCulture,
                $"以下は、受付日時時点の登録内容です。利用者は{matrix.Rows.Count:N0}名です。● は付与している権限、・ は付与していない権限です。"),
            new Sheet(Compares: false, []), receipts.Issuer, matrix);
        if (!receipts.FitsRecord(printed, receipt("", clock.GetUtcNow().UtcDateTime)))
        {
            await context.RecordAsync(new OperationRefused(OperationCatalogue.Print, subject, []), ct);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Show(ScreenCatalogue.Error(Response.StatusCode, "印刷できませんでした"), "unprintable", matrix.Rows.Count);
        }

        return receipts.Pdf(await context.RecordWithReceiptAsync(printed, receipt, ct));
    }

    private async Task<(OperationSubject Subject, Matrix Matrix)> MatrixAsync(CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        var granted = await context.Users.AsNoTracking().SelectMany(user => user.Rights).ToListAsync(ct);
        var users = await Users().ToListAsync(ct);
        users.TellUnreadable(() => Log);
        return (company.AsSubject(), MatrixOf(company, users, granted));
    }

    private IOrderedQueryable<UserRow> Users() => context.UserRows(clock.GetUtcNow().UtcDateTime).OrderBy(user => user.LoginIdKey);

    private static Matrix MatrixOf(Company company, IReadOnlyList<UserRow> users, IReadOnlyList<UserRight> granted)
    {
        var offered = Rights.OfferedBy(company);
        var byUser = granted.ToLookup(right => right.UserId, right => right.Right);
        return new Matrix(
            offered.Select(right => new MatrixColumn(right.Key.ToString(), right.Item, right.Name)).ToList(),
            users.Select(user => new MatrixRow(
                user.LoginId, user.Name, user.Role.Name(), user.State.Name(), Held(user, byUser[user.Id].ToHashSet(), offered))).ToList());
    }

    private static string Held(UserRow user, HashSet<Permission> granted, IReadOnlyList<Right> offered) =>
        string.Concat(offered.Select(right => user.Role == UserRole.Master || granted.Contains(right.Key) ? '1' : '0'));
}
