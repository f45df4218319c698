using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.ChooseUsers;
using BankAdmin.Web.Messages;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Users.SuspendUsers;

/// <summary>利用者停止・解除 (rule: spec rules.md §1, §5).</summary>
[Wizard("suspend-users", "/users/suspend", "BRSK016")]
public sealed class SuspendUsersWizard(
    BankAdminDbContext context, SessionStore sessions, EntryGatekeeper counters, ChangeNotices notices, BankParameters bank,
    TimeProvider clock)
    : ChosenUsersWizard(context, clock, Listing)
{
    private static readonly UserChoice Stop = new("Stop", "利用停止");
    private static readonly UserChoice Release = new("Release", "利用停止解除");
    private static readonly ChoiceList Listing = new(
        ScreenCatalogue.SuspendUsers, ChoiceKind.State, "サービス状態",
        "停止または解除する利用者の「変更後の状態」を選び、「次へ」ボタンを押してください。次の画面で内容を確認してから実行します。")
    {
        Choices = [Stop, Release],
        Notes =
        [
            "利用停止にすると、その利用者はただちにログアウトされ、以後ログインできません。",
            "利用停止解除は、パスワードの一時停止と利用停止も含めて、すべての停止を解除します。パスワードは変わりません。",
        ],
    };

    public override Operation Operation => OperationCatalogue.SuspendUsers;

    public override WizardScreens Screens { get; } =
        new(ScreenCatalogue.SuspendUsersResult, ScreenCatalogue.SuspendUsersConfirm, "内容確認", "変更完了");

    public override WizardWords Words(ChosenUsers subject) =>
        new("以下の利用者の状態を変更します。", "以下の利用者の状態を変更しました。");

    public override async Task<ChosenUsers> ForInputAsync(ChosenUsers subject, ChosenUsersForm input, CancellationToken ct)
    {
        var chosen = await base.ForInputAsync(subject, input, ct);
        var ids = chosen.Chosen.Where(row => input.Of(row) == Stop.Value).Select(row => row.Id).ToList();
        var stopped = ids.Count == 0 ? [] : await Context.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToListAsync(ct);
        return chosen with { Warnings = chosen.Guard.WarningsOf(stopped, bank.HelpDesk).ToList() };
    }

    public override IReadOnlyList<Warning> Warnings(ChosenUsers subject, ChosenUsersForm input) => subject.Warnings;

    protected override Task<IReadOnlyDictionary<Guid, UserOffer>> OffersAsync(
        ChosenUsers subject, IReadOnlyList<UserRow> rows, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, UserOffer>>(rows.ToDictionary(row => row.Id, row => OfferFor(subject.Actor, row)));

    private static UserOffer OfferFor(Person actor, UserRow row)
    {
        List<UserChoice> offered = [];
        if (!row.Suspended && AuthorityOver.Refusal(actor, row.Id, row.Role, UserAct.Stop) is null)
        {
            offered.Add(Stop);
        }

        var refusal = row.State == ServiceState.Active ? null : AuthorityOver.Refusal(actor, row.Id, row.Role, UserAct.Release);
        if (row.State != ServiceState.Active && refusal is null)
        {
            offered.Add(Release);
        }

        string?[] notes =
        [
            row.Id == actor.Id ? "あなた自身です。停止すると、ほかの管理者ユーザが解除するまでログインできなくなります。" : null,
            refusal is null ? null : MessageTable.Text(new Violation(refusal, Listing.Field)),
        ];
        var said = notes.OfType<string>().ToList();
        return new UserOffer(row.State.Words(), offered, said.Count > 0 ? string.Join(' ', said) : null);
    }

    protected override string? NeverAllowed(Person actor, UserRow row, string choice) =>
        choice == Release.Value && row.State != ServiceState.Active
            ? AuthorityOver.Refusal(actor, row.Id, row.Role, UserAct.Release)
            : null;

    protected override string After(string choice) =>
        (choice == Stop.Value ? ServiceState.Stopped : ServiceState.Active).Name();

    protected override async Task ApplyToAsync(
        IReadOnlyList<(User User, string Choice)> chosen, ChosenUsers subject, CancellationToken ct)
    {
        await TellAsync(chosen, Stop, subject, ct);
        await TellAsync(chosen, Release, subject, ct);
        foreach (var (user, choice) in chosen)
        {
            if (choice == Stop.Value)
            {
                user.Stop(subject.Actor);
                sessions.EndAfterRows(user.Id);
            }
            else
            {
                user.Release(subject.Actor);
                Context.AfterRows(_ => counters.ClearAsync(user.Id, EntryKind.Login));
                Context.AfterRows(_ => counters.ClearAsync(user.Id, EntryKind.Confirmation));
            }
        }
    }

    // A release gives power back: the other administrators are told. What a stop leaves undone, the person is told.
    private async Task TellAsync(
        IReadOnlyList<(User User, string Choice)> chosen, UserChoice choice, ChosenUsers subject, CancellationToken ct)
    {
        var people = chosen.Where(one => one.Choice == choice.Value).Select(one => NoticedPerson.Of(one.User)).ToList();
        if (people.Count > 0)
        {
            var notice = new ChangeNotice(Operation) { People = people, Details = [choice.Name] };
            await notices.TellAsync(
                choice == Stop ? notice with { Warnings = subject.Warnings } : notice with { ToAdministrators = true }, ct);
        }
    }
}
