using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.History;

/// <summary>Takes the beginning of a chain away, and nothing else: the one place where rows of the history are deleted.</summary>
public sealed class HistoryRemoval(BankAdminDbContext context)
{
    /// <summary>Begins the base of a chain unless it is there; the same words on every engine.</summary>
    public static FormattableString InsertBase(ChainBase start) =>
        $"""
        INSERT INTO "ChainBases" ("ChainId", "Sequence", "Seal", "BeforeUtc", "KeyId", "Proof")
        SELECT {start.ChainId}, {start.Sequence}, {start.Seal}, {start.BeforeUtc}, {start.KeyId}, {start.Proof}
        WHERE NOT EXISTS (SELECT 1 FROM "ChainBases" WHERE "ChainId" = {start.ChainId})
        """;

    /// <summary>Takes away all up to where the chain begins from then on, and records that, in one transaction.</summary>
    /// <param name="start">Where it begins then.</param>
    /// <param name="subject">The company; null: the chain of the bank.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RemoveAsync(ChainBase start, OperationSubject? subject, CancellationToken ct)
    {
        await using var own = await context.BeginAsync(ct);

        // The chain before the table, as commits lock them: else each could wait for the other.
        await context.ChainHeads.Where(head => head.ChainId == start.ChainId)
            .ExecuteUpdateAsync(set => set.SetProperty(head => head.Sequence, head => head.Sequence), ct);
        await RunAsync(Engine.Of(context).LiftAppendOnly, ct);
        await context.OperationRecords.Where(row => row.ChainId == start.ChainId && row.Sequence <= start.Sequence).ExecuteDeleteAsync(ct);
        await RunAsync(Engine.Of(context).RestoreAppendOnly, ct);
        await KeepAsync(start, ct);
        var whole = HistoryBlock.FilledAt(start.Sequence);
        await context.HistoryBlocks.Where(block => block.ChainId == start.ChainId && block.Number < whole).ExecuteDeleteAsync(ct);
        context.Record(new HistoryRetained(subject, start.Sequence, start.BeforeUtc), Person.System, start.ChainId);
        await context.SaveChangesAsync(ct);
        context.ChangeTracker.Clear();
        await own.CommitAsync(ct);
    }

    private async Task RunAsync(IReadOnlyList<string> statements, CancellationToken ct)
    {
        foreach (var statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(statement, ct);
        }
    }

    private async Task KeepAsync(ChainBase start, CancellationToken ct)
    {
        while (await context.ChainBases.Where(kept => kept.ChainId == start.ChainId).ExecuteUpdateAsync(
            set => set.SetProperty(kept => kept.Sequence, start.Sequence).SetProperty(kept => kept.Seal, start.Seal)
                .SetProperty(kept => kept.BeforeUtc, start.BeforeUtc).SetProperty(kept => kept.KeyId, start.KeyId)
                .SetProperty(kept => kept.Proof, start.Proof), ct) <= 0)
        {
            await context.InsertIfMissingAsync(InsertBase(start), ct);
        }
    }
}
