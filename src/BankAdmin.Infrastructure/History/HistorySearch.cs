using System.Runtime.CompilerServices;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.History;

/// <summary>
/// Searches the history of a company by time, the newest first (docs/adr/0022). What is asked for beside the time is looked up in the
/// blocks first, so that little is read that is not shown.
/// </summary>
public sealed partial class HistorySearch(BankAdminDbContext context)
{
    // A search for what every block may hold and no record does ends somewhere: its person goes on from there.
    private const int MostBlocks = 512;
    private const int BlocksARead = 64;
    private const int LongestRun = 16;
    private const int ExportPage = 500;

    private static readonly DateTime Earliest = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
    private static readonly DateTime Latest = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    /// <summary>A page.</summary>
    /// <param name="conditions">What is searched for.</param>
    /// <param name="cursor">Where it begins; null: with the newest.</param>
    /// <param name="size">Most rows.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<HistoryPage> PageAsync(HistoryConditions conditions, HistoryCursor? cursor, int size, CancellationToken ct)
    {
        var newer = cursor?.Newer == true;
        var (rows, searchedTo) = conditions.AreSelective
            ? await FindAsync(conditions, cursor, size + 1, ct)
            : (await InOrderAsync(conditions, cursor, size + 1, ct), null);
        var more = rows.Count > size;
        var shown = rows.Take(size).ToList();
        if (newer)
        {
            shown.Reverse();
        }

        return new HistoryPage(shown, newer ? more : cursor is not null, newer || more, searchedTo);
    }

    /// <summary>All rows, the newest first, page by page; whoever reads on reads more.</summary>
    public async IAsyncEnumerable<HistoryRow> AllAsync(HistoryConditions conditions, [EnumeratorCancellation] CancellationToken ct)
    {
        HistoryCursor? cursor = null;
        do
        {
            var page = await PageAsync(conditions, cursor, ExportPage, ct);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            cursor = page.Older;
        }
        while (cursor is not null);
    }

    private async Task<List<HistoryRow>> InOrderAsync(
        HistoryConditions conditions, HistoryCursor? cursor, int wanted, CancellationToken ct)
    {
        var records = Beyond(cursor, conditions.Apply(context.OperationRecords));
        var ordered = cursor?.Newer == true
            ? records.OrderBy(row => row.OccurredAtUtc).ThenBy(row => row.Sequence)
            : records.OrderByDescending(row => row.OccurredAtUtc).ThenByDescending(row => row.Sequence);
        return await HistoryRows.ReadAsync(ordered.Take(wanted), ct);
    }

    private async Task<(List<HistoryRow> Rows, HistoryPlace? SearchedTo)> FindAsync(
        HistoryConditions conditions, HistoryCursor? cursor, int wanted, CancellationToken ct)
    {
        var newer = cursor?.Newer == true;
        var (found, looked) = (new List<HistoryRow>(), 0);
        await foreach (var run in RunsAsync(conditions, cursor, ct))
        {
            var records = Beyond(cursor, conditions.Apply(In(run.Range)));
            found.AddRange((await HistoryRows.ReadAsync(records, ct)).Where(conditions.Fits));
            looked += run.Blocks;

            // Blocks overlap in time: what lies beyond the next one's end may still be followed by rows of that one.
            var sure = found.Count(row => newer ? row.AtUtc < run.Bound : row.AtUtc > run.Bound);
            if (sure >= wanted)
            {
                break;
            }

            if (looked >= MostBlocks && !newer)
            {
                return (Ordered(found.Where(row => row.AtUtc > run.Bound), newer).ToList(), new HistoryPlace(run.Bound, long.MaxValue));
            }
        }

        return (Ordered(found, newer).Take(wanted).ToList(), null);
    }

    private static IEnumerable<HistoryRow> Ordered(IEnumerable<HistoryRow> rows, bool newer) =>
        newer ? rows.OrderBy(row => row.Place) : rows.OrderByDescending(row => row.Place);

    private IQueryable<OperationRecord> In(HistoryRange range) =>
        context.OperationRecords.Where(row => row.Sequence >= range.First && row.Sequence <= range.Last);

