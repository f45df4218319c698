using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.ListUsers;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.SuspendUsers;

/// <summary>利用者停止・解除 for several users at once (rule: spec rules.md §1, §2, §5).</summary>
public sealed class SuspendUsersWizard(
    BankAdminDbContext context, CurrentSession session, SignInSessions sessions, EntryCounters counters, UserNotices notices, TimeProvider clock) : Wizard<SuspendUsersForm>
{
    private const string Field = "nextState";

    private Company company = null!;
    private string? searchedFor;
    private IReadOnlyDictionary<BankingService, int> approvers = null!;

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
    public override int Schema => 2;

    // What was posted for somebody who is no user (any more) is kept to be told, but nothing where nothing was chosen.
    /// <inheritdoc />
    public override IReadOnlyList<InputStep<SuspendUsersForm>> Steps => field ??=
    [
        new InputStep<SuspendUsersForm, SuspendUsersForm>(
            "users", ScreenCatalogue.SuspendUsers, "利用者を選択", new SuspendUsersForm.Validator(), form => form,
            (before, posted) =>
            {
                searchedFor = before.Q;
                return posted.OnlyChosen();
            }),
    ];

    /// <summary>The users of the company.</summary>
    public IReadOnlyList<UserRow> Users { get; private set; } = [];

    /// <summary>Who does it.</summary>
    public Person Actor => session.RequireTypist();

    // Each user is judged as they are at the commit; what somebody else did to one does not send back all the others.
    /// <inheritdoc />
    public override async Task<Subject<SuspendUsersForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        company = await context.Companies.AsNoTracking().SingleAsync(ct);
        Users = await context.UserRows(clock.GetUtcNow().UtcDateTime).OrderBy(user => user.LoginIdKey).ToListAsync(ct);
        approvers = await context.CountApproversAsync(company.Id, ct);
        return new Subject<SuspendUsersForm>(new SuspendUsersForm());
    }

    /// <summary>The users whose rows are shown: those that are searched for, and those something is chosen for.</summary>
    public IReadOnlyList<UserRow> ShownBy(SuspendUsersForm input)
    {
        var found = new UserFilter { Q = input.Q }.Apply(Users.AsQueryable()).ToHashSet();
        return Users.Where(user => found.Contains(user) || input.Of(user.LoginId) != NextState.Keep).ToList();
    }

    /// <summary>The users something is chosen for.</summary>
    public IEnumerable<UserRow> ChosenBy(SuspendUsersForm input) => Users.Where(user => input.Of(user.LoginId) != NextState.Keep);

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(SuspendUsersForm input) => ChosenBy(input).Select(user =>
        Row(user, input.Of(user.LoginId) == NextState.Stop ? ServiceState.Stopped : ServiceState.Active));

    /// <inheritdoc />
    public override Sheet Compare(SuspendUsersForm before, SuspendUsersForm after) =>
        Sheets.Compare(ChosenBy(after).Select(user => Row(user, user.State)).ToList(), Describe(after).ToList());

    // Enter presses no button: after typing in the search it searches, never stops anybody.
    /// <inheritdoc />
    public override Task<Redrawn<SuspendUsersForm>?> ActAsync(SuspendUsersForm input, string action, CancellationToken ct) =>
        Task.FromResult(action == "search" || (action.Length == 0 && (input.Q ?? "") != (searchedFor ?? "")) ? new Redrawn<SuspendUsersForm>(input, []) : null);

    /// <inheritdoc />
    public override async Task<IReadOnlyList<Violation>> CheckAsync(SuspendUsersForm input, CancellationToken ct)
    {
        var gone = input.Chosen.Except(Users.Select(user => user.LoginId)).Select(loginId =>
            new Violation(ErrorCodes.ChangedByOther, Field, $"ログインID {loginId} の利用者は登録されていません"));
        var moved = from user in ChosenBy(input)
                    let code = RefusalOf(user, input)
                    where code is not null
                    select code == ErrorCodes.ChangedByOther ? new Violation(code, Field, $"{user.Name}さんは{user.State.Name()}") : new Violation(code, Field);
        return [.. gone, .. moved, .. CheckApprovers(await LoadAsync(input, ct))];
    }

    /// <inheritdoc />
    public override async Task ApplyAsync(SuspendUsersForm input, CancellationToken ct)
    {
        var chosen = await LoadAsync(input, ct);
        context.EnsureApprovers(company.Id, LostBy(chosen).ToList());
        foreach (var (user, next) in chosen)
        {
            notices.Tell(Operation, user.Id, user.Name, [user.Email], next == NextState.Stop ? "利用停止" : "利用停止解除");
            if (next == NextState.Stop)
            {
                user.Stop(Actor);
                sessions.EndAlongside(user.Id);
            }
            else
            {
                user.Release(Actor);
                context.Alongside(_ => counters.ClearAsync(user.Id, EntryKind.Login));
                context.Alongside(_ => counters.ClearAsync(user.Id, EntryKind.Confirmation));
            }
        }
    }

    // What was chosen was chosen for the state the row showed; a stop that came since is lifted by nobody unseen.
    private string? RefusalOf(UserRow user, SuspendUsersForm input)
    {
        var next = input.Of(user.LoginId);
        var (offered, refusal) = SuspendUsersForm.Choices(Actor, user);
        return next == NextState.Release && refusal is not null ? refusal
            : !offered.Contains(next) || input.Shown.GetValueOrDefault(user.LoginId) != user.State.ToString() ? ErrorCodes.ChangedByOther
            : null;
    }

    private IEnumerable<Violation> CheckApprovers(IReadOnlyList<(User User, NextState Next)> chosen)
    {
        var names = string.Join('、', chosen.Where(choice => LostBy([choice]).Any()).Select(choice => choice.User.Name + "さん"));
        return ApproverRule.Check(company, approvers, LostBy(chosen).ToList(), Field, $"{names}を停止すると承認できる利用者が足りなくなります。");
    }

    private static IEnumerable<BankingService> LostBy(IEnumerable<(User User, NextState Next)> chosen) =>
        chosen.Where(choice => choice.Next == NextState.Stop).SelectMany(choice => ApproverRule.Lost(choice.User, choice.User.Role, suspended: true, []));

    private static Described Row(UserRow user, ServiceState state) =>
        new("サービス状態", $"nextState:{user.LoginId}", $"{user.LoginId}　{user.Name}", state.Name());

    private async Task<List<(User User, NextState Next)>> LoadAsync(SuspendUsersForm input, CancellationToken ct)
    {
        var next = ChosenBy(input).ToDictionary(user => user.Id, user => input.Of(user.LoginId));
        var ids = next.Keys.ToList();
        var users = await context.Users.Where(user => ids.Contains(user.Id)).OrderBy(user => user.LoginIdKey).ToListAsync(ct);
        return users.Select(user => (user, next[user.Id])).ToList();
    }
}
