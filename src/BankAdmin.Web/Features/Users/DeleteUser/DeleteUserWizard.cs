using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.DeleteUser;

/// <summary>A user to be deleted.</summary>
public sealed record DeletedUser(
    Company Company, User User, ServiceState State, UserCredentials Credentials, LossGuard Guard, Person Actor)
    : Subject<UserForm>(UserForm.From(User, Company), User)
{
    /// <summary>The services that lose an approver.</summary>
    public IReadOnlyList<BankingService> Lost { get; } = ApproverRule.Lost(User, User.Role, suspended: true, []).ToList();
}

/// <summary>利用者削除: nothing to type, so it begins with its confirm page (rule: spec rules.md §1).</summary>
[Wizard("delete-user", "/users/delete", "BRSK021")]
public sealed class DeleteUserWizard(
    BankAdminDbContext context, SessionStore sessions, UserDirectory directory, OneTimePasswords codes, ChangeNotices notices,
    TimeProvider clock)
    : Wizard<UserForm, DeletedUser>
{
    public override Operation Operation => OperationCatalogue.DeleteUser;

    public override string Act => "削除";

    public override WizardScreens Screens { get; } =
        new(ScreenCatalogue.DeleteUserResult, ScreenCatalogue.DeleteUserConfirm, "削除内容を確認", "削除完了") { List = ScreenCatalogue.Users };

    public override IReadOnlyList<InputStep<UserForm, DeletedUser>> Steps { get; } = [];

    public override WizardWords Words(DeletedUser subject) => new(
        $"以下の利用者を削除します。削除すると元に戻せません。同じログインIDは、{User.DaysUntilLoginIdIsFree}日間使えません。", "以下の利用者を削除しました。")
    {
        Execute = new ExecuteButton($"{subject.User.Name}さんを削除") { Destroys = true },
    };

    public override async Task<DeletedUser?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        if (!Guid.TryParse(subjectKey, out var id) || await context.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } user)
        {
            return null;
        }

        var (row, credentials) = await directory.GetAsync(id, ct);
        return new DeletedUser(company, user, row.State, credentials, await LossGuard.ReadAsync(context, company, ct), actor);
    }

    /// <summary>E-RSK-005, E-RSK-006 and E-RSK-007, before anything is opened as well as at the commit.</summary>
    public override IReadOnlyList<Violation> CheckMayStart(DeletedUser subject) =>
        AuthorityOver.Refusal(subject.Actor, subject.User.Id, subject.User.Role, UserAct.Delete) is { } code
            ? [new Violation(code, "")]
            : subject.Guard.Check(subject.Lost, "");

    public override IEnumerable<Described> Describe(DeletedUser subject, UserForm input) =>
        new UserSheet(new ProposedUser(subject.Company, subject.User, subject.Actor)).Describe(
            input,
            [
                .. UserSheet.Hidden(subject.User.ConfirmationPassword.Hash is not null),
                new Described(UserSheet.Basic, "state", "サービス状態", subject.State.Name()),
                .. Ending(subject.Credentials),
            ]);

    // What the person proves themselves with goes in the same commit.
    private static IEnumerable<Described> Ending(UserCredentials held)
    {
        const string Ends = "（削除と同時に失効します）";
        if (held.Certificate is CertificateState.Issued or CertificateState.Expired)
        {
            yield return new Described(UserSheet.Basic, "certificateState", "証明書状態", held.Certificate.Name() + Ends);
        }

        if (held.Token is TokenState.Active or TokenState.Suspended)
        {
            yield return new Described(UserSheet.Basic, "tokenState", "トークン状態", held.Token.Name() + Ends);
        }
    }

    public override Sheet SheetOf(DeletedUser subject, UserForm before, UserForm after) => Sheets.Of(Describe(subject, after));

    public override Task<IReadOnlyList<Violation>> CheckAsync(DeletedUser subject, UserForm input, CancellationToken ct) =>
        Task.FromResult(CheckMayStart(subject));

    public override async Task ApplyAsync(DeletedUser subject, UserForm input, CancellationToken ct)
    {
        var user = subject.User;
        subject.Guard.RequireAfterRows(context, subject.Lost);
        sessions.EndAfterRows(user.Id);
        await notices.TellAsync(Operation, user, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (user.Token.IsHeld)
        {
            codes.ForgetWithSave(user.Id);
        }

        user.Delete(subject.Actor, await RevocationLists.TakeForRevocationAsync(context, user.Id, now, ct), now);
    }
}
