using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Drafts;

/// <summary>Deletes drafts that nobody can go on with. Results stay: they are the way back to a record.</summary>
public sealed class ExpiredDraftSweeper(BankAdminDatabase database, TimeProvider clock, ILogger<ExpiredDraftSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Deletes them once; returns how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        // The grace lets a person who comes late be told that it expired, rather than that it never was.
        var limit = clock.GetUtcNow().UtcDateTime - Grace;
        await using var context = database.OpenForSystem(clock);
        return await context.Drafts.Where(draft => draft.CompletedAtUtc == null && draft.ExpiresAtUtc < limit).ExecuteDeleteAsync(ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (Engine.IsUnavailable(failure))
            {
                logger.LogWarning(failure, "Expired drafts stay until the database is back.");
            }
        }
    }
}
