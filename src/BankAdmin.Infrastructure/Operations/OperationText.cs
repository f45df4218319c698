using BankAdmin.Domain;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>
/// What a record says, as one text to search in: its sentence, terminal, names of operation and 業務種別, and what changed. Folded as names
/// are (rule: spec rulings.md „History search“), so that both sides of a search are; a line each, so that no find lies across two.
/// </summary>
public static class OperationText
{
    /// <summary>Longest text; what is beyond it, far down a very long sheet, is not found.</summary>
    public const int MaxLength = 4_000;

    /// <summary>結果 as lists and files show it.</summary>
    public static string Name(this OperationOutcome outcome) => outcome == OperationOutcome.Succeeded ? "正常" : "エラー";

    /// <summary>The text of a record.</summary>
    /// <param name="payload">What it says.</param>
    /// <param name="terminal">Where it was done.</param>
    /// <param name="fold">How a line is folded, for who knows many already; null: as always.</param>
    public static string Of(OperationPayload payload, string terminal, Func<string, string>? fold = null)
    {
        var operation = OperationCatalogue.FromCode(payload.Operation!);
        IEnumerable<string> lines =
        [
            OperationSentence.Tell(payload), terminal, operation.Name, operation.Category.Name, payload.Outcome.Name(),
            .. payload.Receipt is null ? [] : RowsOf(payload.Receipt.Sheet),
        ];
        var text = string.Join('\n', lines.Select(fold ?? SearchKey.Of));
        return text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    /// <summary>The text of a row, also of one that was written before there was any.</summary>
    public static string Of(OperationRecord row) => row.SearchText ?? Of(OperationPayload.Of(row), row.Terminal);

    private static IEnumerable<string> RowsOf(Sheet sheet) => sheet.Rows
        .Where(row => sheet.Compares ? row.Changed : !row.Muted)
        .Select(row => row.Changed ? $"{row.FullLabel} {row.ShownBefore} → {row.ShownValue}" : $"{row.FullLabel} {row.ShownValue}");
}
