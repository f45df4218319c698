using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ChangeOwnPassword;

/// <summary>パスワード変更 of one's own passwords: the current ones are asked for and counted like any entry.</summary>
public sealed class ChangeOwnPasswordWizard(
    BankAdminDbContext context, CurrentSession session, UserPasswords passwords, CurrentPasswords current, UserNotices notices, TimeProvider clock) : Wizard<OwnPasswordForm>
{
    private User user = null!;
    private IReadOnlyList<Violation> repeats = [];

    /// <inheritdoc />
    public override string Name => "own-password";

    /// <inheritdoc />
    public override Operation Operation => OperationCatalogue.ChangeOwnPassword;

    /// <inheritdoc />
    public override Screen ResultScreen => ScreenCatalogue.ChangeOwnPasswordResult;

    /// <inheritdoc />
    public override string Done => "パスワードを変更しました。次のログインから新しいパスワードをお使いください。";

    /// <summary>Longest password.</summary>
    public int MaxLength => passwords.MaxLength;

    /// <inheritdoc />
    public override IReadOnlyList<InputStep<OwnPasswordForm>> Steps => field ??=
    [
        new InputStep<OwnPasswordForm, OwnPasswordPart>(
            "passwords", ScreenCatalogue.ChangeOwnPassword, "パスワードを変更",
            new OwnPasswordPart.Validator(session.RequireTypist().LoginName, passwords.MaxLength), form => form.Typed, (_, posted) => new OwnPasswordForm { Typed = posted }),
    ];

    /// <inheritdoc />
    public override async Task<Subject<OwnPasswordForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        var id = session.RequireTypist().Id;
        if (await context.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } found)
        {
            return null;
        }

        user = found;
        return new Subject<OwnPasswordForm>(new OwnPasswordForm(), user);
    }

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(OwnPasswordForm input) =>
    [
        new("パスワード", "newLoginPassword", "ログインパスワード", input.Login is null ? "変更しない" : "変更する", Muted: input.Login is null),
        new("パスワード", "newConfirmationPassword", "確認用パスワード", input.Confirmation is null ? "変更しない" : "変更する", Muted: input.Confirmation is null),
    ];

    /// <inheritdoc />
    public override async Task<Redrawn<OwnPasswordForm>> AcceptAsync(InputStep<OwnPasswordForm> step, OwnPasswordForm input, CancellationToken ct) => new(
        input with
        {
            Login = input.Typed.Login is { } login ? await passwords.HashAsync(login, ct) : null,
            Confirmation = input.Typed.Confirmation is { } confirmation ? await passwords.HashAsync(confirmation, ct) : null,
        },
        []);

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Violation>> JudgeAsync(OwnPasswordForm typed, CancellationToken ct)
    {
        var (login, confirmation) = (typed.Typed.Login, typed.Typed.Confirmation);
        List<Violation> refused =
        [
            .. login is null ? [] : await current.JudgeLoginAsync(user, typed.Typed.CurrentLoginPassword!, ct),
            .. confirmation is null ? [] : await current.JudgeConfirmationAsync(typed.Typed.CurrentConfirmationPassword, ct),
        ];
        repeats = refused.Count > 0 ? [] : await current.JudgeNewAsync(user, login, confirmation, ct);
        return refused;
    }

    /// <inheritdoc />
    public override IReadOnlyList<Violation> CheckLast(OwnPasswordForm input) => repeats;

    /// <inheritdoc />
    public override Task ApplyAsync(OwnPasswordForm input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        notices.Tell(Operation, user.Id, user.Name, [user.Email], Describe(input).Where(row => !row.Muted).Select(row => row.Label));
        user.ChangeOwnPasswords(Own(input.Login, now), Own(input.Confirmation, now));
        return Task.CompletedTask;
    }

    private static StoredPassword? Own(string? hash, DateTime now) => hash is null ? null : StoredPassword.Own(hash, now);
}
