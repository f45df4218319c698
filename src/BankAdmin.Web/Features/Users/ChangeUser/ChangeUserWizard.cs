using BankAdmin.Domain;
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

namespace BankAdmin.Web.Features.Users.ChangeUser;

/// <summary>利用者変更 (rule: spec rules.md §1, §4).</summary>
[Wizard("change-user", "/users/change", "BRSK011")]
public sealed class ChangeUserWizard(
    BankAdminDbContext context, UserPasswords passwords, TakenLoginIds taken, ChangeNotices notices, TimeProvider clock)
    : UserWizard(context, passwords, taken, clock, Pages)
{
    private static readonly UserScreens Pages = new(
        ScreenCatalogue.ChangeUser, ScreenCatalogue.ChangeUserRights, ScreenCatalogue.ChangeUserAccounts,
        ScreenCatalogue.ChangeUserConfirm, ScreenCatalogue.ChangeUserResult, "変更", "変更完了");

    private readonly UserPasswords passwords = passwords;

    public override Operation Operation => OperationCatalogue.ChangeUser;

    public override WizardWords Words(UserSubject subject) => new(
        $"{subject.User!.Name}さんの登録を、以下の内容に変更します。", $"{subject.User.Name}さんの登録を、以下の内容に変更しました。")
    {
        DraftTitle = $"利用者変更（{subject.User.LoginId}）",
    };

    public override async Task<UserSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        var company = await Context.Companies.AsNoTracking().SingleAsync(ct);
        if (!Guid.TryParse(subjectKey, out var id) || await Context.Users.SingleOrDefaultAsync(user => user.Id == id, ct) is not { } user)
        {
            return null;
        }

        var proposed = new ProposedUser(company, user, actor);
        return new UserSubject(
            UserForm.From(user, company, forces: !proposed.IsOneself), proposed, await LossGuard.ReadAsync(Context, company, ct), 0, null);
    }

    public override IEnumerable<Described> Describe(UserSubject subject, UserForm input) =>
        subject.Sheet.Describe(input, subject.Sheet.Changed(input));

    public override async Task<IReadOnlyList<Violation>> CheckAsync(UserSubject subject, UserForm input, CancellationToken ct)
    {
        var profile = subject.ProfileOf(input);
        return
        [
            .. CheckPasswordsStillValid(subject, input),
            .. subject.User!.CheckChange(subject.Proposed.Actor, profile),
            .. await CheckLoginIdAsync(subject, input, ct),
            .. subject.Guard!.Check(subject.Proposed.LostBy(profile), "rights"),
        ];
    }

    public override async Task ApplyAsync(UserSubject subject, UserForm input, CancellationToken ct)
    {
        var (user, actor, profile) = (subject.User!, subject.Proposed.Actor, subject.ProfileOf(input));
        var (login, confirmation) = PasswordsOf(input);
        await Context.FreeLoginIdAsync(LoginId.Key(profile.LoginId), Now, ct);
        subject.Guard!.RequireAfterRows(Context, subject.Proposed.LostBy(profile));
        passwords.ClearStopsAfterRows(actor, user, login, confirmation);
        await notices.TellAsync(
            new ChangeNotice(Operation)
            {
                People = [new NoticedPerson(user.Id, profile.Name, user.Email, profile.Email)],
                Details = Changed(subject, input),
                ToAdministrators = profile.Email != user.Email
                    || (profile.Role.AdministersCompany() && !user.Role.AdministersCompany())
                    || UserTransactionLimits.Kinds.Any(kind => kind.Of(profile.Limits) > kind.Of(user.Limits))
                    || (actor.Id != user.Id && (login ?? confirmation) is not null),
            },
            ct);
        user.Change(actor, profile, login, confirmation);
    }

    // Of 基本情報 each item, of the rest the heading.
    private IEnumerable<string> Changed(UserSubject subject, UserForm input) =>
        SheetOf(subject, UserForm.From(subject.User!, subject.Company), input)
        .Sections.SelectMany(section => section.Rows.Where(row => row.Changed)
            .Select(row => section.Title == UserSheet.Basic ? row.Label : section.Title)).Distinct();
}
