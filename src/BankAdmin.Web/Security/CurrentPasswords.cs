using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Forms;

namespace BankAdmin.Web.Security;

/// <summary>Judges the current passwords of who changes their own: counted like every other entry (rule: spec rules.md §5).</summary>
public sealed class CurrentPasswords(
    EntryGatekeeper counters, PasswordHashing hashing, ConfirmationCheck confirmation, EntryStops stops, CurrentSession current,
    BankParameters bank, TimeProvider clock)
{
    private static readonly TimeSpan GuessingTime = TimeSpan.FromDays(1);

    /// <summary>What is wrong with an entry of the current login password.</summary>
    public async Task<IReadOnlyList<Violation>> JudgeLoginAsync(User user, string typed, CancellationToken ct)
    {
        var usable = user.LoginPassword.UsableAt(clock.GetUtcNow().UtcDateTime) ? user.LoginPassword.Hash : null;
        var entry = await counters.JudgeAsync(
            user.Id, EntryKind.Login, async () => await hashing.VerifyAsync(usable, typed, ct) != PasswordVerdict.Wrong);
        await stops.TellAsync(entry, EntryKind.Login, current.RequirePerson(), ct);
        return entry.Right ? []
            : entry.Gate == EntryGate.Paused ? [Closed(entry.Gate, EntryKind.Login, "currentLoginPassword")]
            : [new Violation(ErrorCodes.SignInRefused, "currentLoginPassword", confirmation.TriesLeftText(entry.Count))];
    }

    /// <summary>What is wrong with an entry of the current confirmation password.</summary>
    public async Task<IReadOnlyList<Violation>> JudgeConfirmationAsync(string? typed, CancellationToken ct) =>
        await confirmation.JudgeAsync(typed, ct) is { } refused ? [refused with { Field = "currentConfirmationPassword" }] : [];

    /// <summary>
    /// What of new passwords repeats one in force (E-RSK-002). Asked after the current ones were right, and to be told
    /// <see cref="BankAdminDbContext.FailIfAllElseHolds">at last</see>: else it would answer guesses.
    /// </summary>
    /// <param name="user">The user.</param>
    /// <param name="login">The new login password; null: it stays.</param>
    /// <param name="newConfirmation">The new confirmation password; null: it stays.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Violation>> JudgeNewAsync(
        User user, NewPassword? login, NewPassword? newConfirmation, CancellationToken ct) =>
    [
        .. await hashing.RepeatsAsync(login, [user.LoginPassword.Hash], ct),
        .. await hashing.RepeatsAsync(newConfirmation, [user.ConfirmationPassword.Hash], ct),
        .. login is not null && newConfirmation is null
            ? await CountAsGuessOfOtherPasswordAsync(user, EntryKind.Confirmation, login, ct) : [],
        .. newConfirmation is not null && login is null
            ? await CountAsGuessOfOtherPasswordAsync(user, EntryKind.Login, newConfirmation, ct) : [],
    ];

    // Who changes a password again within a day may be guessing the other one, which stays: then it is counted like an
    // entry of the other, and a hit does not clear the count.
    private async Task<IReadOnlyList<Violation>> CountAsGuessOfOtherPasswordAsync(
        User user, EntryKind other, NewPassword typed, CancellationToken ct)
    {
        var (stored, changed) = other == EntryKind.Confirmation
            ? (user.ConfirmationPassword, user.LoginPassword)
            : (user.LoginPassword, user.ConfirmationPassword);
        if (changed.SetAtUtc is not { } setAt || setAt <= clock.GetUtcNow().UtcDateTime - GuessingTime)
        {
            return await hashing.RepeatsAsync(typed, [stored.Hash], ct);
        }

        IReadOnlyList<Violation> repeats = [];
        var entry = await counters.JudgeAsync(user.Id, other, async () =>
        {
            repeats = await hashing.RepeatsAsync(typed, [stored.Hash], ct);
            return false;
        });
        await stops.TellAsync(entry, other, current.RequirePerson(), ct);
        return entry.Gate == EntryGate.Open ? repeats : [Closed(entry.Gate, other, typed.Field)];
    }

    private Violation Closed(EntryGate gate, EntryKind kind, string field) =>
        kind == EntryKind.Confirmation ? confirmation.ViolationFor(gate, field)!
        : gate == EntryGate.Paused ? new Violation(ErrorCodes.SignInPaused, field, bank.PauseMinutes)
        : new Violation(ErrorCodes.SignInStopped, field);
}
