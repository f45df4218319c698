using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

/// <summary>Judges the 確認用パスワード of the person who commits (rule: spec rules.md §5).</summary>
public sealed class ConfirmationCheck(
    BankAdminDbContext context, EntryGatekeeper counters, PasswordHashing hashing, EntryStops stops, BankParameters bank,
    CurrentSession current)
{
    /// <summary>Key of the input.</summary>
    public const string Field = "confirmationPassword";

    /// <summary>What is wrong with an entry; null: it is right.</summary>
    public async Task<Violation?> JudgeAsync(string? typed, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return new Violation(ErrorCodes.Required, Field);
        }

        var userId = current.RequirePerson().Id;
        var hash = await context.Users.Where(user => user.Id == userId)
            .Select(user => user.ConfirmationPassword.Hash).SingleOrDefaultAsync(ct);
        var verdict = PasswordVerdict.Wrong;
        var entry = await counters.JudgeAsync(userId, EntryKind.Confirmation, async () =>
        {
            verdict = await hashing.VerifyAsync(hash, typed, ct);
            return verdict != PasswordVerdict.Wrong;
        });
        await stops.TellAsync(entry, EntryKind.Confirmation, current.RequirePerson(), ct);
        if (entry.Right && verdict == PasswordVerdict.RightButWeak)
        {
            await context.StrengthenAsync(userId, EntryKind.Confirmation, hash!, await hashing.HashAsync(typed, ct), ct);
        }

        return ViolationFor(entry.Gate, Field)
            ?? (entry.Right ? null : new Violation(ErrorCodes.ConfirmationRefused, Field, TriesLeftText(entry.Count)));
    }

    /// <summary>E-AUTH-012 for a commit that asks for no confirmation password: a stopped one blocks it all the same.</summary>
    public async Task<Violation?> JudgeStopAsync() =>
        await counters.GateAsync(current.RequirePerson().Id, EntryKind.Confirmation) == EntryGate.Stopped
        ? ViolationFor(EntryGate.Stopped, "")
        : null;

    /// <summary>E-AUTH-012 where no entry is judged.</summary>
    public Violation? ViolationFor(EntryGate gate, string field) => gate switch
    {
        EntryGate.Paused => new Violation(ErrorCodes.ConfirmationStopped, field, $"{bank.PauseMinutes}分ほど待ってから、もう一度お試しください。"),
        EntryGate.Stopped => new Violation(ErrorCodes.ConfirmationStopped, field, "貴社の管理者ユーザへ利用停止の解除をご依頼ください。"),
        _ => null,
    };

    /// <summary>How many tries are left after a wrong entry.</summary>
    public string TriesLeftText(WrongEntries count) =>
        count.Stopped ? "誤りが続いたため、利用停止になりました。貴社の管理者ユーザへ解除をご依頼ください。"
        : count.PausedUntilUtc is not null ? string.Create(CultureInfo.InvariantCulture, $"誤りが続いたため、{bank.PauseMinutes}分間使えません。")
        : string.Create(CultureInfo.InvariantCulture, $"あと{count.EntriesLeft(bank.Lockout)}回誤ると")
            + (count.StopIsNext(bank.Lockout)
                ? "利用停止になります。"
                : string.Create(CultureInfo.InvariantCulture, $"{bank.PauseMinutes}分間使えなくなります。"));
}
