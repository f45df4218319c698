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
    BankAdminDbContext context, PasswordHashing hashing, EntryGatekeeper counters, SessionStore sessions, BankParameters bank)
{
    public int MaxLength => bank.PasswordMaxLength;

    /// <summary>Days until an unused temporary password dies.</summary>
    public int TemporaryDays => bank.TemporaryPasswordDays;

    /// <summary>Replaces typed passwords by their hashes.</summary>
    /// <param name="form">The form, of the right shape.</param>
    /// <param name="user">The user; null: a new one.</param>
    public async Task<StepResult<UserForm>> AcceptAsync(UserForm form, User? user, CancellationToken ct)
    {
        var (login, confirmation) = (form.Basic.NewLogin, form.Basic.NewConfirmation);

        // What the person typed here before may be told at once; what is stored may not.
        List<Violation> repeats =
        [
            .. await hashing.RepeatsAsync(login, [confirmation is null ? form.Confirmation?.Hash : null], ct),
            .. await hashing.RepeatsAsync(confirmation, [login is null ? form.Login?.Hash : null], ct),
        ];
        return repeats.Count > 0 ? new StepResult<UserForm>(form, repeats) : new StepResult<UserForm>(
            form with
            {
                Login = login is null ? form.Login
                    : await AcceptedAsync(
                        login, [user?.LoginPassword.Hash, form.Basic.ChangeConfirmationPassword ? null : user?.ConfirmationPassword.Hash]),
                Confirmation = confirmation is null ? form.Confirmation
                    : await AcceptedAsync(
                        confirmation, [user?.ConfirmationPassword.Hash, form.Basic.ChangeLoginPassword ? null : user?.LoginPassword.Hash]),
                Basic = form.Basic with
                {
                    LoginPasswordKept = form.Basic.ChangeLoginPassword,
                    ConfirmPwKept = form.Basic.ChangeConfirmationPassword,
                },
            });

        async Task<AcceptedPassword> AcceptedAsync(NewPassword typed, IEnumerable<string?> stored) => new(
            await HashAsync(typed, ct), AcceptedPassword.WhatItIsHeldAgainst(form, user),
            await hashing.IsOneOfAsync(typed.Typed!, stored, ct));
    }

    public Task<string> HashAsync(NewPassword typed, CancellationToken ct) => hashing.HashAsync(typed.Typed!, ct);

    public StoredPassword? Stored(AcceptedPassword? accepted, bool force, DateTime nowUtc) => accepted is null ? null
        : force ? StoredPassword.Temporary(accepted.Hash, nowUtc, bank.TemporaryPasswordDays)
        : StoredPassword.Own(accepted.Hash, nowUtc);

    /// <summary>
    /// What goes with passwords that somebody else set: they end the stops by wrong entries, and the sessions. Nobody lifts
    /// their own stop.
    /// </summary>
    public void ClearStopsAfterRows(Person actor, User user, StoredPassword? login, StoredPassword? confirmation)
    {
        if (actor.Id == user.Id || (login ?? confirmation) is null)
        {
            return;
        }

        (EntryKind Kind, StoredPassword? Set)[] both = [(EntryKind.Login, login), (EntryKind.Confirmation, confirmation)];
        foreach (var (kind, _) in both.Where(one => one.Set is not null))
        {
            context.AfterRows(_ => counters.ClearAsync(user.Id, kind));
        }

        sessions.EndAfterRows(user.Id);
    }
}
