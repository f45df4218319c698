using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Messages;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Security;

/// <summary>What an entry proved.</summary>
/// <param name="Refused">Why it did not; empty: it did.</param>
/// <param name="CodeStep">The time step of the code that the commit uses up; null: none was asked.</param>
public sealed record StepUpVerdict(IReadOnlyList<Violation> Refused, long? CodeStep = null)
{
    public static readonly StepUpVerdict Proven = new([]);
}

/// <summary>
/// Judges what proves before a commit who is there: the password first, a code is neither judged nor used up while the password is
/// wrong (rulings.md).
/// </summary>
public sealed class StepUpCheck(
    ConfirmationCheck confirmation, OneTimePasswords codes, TokenSuspension suspension, CurrentSession current)
{
    /// <summary>Key of the code's input.</summary>
    public const string Field = "otp";

    /// <summary>A code that was accepted before.</summary>
    public static readonly Violation Used = new(ErrorCodes.CodeRefused, Field, "新しい番号が表示されるまでお待ちください。");

    /// <summary>Judges an entry and counts it.</summary>
    public async Task<StepUpVerdict> JudgeAsync(StepUp demanded, StepUpEntry entry, CancellationToken ct)
    {
        // A stopped confirmation password blocks every commit, also those that do not ask for it (rule: spec rules.md §5).
        var password = demanded.HasFlag(StepUp.ConfirmationPassword)
            ? await confirmation.JudgeAsync(entry.ConfirmationPassword, ct)
            : await confirmation.JudgeStopAsync();
        if (!demanded.HasFlag(StepUp.OneTimePassword))
        {
            return password is null ? StepUpVerdict.Proven : new StepUpVerdict([password]);
        }

        var code = Read(entry.Otp);
        var shape = ShapeOf(code);
        return password is { Code: not ErrorCodes.Required } ? new StepUpVerdict([password])
            : password is not null || shape is not null ? new StepUpVerdict(new[] { password, shape }.OfType<Violation>().ToList())
            : await JudgeCodeAsync(code, ct);
    }

    /// <summary>What stands in the way of who is about to type: a code will be demanded that they cannot give; null: nothing.</summary>
    public async Task<Warning?> WarningAsync(StepUp demanded, CancellationToken ct)
    {
        if (!demanded.HasFlag(StepUp.OneTimePassword))
        {
            return null;
        }

        var code = await codes.GateAsync(current.RequirePerson().Id, ct) switch
        {
            CodeVerdict.NoToken => ErrorCodes.TokenNeeded,
            CodeVerdict.Suspended => ErrorCodes.TokenSuspended,
            _ => null,
        };
        return code is null ? null : new Warning(code, MessageTable.Text(new Violation(code, "")));
    }

    /// <summary>Uses up a code in the transaction of the next save.</summary>
    public void UseUpWithSave(long? codeStep)
    {
        if (codeStep is { } step)
        {
            codes.UseUpWithSave(current.RequirePerson().Id, step);
        }
    }

    /// <summary>A code as it was typed: in either width, and with the blanks that apps show.</summary>
    public static string Read(string? typed) => string.Concat(JapaneseText.Fold(typed ?? "").Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>What is wrong with the shape of a code; null: nothing.</summary>
    public static Violation? ShapeOf(string code) =>
        code.Length == 0 ? new Violation(ErrorCodes.Required, Field)
        : code.Length != OneTimePasswords.Digits || !code.All(char.IsAsciiDigit) ? new Violation(ErrorCodes.WrongForm, Field)
        : null;

    private async Task<StepUpVerdict> JudgeCodeAsync(string code, CancellationToken ct)
    {
        var me = current.RequirePerson();
        var judged = await codes.JudgeAsync(me.Id, code, ct);
        if (judged is { Verdict: CodeVerdict.Wrong, Count.Stopped: true })
        {
            // The entry that stops it is the one that tells it, once.
            await suspension.TellAsync(ct);
        }

        return judged.Verdict switch
        {
            CodeVerdict.Right => new StepUpVerdict([], judged.Step),
            CodeVerdict.NoToken => Refuse(ErrorCodes.TokenNeeded),
            CodeVerdict.Suspended => Refuse(ErrorCodes.TokenSuspended),
            CodeVerdict.Used => new StepUpVerdict([Used]),
            CodeVerdict.Wrong => Refuse(ErrorCodes.CodeRefused, TriesLeftText(judged.Count)),
            _ => throw new InvalidOperationException($"Unknown verdict {judged.Verdict}."),
        };
    }

    private static StepUpVerdict Refuse(string code, params object[] arguments) => new([new Violation(code, Field, arguments)]);

    private static string TriesLeftText(WrongEntries count) => count.Stopped
        ? "誤りが続いたため、利用停止になりました。ほかの管理者ユーザへ利用停止解除をご依頼ください。"
        : string.Create(CultureInfo.InvariantCulture, $"あと{count.EntriesLeft(LockoutPolicy.OfCodes)}回誤ると利用停止になります。");
}

/// <summary>Records and tells that wrong codes have stopped the token of who acts.</summary>
public sealed class TokenSuspension(BankAdminDbContext context, ChangeNotices notices, CurrentSession current)
{
    public Task TellAsync(CancellationToken ct) => context.RetryAsync(async () =>
    {
        var me = current.RequirePerson();
        var user = await context.Users.AsNoTracking().SingleAsync(u => u.Id == me.Id, ct);
        context.Record(new TokenSuspended(OperationSubject.Of(me)));
        await notices.TellAsync(
            new ChangeNotice(OperationCatalogue.SuspendToken) { People = [NoticedPerson.Of(user)], ToAdministrators = true }, ct);
        return await context.SaveChangesAsync(ct);
    });
}
