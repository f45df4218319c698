using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>The three pages of 利用者登録 and 利用者変更.</summary>
/// <param name="Verb">入力 or 変更, in the names of the steps.</param>
public sealed record UserScreens(Screen Basic, Screen Rights, Screen Accounts, Screen Confirm, Screen Result, string Verb, string Done);

/// <summary>利用者登録 and 利用者変更: the same forms, the same rules (rule: spec rules.md §1, §4).</summary>
public abstract class UserWizard(
    BankAdminDbContext context, UserPasswords passwords, TakenLoginIds taken, TimeProvider clock, UserScreens screens)
    : Wizard<UserForm, UserSubject>
{
    private const string BasicKey = "basic";

    public override int Schema => 3;

    public override WizardScreens Screens { get; } =
        new(screens.Result, screens.Confirm, "内容確認", screens.Done) { List = ScreenCatalogue.Users };

    public override IReadOnlyList<InputStep<UserForm, UserSubject>> Steps { get; } =
    [
        new InputStep<UserForm, UserSubject, BasicPart>(
            BasicKey, screens.Basic, $"利用者基本情報を{screens.Verb}",
            (_, _) => new BasicValidator(passwords.MaxLength), form => form.Basic, PutBasic)
        {
            Owns = OwnsBasic,
        },
        new InputStep<UserForm, UserSubject, RightsPart>(
            "rights", screens.Rights, $"利用者権限を{screens.Verb}",
            (subject, _) => new RightsValidator(subject.Proposed), form => form.Rights, PutRights)
        {
            Owns = OwnsRights,
        },
        new InputStep<UserForm, UserSubject, AccountsPart>(
            "accounts", screens.Accounts, "利用口座・限度額を入力",
            (subject, input) => new AccountsValidator(subject.Proposed, subject.Sheet.RightsOf(input)),
            form => form.Accounts, PutAccounts)
        {
            Owns = OwnsAccounts,
        },
    ];

    protected BankAdminDbContext Context => context;

    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override StepUp StepUpFor(UserSubject subject) => subject.Company.ForUsers();

    public override async Task<StepResult<UserForm>> AcceptStepAsync(
        UserSubject subject, InputStep<UserForm, UserSubject> step, UserForm input, CancellationToken ct)
    {
        if (step.Key != BasicKey)
        {
            return new StepResult<UserForm>(input);
        }

        var refused = await CheckLoginIdAsync(subject, input, ct);
        return refused.Count > 0 ? new StepResult<UserForm>(input, refused) : await passwords.AcceptAsync(input, subject.User, ct);
    }

    public override async Task<IReadOnlyList<Violation>> CheckReadableAsync(
        UserSubject subject, UserForm input, IReadOnlySet<string> unreadable, CancellationToken ct) =>
        unreadable.Any(OwnsBasic) && !unreadable.Contains("loginId") ? await CheckLoginIdAsync(subject, input, ct) : [];

    public override Task<StepResult<UserForm>?> HandleButtonAsync(
        UserSubject subject, UserForm before, UserForm typed, string button, CancellationToken ct) => Task.FromResult(button switch
        {
            "selectAll" => new StepResult<UserForm>(WithFunds(subject, typed, chosen: true)),
            "clearAll" => new StepResult<UserForm>(WithFunds(subject, typed, chosen: false)),
            "selectAccounts" => new StepResult<UserForm>(WithAccounts(subject, typed, chosen: true)),
            "clearAccounts" => new StepResult<UserForm>(WithAccounts(subject, typed, chosen: false)),
            _ => null,
        });

    public override IReadOnlyList<Violation> CheckAfterSave(UserSubject subject, UserForm input) =>
        (from password in input.NewPasswords
         where password.Accepted!.Repeats
         select new Violation(ErrorCodes.PasswordRepeats, password.Field)).ToList();

    protected Task<IReadOnlyList<Violation>> CheckLoginIdAsync(UserSubject subject, UserForm input, CancellationToken ct) =>
        taken.CheckAsync(LoginId.Key(input.Basic.LoginId), subject.User?.Id, ct);

    /// <summary>The passwords to be stored with a form.</summary>
    protected (StoredPassword? Login, StoredPassword? Confirmation) PasswordsOf(UserForm form) => (
        passwords.Stored(form.Basic.ChangeLoginPassword ? form.Login : null, form.Basic.ForceChange, Now),
        passwords.Stored(form.Basic.ChangeConfirmationPassword ? form.Confirmation : null, form.Basic.ForceChangeConfirm, Now));

    /// <summary>A password must be typed again where what it was held against has changed since.</summary>
    protected static IEnumerable<Violation> CheckPasswordsStillValid(UserSubject subject, UserForm form) =>
        from password in form.NewPasswords
        where !subject.IsStillValid(password.Accepted, form)
        select new Violation(ErrorCodes.Required, password.Field);

    private static bool OwnsBasic(string field) => !OwnsRights(field) && !OwnsAccounts(field);

    private static bool OwnsRights(string field) => field.StartsWith("rights", StringComparison.Ordinal);

    private static bool OwnsAccounts(string field) =>
        field.StartsWith("accounts", StringComparison.Ordinal) || field.StartsWith("userLimits", StringComparison.Ordinal);

    // What the person may not change comes from the store, whatever is posted; a password stands while what it was
    // held against does: the login ID, and the other password, whose change may be given up.
    private static UserForm PutBasic(UserSubject subject, UserForm before, BasicPart posted)
    {
        var (stored, may) = (before.Basic, subject.Proposed.May(UserAct.ChangeProfile));
        var basic = posted with
        {
            LoginId = may ? posted.LoginId : stored.LoginId,
            LoginIdAgain = may ? posted.LoginIdAgain : stored.LoginIdAgain,
            UserName = may ? posted.UserName : stored.UserName,
            IsAdministrator = subject.Proposed.May(UserAct.ChangeRole) ? posted.IsAdministrator : stored.IsAdministrator,
            ChangeLoginPassword = subject.Registers || posted.ChangeLoginPassword,
            ChangeConfirmationPassword = !subject.Registers && posted.ChangeConfirmationPassword,
        };
        var givenUp = (stored.ChangeLoginPassword && !basic.ChangeLoginPassword)
            || (stored.ChangeConfirmationPassword && !basic.ChangeConfirmationPassword);
        var (login, confirmation) = givenUp ? (null, null) : (StillValid(before.Login), StillValid(before.Confirmation));
        return before with
        {
            Login = login,
            Confirmation = confirmation,
            Basic = basic with
            {
                LoginPasswordKept = login is not null,
                ConfirmPwKept = confirmation is not null,
            },
        };

        AcceptedPassword? StillValid(AcceptedPassword? accepted) =>
            subject.IsStillValid(accepted, before with { Basic = basic }) ? accepted : null;
    }

    private static UserForm PutRights(UserSubject subject, UserForm before, RightsPart posted) => subject.Proposed.May(UserAct.ChangeRights)
        ? before with { Rights = posted with { Offered = subject.Proposed.Offered.Select(right => right.Key).ToList() } }
        : before;

    private static UserForm PutAccounts(UserSubject subject, UserForm before, AccountsPart posted)
    {
        var limits = new Dictionary<string, string?>(before.Accounts.UserLimits);
        foreach (var kind in subject.LimitsOf(before).Where(_ => subject.Proposed.May(UserAct.ChangeLimits)))
        {
            limits[kind.Key] = posted.UserLimits.GetValueOrDefault(kind.Key);
        }

        return before with
        {
            Accounts = new AccountsPart
            {
                Accounts = subject.Proposed.May(UserAct.ChangeRights) ? posted.Accounts : before.Accounts.Accounts,
                Offered = subject.Company.Accounts.Select(account => account.Key).ToList(),
                UserLimits = limits,
            },
        };
    }

    private static UserForm WithAccounts(UserSubject subject, UserForm form, bool chosen) => !subject.Proposed.May(UserAct.ChangeRights)
        ? form
        : form with { Accounts = form.Accounts with { Accounts = chosen ? [.. form.Accounts.Offered] : [] } };

    private static UserForm WithFunds(UserSubject subject, UserForm form, bool chosen)
    {
        var funds = subject.Proposed.Offered.Where(right => right.Block == Rights.Funds).Select(right => right.Key.ToString()).ToList();
        var others = form.Rights.Rights.Except(funds);
        return form with { Rights = form.Rights with { Rights = [.. others, .. chosen ? funds : []] } };
    }
}
