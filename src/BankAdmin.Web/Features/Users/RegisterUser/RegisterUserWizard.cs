using BankAdmin.Domain;
using BankAdmin.Domain.Limits;
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

namespace BankAdmin.Web.Features.Users.RegisterUser;

/// <summary>利用者登録; its subject is the user whose rights are copied, or nobody.</summary>
public sealed class RegisterUserWizard(BankAdminDbContext context, CurrentSession session, UserPasswords passwords, UserNotices notices, TimeProvider clock)
    : UserWizard(context, session, passwords, notices, clock)
{
    private int users;

    /// <inheritdoc />
    public override string Name => "register-user";

    /// <inheritdoc />
    public override Operation Operation => OperationCatalogue.RegisterUser;

    /// <inheritdoc />
    public override Screen ConfirmScreen => ScreenCatalogue.RegisterUserConfirm;

    /// <inheritdoc />
    public override Screen ResultScreen => ScreenCatalogue.RegisterUserResult;

    /// <inheritdoc />
    public override IReadOnlyList<string> ClosingSteps => ["内容確認", "登録完了"];

    /// <inheritdoc />
    public override string Intent => "以下の内容で利用者を登録します。";

    /// <inheritdoc />
    public override string DraftTitle => "利用者登録";

    /// <inheritdoc />
    public override string Done => "以下の内容で利用者を登録しました。";

    /// <inheritdoc />
    public override string NextThing =>
        $"登録した利用者にログインIDとログインパスワードをお伝えください。最初のログインで確認用パスワードを登録します。「強制変更する」とした場合はログインパスワードも変更し、{TemporaryDays}日以内に変更しないと使えなくなります。";

    /// <inheritdoc />
    protected override string Verb => "入力";

    /// <inheritdoc />
    protected override (Screen Basic, Screen Rights, Screen Accounts) Screens =>
        (ScreenCatalogue.RegisterUser, ScreenCatalogue.RegisterUserRights, ScreenCatalogue.RegisterUserAccounts);

    /// <inheritdoc />
    public override async Task<Subject<UserForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        await LoadCompanyAsync(ct);
        users = await Context.Users.CountAsync(ct);
        Like = Guid.TryParse(subject, out var id) ? await Context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, ct) : null;
        return new Subject<UserForm>(UserForm.New(Like, Company));
    }

    // E-RSK-004, before anything is typed as well as at the commit.
    /// <inheritdoc />
    public override IReadOnlyList<Violation> CheckStart() => UserRules.CheckPlace(Company, users).ToList();

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(UserForm input) => Sheet.Describe(input, UserSheet.Registered(input));

    /// <inheritdoc />
    public override Sheet Compare(UserForm before, UserForm after) => Sheets.Of(Describe(after));

    /// <inheritdoc />
    public override IReadOnlyList<Warning> Warnings(UserForm input) =>
        LimitsOf(input).Where(kind => AmountText.Check(input.Accounts.UserLimits.GetValueOrDefault(kind.Key), UserTransactionLimits.MaxDigits) is null
            && AmountText.Read(input.Accounts.UserLimits[kind.Key]) == default).Select(kind => kind.Name).ToList() is { Count: > 0 } none
            ? [new Warning("W-RSK-001", $"限度額が0円の取引は行えません（{string.Join('、', none)}）。")]
            : [];

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Violation>> CheckAsync(UserForm input, CancellationToken ct) =>
        [.. CheckStart(), .. CheckStanding(input), .. await CheckLoginIdAsync(input, ct)];

    /// <inheritdoc />
    public override async Task ApplyAsync(UserForm input, CancellationToken ct)
    {
        var profile = ProfileOf(input);
        await Context.FreeLoginIdAsync(LoginId.Key(profile.LoginId), Now, ct);
        var registered = Domain.Users.User.Register(Actor, new UserTerms(
            Company.Id, profile.LoginId, profile.Name, profile.Email, profile.Role,
            PasswordsOf(input).Login!, Domain.Credentials.StoredPassword.None)
        {
            Rights = profile.Rights,
            Accounts = profile.Accounts,
            Limits = profile.Limits,
        });
        Context.Add(registered);
        Notices.Tell(Operation, registered.Id, registered.Name, [registered.Email]);
        Context.EnsureUserMaximum(Company);
    }
}