    private static IQueryable<OperationRecord> Beyond(HistoryCursor? cursor, IQueryable<OperationRecord> records)
    {
        if (cursor is not { Place: var (at, sequence) })
        {
            return records;
        }

        // The first comparison says nothing new: it is what an index is entered by.
        return cursor.Newer
            ? records.Where(row => row.OccurredAtUtc >= at && (row.OccurredAtUtc > at || row.Sequence > sequence))
            : records.Where(row => row.OccurredAtUtc <= at && (row.OccurredAtUtc < at || row.Sequence < sequence));
    }

    /// <summary>What has to be looked through, in the order of time, as records that follow one another.</summary>
    private async IAsyncEnumerable<Run> RunsAsync(
        HistoryConditions conditions, HistoryCursor? cursor, [EnumeratorCancellation] CancellationToken ct)
    {
        var newer = cursor?.Newer == true;
        var last = await context.HistoryBlocks.Where(block => block.ChainId == conditions.ChainId)
            .MaxAsync(block => (long?)block.Number, ct);

        // What no block covers yet may be of any time.
        var unindexed = new HistoryRange(last is null ? 1 : HistoryRange.Of(last.Value).Last + 1, long.MaxValue);
        yield return new Run(unindexed, newer ? Earliest : Latest, 0);

        var (run, longest) = (new List<HistoryBlock>(), 1);
        for (HistoryBlock? read = null; ;)
        {
            var blocks = await ReadBlocksAsync(conditions, cursor, read, ct);
            foreach (var block in blocks)
            {
                read = block;
                var follows = run.Count == 0 || Math.Abs(block.Number - run[^1].Number) == 1;
                if (run.Count > 0 && (!follows || run.Count >= longest))
                {
                    yield return Run.Of(run, EdgeOf(block));
                    (run, longest) = ([], Math.Min(longest * 2, LongestRun));
                }

                if (conditions.MayBeIn(block.Signature))
                {
                    run.Add(block);
                }
                else if (run.Count > 0)
                {
                    yield return Run.Of(run, EdgeOf(block));
                    run = [];
                }
            }

            if (blocks.Count < BlocksARead)
            {
                break;
            }
        }

        if (run.Count > 0)
        {
            yield return Run.Of(run, newer ? Latest : Earliest);
        }

        DateTime EdgeOf(HistoryBlock block) => newer ? block.FirstAtUtc : block.LastAtUtc;
    }

    private async Task<List<HistoryBlock>> ReadBlocksAsync(
        HistoryConditions conditions, HistoryCursor? cursor, HistoryBlock? after, CancellationToken ct)
    {
        var (from, until) = (conditions.FromUtc, conditions.UntilUtc);
        var blocks = context.HistoryBlocks.AsNoTracking()
            .Where(block => block.ChainId == conditions.ChainId && block.LastAtUtc >= from && block.FirstAtUtc < until);
        if (cursor?.Newer == true)
        {
            var at = cursor.Place.AtUtc;
            var (edge, number) = (after?.FirstAtUtc ?? Earliest, after?.Number ?? -1);
            return await blocks.Where(block => block.LastAtUtc >= at && block.FirstAtUtc >= edge
                    && (block.FirstAtUtc > edge || block.Number > number))
                .OrderBy(block => block.FirstAtUtc).ThenBy(block => block.Number).Take(BlocksARead).ToListAsync(ct);
        }

        var latest = cursor?.Place.AtUtc ?? Latest;
        var (end, last) = (after?.LastAtUtc ?? Latest, after?.Number ?? long.MaxValue);
        return await blocks.Where(block => block.FirstAtUtc <= latest && block.LastAtUtc <= end
                && (block.LastAtUtc < end || block.Number < last))
            .OrderByDescending(block => block.LastAtUtc).ThenByDescending(block => block.Number).Take(BlocksARead).ToListAsync(ct);
    }

    /// <summary>Records to look through.</summary>
    /// <param name="Range">Which.</param>
    /// <param name="Bound">Whatever comes after them is not newer than that (or not older, where the search goes to the newer).</param>
    /// <param name="Blocks">How many blocks that is.</param>
    private sealed record Run(HistoryRange Range, DateTime Bound, int Blocks)
    {
        public static Run Of(List<HistoryBlock> blocks, DateTime bound) => new(
            new HistoryRange(
                HistoryRange.Of(blocks.Min(block => block.Number)).First, HistoryRange.Of(blocks.Max(block => block.Number)).Last),
            bound, blocks.Count);
    }
}
