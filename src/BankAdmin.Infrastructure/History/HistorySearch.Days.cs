using System.Runtime.CompilerServices;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.History;

/// <content>日ごとの件数.</content>
public sealed partial class HistorySearch
{
    /// <summary>How much is found on each day, the newest first, without days of nothing; null: it is more than is counted.</summary>
    public async Task<IReadOnlyList<HistoryDay>?> DaysAsync(HistoryConditions conditions, int most, CancellationToken ct)
    {
        var days = new Dictionary<DateOnly, HistoryDay>();
        var (found, looked) = (0, 0);
        await foreach (var (records, blocks) in PartsAsync(conditions, most + 1, ct))
        {
            var rows = records.Select(row => new { row.OccurredAtUtc, row.Outcome }).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(ct))
            {
                if (!conditions.Covers(row.OccurredAtUtc))
                {
                    continue;
                }

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

    private async IAsyncEnumerable<(IQueryable<OperationRecord> Records, int Blocks)> PartsAsync(
        HistoryConditions conditions, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!conditions.AreSelective)
        {
            yield return (conditions.Apply(context.OperationRecords).OrderByDescending(row => row.OccurredAtUtc).Take(most), 0);
            yield break;
        }

        await foreach (var run in RunsAsync(conditions, null, ct))
        {
            yield return (In(run, conditions), run.Blocks);
        }
    }
}
