using BankAdmin.Domain;
using BankAdmin.Infrastructure.Notices;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure;

/// <summary>
/// Deletes what nobody needs any more (rule: spec rulings.md „Sweeping“): drafts nobody can go on with, results and sessions of long
/// ago, old alerts, what was shown once, counters of strangers. The history keeps what was done.
/// </summary>
public sealed class Sweeper(BankAdminDatabase database, BankParameters bank, TimeProvider clock, ILogger<Sweeper> logger)
    : PeriodicService(TimeSpan.FromHours(1), clock, logger)
{
    private const int BatchSize = 1_000;

    // The grace lets a person who comes late be told that their draft expired, rather than that it never was.
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override TimeSpan FirstAfter => TimeSpan.FromSeconds(30);

    /// <summary>Sweeps once; returns how many rows it deleted.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var (yesterday, longAgo) = (now - OneDay, now.AddDays(-bank.KeepDays));
        await using var context = database.OpenForSystem(Clock);
        return await DeleteAsync(context.Drafts.Where(draft => draft.CompletedAtUtc == null && draft.ExpiresAtUtc < yesterday), ct)
            + await DeleteAsync(context.Drafts.Where(draft => draft.CompletedAtUtc < longAgo), ct)
            // An open one of so long ago has ended too: it lives for hours.
            + await DeleteAsync(context.Sessions.Where(session => session.StartedAtUtc < longAgo), ct)
            + await DeleteAsync(context.Disclosures.Where(shown => shown.EndsAtUtc < now), ct)
            + await DeleteAsync(context.Alerts.Where(alert => alert.AtUtc < now.AddDays(-Alert.KeptDays)), ct)
            + await DeleteAsync(context.RepeatCounts.Where(count => count.FirstAtUtc < now - OneDay - OneDay), ct)
            + await context.WrongEntries
                .Where(entry => entry.LastAtUtc < yesterday && !context.Users.IgnoreQueryFilters().Any(user => user.Id == entry.SubjectId))
                .ExecuteDeleteAsync(ct);
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken ct) => SweepAsync(ct);

    // In pieces: nobody waits long for the lock of a first sweep after years.
    private static async Task<int> DeleteAsync<T>(IQueryable<T> rows, CancellationToken ct)
    {
        var (all, some) = (0, 0);
        do
        {
            some = await rows.Take(BatchSize).ExecuteDeleteAsync(ct);
            all += some;
        }
        while (some == BatchSize);

        return all;
    }
}
