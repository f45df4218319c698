using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.History;
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

/// <summary>What of a save holds its receipt, its 受付番号, and how it is written.</summary>
public sealed record PendingReceipt(PendingOperation Holder, string Number, ReceiptWriter Write);

/// <summary>
/// Appends events to their chains inside the transaction of the save that they belong to. Each chain is locked by
/// reserving its next places in the head row, always in the order of chain keys, so that commits queue, never fork, and never
/// wait for each other in a circle.
/// </summary>
public sealed class OperationSealer(Lazy<HistoryKeys> keys, TimeProvider clock, FilledBlocks filled)
{
    /// <summary>When the events of this save happened, UTC.</summary>
    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds the sealed rows to the context. The caller holds a transaction and saves.</summary>
    /// <param name="receipt">Which event gets the 受付番号 and the receipt; all others then point to it. Null: there is no result.</param>
    public async Task SealAsync(
        BankAdminDbContext context, IReadOnlyList<PendingOperation> pending, PendingReceipt? receipt, CancellationToken ct)
    {
        // In the order of keys; within a chain in the order they came.
        var chains = pending.GroupBy(operation => operation.ChainId).OrderBy(chain => chain.Key).ToList();
        var ends = new List<ChainHead>();
        foreach (var chain in chains)
        {
            ends.Add(await ReserveAsync(context, chain.Key, chain.Count(), ct));
        }

        var now = SealedRow.ToMicroseconds(UtcNow);
        var made = new SealedRow(keys.Value.Current);
        foreach (var (chain, end) in chains.Zip(ends))
        {
            var seal = end.Seal;
            var holder = receipt is null ? -1 : chain.ToList().IndexOf(receipt.Holder);
            foreach (var (i, operation) in chain.Index())
            {
                var holds = i == holder;
                var written = holds ? receipt!.Write(receipt.Number, now) : null;
                var row = made.Of(
                    operation, OperationPayload.Of(operation.Happened, operation.By, written, holds ? null : receipt?.Number),
                    new RowPlace(end.Sequence + i + 1, seal, holder < 0 ? null : i - holder), now);
                seal = row.Seal;
                context.Add(row);
            }

            await Head(context, chain.Key).ExecuteUpdateAsync(set => set.SetProperty(head => head.Seal, seal), ct);
            filled.Note(chain.Key, end.Sequence, chain.Count());
        }
    }

    /// <summary>Begins a chain unless it is there; the same words on every engine.</summary>
    public static FormattableString InsertHead(Guid chainId) =>
        $"""
        INSERT INTO "ChainHeads" ("ChainId", "Sequence", "Seal")
        SELECT {chainId}, 0, {OperationSeal.Zero}
        WHERE NOT EXISTS (SELECT 1 FROM "ChainHeads" WHERE "ChainId" = {chainId})
        """;

    private static IQueryable<ChainHead> Head(BankAdminDbContext context, Guid chainId) =>
        context.ChainHeads.Where(head => head.ChainId == chainId);

    /// <summary>Takes the next places of a chain, and returns where it ended before; the row stays locked until the commit ends.</summary>
    internal static async Task<ChainHead> ReserveAsync(BankAdminDbContext context, Guid chainId, int count, CancellationToken ct)
    {
        while (await Head(context, chainId).ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + count), ct) <= 0)
        {
            await context.InsertIfMissingAsync(InsertHead(chainId), ct);
        }

        var head = await Head(context, chainId).AsNoTracking().SingleAsync(ct);
        head.Sequence -= count;
        return head;
    }
}
