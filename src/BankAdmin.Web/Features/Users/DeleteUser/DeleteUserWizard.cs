using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
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

namespace BankAdmin.Web.Features.Users.DeleteUser;

/// <summary>利用者削除: nothing to type, it begins with its confirm page; its subject is the user's key.</summary>
public sealed class DeleteUserWizard(BankAdminDbContext context, CurrentSession session, SignInSessions sessions, UserNotices notices, TimeProvider clock) : Wizard<UserForm>
{
    private Company company = null!;
    private User user = null!;
    private ServiceState state;
    private IReadOnlyDictionary<BankingService, int> approvers = null!;

    /// <inheritdoc />
    public override string Name => "delete-user";

    /// <inheritdoc />
    public override Operation Operation => OperationCatalogue.DeleteUser;

    /// <inheritdoc />
    public override IReadOnlyList<InputStep<UserForm>> Steps => [];

    /// <inheritdoc />
    public override Screen ConfirmScreen => ScreenCatalogue.DeleteUserConfirm;

    /// <inheritdoc />
    public override Screen ResultScreen => ScreenCatalogue.DeleteUserResult;

    /// <inheritdoc />
    public override Screen List => ScreenCatalogue.Users;

    /// <inheritdoc />
    public override IReadOnlyList<string> ClosingSteps => ["削除内容を確認", "削除完了"];

    /// <inheritdoc />
    public override string Intent => $"以下の利用者を削除します。削除すると元に戻せません。同じログインIDは、{User.DaysUntilLoginIdIsFree}日間使えません。";

    /// <inheritdoc />
    public override string Done => "以下の利用者を削除しました。";

    /// <inheritdoc />
    public override string Destroys => $"{user.Name}さんを削除";

    /// <inheritdoc />
    public override async Task<Subject<UserForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        company = await context.Companies.AsNoTracking().SingleAsync(ct);
        if (!Guid.TryParse(subject, out var id) || await context.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } found)
        {
            return null;
        }

        user = found;
        state = await context.UserRows(clock.GetUtcNow().UtcDateTime).Where(row => row.Id == id).Select(row => row.State).SingleAsync(ct);
        approvers = await context.CountApproversAsync(company.Id, ct);
        return new Subject<UserForm>(UserForm.From(user, company), user);
    }

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(UserForm input) => new UserSheet(company, user).Describe(
        input, [.. UserSheet.Hidden(user.ConfirmationPassword.Hash is not null), new Described(UserSheet.Basic, "state", "サービス状態", state.Name())]);

    /// <inheritdoc />
    public override Sheet Compare(UserForm before, UserForm after) => Sheets.Of(Describe(after));

    /// <inheritdoc />
    public override Task<IReadOnlyList<Violation>> CheckAsync(UserForm input, CancellationToken ct) => Task.FromResult(CheckStart());

    /// <inheritdoc />
    public override Task ApplyAsync(UserForm input, CancellationToken ct)
    {
        context.EnsureApprovers(company.Id, Lost());
        sessions.EndAlongside(user.Id);
        notices.Tell(Operation, user.Id, user.Name, [user.Email]);
        user.Delete(session.RequirePerson(), clock.GetUtcNow().UtcDateTime);
        return Task.CompletedTask;
    }

    // E-RSK-005, E-RSK-006 and E-RSK-007, before anything is opened as well as at the commit.
    /// <inheritdoc />
    public override IReadOnlyList<Violation> CheckStart() => AuthorityOver.Refusal(session.RequirePerson(), user.Id, user.Role, UserAct.Delete) is { } code
        ? [new Violation(code, "")]
        : ApproverRule.Check(company, approvers, Lost(), "").ToList();

    private List<BankingService> Lost() => ApproverRule.Lost(user, user.Role, suspended: true, []).ToList();
}
