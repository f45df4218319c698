using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.SignIn;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Telemetry;
using BankAdmin.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.SignIn;

/// <summary>
/// Judges a login (rule: spec credentials.md §2, rules.md §5). Unknown ID, wrong password and unusable user get one
/// answer, after the same work; why a user is stopped is told only to who knows the password.
/// </summary>
public sealed class LogInCheck(
    BankAdminDbContext context, EntryGatekeeper counters, PasswordHashing hashing, UnknownIds unknown, RepeatCounter repeats,
    EntryStops stops, BankParameters bank, TimeProvider clock)
{
    /// <summary>The user who may come in, or why not.</summary>
    public async Task<(User? User, Violation? Refused)> JudgeAsync(LogIn logIn, CancellationToken ct)
    {
        var (key, password, terminal) = (LoginId.Key(logIn.LoginId), logIn.Password, logIn.Terminal);
        var users = context.Users.IgnoreQueryFilters([Conventions.CompanyFilter]).AsNoTracking();
        var user = logIn.Certificate is { UserId: var owner }
            ? await users.SingleOrDefaultAsync(u => u.Id == owner, ct)
            : await users.SingleOrDefaultAsync(u => u.LoginIdKey == key, ct);
        var usable = user?.LoginPassword.UsableAt(clock.GetUtcNow().UtcDateTime) == true ? user.LoginPassword.Hash : null;
        var verdict = PasswordVerdict.Wrong;
        var subjectId = user?.Id ?? unknown.KeyOf(key);
        var entry = await counters.JudgeAsync(subjectId, EntryKind.Login, async () =>
        {
            verdict = await hashing.VerifyAsync(usable, password, ct, HashQueue.LogIn);
            return verdict != PasswordVerdict.Wrong;
        });

        var refused = await RefusalAsync(entry, user, logIn, ct);
        if (refused is not null)
        {
            // During a pause nothing is judged, so that anybody can repeat it as often as they like.
            var times = entry.Gate == EntryGate.Paused
                ? await repeats.CountAsync($"paused {subjectId} {entry.Count.PausedUntilUtc:O}", RepeatCounter.SourceOf(terminal))
                : 1;
            await RecordAsync(user, refused, terminal, times, ct);
            if (user is not null)
            {
                await stops.TellAsync(entry, EntryKind.Login, Person.Of(user, terminal), ct);
            }

            return (null, refused);
        }

        if (verdict == PasswordVerdict.RightButWeak)
        {
            // The bank asks for more rounds than the hash has; now is when we know the password.
            var strong = await hashing.HashAsync(password, ct, HashQueue.LogIn);
            await context.StrengthenAsync(user!.Id, EntryKind.Login, user.LoginPassword.Hash!, strong, ct);
        }

        return (user, null);
    }

    private async Task<Violation?> RefusalAsync(EntryVerdict entry, User? user, LogIn logIn, CancellationToken ct)
    {
        if (entry.Gate == EntryGate.Paused)
        {
            return new Violation(ErrorCodes.SignInPaused, "", bank.PauseMinutes);
        }

        if (!entry.Right || user is null)
        {
            var typed = logIn.Certificate is null ? "ログインIDまたはパスワード" : "パスワード";
            return new Violation(ErrorCodes.SignInRefused, "", typed, bank.EntriesUntilPause, bank.PauseMinutes);
        }

        var company = await context.Companies.IgnoreQueryFilters().IgnoreAutoIncludes().AsNoTracking()
            .SingleAsync(c => c.Id == user.CompanyId, ct);
        return entry.Gate == EntryGate.Stopped || user.Suspended || company.Stopped ? new Violation(ErrorCodes.SignInStopped, "")
            : logIn.IsOfAnother(user) ? new Violation(
                ErrorCodes.LogInWayRefused, "", "電子証明書は、入力したログインIDのものではありません。電子証明書を選び直してください。")
            : logIn.Way.Method() != company.LoginMethod ? new Violation(ErrorCodes.LogInWayRefused, "", WayOf(company.LoginMethod))
            : logIn.Way == LogInWay.Issue ? await IssueRefusalAsync(user, ct)
            : null;
    }

    private async Task<Violation?> IssueRefusalAsync(User user, CancellationToken ct)
    {
        var held = await context.CertificatesOfAsync(user.Id, ct);
        return held.IssueRefusalAt(renewed: null, clock.GetUtcNow().UtcDateTime) is { } code ? new Violation(code, "") : null;
    }

    private static string WayOf(LoginMethod method) => method == LoginMethod.Certificate
        ? "貴社は電子証明書でログインするご契約です。電子証明書の入ったパソコンで「電子証明書ログイン」からお進みください。"
        : "貴社はログインIDとパスワードでログインするご契約です。ログイン画面からお進みください。";

    /// <summary>Records a refused login, if that is to be told at this number of times.</summary>
    public async Task RecordAsync(User? user, Violation refused, string terminal, int times, CancellationToken ct)
    {
        BankAdminMeters.CountRefusedLogIn(refused.Code);
        if (RepeatCounter.IsTold(times))
        {
            var (by, chain) = user is null ? (Person.Unknown(terminal), ChainHead.Bank) : (Person.Of(user, terminal), user.CompanyId);
            await context.RecordAsync(new LoginRefused(user?.AsSubject(), [refused.Code]) { Times = times }, by, chain, ct);
        }
    }
}
