using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Web.Forms;

namespace BankAdmin.Web.Security;

/// <summary>Judges the current passwords of who changes their own: counted like every other entry (rule: spec rules.md §5).</summary>
public sealed class CurrentPasswords(
    EntryCounters counters, PasswordHashing hashing, ConfirmationCheck confirmation, BankParameters bank, TimeProvider clock)
{
    private static readonly TimeSpan GuessingTime = TimeSpan.FromDays(1);

    /// <summary>What is wrong with an entry of the current login password.</summary>
    public async Task<IReadOnlyList<Violation>> JudgeLoginAsync(User user, string typed, CancellationToken ct)
    {
        var usable = user.LoginPassword.UsableAt(clock.GetUtcNow().UtcDateTime) ? user.LoginPassword.Hash : null;
        var entry = await counters.JudgeAsync(user.Id, EntryKind.Login, async () => await hashing.VerifyAsync(usable, typed, ct) != PasswordVerdict.Wrong);
        return entry.Right ? []
            : entry.Gate == EntryGate.Paused ? [new Violation(ErrorCodes.SignInPaused, "currentLoginPassword", bank.PauseMinutes)]
            : [new Violation(ErrorCodes.SignInRefused, "currentLoginPassword", confirmation.Left(entry.Count))];
    }

    /// <summary>What is wrong with an entry of the current confirmation password.</summary>
    public async Task<IReadOnlyList<Violation>> JudgeConfirmationAsync(string? typed, CancellationToken ct) =>
        await confirmation.JudgeAsync(typed, ct) is { } refused ? [refused with { Field = "currentConfirmationPassword" }] : [];

    /// <summary>
    /// E-RSK-002 where a new password is the other one, which stays. Who changes a password again within a day may be
    /// guessing the other: then it is counted like an entry of the other, and a hit does not clear the count.
    /// </summary>
    public async Task<IReadOnlyList<Violation>> JudgeOtherAsync(User user, EntryKind other, NewPassword typed, CancellationToken ct)
    {
        var (stored, changed) = other == EntryKind.Confirmation ? (user.ConfirmationPassword, user.LoginPassword) : (user.LoginPassword, user.ConfirmationPassword);
        var repeats = false;
        if (changed.SetAtUtc > clock.GetUtcNow().UtcDateTime - GuessingTime)
        {
            var entry = await counters.JudgeAsync(user.Id, other, async () =>
            {
                repeats = await hashing.IsOneOfAsync(typed.Typed!, [stored.Hash], ct);
                return false;
            });
            if (entry.Gate != EntryGate.Open)
            {
                return other == EntryKind.Confirmation ? [confirmation.ClosedBy(entry.Gate, typed.Field)!] : [new Violation(ErrorCodes.SignInPaused, typed.Field, bank.PauseMinutes)];
            }
        }
        else
        {
            repeats = await hashing.IsOneOfAsync(typed.Typed!, [stored.Hash], ct);
        }

        return repeats ? [new Violation(ErrorCodes.PasswordRepeats, typed.Field)] : [];
    }
}
