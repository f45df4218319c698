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
    private const int FirstBlocks = 4;
    private const int MostBlocksARead = 64;
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

    /// <summary>
    /// How much is found: counted up to a limit where an index counts it, else as far as the page tells, for to count what is looked up in
    /// blocks would be to read all of them.
    /// </summary>
    public async Task<HistoryCount> CountAsync(HistoryConditions conditions, HistoryPage page, int most, CancellationToken ct)
    {
        if (conditions.AreSelective)
        {
            return new HistoryCount(page.Rows.Count, IsAll: !page.HasNewer && page.Older is null);
        }

        var all = await conditions.Apply(context.OperationRecords).Take(most + 1).CountAsync(ct);
        return new HistoryCount(Math.Min(all, most), all <= most);
    }

    private async Task<List<HistoryRow>> InOrderAsync(
        HistoryConditions conditions, HistoryCursor? cursor, int wanted, CancellationToken ct)
    {
        // One bound on each side: of two a database may enter its index by the wrong one, and read all pages before this.
        var records = cursor is null ? conditions.Apply(context.OperationRecords)
            : Beyond(cursor.Place, cursor.Newer, cursor.Within(conditions).Apply(context.OperationRecords));
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
            found.AddRange((await HistoryRows.ReadAsync(In(run, conditions), ct))
                .Where(row => conditions.Covers(row.AtUtc) && cursor?.Leads(row.Place) != false && conditions.Fits(row)));
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

    private IQueryable<OperationRecord> In(Run run, HistoryConditions conditions)
    {
        var records = context.OperationRecords.Where(row => row.Sequence >= run.Range.First && row.Sequence <= run.Range.Last);
        return run.IsShort ? conditions.ApplyButTime(records) : conditions.Apply(records);
    }

    private static IQueryable<OperationRecord> Beyond(HistoryPlace place, bool newer, IQueryable<OperationRecord> records)
    {
        var (at, sequence) = place;
        return newer
            ? records.Where(row => row.OccurredAtUtc > at || (row.OccurredAtUtc == at && row.Sequence > sequence))
            : records.Where(row => row.OccurredAtUtc < at || (row.OccurredAtUtc == at && row.Sequence < sequence));
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
        var end = await context.ChainHeads.Where(head => head.ChainId == conditions.ChainId).MaxAsync(head => (long?)head.Sequence, ct);
        yield return new Run(unindexed, newer ? Earliest : Latest, 0) { IsShort = end - unindexed.First <= LongestRun * HistoryBlock.Size };

        var (run, longest, needs, asked) = (new List<HistoryBlock>(), 1, conditions.Needs(), FirstBlocks);
        for (HistoryBlock? read = null; ; asked = Math.Min(asked * 2, MostBlocksARead))
        {
            var blocks = await ReadBlocksAsync(conditions, cursor, read, asked, ct);
            foreach (var block in blocks)
            {
                read = block;
                var follows = run.Count == 0 || Math.Abs(block.Number - run[^1].Number) == 1;
                if (run.Count > 0 && (!follows || run.Count >= longest))
                {
                    yield return Run.Of(run, EdgeOf(block));
                    (run, longest) = ([], Math.Min(longest * 2, LongestRun));
                }

                if (needs.MayBeIn(block.Signature))
                {
                    run.Add(block);
                }
                else if (run.Count > 0)
                {
                    yield return Run.Of(run, EdgeOf(block));
                    run = [];
                }
            }

            if (blocks.Count < asked)
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
        HistoryConditions conditions, HistoryCursor? cursor, HistoryBlock? after, int most, CancellationToken ct)
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
                .OrderBy(block => block.FirstAtUtc).ThenBy(block => block.Number).Take(most).ToListAsync(ct);
        }

        var latest = cursor?.Place.AtUtc ?? Latest;
        var (end, last) = (after?.LastAtUtc ?? Latest, after?.Number ?? long.MaxValue);
        return await blocks.Where(block => block.FirstAtUtc <= latest && block.LastAtUtc <= end
                && (block.LastAtUtc < end || block.Number < last))
            .OrderByDescending(block => block.LastAtUtc).ThenByDescending(block => block.Number).Take(most).ToListAsync(ct);
    }

    /// <summary>Records to look through.</summary>
    /// <param name="Range">Which.</param>
    /// <param name="Bound">Whatever comes after them is not newer than that (or not older, where the search goes to the newer).</param>
    /// <param name="Blocks">How many blocks that is.</param>
    private sealed record Run(HistoryRange Range, DateTime Bound, int Blocks)
    {
        /// <summary>Whether it is so short that it is read by its places.</summary>
        public bool IsShort { get; init; } = true;

        public static Run Of(List<HistoryBlock> blocks, DateTime bound) => new(
            new HistoryRange(
                HistoryRange.Of(blocks.Min(block => block.Number)).First, HistoryRange.Of(blocks.Max(block => block.Number)).Last),
            bound, blocks.Count);
    }
}
