using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
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

namespace BankAdmin.Web.Features.Users.ChangeUser;

/// <summary>利用者変更; its subject is the user's key.</summary>
public sealed class ChangeUserWizard(BankAdminDbContext context, CurrentSession session, UserPasswords passwords, UserNotices notices, TimeProvider clock)
    : UserWizard(context, session, passwords, notices, clock)
{
    private IReadOnlyDictionary<BankingService, int> approvers = null!;

    /// <inheritdoc />
    public override string Name => "change-user";

    /// <inheritdoc />
    public override Operation Operation => OperationCatalogue.ChangeUser;

    /// <inheritdoc />
    public override Screen ConfirmScreen => ScreenCatalogue.ChangeUserConfirm;

    /// <inheritdoc />
    public override Screen ResultScreen => ScreenCatalogue.ChangeUserResult;

    /// <inheritdoc />
    public override IReadOnlyList<string> ClosingSteps => ["内容確認", "変更完了"];

    /// <inheritdoc />
    public override string Intent => $"{User!.Name}さんの登録を、以下の内容に変更します。";

    /// <inheritdoc />
    public override string DraftTitle => $"利用者変更（{User!.LoginId}）";

    /// <inheritdoc />
    public override string Done => $"{User!.Name}さんの登録を、以下の内容に変更しました。";

    /// <inheritdoc />
    protected override string Verb => "変更";

    /// <inheritdoc />
    protected override (Screen Basic, Screen Rights, Screen Accounts) Screens =>
        (ScreenCatalogue.ChangeUser, ScreenCatalogue.ChangeUserRights, ScreenCatalogue.ChangeUserAccounts);

    /// <inheritdoc />
    public override async Task<Subject<UserForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        await LoadCompanyAsync(ct);
        User = Guid.TryParse(subject, out var id) ? await Context.Users.SingleOrDefaultAsync(user => user.Id == id, ct) : null;
        if (User is null)
        {
            return null;
        }

        approvers = await Context.CountApproversAsync(Company.Id, ct);
        return new Subject<UserForm>(UserForm.From(User, Company, forces: !IsOneself), User);
    }

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(UserForm input) => Sheet.Describe(input, Sheet.Changed(input));

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Violation>> CheckAsync(UserForm input, CancellationToken ct)
    {
        var profile = ProfileOf(input);
        return [.. CheckStanding(input), .. User!.CheckChange(Actor, profile), .. await CheckLoginIdAsync(input, ct), .. ApproverRule.Check(Company, approvers, Lost(profile), "rights")];
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(UserForm input, CancellationToken ct)
    {
        var profile = ProfileOf(input);
        var (login, confirmation) = PasswordsOf(input);
        await Context.FreeLoginIdAsync(LoginId.Key(profile.LoginId), Now, ct);
        Context.EnsureApprovers(Company.Id, Lost(profile));
        Passwords.SetAlongside(Actor, User!, login, confirmation);
        Notices.Tell(Operation, User!.Id, profile.Name, [User.Email, profile.Email], Changed(input));
        User!.Change(Actor, profile, login, confirmation);
    }

    // Of 基本情報 each item, of the rest the heading.
    private IEnumerable<string> Changed(UserForm input) => Compare(UserForm.From(User!, Company), input).Sections
        .SelectMany(section => section.Rows.Where(row => row.Changed).Select(row => section.Title == UserSheet.Basic ? row.Label : section.Title)).Distinct();

    private List<BankingService> Lost(UserProfile profile) => ApproverRule.Lost(User!, profile.Role, User!.Suspended, profile.Rights).ToList();
}
