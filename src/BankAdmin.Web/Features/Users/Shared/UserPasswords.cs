using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>Passwords that are set in 利用者管理 (rule: spec credentials.md §1): hashed when accepted, never kept as typed.</summary>
public sealed class UserPasswords(
    BankAdminDbContext context, PasswordHashing hashing, EntryCounters counters, SignInSessions sessions, BankParameters bank)
{
    /// <summary>Longest password.</summary>
    public int MaxLength => bank.PasswordMaxLength;

    /// <summary>Days until an unused temporary password dies.</summary>
    public int TemporaryDays => bank.TemporaryPasswordDays;

    /// <summary>Holds typed passwords against those the user has, and replaces them by their hashes.</summary>
    /// <param name="form">The form, of the right shape.</param>
    /// <param name="user">The user; null: a new one.</param>
    public async Task<Redrawn<UserForm>> AcceptAsync(UserForm form, User? user, CancellationToken ct)
    {
        var (login, confirmation) = (form.Basic.NewLogin, form.Basic.NewConfirmation);
        var otherLogin = login is null ? form.Login?.Hash ?? user?.LoginPassword.Hash : null;
        var otherConfirmation = confirmation is null ? form.Confirmation?.Hash ?? user?.ConfirmationPassword.Hash : null;
        List<Violation> repeats =
        [
            .. await RepeatsAsync(login, [user?.LoginPassword.Hash, otherConfirmation], ct),
            .. await RepeatsAsync(confirmation, [user?.ConfirmationPassword.Hash, otherLogin], ct),
        ];
        return repeats.Count > 0 ? new Redrawn<UserForm>(form, repeats) : new Redrawn<UserForm>(
            form with
            {
                Login = login is null ? form.Login : await HashAsync(login, form.Basic, ct),
                Confirmation = confirmation is null ? form.Confirmation : await HashAsync(confirmation, form.Basic, ct),
                Basic = form.Basic with
                {
                    LoginPasswordKept = form.Basic.ChangeLoginPassword,
                    ConfirmPwKept = form.Basic.ChangeConfirmationPassword,
                },
            },
            []);
    }

    /// <summary>E-RSK-002 where a typed password is one of those stored.</summary>
    public async Task<IReadOnlyList<Violation>> RepeatsAsync(NewPassword? typed, IEnumerable<string?> hashes, CancellationToken ct)
    {
        foreach (var hash in hashes.OfType<string>().Where(_ => typed is not null))
        {
            if (await hashing.VerifyAsync(hash, typed!.Typed!, ct) != PasswordVerdict.Wrong)
            {
                return [new Violation(ErrorCodes.PasswordRepeats, typed.Field)];
            }
        }

        return [];
    }

    /// <summary>Hashes a password that passed its checks.</summary>
    public Task<string> HashAsync(NewPassword typed, CancellationToken ct) => hashing.HashAsync(typed.Typed!, ct);

    /// <summary>An accepted password as it will be stored.</summary>
    public StoredPassword? Stored(AcceptedPassword? accepted, bool force, DateTime nowUtc) => accepted is null ? null
        : force ? StoredPassword.Temporary(accepted.Hash, nowUtc, bank.TemporaryPasswordDays)
        : StoredPassword.Own(accepted.Hash, nowUtc);

    /// <summary>What goes with new passwords: they end the stops by wrong entries, and the sessions where somebody else set them.</summary>
    public void SetAlongside(Actor actor, User user, StoredPassword? login, StoredPassword? confirmation)
    {
        foreach (var kind in new[] { (EntryKind.Login, login), (EntryKind.Confirmation, confirmation) }.Where(set => set.Item2 is not null))
        {
            context.Alongside(_ => counters.ClearAsync(user.Id, kind.Item1));
        }

        if (actor.UserId != user.Id && (login ?? confirmation) is not null)
        {
            sessions.EndAlongside(user.Id);
        }
    }

    private async Task<AcceptedPassword> HashAsync(NewPassword typed, BasicPart basic, CancellationToken ct) =>
        new(await HashAsync(typed, ct), LoginId.Key(basic.LoginId));
}
