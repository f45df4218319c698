using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.ListUsers;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.ChooseUsers;

/// <summary>A list of users, the page of it that is shown, and who is chosen.</summary>
public sealed record ChosenUsers(ChoiceList List, Company Company, LossGuard Guard, Person Actor)
    : Subject<ChosenUsersForm>(new ChosenUsersForm())
{
    public override OperationSubject About => Company.AsSubject();

    public ListPage<UserRow> Shown { get; init; } = new([], 0, 1, UserFilter.PageSize);

    /// <summary>Who is chosen, as they are now.</summary>
    public IReadOnlyList<UserRow> Chosen { get; init; } = [];

    /// <summary>What the choices lead to that should be looked at.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>What each row offers that is shown or chosen, by person.</summary>
    public IReadOnlyDictionary<Guid, UserOffer> Offers { get; init; } = new Dictionary<Guid, UserOffer>();
}

/// <summary>
/// 一覧 → 確認 → 結果 for several users at once: search and pages are buttons of the one form of choices, so that a choice survives
/// them. Each user is judged as they are at the commit; what somebody else did to one does not send back all the others.
/// </summary>
public abstract class ChosenUsersWizard(BankAdminDbContext context, TimeProvider clock, ChoiceList list)
    : Wizard<ChosenUsersForm, ChosenUsers>
{
    public override int Schema => 4;

    public override IReadOnlyList<InputStep<ChosenUsersForm, ChosenUsers>> Steps { get; } =
    [
        new InputStep<ChosenUsersForm, ChosenUsers, ChosenUsersForm>(
            "users", list.Screen, "利用者を選択", (_, _) => new ChosenUsersForm.Validator(list), form => form,
            (_, before, posted) => before.With(posted)),
    ];

    protected BankAdminDbContext Context => context;

    protected ChoiceList List => list;

    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What may be chosen for each of these.</summary>
    protected abstract Task<IReadOnlyDictionary<Guid, UserOffer>> OffersAsync(
        ChosenUsers subject, IReadOnlyList<UserRow> rows, CancellationToken ct);

    /// <summary>The name of the state somebody is in.</summary>
    protected static string StateOf(ChosenUsers subject, UserRow row) => subject.Offers[row.Id].State.ToString();

    /// <summary>The name of the state that a choice leads to.</summary>
    protected abstract string After(string choice);

    /// <summary>Does to the chosen people what was chosen for each.</summary>
    protected abstract Task ApplyToAsync(IReadOnlyList<(User User, string Choice)> chosen, ChosenUsers subject, CancellationToken ct);

    public override async Task<ChosenUsers?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        return new ChosenUsers(list, company, await LossGuard.ReadAsync(context, company, ct), actor);
    }

    public override async Task<ChosenUsers> ForInputAsync(ChosenUsers subject, ChosenUsersForm input, CancellationToken ct)
    {
        var now = Now;
        var ids = input.Ids;
        var page = await new UserFilter { Q = input.Q, Page = input.Page }.PageOfAsync(context, now, ct);
        var chosen = ids.Count == 0 ? []
            : await context.UserRows(now).Where(row => ids.Contains(row.Id)).OrderBy(row => row.LoginIdKey).ToListAsync(ct);
        return subject with
        {
            Shown = page,
            Chosen = chosen,
            Offers = await OffersAsync(subject, page.Rows.UnionBy(chosen, row => row.Id).ToList(), ct),
        };
    }

    // Enter presses no button: after typing in the search it searches, never goes on with anybody.
    public override Task<StepResult<ChosenUsersForm>?> HandleButtonAsync(
        ChosenUsers subject, ChosenUsersForm before, ChosenUsersForm typed, string button, CancellationToken ct)
    {
        int? page = button switch
        {
            "search" => 1,
            "nextPage" => typed.Page + 1,
            "previousPage" => Math.Max(1, typed.Page - 1),
            "" when (typed.Q ?? "") != (before.Q ?? "") => 1,
            _ => null,
        };
        return Task.FromResult(page is { } shown ? new StepResult<ChosenUsersForm>(typed with { Page = shown }) : null);
    }

    public override IEnumerable<Described> Describe(ChosenUsers subject, ChosenUsersForm input) =>
        subject.Chosen.Where(row => input.Of(row) is not null).Select(row => Row(row, After(input.Of(row)!)));

    public override Sheet SheetOf(ChosenUsers subject, ChosenUsersForm before, ChosenUsersForm after) => Sheets.Compare(
        subject.Chosen.Where(row => after.Of(row) is not null).Select(row => Row(row, StateOf(subject, row))).ToList(),
        Describe(subject, after).ToList());

    // Who is gone is told once: no page could take their choice back.
    public override Task<StepResult<ChosenUsersForm>> AcceptStepAsync(
        ChosenUsers subject, InputStep<ChosenUsersForm, ChosenUsers> step, ChosenUsersForm input, CancellationToken ct)
    {
        var gone = GoneFrom(subject, input).ToList();
        return Task.FromResult(new StepResult<ChosenUsersForm>(input.Without(gone), gone.Select(key => ToldGone(input, key)).ToList()));
    }

    // What was chosen was chosen for what the row showed; a stop that came since is lifted by nobody unseen.
    public override Task<IReadOnlyList<Violation>> CheckAsync(ChosenUsers subject, ChosenUsersForm input, CancellationToken ct)
    {
        var gone = GoneFrom(subject, input).Select(key => ToldGone(input, key));
        var moved = from row in subject.Chosen
                    let refusal = RefusalOf(subject, row, input)
                    where refusal is not null
                    select refusal;
        return Task.FromResult<IReadOnlyList<Violation>>([.. gone, .. moved]);
    }

    public override async Task ApplyAsync(ChosenUsers subject, ChosenUsersForm input, CancellationToken ct)
    {
        var ids = subject.Chosen.Select(row => row.Id).ToList();
        var users = await context.Users.Where(user => ids.Contains(user.Id)).OrderBy(user => user.LoginIdKey).ToListAsync(ct);
        await ApplyToAsync(users.Select(user => (user, input.Choice[user.Id.ToString()]!)).ToList(), subject, ct);
    }

    /// <summary>What is said of a choice that the row as it is shown does not offer; null: that it has moved.</summary>
    protected virtual string? WhenNotOffered => null;

    /// <summary>Why a choice may never be made for a user, whatever their state; null: it may.</summary>
    protected virtual string? NeverAllowed(Person actor, UserRow row, string choice) => null;

    private Violation? RefusalOf(ChosenUsers subject, UserRow row, ChosenUsersForm input)
    {
        var (choice, state) = (input.Of(row)!, StateOf(subject, row));
        return NeverAllowed(subject.Actor, row, choice) is { } code ? new Violation(code, list.Field)
            : input.Shown.GetValueOrDefault(row.Id.ToString()) != ChosenUsersForm.Showing(row, state) ? Moved()
            : subject.Offers[row.Id].Offered.Any(offered => offered.Value == choice) ? null
            : WhenNotOffered is { } refusal ? new Violation(refusal, list.Field)
            : Moved();

        Violation Moved() => new(ErrorCodes.ChangedByOther, list.Field, $"{row.Name}さんは{state}");
    }

    private static IEnumerable<string> GoneFrom(ChosenUsers subject, ChosenUsersForm input) =>
        input.Choice.Keys.Except(subject.Chosen.Select(row => row.Id.ToString()));

    private Violation ToldGone(ChosenUsersForm input, string key)
    {
        var loginId = input.Shown.GetValueOrDefault(key)?.Split(' ').ElementAtOrDefault(1) ?? "";
        return new Violation(ErrorCodes.ChangedByOther, list.Field, $"ログインID {loginId} の利用者は登録されていません");
    }

    private Described Row(UserRow row, string state) =>
        new(list.StateName, $"{list.Field}:{row.LoginId}", $"{row.LoginId}　{row.Name}", state);
}
