using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>Sets a table's figures against the other side's that are in force: what is deducted and what the bank charges.</summary>
public sealed class FeeTrials(BankAdminDbContext context, TimeProvider clock)
{
    /// <summary>Tries a table with figures that may not be saved.</summary>
    /// <param name="kind">The table.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="method">Its method.</param>
    /// <param name="trial">What is typed to try.</param>
    public async Task<FeeTrial> TryAsync(FeeTableKind kind, FeeSchedule figures, FeeMethod method, FeesForm.TrialForm trial, CancellationToken ct)
    {
        var standard = await context.StandardFeesOnAsync(JapanTime.Day(clock.GetUtcNow().UtcDateTime), ct);
        long? payment = AmountText.Check(trial.Payment, Domain.Limits.CompanyDailyLimits.MaxDigits) is null ? AmountText.Read(trial.Payment).Amount : null;
        if (kind == FeeTableKind.PayeeTransfer)
        {
            return new FeeTrial(figures, method, standard.AsPayer(), payment, trial.ChosenPattern);
        }

        var other = kind == FeeTableKind.PayeeBulkTransfer ? FeeTableKind.PayerBulkTransfer : FeeTableKind.PayeeBulkTransfer;
        var otherTable = await context.FeeTables.AsNoTracking().SingleAsync(table => table.Kind == other, ct);
        return kind == FeeTableKind.PayeeBulkTransfer
            ? new FeeTrial(figures, method, otherTable.InForce(standard), payment, trial.ChosenPattern)
            : new FeeTrial(otherTable.InForce(standard), otherTable.Method, figures, payment, trial.ChosenPattern);
    }

    /// <summary>Tries a table as it is stored.</summary>
    public async Task<FeeTrial> TryStoredAsync(FeeTableKind kind, FeesForm.TrialForm trial, CancellationToken ct)
    {
        var standard = await context.StandardFeesOnAsync(JapanTime.Day(clock.GetUtcNow().UtcDateTime), ct);
        var table = await context.FeeTables.AsNoTracking().SingleAsync(t => t.Kind == kind, ct);
        return await TryAsync(kind, table.InForce(standard), table.Method, trial, ct);
    }
}
