using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Limits;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>
/// What a table is tried with (試算): 先方負担 against what the bank charges, 当方負担 against what is deducted. 振込振替 is charged by the
/// standard schedule and has no choice of method, 総合振込 by the company's own tables.
/// </summary>
/// <param name="Standard">The standard schedule in force today.</param>
/// <param name="Other">The company's table of the other side; null: the standard schedule is.</param>
public sealed record FeeTrials(FeeTableKind Kind, FeeSchedule Standard, FeeTable? Other)
{
    /// <summary>Tries figures, saved or not.</summary>
    public FeeTrial Try(FeeSchedule figures, FeeMethod method, FeesForm.TrialForm trial)
    {
        var payment = AmountText.Find(trial.Payment, CompanyDailyLimits.MaxDigits)?.Amount;
        return Other is null ? new FeeTrial([method], figures, method, Standard.AsPayer(), payment, trial.ChosenPattern)
            : Kind == FeeTableKind.PayeeBulkTransfer
                ? new FeeTrial(FeeMethods.All, figures, method, Other.InForce(Standard), payment, trial.ChosenPattern)
                : new FeeTrial(FeeMethods.All, Other.InForce(Standard), Other.Method, figures, payment, trial.ChosenPattern);
    }
}

public static class FeeTrialQueries
{
    public static async Task<FeeTrials> FeeTrialsAsync(
        this BankAdminDbContext context, FeeTableKind kind, DateOnly today, CancellationToken ct)
    {
        var other = kind == FeeTableKind.PayeeBulkTransfer ? FeeTableKind.PayerBulkTransfer
            : kind == FeeTableKind.PayerBulkTransfer ? FeeTableKind.PayeeBulkTransfer
            : null;
        return new FeeTrials(
            kind, await context.StandardFeesOnAsync(today, ct),
            other is null ? null : await context.FeeTables.AsNoTracking().SingleAsync(table => table.Kind == other, ct));
    }
}
