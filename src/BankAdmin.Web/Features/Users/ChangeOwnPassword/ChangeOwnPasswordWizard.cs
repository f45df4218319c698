using BankAdmin.Domain;
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

/// <summary>Whoever changes their own passwords.</summary>
public sealed record OwnPasswordSubject(User User) : Subject<OwnPasswordForm>(new OwnPasswordForm(), User);

/// <summary>パスワード変更, of any user: current, new, new again; either pair may stay empty (rule: spec credentials.md §1).</summary>
[Wizard("own-password", "/users/password", "BRSK002")]
public sealed class ChangeOwnPasswordWizard(
    BankAdminDbContext context, UserPasswords passwords, CurrentPasswords current, ChangeNotices notices, TimeProvider clock)
    : Wizard<OwnPasswordForm, OwnPasswordSubject>
{
    public override Operation Operation => OperationCatalogue.ChangeOwnPassword;

    public override WizardScreens Screens { get; } = new(ScreenCatalogue.ChangeOwnPasswordResult);

    public override IReadOnlyList<InputStep<OwnPasswordForm, OwnPasswordSubject>> Steps { get; } =
    [
        new InputStep<OwnPasswordForm, OwnPasswordSubject, OwnPasswordPart>(
            "passwords", ScreenCatalogue.ChangeOwnPassword, "パスワードを変更",
            (subject, _) => new OwnPasswordPart.Validator(subject.User.LoginId, passwords.MaxLength),
            form => form.Typed, (_, _, posted) => new OwnPasswordForm { Typed = posted }),
    ];

    public override WizardWords Words(OwnPasswordSubject subject) =>
        new("", "パスワードを変更しました。次のログインから新しいパスワードをお使いください。");

    public override async Task<OwnPasswordSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct) =>
        await context.Users.SingleOrDefaultAsync(user => user.Id == actor.Id, ct) is { } user ? new OwnPasswordSubject(user) : null;

    public override IEnumerable<Described> Describe(OwnPasswordSubject subject, OwnPasswordForm input) =>
    [
        Row("newLoginPassword", "ログインパスワード", input.Login),
        Row("newConfirmationPassword", "確認用パスワード", input.Confirmation),
    ];

    public override async Task<StepResult<OwnPasswordForm>> AcceptStepAsync(
        OwnPasswordSubject subject, InputStep<OwnPasswordForm, OwnPasswordSubject> step, OwnPasswordForm input, CancellationToken ct) =>
        new(input with
        {
            Login = input.Typed.Login is { } login ? await passwords.HashAsync(login, ct) : null,
            Confirmation = input.Typed.Confirmation is { } confirmation ? await passwords.HashAsync(confirmation, ct) : null,
        });

    /// <summary>
    /// The current passwords are judged as entries; the new ones against the stored only after them, else the answer would be an
    /// uncounted guess.
    /// </summary>
    public override async Task<SecretsVerdict> JudgeSecretsAsync(OwnPasswordSubject subject, OwnPasswordForm typed, CancellationToken ct)
    {
        var (login, confirmation) = (typed.Typed.Login, typed.Typed.Confirmation);
        List<Violation> refused =
        [
            .. login is null ? [] : await current.JudgeLoginAsync(subject.User, typed.Typed.CurrentLoginPassword!, ct),
            .. confirmation is null ? [] : await current.JudgeConfirmationAsync(typed.Typed.CurrentConfirmationPassword, ct),
        ];
        return new SecretsVerdict(refused, refused.Count > 0 ? [] : await current.JudgeNewAsync(subject.User, login, confirmation, ct));
    }

    public override async Task ApplyAsync(OwnPasswordSubject subject, OwnPasswordForm input, CancellationToken ct)
    {
        var (user, now) = (subject.User, clock.GetUtcNow().UtcDateTime);
        var changed = Describe(subject, input).Where(row => !row.Muted).Select(row => row.Label);
        await notices.TellAsync(Operation, user, ct, changed);
        user.ChangeOwnPasswords(Own(input.Login, now), Own(input.Confirmation, now));
    }

    private static Described Row(string key, string label, string? hash) =>
        new("パスワード", key, label, hash is null ? "変更しない" : "変更する", Kind: ValueKind.Secret, Muted: hash is null);

    private static StoredPassword? Own(string? hash, DateTime now) => hash is null ? null : StoredPassword.Own(hash, now);
}
