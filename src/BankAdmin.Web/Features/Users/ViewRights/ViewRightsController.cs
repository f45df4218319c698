using System.Text;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ViewRights;

/// <summary>Who may do what.</summary>
/// <param name="Rights">The columns.</param>
/// <param name="Users">The rows.</param>
public sealed record RightsMatrix(IReadOnlyList<Right> Rights, IReadOnlyList<User> Users)
{
    /// <summary>Whether a user holds a right.</summary>
    public static bool Holds(User user, Right right) => user.Role == UserRole.Master || user.Rights.Any(held => held.Right == right.Key);

    /// <summary>Whether a right is the first of its item.</summary>
    public bool Begins(Right right) => Rights.First(other => (other.Block, other.Item) == (right.Block, right.Item)) == right;
}

/// <summary>利用者権限一覧 (BRSK040), for the yearly review.</summary>
[Area("Users")]
[Route("users/rights")]
[AdministratorsOnly]
public sealed class ViewRightsController(BankAdminDbContext context, ReceiptStore receipts, CurrentSession session)
    : InquiryController(context, receipts, session)
{
    /// <inheritdoc />
    protected override Screen Screen => ScreenCatalogue.UserRights;

    /// <inheritdoc />
    protected override Operation Operation => OperationCatalogue.InquireRights;

    /// <summary>The matrix.</summary>
    [HttpGet("")]
    public override async Task<IActionResult> Inquire(CancellationToken ct)
    {
        var matrix = await MatrixAsync(ct);
        Context.Record(new SheetInquired(Operation));
        await Context.SaveChangesAsync(ct);
        return Show(Screen, "matrix", matrix);
    }

    /// <summary>The same as CSV: UTF-8 with a mark, so that spreadsheets read it.</summary>
    [HttpGet("csv")]
    public async Task<IActionResult> Csv(CancellationToken ct)
    {
        var matrix = await MatrixAsync(ct);
        Context.Record(new SheetInquired(OperationCatalogue.ExportRights));
        await Context.SaveChangesAsync(ct);
        var lines = matrix.Users.Select(user => (IEnumerable<string>)
            [user.LoginId, user.Name, user.Role.Name(), user.Suspended ? "サービス利用停止" : "", .. matrix.Rights.Select(right => RightsMatrix.Holds(user, right) ? "1" : "0")]);
        var head = (IEnumerable<string>)["ログインID", "利用者名", "利用者区分", "停止", .. matrix.Rights.Select(right => right.FullName)];
        var text = string.Concat(lines.Prepend(head).Select(line => string.Join(',', line.Select(Quote)) + "\r\n"));
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray(), "text/csv; charset=utf-8", $"{Screen.Id}.csv");
    }

    /// <inheritdoc />
    protected override async Task<Sheet?> SheetAsync(CancellationToken ct)
    {
        var matrix = await MatrixAsync(ct);
        return Sheets.Of(matrix.Users.SelectMany(user => matrix.Rights.GroupBy(right => right.Block).Select(block =>
        {
            var held = block.Where(right => RightsMatrix.Holds(user, right)).Select(right => right.FullName.Replace('　', ' ')).ToList();
            return new Described(
                "利用者と権限", $"row:{user.LoginId}:{block.Key}", block.Key, held.Count == 0 ? "なし" : string.Join('、', held),
                $"{user.LoginId}　{user.Name}（{user.Role.Name()}）", Muted: held.Count == 0);
        })));
    }

    private async Task<RightsMatrix> MatrixAsync(CancellationToken ct)
    {
        var company = await Context.Companies.AsNoTracking().SingleAsync(ct);
        return new RightsMatrix(Rights.OfferedBy(company), await Context.Users.AsNoTracking().OrderBy(user => user.LoginIdKey).ToListAsync(ct));
    }

    // A leading sign would be a formula to a spreadsheet.
    private static string Quote(string field)
    {
        var text = field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + field : field;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
