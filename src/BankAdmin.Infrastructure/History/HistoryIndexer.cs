using System.Data.Common;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.History;

/// <summary>
/// Makes the blocks by which the history is searched, behind the commits: of the chains this process filled a block of within a second,
/// of all that were left behind (by a killed process, a seed, a release that had no blocks) after the start and every hour.
/// </summary>
public sealed class HistoryIndexer(BankAdminDatabase database, TimeProvider clock, ILogger<HistoryIndexer> logger)
    : PeriodicService(TimeSpan.FromSeconds(1), clock, logger)
{
    private static readonly TimeSpan AllEvery = TimeSpan.FromHours(1);

    private DateTime lastOfAllUtc = DateTime.MinValue;

    /// <summary>Makes what is missing everywhere.</summary>
    public async Task IndexAllAsync(CancellationToken ct)
    {
        await using var context = database.OpenForSystem(Clock);
        foreach (var chain in await BehindAsync(context, ct))
        {
            await IndexAsync(context, chain, ct);
        }
    }

    /// <inheritdoc />
    protected override async Task DoAsync(CancellationToken ct)
    {
        var filled = database.Filled.Take();
        var now = Clock.GetUtcNow().UtcDateTime;
        if (now - lastOfAllUtc >= AllEvery)
        {
            lastOfAllUtc = now;
            await IndexAllAsync(ct);
            return;
        }

        if (filled.Count > 0)
        {
            await using var context = database.OpenForSystem(Clock);
            foreach (var chain in filled)
            {
                await IndexAsync(context, chain, ct);
            }
        }
    }

    private static Task<List<Guid>> BehindAsync(BankAdminDbContext context, CancellationToken ct) => context.ChainHeads
        .Where(head => head.Sequence >= HistoryBlock.Size && !context.HistoryBlocks.Any(
            block => block.ChainId == head.ChainId && block.Number == (head.Sequence / HistoryBlock.Size) - 1))
        .Select(head => head.ChainId).ToListAsync(ct);

    private static async Task IndexAsync(BankAdminDbContext context, Guid chain, CancellationToken ct)
    {
        var end = await context.ChainHeads.Where(head => head.ChainId == chain).Select(head => head.Sequence).SingleOrDefaultAsync(ct);
        var last = await context.HistoryBlocks.Where(block => block.ChainId == chain).MaxAsync(block => (long?)block.Number, ct);
        for (var number = (last + 1) ?? await FirstAsync(context, chain, ct); number < HistoryBlock.FilledAt(end); number++)
        {
            var rows = await HistoryRows.InAsync(context, chain, HistoryRange.Of(number), ct);
            context.Add(BlockOf(chain, number, rows));
            try
            {
                await context.SaveChangesAsync(ct);
            }
            catch (DbUpdateException refused) when (refused.InnerException is DbException inner && Engine.IsDuplicate(inner))
            {
                // Another node made it meanwhile, which is all we want.
            }

            context.ChangeTracker.Clear();
        }
    }

    // What is older was taken away when its time was over.
    private static async Task<long> FirstAsync(BankAdminDbContext context, Guid chain, CancellationToken ct) => HistoryBlock.NumberOf(
        await context.OperationRecords.Where(row => row.ChainId == chain).MinAsync(row => (long?)row.Sequence, ct) ?? 1);

    /// <summary>The block of records that follow one another.</summary>
    public static HistoryBlock BlockOf(Guid chain, long number, IReadOnlyCollection<HistoryRow> rows)
    {
        var terms = new HistoryTerms();
        foreach (var row in rows)
        {
            var operation = OperationCatalogue.Codes.GetValueOrDefault(row.Code);
            terms.Key(TermKind.Category, operation?.Category.Code).Key(TermKind.Operation, row.Code)
                .Key(TermKind.Operator, row.OperatorId?.ToString()).Key(TermKind.Session, row.SessionId?.ToString())
                .Key(TermKind.Subject, row.SubjectKey).Pieces(TermKind.Name, row.NameKey)
                .Pieces(TermKind.Name, HistoryConditions.FoldLoginId(row.OperatorLoginId))
                .Pieces(TermKind.Terminal, HistoryConditions.FoldTerminal(row.Terminal)).Pieces(TermKind.Text, row.SearchText);
        }

        return new HistoryBlock
        {
            ChainId = chain,
            Number = number,
            FirstAtUtc = rows.Min(row => row.AtUtc),
            LastAtUtc = rows.Max(row => row.AtUtc),
            Signature = HistorySignature.Of(terms),
        };
    }
}
