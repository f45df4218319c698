using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>The steps that 利用者登録 and 利用者変更 share (rule: spec rules.md §1, §4).</summary>
public abstract class UserWizard(BankAdminDbContext context, CurrentSession session, UserPasswords passwords, UserNotices notices, TimeProvider clock) : Wizard<UserForm>
{
    private const string BasicKey = "basic";
    private const string RightsKey = "rights";
    private const string AccountsKey = "accounts";

    /// <summary>The contract.</summary>
    public Company Company { get; private set; } = null!;

    /// <summary>The user; null: a new one.</summary>
    public User? User { get; protected set; }

    /// <summary>The user a new one is made like (複写); null: nobody.</summary>
    public User? Like { get; protected set; }

    /// <summary>Whether a new user is made.</summary>
    public bool Registers => User is null;

    /// <summary>Whether the person changes their own user.</summary>
    public bool IsOneself => User?.Id == Actor.Id;

    /// <summary>Days until an unused temporary password dies.</summary>
    public int TemporaryDays => passwords.TemporaryDays;

    /// <summary>Longest password.</summary>
    public int PasswordMaxLength => passwords.MaxLength;

    /// <inheritdoc />
    public override int Schema => 2;

    /// <inheritdoc />
    public override Screen List => ScreenCatalogue.Users;

    /// <inheritdoc />
    public override IReadOnlyList<InputStep<UserForm>> Steps => field ??=
    [
        new InputStep<UserForm, BasicPart>(
            BasicKey, Screens.Basic, $"利用者基本情報を{Verb}", new BasicValidator(passwords.MaxLength), form => form.Basic, PutBasic),
        new InputStep<UserForm, RightsPart>(
            RightsKey, Screens.Rights, $"利用者権限を{Verb}", new RightsValidator(() => May(UserAct.ChangeRights) ? Offered : null), form => form.Rights,
            (before, posted) => May(UserAct.ChangeRights) ? before with { Rights = posted with { Offered = Offered.Select(right => right.Key).ToList() } } : before),
        new AccountsStep(this, Screens.Accounts),
    ];

    /// <summary>The rights that can be granted.</summary>
    public IReadOnlyList<Right> Offered => field ??= Rights.OfferedBy(Company);

    /// <summary>How the user is described.</summary>
    public UserSheet Sheet => new(Company, User);

    /// <summary>What is done on the first two steps, as the manual calls it: 入力, 変更.</summary>
    protected abstract string Verb { get; }

    /// <summary>The screens of the three steps.</summary>
    protected abstract (Screen Basic, Screen Rights, Screen Accounts) Screens { get; }

    /// <summary>The database.</summary>
    protected BankAdminDbContext Context => context;

    /// <summary>Tells the user.</summary>
    protected UserNotices Notices => notices;

    /// <summary>What is done with passwords.</summary>
    protected UserPasswords Passwords => passwords;

    /// <summary>Who does it.</summary>
    protected Person Actor => session.RequireTypist();

    /// <summary>The time, UTC.</summary>
    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether the person may do that to this user; of a new one, everything.</summary>
    public bool May(UserAct act) => User is null || AuthorityOver.May(Actor, User, act);

    /// <summary>The limits that are asked for with these rights.</summary>
    public IReadOnlyList<UserLimitKind> LimitsOf(UserForm form) => Sheet.LimitsOf(Sheet.RightsOf(form));

    /// <inheritdoc />
    public override InputStep<UserForm> StepOf(string field) => Steps.Single(step => step.Key == (
        field.StartsWith("rights", StringComparison.Ordinal) ? RightsKey
        : field.StartsWith("accounts", StringComparison.Ordinal) || field.StartsWith("userLimits", StringComparison.Ordinal) ? AccountsKey
        : BasicKey));

    /// <inheritdoc />
    public override async Task<Redrawn<UserForm>> AcceptAsync(InputStep<UserForm> step, UserForm input, CancellationToken ct)
    {
        if (step.Key != BasicKey)
        {
            return new Redrawn<UserForm>(input, []);
        }

        var taken = await CheckLoginIdAsync(input, ct);
        return taken.Count > 0 ? new Redrawn<UserForm>(input, taken) : await passwords.AcceptAsync(input, User, ct);
    }

    /// <inheritdoc />
    public override Task<Redrawn<UserForm>?> ActAsync(UserForm input, string action, CancellationToken ct) => Task.FromResult(action switch
    {
        "selectAll" => new Redrawn<UserForm>(WithFunds(input, chosen: true), []),
        "clearAll" => new Redrawn<UserForm>(WithFunds(input, chosen: false), []),
        _ => null,
    });

    /// <summary>Whether an accepted password still stands: what it was held against is as it was.</summary>
    public bool Stands(AcceptedPassword? accepted, UserForm form) => accepted?.Against == UserPasswords.AgainstOf(form, User);

    /// <inheritdoc />
    public override IReadOnlyList<Violation> CheckLast(UserForm input) =>
        (from password in input.NewPasswords where password.Accepted!.Repeats select new Violation(ErrorCodes.PasswordRepeats, password.Field)).ToList();

    /// <summary>Reads the contract.</summary>
    protected async Task LoadCompanyAsync(CancellationToken ct) => Company = await context.Companies.AsNoTracking().SingleAsync(ct);

