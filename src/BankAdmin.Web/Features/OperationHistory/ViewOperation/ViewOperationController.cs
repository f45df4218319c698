using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.OperationHistory.SearchHistory;
using BankAdmin.Web.Features.OperationHistory.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.OperationHistory.ViewOperation;

/// <summary>What the screen shows.</summary>
/// <param name="Record">The record.</param>
/// <param name="Told">It as a sentence.</param>
/// <param name="Facts">Who, where, what, how it ended, and by what it is proved.</param>
/// <param name="Receipt">What was shown then; null: there was no result page.</param>
/// <param name="Parts">What was done under its 受付番号 in detail.</param>
/// <param name="List">The list it was opened from.</param>
public sealed record OperationPage(
    OperationRecord Record, string Told, Sheet Facts, Receipt? Receipt, IReadOnlyList<HistoryRow> Parts, string List)
{
    /// <summary>Its address.</summary>
    public string Path => ViewOperationController.PathOf(HistoryRows.KeyOf(Record));
}

/// <summary>操作履歴詳細 (BSRS002): a record as it was shown, with what proves it.</summary>
[Area("OperationHistory")]
[Route("history")]
[Screen("BSRS002")]
public sealed class ViewOperationController(
    BankAdminDbContext context, CompanyHistory history, RecordFacts facts, ReceiptStore receipts, CurrentSession session) : ScreenController
{
    private const string Number = "{number:regex(^[[0-9]]{{8}}-[[0-9]]{{6,}}$)}";
    private const int MostParts = 1_000;

    /// <summary>The address of a record by its key in the list.</summary>
    public static string PathOf(string key) => key.Contains('-', StringComparison.Ordinal) ? $"/history/{key}" : $"/history/chain/{key}";

    [HttpGet(Number)]
    public async Task<IActionResult> View(string number, HistoryForm list, CancellationToken ct) =>
        await ShowAsync(await history.FindAsync(number, ct), list, ct);

    [HttpGet(Number + "/{part:int}")]
    public async Task<IActionResult> ViewPart(string number, int part, HistoryForm list, CancellationToken ct) =>
        await ShowAsync(await history.FindAsync(number, part, ct), list, ct);

    [HttpGet("chain/{sequence:long}")]
    public async Task<IActionResult> ViewBySequence(long sequence, HistoryForm list, CancellationToken ct) =>
        await ShowAsync(await history.FindAsync(sequence, ct), list, ct);

    /// <summary>印刷 of what was shown then.</summary>
    [HttpGet(Number + "/print")]
    public async Task<IActionResult> Print(string number, CancellationToken ct) =>
        await PrintAsync(await history.FindAsync(number, ct), ct);

    [HttpGet(Number + "/{part:int}/print")]
    public async Task<IActionResult> PrintPart(string number, int part, CancellationToken ct) =>
        await PrintAsync(await history.FindAsync(number, part, ct), ct);

    [HttpGet("chain/{sequence:long}/print")]
    public async Task<IActionResult> PrintBySequence(long sequence, CancellationToken ct) =>
        await PrintAsync(await history.FindAsync(sequence, ct), ct);

    private async Task<IActionResult> ShowAsync(OperationRecord? record, HistoryForm list, CancellationToken ct)
    {
        if (record is null)
        {
            return NotFound();
        }

        var payload = OperationPayload.Of(record);
        await NoteAsync(new SheetInquired(OperationCatalogue.InquireHistory, RecordFacts.AsSubject(record)), ct);
        IReadOnlyList<HistoryRow> parts = record.ReceiptNumber is null ? [] : await history.PartsAsync(record, MostParts, ct);
        return Show(Screen, "operation", new OperationPage(
            record, OperationSentence.Tell(payload), facts.Of(record), payload.Receipt, parts, list.PathOf()));
    }

    // What had a result is printed as it was then, the same file each time; anything else as what stands on this page.
    private async Task<IActionResult> PrintAsync(OperationRecord? record, CancellationToken ct)
    {
        if (record is null)
        {
            return NotFound();
        }

        var payload = OperationPayload.Of(record);
        if (payload.Receipt is { } receipt)
        {
            return await receipts.PrintAsync(receipt, ct);
        }

        var signedIn = session.Require();
        return receipts.Pdf(await context.RecordWithReceiptAsync(
            new SheetPrinted(RecordFacts.AsSubject(record)), (number, atUtc) => new Receipt(
                Screen.Id, Screen.Title, number, atUtc, signedIn.CompanyName, signedIn.Person.Name, signedIn.Person.LoginName,
                OperationSentence.Tell(payload), facts.Of(record), receipts.Issuer), ct));
    }
}
