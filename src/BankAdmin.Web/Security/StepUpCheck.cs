using BankAdmin.Domain.Rules;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Security;

/// <summary>
/// Judges what proves before a commit who is there: the password first, a code is neither judged nor used up while the password is
/// wrong (rulings.md).
/// </summary>
public sealed class StepUpCheck(ConfirmationCheck confirmation)
{
    /// <summary>Judges an entry and counts it; null: it is right.</summary>
    public async Task<Violation?> JudgeAsync(StepUp demanded, StepUpEntry entry, CancellationToken ct) =>
        demanded.HasFlag(StepUp.ConfirmationPassword)
            ? await confirmation.JudgeAsync(entry.ConfirmationPassword, ct)
            // A stopped confirmation password blocks every commit, also those that do not ask for it (rule: spec rules.md §5).
            : await confirmation.JudgeStopAsync();
}
