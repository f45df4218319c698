using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Drafts;

/// <summary>Deletes drafts that nobody can go on with. Results stay: they are the way back to a record.</summary>
public sealed class ExpiredDraftSweeper(BankAdminDatabase database, TimeProvider clock, ILogger<ExpiredDraftSweeper> logger)
    : PeriodicService(TimeSpan.FromMinutes(10), clock, logger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Deletes them once; returns how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        // The grace lets a person who comes late be told that it expired, rather than that it never was.
        var limit = Clock.GetUtcNow().UtcDateTime - Grace;
        await using var context = database.OpenForSystem(Clock);
        return await context.Drafts.Where(draft => draft.CompletedAtUtc == null && draft.ExpiresAtUtc < limit).ExecuteDeleteAsync(ct);
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken ct) => SweepAsync(ct);
}
