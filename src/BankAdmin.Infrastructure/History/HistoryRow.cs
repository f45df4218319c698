using System.Globalization;
using System.Linq.Expressions;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.History;

/// <summary>A record as lists show it and searches judge it: without its payload.</summary>
public sealed class HistoryRow
{
#pragma warning disable CS1591 // as in OperationRecord
    public long Sequence { get; init; }

    public DateTime AtUtc { get; init; }

    public Guid? OperatorId { get; init; }

    public string OperatorLoginId { get; init; } = "";

    public string OperatorName { get; init; } = "";

    public string NameKey { get; set; } = "";

    public string Terminal { get; init; } = "";

    public Guid? SessionId { get; init; }

    public string Code { get; init; } = "";

    public OperationOutcome Outcome { get; init; }

    public string ErrorCodes { get; init; } = "";

    public string? ReceiptNumber { get; init; }

    public string? ReceiptOf { get; init; }

    public int? Part { get; init; }

    public string? Subject { get; init; }

    public string? SubjectKey { get; init; }

    public string SearchText { get; set; } = "";
#pragma warning restore CS1591

    /// <summary>The payload of a row of the first versions, which has nothing else to search in; null: it is not needed.</summary>
    public string? OldPayload { get; init; }

    /// <summary>Its place in the order of a company's history.</summary>
    public HistoryPlace Place => new(AtUtc, Sequence);

    /// <summary>
    /// By what it is found among all: the 受付番号, that of its commit with its place there, or its place in the chain (rule: spec screens.md
    /// §1, rulings.md „History“).
    /// </summary>
    public string Key => HistoryRows.KeyOf(ReceiptNumber, ReceiptOf, Part, Sequence);

    /// <summary>操作内容.</summary>
    public Operation Operation => OperationCatalogue.FromCode(Code);
}

/// <summary>A place in the order of a company's history: by time, and where that is the same by the place in the chain.</summary>
public readonly record struct HistoryPlace(DateTime AtUtc, long Sequence) : IComparable<HistoryPlace>
{
    /// <inheritdoc />
    public int CompareTo(HistoryPlace other) => (AtUtc, Sequence).CompareTo((other.AtUtc, other.Sequence));
}

/// <summary>Records of a chain that follow one another.</summary>
/// <param name="First">Sequence of the first.</param>
/// <param name="Last">Sequence of the last.</param>
public readonly record struct HistoryRange(long First, long Last)
{
    /// <summary>What a block covers.</summary>
    public static HistoryRange Of(long number) => new((number * HistoryBlock.Size) + 1, (number + 1) * HistoryBlock.Size);
}

/// <summary>Reads rows of the history.</summary>
public static class HistoryRows
{
    private static readonly Expression<Func<OperationRecord, HistoryRow>> Row = record => new HistoryRow
    {
        Sequence = record.Sequence,
        AtUtc = record.OccurredAtUtc,
        OperatorId = record.OperatorId,
        OperatorLoginId = record.OperatorLoginId,
        OperatorName = record.OperatorName,
        NameKey = record.NameKey ?? "",
        Terminal = record.Terminal,
        SessionId = record.SessionId,
        Code = record.Code,
        Outcome = record.Outcome,
        ErrorCodes = record.ErrorCodes,
        ReceiptNumber = record.ReceiptNumber,
        ReceiptOf = record.ReceiptOf,
        Part = record.Part,
        Subject = record.Subject,
        SubjectKey = record.SubjectKey,
        SearchText = record.SearchText ?? "",
        OldPayload = record.SearchText == null ? record.Payload : null,
    };

    /// <summary>By what a record is found: <see cref="HistoryRow.Key"/>.</summary>
    public static string KeyOf(OperationRecord record) =>
        KeyOf(record.ReceiptNumber, record.ReceiptOf, record.Part, record.Sequence);

    internal static string KeyOf(string? number, string? receiptOf, int? part, long sequence) => number ?? (part is null
        ? string.Create(CultureInfo.InvariantCulture, $"{sequence}")
        : string.Create(CultureInfo.InvariantCulture, $"{receiptOf}/{part}"));

    /// <summary>Rows of a chain that follow one another, as far as they are there.</summary>
    public static Task<List<HistoryRow>> InAsync(BankAdminDbContext context, Guid chain, HistoryRange range, CancellationToken ct) =>
        ReadAsync(
            context.OperationRecords.Where(row => row.ChainId == chain && row.Sequence >= range.First && row.Sequence <= range.Last), ct);

    /// <summary>Reads records as rows; those of the first versions are given what they lack.</summary>
    public static async Task<List<HistoryRow>> ReadAsync(IQueryable<OperationRecord> records, CancellationToken ct)
    {
        var rows = await records.AsNoTracking().Select(Row).ToListAsync(ct);
        foreach (var row in rows.Where(row => row.OldPayload is not null))
        {
            (row.NameKey, row.SearchText) = (SearchKey.Of(row.OperatorName), OperationText.Of(AsRecord(row)));
        }

        return rows;
    }

    private static OperationRecord AsRecord(HistoryRow row) => new()
    {
        OperatorLoginId = row.OperatorLoginId,
        OperatorName = row.OperatorName,
        Terminal = row.Terminal,
        Code = row.Code,
        Outcome = row.Outcome,
        ErrorCodes = row.ErrorCodes,
        Payload = row.OldPayload!,
    };
}
