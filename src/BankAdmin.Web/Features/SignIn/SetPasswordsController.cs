using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.SignIn;

/// <summary>パスワード強制変更 (BLGI010): nothing else is reachable until it is done (spec credentials.md §2).</summary>
[Area("SignIn")]
[Screen("BLGI010")]
[Route("password")]
public sealed class SetPasswordsController(
    BankAdminDbContext context, DuePasswordChange change, CurrentSession session) : ScreenController
{
    private const string ViewPath = "/Features/SignIn/password.cshtml";

    [HttpGet]
    public async Task<IActionResult> Due(CancellationToken ct) =>
        DueOf(await UserAsync(ct)) is { } due ? Show(Screen, ViewPath, due) : SeeOther("/");

    [HttpPost]
    public async Task<IActionResult> Change([FromForm] SetPasswordsForm form, CancellationToken ct)
    {
        var user = await UserAsync(ct);
        if (DueOf(user) is not { } due)
        {
            return SeeOther("/");
        }

        IReadOnlyList<Violation> errors;
        try
        {
            errors = await change.TryAsync(user, due, form, ct);
        }
        catch (RefusedAfterRowsException refused)
        {
            errors = refused.Violations;
        }
        catch (Exception lost) when (lost is RaceLostException or DbUpdateConcurrencyException)
        {
            // The user was changed, or logged out, since the request came: what is stored now decides what is asked.
            return SeeOther("/");
        }

        return errors.Count == 0
            ? SeeOther("/")
            : Refuse(Screen, ViewPath, due, errors,
                new Refusal(Detail: "安全のため、入力したパスワードは画面に残しません。もう一度入力してください。"));
    }

    private Task<User> UserAsync(CancellationToken ct)
    {
        var id = session.RequirePerson().Id;
        return context.Users.SingleAsync(u => u.Id == id, ct);
    }

    private static DuePasswords? DueOf(User user) => user.MustSetPasswords
        ? new DuePasswords(user.LoginPassword.MustChange, user.ConfirmationPassword.Hash is null || user.ConfirmationPassword.MustChange)
        : null;
}

/// <summary>Judges and sets the passwords that are due at login.</summary>
public sealed class DuePasswordChange(
    BankAdminDbContext context, CurrentPasswords current, PasswordHashing hashing, CompanyPeople people,
    ChangeNotices notices, BankParameters bank, TimeProvider clock)
{
    /// <summary>Sets them; or says what is wrong and sets nothing.</summary>
    public async Task<IReadOnlyList<Violation>> TryAsync(User user, DuePasswords due, SetPasswordsForm form, CancellationToken ct)
    {
        var login = due.Login ? new NewPassword("newLoginPassword", form.NewLoginPassword, form.NewLoginPasswordAgain) : null;
        var confirmation = due.Confirmation
            ? new NewPassword("newConfirmationPassword", form.NewConfirmationPassword, form.NewConfirmationPasswordAgain)
            : null;
        var errors = new List<Violation>();
        if (due.Login && string.IsNullOrEmpty(form.CurrentLoginPassword))
        {
            errors.Add(new Violation(ErrorCodes.Required, "currentLoginPassword"));
        }

        errors.AddRange(login?.Check(user.LoginId, bank.PasswordMaxLength, form.CurrentLoginPassword) ?? []);
        errors.AddRange(confirmation?.Check(user.LoginId, bank.PasswordMaxLength, form.NewLoginPassword, form.CurrentLoginPassword) ?? []);
        if (errors.Count == 0 && due.Login)
        {
            errors.AddRange(await current.JudgeLoginAsync(user, form.CurrentLoginPassword!, ct));
        }

        if (errors.Count == 0)
        {
            // The other kind's password that stays may not be repeated either.
            context.FailIfAllElseHolds(
            [
                .. await hashing.RepeatsAsync(
                    login, [user.LoginPassword.Hash, due.Confirmation ? null : user.ConfirmationPassword.Hash], ct),
                .. await hashing.RepeatsAsync(
                    confirmation, [user.ConfirmationPassword.Hash, due.Login ? null : user.LoginPassword.Hash], ct),
            ]);
            user.SetDuePasswords(await HashAsync(login, ct), await HashAsync(confirmation, ct));
            context.RequireBeforeRows(people.ActorMayStillActAsync);
            await notices.TellAsync(OperationCatalogue.ChangeForcedPassword, user, ct,
                new[] { login is null ? null : "ログインパスワード", confirmation is null ? null : "確認用パスワード" }.OfType<string>());
            await context.SaveChangesAsync(ct);
        }

        return errors;
    }

    private async Task<StoredPassword?> HashAsync(NewPassword? typed, CancellationToken ct) => typed is null
        ? null
        : StoredPassword.Own(await hashing.HashAsync(typed.Typed!, ct), clock.GetUtcNow().UtcDateTime);
}
