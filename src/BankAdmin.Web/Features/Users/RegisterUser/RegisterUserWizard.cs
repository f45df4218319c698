using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.RegisterUser;

/// <summary>利用者登録, empty or 複写 of another user (rule: spec rules.md §1, §4).</summary>
[Wizard("register-user", "/users/register", "BRSK006")]
public sealed class RegisterUserWizard(
    BankAdminDbContext context, UserPasswords passwords, TakenLoginIds taken, ChangeNotices notices, BankParameters bank,
    TimeProvider clock)
    : UserWizard(context, passwords, taken, clock, Pages)
{
    private static readonly UserScreens Pages = new(
        ScreenCatalogue.RegisterUser, ScreenCatalogue.RegisterUserRights, ScreenCatalogue.RegisterUserAccounts,
        ScreenCatalogue.RegisterUserConfirm, ScreenCatalogue.RegisterUserResult, "入力", "登録完了");

    public override Operation Operation => OperationCatalogue.RegisterUser;

    public override string Act => "登録";

    public override string NextThing =>
        "登録した利用者にログインIDとログインパスワードをお伝えください。最初のログインで確認用パスワードを登録します。"
        + $"「強制変更する」とした場合はログインパスワードも変更し、{bank.TemporaryPasswordDays}日以内に変更しないと使えなくなります。";

    public override WizardWords Words(UserSubject subject) => new("以下の内容で利用者を登録します。", "以下の内容で利用者を登録しました。")
    {
        DraftTitle = "利用者登録",
    };

    public override async Task<UserSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        var company = await Context.Companies.AsNoTracking().SingleAsync(ct);
        var copied = Guid.TryParse(subjectKey, out var id)
            ? await Context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, ct)
            : null;
        return new UserSubject(
            UserForm.New(copied, company), new ProposedUser(company, null, actor), null, await Context.Users.CountAsync(ct), copied);
    }

    /// <summary>E-RSK-004, before anything is typed as well as at the commit.</summary>
    public override IReadOnlyList<Violation> CheckMayStart(UserSubject subject) =>
        UserRules.CheckPlace(subject.Company, subject.Users).ToList();

    public override IEnumerable<Described> Describe(UserSubject subject, UserForm input) =>
        subject.Sheet.Describe(input, UserSheet.Registered(input));

    public override Sheet SheetOf(UserSubject subject, UserForm before, UserForm after) => Sheets.Of(Describe(subject, after));

    public override IReadOnlyList<Warning> Warnings(UserSubject subject, UserForm input)
    {
        var none = (from kind in subject.LimitsOf(input)
                    let typed = input.Accounts.UserLimits.GetValueOrDefault(kind.Key)
                    where AmountText.Find(typed, UserTransactionLimits.MaxDigits) == default(Yen)
                    select kind.Name).ToList();
        return none.Count == 0 ? [] : [new Warning("W-RSK-001", $"限度額が0円の取引は行えません（{string.Join('、', none)}）。")];
    }

    public override async Task<IReadOnlyList<Violation>> CheckAsync(UserSubject subject, UserForm input, CancellationToken ct) =>
        [.. CheckMayStart(subject), .. CheckPasswordsStillValid(subject, input), .. await CheckLoginIdAsync(subject, input, ct)];

    public override async Task ApplyAsync(UserSubject subject, UserForm input, CancellationToken ct)
    {
        var profile = subject.ProfileOf(input);
        await Context.FreeLoginIdAsync(LoginId.Key(profile.LoginId), Now, ct);
        var registered = User.Register(subject.Proposed.Actor, new UserTerms(
            subject.Company.Id, profile.LoginId, profile.Name, profile.Email, profile.Role, PasswordsOf(input).Login!, StoredPassword.None)
        {
            Rights = profile.Rights,
            Accounts = profile.Accounts,
            Limits = profile.Limits,
        });
        Context.Add(registered);
        await notices.TellAsync(
            new ChangeNotice(Operation)
            {
                People = [NoticedPerson.Of(registered)],
                Details = profile.Role.AdministersCompany() ? ["管理者権限の付与"] : [],
                ToAdministrators = profile.Role.AdministersCompany(),
            },
            ct);
        Context.EnsureUserMaximum(subject.Company);
    }
}
