using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;

namespace BankAdmin.Web.Security;

/// <summary>Judges the current passwords of who changes their own: counted like every other entry (rule: spec rules.md §5).</summary>
public sealed class CurrentPasswords(EntryCounters counters, PasswordHashing hashing, ConfirmationCheck confirmation, BankParameters bank)
{
    /// <summary>What is wrong with an entry of the current login password.</summary>
    public async Task<IReadOnlyList<Violation>> JudgeLoginAsync(User user, string typed, CancellationToken ct)
    {
        var entry = await counters.JudgeAsync(
            user.Id, EntryKind.Login, async () => await hashing.VerifyAsync(user.LoginPassword.Hash, typed, ct) != PasswordVerdict.Wrong);
        return entry.Right ? []
            : entry.Gate == EntryGate.Paused ? [new Violation(ErrorCodes.SignInPaused, "currentLoginPassword", bank.PauseMinutes)]
            : [new Violation(ErrorCodes.SignInRefused, "currentLoginPassword", bank.EntriesUntilPause, bank.PauseMinutes)];
    }

    /// <summary>What is wrong with an entry of the current confirmation password.</summary>
    public async Task<IReadOnlyList<Violation>> JudgeConfirmationAsync(string? typed, CancellationToken ct) =>
        await confirmation.JudgeAsync(typed, ct) is { } refused ? [refused with { Field = "currentConfirmationPassword" }] : [];
}
