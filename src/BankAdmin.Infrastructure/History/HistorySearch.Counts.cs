using System.Runtime.CompilerServices;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.History;

/// <content>How much is found.</content>
public sealed partial class HistorySearch
{
    private const int MostBlocksCounted = 128;

    /// <summary>How much is found, counted up to one more than <paramref name="most"/>.</summary>
    public async Task<HistoryCount> CountAsync(HistoryConditions conditions, int most, CancellationToken ct)
    {
        var (found, looked) = (0, 0);
        await foreach (var (records, blocks) in PartsAsync(conditions, ct))
        {
            found += await records.Take(most + 1 - found).CountAsync(ct);
            looked += blocks;
            if (found > most || looked > MostBlocksCounted)
            {
                return new HistoryCount(Math.Min(found, most), IsAll: false);
            }
        }

        return new HistoryCount(found, IsAll: true);
    }

    /// <summary>How much is found on each day, the newest first, without days of nothing; null: it is more than is counted.</summary>
    public async Task<IReadOnlyList<HistoryDay>?> DaysAsync(HistoryConditions conditions, int most, CancellationToken ct)
    {
        var days = new Dictionary<DateOnly, HistoryDay>();
        var (found, looked) = (0, 0);
        await foreach (var (records, blocks) in PartsAsync(conditions, ct))
        {
            var rows = records.OrderByDescending(row => row.OccurredAtUtc).Take(most + 1 - found)
                .Select(row => new { row.OccurredAtUtc, row.Outcome }).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(ct))
            {
                var day = JapanTime.Day(row.OccurredAtUtc);
                days[day] = days.GetValueOrDefault(day, new HistoryDay(day, 0, 0)).With(row.Outcome);
                found++;
            }

            looked += blocks;
            if (found > most || looked > MostBlocks)
            {
                return null;
            }
        }

        return days.Values.OrderByDescending(day => day.Day).ToList();
    }

    /// <summary>All that may be found, by and by, each with how many blocks it was looked up in.</summary>
    private async IAsyncEnumerable<(IQueryable<OperationRecord> Records, int Blocks)> PartsAsync(
        HistoryConditions conditions, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!conditions.AreSelective)
        {
            yield return (conditions.Apply(context.OperationRecords), 0);
            yield break;
        }

        await foreach (var run in RunsAsync(conditions, null, ct))
        {
            yield return (conditions.Apply(In(run.Range)), run.Blocks);
        }
    }
}