    /// <summary>E-RSK-001, whoever has the ID.</summary>
    protected async Task<IReadOnlyList<Violation>> CheckLoginIdAsync(UserForm input, CancellationToken ct) =>
        await context.IsLoginIdTakenAsync(LoginId.Key(input.Basic.LoginId), User?.Id, Now, ct)
            ? [new Violation(ErrorCodes.LoginIdTaken, "loginId")]
            : [];

    /// <summary>What was typed, as the domain takes it. Hidden rights stay; a limit goes with the last right that needs it.</summary>
    protected UserProfile ProfileOf(UserForm form)
    {
        var basic = form.Basic;
        var rights = User?.Role == UserRole.Master ? [] : Sheet.RightsOf(form).ToList();
        var asked = LimitsOf(form).ToHashSet();
        var stored = User?.Limits ?? UserTransactionLimits.Zero;
        return new UserProfile(
            May(UserAct.ChangeProfile) ? basic.FoldedLoginId : User!.LoginId,
            May(UserAct.ChangeProfile) ? JapaneseText.Widen(basic.UserName) : User!.Name,
            JapaneseText.Fold(basic.Email),
            User?.Role == UserRole.Master ? UserRole.Master : basic.IsAdministrator == "true" ? UserRole.Administrator : UserRole.General,
            rights,
            User?.Role == UserRole.Master ? [] : Company.Accounts.Where(account => form.Accounts.Accounts.Contains(account.Key)).Select(account => account.Id).ToList(),
            UserTransactionLimits.Each(LimitFor));

        Yen LimitFor(UserLimitKind kind) => asked.Contains(kind) ? AmountText.Read(form.Accounts.UserLimits[kind.Key])
            : Company.Has(kind.Service) ? default
            : kind.Of(stored);
    }

    /// <summary>The new passwords of the form.</summary>
    protected (StoredPassword? Login, StoredPassword? Confirmation) PasswordsOf(UserForm form) => (
        passwords.Stored(form.Basic.ChangeLoginPassword ? form.Login : null, form.Basic.ForceChange, Now),
        passwords.Stored(form.Basic.ChangeConfirmationPassword ? form.Confirmation : null, form.Basic.ForceChangeConfirm, Now));

    /// <summary>E-COM-001 for a password that has to be typed again, because the stored ones are not those it was held against.</summary>
    protected IEnumerable<Violation> CheckStanding(UserForm form) =>
        from password in form.NewPasswords where !Stands(password.Accepted, form) select new Violation(ErrorCodes.Required, password.Field);

    // What the person may not change comes from the store, whatever is posted; a password stands while what it was
    // held against does: the login ID, and the other password, whose change may be given up.
    private UserForm PutBasic(UserForm before, BasicPart posted)
    {
        var stored = before.Basic;
        var basic = posted with
        {
            LoginId = May(UserAct.ChangeProfile) ? posted.LoginId : stored.LoginId,
            LoginIdAgain = May(UserAct.ChangeProfile) ? posted.LoginIdAgain : stored.LoginIdAgain,
            UserName = May(UserAct.ChangeProfile) ? posted.UserName : stored.UserName,
            IsAdministrator = May(UserAct.ChangeRole) ? posted.IsAdministrator : stored.IsAdministrator,
            ChangeLoginPassword = Registers || posted.ChangeLoginPassword,
            ChangeConfirmationPassword = !Registers && posted.ChangeConfirmationPassword,
        };
        var (loginGoes, confirmationGoes) = (stored.ChangeLoginPassword && !basic.ChangeLoginPassword, stored.ChangeConfirmationPassword && !basic.ChangeConfirmationPassword);
        var (login, confirmation) = loginGoes || confirmationGoes ? (null, null) : (Standing(before.Login), Standing(before.Confirmation));
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

        AcceptedPassword? Standing(AcceptedPassword? accepted) => Stands(accepted, before with { Basic = basic }) ? accepted : null;
    }

    private UserForm WithFunds(UserForm form, bool chosen)
    {
        var funds = Offered.Where(right => right.Block == Rights.Funds).Select(right => right.Key.ToString()).ToList();
        var others = form.Rights.Rights.Except(funds);
        return form with { Rights = form.Rights with { Rights = [.. others, .. chosen ? funds : []] } };
    }

    // Its shape depends on the rights of the step before.
    private sealed record AccountsStep(UserWizard Wizard, Screen Shown) : InputStep<UserForm>(AccountsKey, Shown, "利用口座・限度額を入力")
    {
        public override async Task<UserForm> BindAsync(UserForm input, FormBinder bind)
        {
            var posted = new AccountsPart();
            await bind(posted);
            var limits = new Dictionary<string, string?>(input.Accounts.UserLimits);
            foreach (var kind in Wizard.LimitsOf(input).Where(_ => Wizard.May(UserAct.ChangeLimits)))
            {
                limits[kind.Key] = posted.UserLimits.GetValueOrDefault(kind.Key);
            }

            return input with
            {
                Accounts = new AccountsPart
                {
                    Accounts = Wizard.May(UserAct.ChangeRights) ? posted.Accounts : input.Accounts.Accounts,
                    Offered = Wizard.Company.Accounts.Select(account => account.Key).ToList(),
                    UserLimits = limits,
                },
            };
        }

        public override IReadOnlyList<Violation> Check(UserForm input) =>
            Check(new AccountsValidator(Wizard.Company, Wizard.Sheet.RightsOf(input), Wizard.LimitsOf(input)), input.Accounts);
    }
}
