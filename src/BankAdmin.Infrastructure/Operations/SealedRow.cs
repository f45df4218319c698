using BankAdmin.Domain;
using BankAdmin.Infrastructure.Keys;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>Where a row comes to stand.</summary>
/// <param name="Sequence">Its place in the chain.</param>
/// <param name="PreviousSeal">Seal of the row before.</param>
/// <param name="Part">How many places after the row that holds the receipt; null: that stands in another chain.</param>
internal sealed record RowPlace(long Sequence, byte[] PreviousSeal, int? Part);

/// <summary>Makes the rows of a chain; commits and seeds make them alike.</summary>
/// <param name="key">The key that seals them.</param>
/// <param name="fold">How texts are folded, for who knows many already; null: as always.</param>
internal sealed class SealedRow(SecretKey key, Func<string, string>? fold = null)
{
    /// <summary>What every engine keeps: the seal must be that of the time that is read back.</summary>
    public static DateTime ToMicroseconds(DateTime time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>The row of an operation.</summary>
    /// <param name="operation">Who did what.</param>
    /// <param name="payload">What it says.</param>
    /// <param name="place">Where it comes to stand.</param>
    /// <param name="now">When it happened where it says no time of its own, UTC, in whole microseconds.</param>
    public OperationRecord Of(PendingOperation operation, OperationPayload payload, RowPlace place, DateTime now)
    {
        var by = operation.By;
        var row = new OperationRecord
        {
            ChainId = operation.ChainId,
            Sequence = place.Sequence,
            OccurredAtUtc = operation.AtUtc is { } then ? ToMicroseconds(then) : now,
            OperatorId = by.Id == Guid.Empty ? null : by.Id,
            OperatorLoginId = by.LoginName,
            OperatorName = by.Name,
            Terminal = by.Terminal,
            SessionId = by.SessionId,
            Code = payload.Operation!,
            Outcome = payload.Outcome,
            ErrorCodes = string.Join(' ', payload.ErrorCodes ?? []),
            ReceiptNumber = payload.Receipt?.Number,
            Payload = payload.Write(),
            NameKey = (fold ?? SearchKey.Of)(by.Name),
            Subject = payload.Subject?.Title,
            SubjectKey = payload.Subject?.FullKey,
            ReceiptOf = payload.ReceiptOf,
            Part = payload.ReceiptOf is null ? null : place.Part,
            SearchText = OperationText.Of(payload, by.Terminal, fold),
            KeyId = key.Id,
            PreviousSeal = place.PreviousSeal,
        };
        row.Seal = OperationSeal.Compute(row, key.Secret);
        return row;
    }
}
