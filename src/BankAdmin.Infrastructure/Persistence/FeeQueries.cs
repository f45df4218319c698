using BankAdmin.Domain.Fees;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>Which fees are in force.</summary>
public static class FeeQueries
{
    /// <summary>What holds before the bank has published anything.</summary>
    private static readonly FeeSchedule Free = new(new FeeBand(1, 0, 0, 0));

    /// <summary>The standard schedule in force on a transfer date (rule: spec rules.md §3).</summary>
    public static async Task<FeeSchedule> StandardFeesOnAsync(
        this BankAdminDbContext context, DateOnly transferDate, CancellationToken ct) =>
        (await context.StandardFees.AsNoTracking().Where(fees => fees.EffectiveFrom <= transferDate)
            .OrderByDescending(fees => fees.EffectiveFrom).FirstOrDefaultAsync(ct))?.Schedule ?? Free;

    /// <summary>The next standard schedule that is published already, or null.</summary>
    public static Task<StandardFees?> NextStandardFeesAsync(this BankAdminDbContext context, DateOnly after, CancellationToken ct) =>
        context.StandardFees.AsNoTracking().Where(fees => fees.EffectiveFrom > after)
            .OrderBy(fees => fees.EffectiveFrom).FirstOrDefaultAsync(ct);
}
