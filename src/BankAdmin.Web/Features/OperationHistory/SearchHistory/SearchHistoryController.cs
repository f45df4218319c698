using System.Globalization;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.OperationHistory.Shared;
using BankAdmin.Web.Files;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.OperationHistory.SearchHistory;

/// <summary>What the screen shows.</summary>
/// <param name="Form">What is searched.</param>
/// <param name="Page">What was found; null: what was typed cannot be searched.</param>
/// <param name="Count">How much there is.</param>
public sealed record HistoryListPage(HistoryForm Form, HistoryPage? Page, HistoryCount? Count)
{
    /// <summary>How much there is each day; null: it is not shown.</summary>
    public DayChart? Days { get; init; }

    /// <summary>Whether that would say anything: of several days, on the first page.</summary>
    public bool MayBeCharted { get; init; }

    /// <summary>What changed, by the place of the record, where the history of one thing is shown.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<SheetRow>> Changes { get; init; } = new Dictionary<long, IReadOnlyList<SheetRow>>();
}

/// <summary>操作履歴照会 (BSRS001): on the screen, printed and as CSV.</summary>
[Area("OperationHistory")]
[Route("history")]
[Screen("BSRS001")]
public sealed class SearchHistoryController(
    BankAdminDbContext context, CompanyHistory history, HistorySearch search, ReceiptStore receipts, CurrentSession session)
    : ScreenController
{
    /// <summary>Rows a page.</summary>
    public const int PageSize = 50;

    /// <summary>Most rows that are counted, and printed at once.</summary>
    public const int MostPrinted = 3_000;

    /// <summary>Most rows that are counted by days.</summary>
    public const int MostCharted = 100_000;

    [HttpGet("")]
    public async Task<IActionResult> Search(HistoryForm typed, CancellationToken ct)
    {
        if (Read(typed, out var form) is { } refused)
        {
            return refused;
        }

        var conditions = form.Conditions(history);
        await NoteAsync(new ListInquired(OperationCatalogue.SearchHistory, null, WordsOf(form)), ct);
        var page = await search.PageAsync(conditions, form.Cursor, PageSize, ct);
        var count = await search.CountAsync(conditions, page, MostPrinted, ct);
        var mayBeCharted = form.Cursor is null && form.From != form.To && page.Rows.Count > 0;
        var days = mayBeCharted && form.Chart ? await search.DaysAsync(conditions, MostCharted, ct) : null;
        return Show(Screen, "list", new HistoryListPage(form, page, count)
        {
            Days = days is null ? null : form.ChartOf(days),
            MayBeCharted = mayBeCharted,
            Changes = await history.ChangesAsync(conditions.SubjectKey is null ? [] : page.Rows, ct),
        });
    }

    /// <summary>CSV: all that is found, written as it is read.</summary>
    [HttpGet("csv")]
    public async Task<IActionResult> Csv(HistoryForm typed, CancellationToken ct)
    {
        if (Read(typed, out var form) is { } refused)
        {
            return refused;
        }

        await context.RecordAsync(new ListExported(OperationCatalogue.ExportHistory, null, WordsOf(form)), ct);
        return new CsvResult(HistoryColumns.Heads, RowsAsync(form.Conditions(history), ct), $"{Screen.Id}.csv");
    }

    /// <summary>印刷: what is found with its conditions; the record of it has a 受付番号.</summary>
    [HttpGet("print")]
    public async Task<IActionResult> Print(HistoryForm typed, CancellationToken ct)
    {
        if (Read(typed, out var form) is { } refused)
        {
            return refused;
        }

        var rows = await search.AllAsync(form.Conditions(history), ct).Take(MostPrinted + 1).ToListAsync(ct);
        var (shown, signedIn) = (rows.Take(MostPrinted).ToList(), session.Require());
        var sheet = new Sheet(Compares: false, [
            new SheetSection("検索の条件", [.. form.Words().Select(word => new SheetRow("condition", word.Name, word.Value))]),
        ]);
        var number = string.Create(CultureInfo.InvariantCulture, $"{shown.Count:N0}件");
        var message = rows.Count > MostPrinted
            ? $"条件に合う操作履歴のうち、新しい順に{number}を印刷しています。ほかにもあります。条件を絞って印刷してください。"
            : $"条件に合う操作履歴は{number}です。新しい順に印刷しています。";
        var receipt = await context.RecordWithReceiptAsync(
            new ListExported(OperationCatalogue.PrintHistory, null, WordsOf(form)), (receiptNumber, atUtc) => new Receipt(
                Screen.Id, Screen.Title, receiptNumber, atUtc, signedIn.CompanyName, signedIn.Person.Name, signedIn.Person.LoginName,
                message, sheet, receipts.Issuer), ct);
        return receipts.Pdf(receipt, HistoryColumns.TableOf(shown));
    }

    /// <summary>What is typed as it is searched; the page that says what is wrong with it, if anything is.</summary>
    private ViewResult? Read(HistoryForm typed, out HistoryForm form)
    {
        form = typed.Filled(history);
        var wrong = form.Check(history).Concat(ModelState.IsValid ? [] : [new Violation(ErrorCodes.WrongForm, "")]).ToList();
        return wrong.Count == 0 ? null
            : Refuse(Screen, "list", new HistoryListPage(form, null, null), wrong, new Forms.Refusal(
                Heading: $"検索の条件に{wrong.Count}件の誤りがあります。条件を直して、もう一度検索してください。"));
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(
        HistoryConditions conditions, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in search.AllAsync(conditions, ct))
        {
            yield return HistoryColumns.CellsOf(row);
        }
    }

    private static string WordsOf(HistoryForm form) => string.Join('、', form.Words().Select(word => $"{word.Name} {word.Value}"));
}
