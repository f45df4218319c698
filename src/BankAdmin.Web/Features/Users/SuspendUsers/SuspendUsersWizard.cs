using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.SuspendUsers;

/// <summary>利用者停止・解除 for several users at once (rule: spec rules.md §1, §2, §5).</summary>
public sealed class SuspendUsersWizard(
    BankAdminDbContext context, CurrentSession session, SignInSessions sessions, EntryCounters counters, TimeProvider clock) : Wizard<SuspendUsersForm>
{
    private Company company = null!;
    private IReadOnlyDictionary<BankingService, int> approvers = null!;
    private bool stopsOneself;

    /// <inheritdoc />
    public override string Name => "suspend-users";

    /// <inheritdoc />
    public override Operation Operation => OperationCatalogue.SuspendUsers;

    /// <inheritdoc />
    public override Confirmation Confirmation => Confirmation.OnInputScreen;

    /// <inheritdoc />
    public override Screen ResultScreen => ScreenCatalogue.SuspendUsersResult;

    /// <inheritdoc />
    public override string Done => "以下の利用者の状態を変更しました。";

    /// <inheritdoc />
    public override bool EndsOwnSession => stopsOneself;

    /// <inheritdoc />
    public override IReadOnlyList<InputStep<SuspendUsersForm>> Steps => field ??=
    [
        new InputStep<SuspendUsersForm, SuspendUsersForm>(
            "users", ScreenCatalogue.SuspendUsers, "利用者を選択", new SuspendUsersForm.Validator(), form => form,
            (_, posted) => new SuspendUsersForm
            {
                NextState = posted.NextState.Where(next => Users.Any(user => user.LoginId == next.Key)).ToDictionary(),
            }),
    ];

    /// <summary>The users of the company.</summary>
    public IReadOnlyList<UserRow> Users { get; private set; } = [];

    /// <summary>Who does it.</summary>
    public Actor Actor => session.RequireTypist().Actor;

    // Each user is judged as they are at the commit; what somebody else did to one does not send back all the others.
    /// <inheritdoc />
    public override async Task<Subject<SuspendUsersForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        company = await context.Companies.AsNoTracking().SingleAsync(ct);
        Users = await context.UserRows(clock.GetUtcNow().UtcDateTime).OrderBy(user => user.LoginIdKey).ToListAsync(ct);
        approvers = await context.CountApproversAsync(company.Id, ct);
        return new Subject<SuspendUsersForm>(new SuspendUsersForm(), 0);
    }

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(SuspendUsersForm input) => Users.Select(user => Row(user, input.Of(user) switch
    {
        NextState.Keep => user.State,
        NextState.Stop => ServiceState.Stopped,
        NextState.Release => ServiceState.Active,
        _ => throw new InvalidOperationException("Unknown next state."),
    }));

    /// <inheritdoc />
    public override Sheet Compare(SuspendUsersForm before, SuspendUsersForm after)
    {
        var chosen = Users.Where(user => after.Of(user) != NextState.Keep).Select(user => KeyOf(user)).ToHashSet();
        return Sheets.Compare(
            Users.Select(user => Row(user, user.State)).Where(row => chosen.Contains(row.Key)).ToList(),
            Describe(after).Where(row => chosen.Contains(row.Key)).ToList());
    }

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Violation>> CheckAsync(SuspendUsersForm input, CancellationToken ct)
    {
        var refused = from user in Users
                      let next = input.Of(user)
                      let choices = SuspendUsersForm.Choices(Actor, user)
                      where !choices.Offered.Contains(next)
                      select next == NextState.Release && choices.Refusal is { } code
                          ? new Violation(code, "nextState")
                          : new Violation(ErrorCodes.ChangedByOther, "nextState", $"{user.Name}さんは{user.State.Name()}");
        return [.. refused, .. ApproverRule.Check(company, approvers, await LostAsync(input, ct), "nextState")];
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(SuspendUsersForm input, CancellationToken ct)
    {
        context.EnsureApprovers(company.Id, await LostAsync(input, ct));
        foreach (var user in await ChosenAsync(input, ct))
        {
            if (input.Of(Users.Single(row => row.Id == user.Id)) == NextState.Stop)
            {
                user.Stop(Actor);
                sessions.EndAlongside(user.Id);
                stopsOneself |= user.Id == Actor.UserId;
            }
            else
            {
                user.Release(Actor);
                context.Alongside(_ => counters.ClearAsync(user.Id, EntryKind.Login));
                context.Alongside(_ => counters.ClearAsync(user.Id, EntryKind.Confirmation));
            }
        }
    }

    private static string KeyOf(UserRow user) => $"nextState:{user.LoginId}";

    private static Described Row(UserRow user, ServiceState state) => new("サービス状態", KeyOf(user), $"{user.LoginId}　{user.Name}", state.Name());

    private async Task<List<BankingService>> LostAsync(SuspendUsersForm input, CancellationToken ct) =>
        (await ChosenAsync(input, ct)).Where(user => input.Of(Users.Single(row => row.Id == user.Id)) == NextState.Stop)
            .SelectMany(user => ApproverRule.Lost(user, user.Role, suspended: true, [])).ToList();

    private Task<List<User>> ChosenAsync(SuspendUsersForm input, CancellationToken ct)
    {
        var ids = Users.Where(user => input.Of(user) != NextState.Keep).Select(user => user.Id).ToList();
        return context.Users.Where(user => ids.Contains(user.Id)).OrderBy(user => user.LoginIdKey).ToListAsync(ct);
    }
}
