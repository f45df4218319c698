using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>An event on its way into a chain.</summary>
/// <param name="ChainId">The chain.</param>
/// <param name="By">Who did it.</param>
/// <param name="Happened">What.</param>
/// <param name="AtUtc">When, UTC, where it is recorded later than it happened; null: at the commit.</param>
public sealed record PendingOperation(Guid ChainId, Person By, OperationEvent Happened, DateTime? AtUtc = null);

/// <summary>Writes the receipt of a commit once its 受付番号 and time are known.</summary>
public delegate Receipt ReceiptWriter(string number, DateTime atUtc);

/// <summary>
/// Appends events to their chains inside the transaction of the save that they belong to. Each chain is locked by
/// reserving its next places in the head row, always in the order of chain keys, so that commits queue and never fork.
/// </summary>
public sealed class OperationSealer(Lazy<HistoryKeys> keys, TimeProvider clock)
{
    /// <summary>The time, UTC.</summary>
    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds the sealed rows to the context. The caller holds a transaction and saves.</summary>
    /// <param name="receipt">Written into the first event, which gets the 受付番号; null where there is no result.</param>
    public async Task SealAsync(
        BankAdminDbContext context, IReadOnlyList<PendingOperation> pending, ReceiptWriter? receipt, CancellationToken ct)
    {
        var receiptHolder = receipt is null ? null : pending[0];
        foreach (var chain in pending.GroupBy(p => p.ChainId).OrderBy(group => group.Key))
        {
            var (sequence, seal) = await ReserveAsync(context, chain.Key, chain.Count(), ct);
            var now = UtcNow;
            foreach (var operation in chain)
            {
                var written = ReferenceEquals(operation, receiptHolder)
                    ? receipt!(await NextReceiptNumberAsync(context, now, ct), now)
                    : null;
                var row = Row(operation, ++sequence, now, written, seal);
                seal = row.Seal;
                context.Add(row);
            }

            if (await Head(context, chain.Key).ExecuteUpdateAsync(set => set.SetProperty(head => head.Seal, seal), ct) == 0)
            {
                context.Add(new ChainHead { ChainId = chain.Key, Sequence = sequence, Seal = seal });
            }
        }
    }

    private OperationRecord Row(PendingOperation operation, long sequence, DateTime now, Receipt? receipt, byte[] previousSeal)
    {
        var row = new OperationRecord
        {
            ChainId = operation.ChainId,
            Sequence = sequence,
            OccurredAtUtc = operation.AtUtc ?? now,
            OperatorId = operation.By.Id == Guid.Empty ? null : operation.By.Id,
            OperatorLoginId = operation.By.LoginName,
            OperatorName = operation.By.Name,
            Terminal = operation.By.Terminal,
            SessionId = operation.By.SessionId,
            Code = operation.Happened.Operation.Code,
            Outcome = operation.Happened.Outcome,
            ErrorCodes = string.Join(' ', operation.Happened.ErrorCodes),
            ReceiptNumber = receipt?.Number,
            Payload = OperationPayload.Write(operation.Happened, receipt),
            KeyId = keys.Value.Current.Id,
            PreviousSeal = previousSeal,
        };
        row.Seal = OperationSeal.Compute(row, keys.Value.Current.Secret);
        return row;
    }

    private static IQueryable<ChainHead> Head(BankAdminDbContext context, Guid chainId) =>
        context.ChainHeads.Where(head => head.ChainId == chainId);

    // Two commits that begin the same chain meet at its key; the second is turned down and tried again.
    private static async Task<(long LastSequence, byte[] Seal)> ReserveAsync(
        BankAdminDbContext context, Guid chainId, int count, CancellationToken ct)
    {
        if (await Head(context, chainId).ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + count), ct) == 0)
        {
            return (0, OperationSeal.Zero);
        }

        var head = await Head(context, chainId).AsNoTracking().SingleAsync(ct);
        return (head.Sequence - count, head.Seal);
    }

    // Unique over the bank; the row stays locked until the commit ends, a rolled-back commit gives the number back.
    private static async Task<string> NextReceiptNumberAsync(BankAdminDbContext context, DateTime now, CancellationToken ct)
    {
        var day = JapanTime.Day(now);
        var today = context.ReceiptDays.Where(d => d.Day == day);
        var serial = 1;
        if (await today.ExecuteUpdateAsync(set => set.SetProperty(d => d.LastSerial, d => d.LastSerial + 1), ct) == 0)
        {
            context.Add(new ReceiptDay { Day = day, LastSerial = serial });
        }
        else
        {
            serial = await today.Select(d => d.LastSerial).SingleAsync(ct);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{serial:D6}");
    }
}
