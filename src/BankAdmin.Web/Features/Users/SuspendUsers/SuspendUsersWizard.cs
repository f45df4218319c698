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
    BankAdminDbContext context, SessionStore sessions, EntryGatekeeper counters, UserNotices notices, BankParameters bank,
    TimeProvider clock)
    : ChosenUsersWizard(context, clock, Field, ScreenCatalogue.SuspendUsers, [Stop, Release])
{
    private const string Field = "nextState";
    private static readonly UserChoice Stop = new("Stop", "利用停止");
    private static readonly UserChoice Release = new("Release", "利用停止解除");

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

    protected override UserOffer OfferFor(Person actor, UserRow row)
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
            refusal is null ? null : MessageTable.Text(new Violation(refusal, Field)),
        ];
        return new UserOffer(offered, notes.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(' ', said) : null);
    }

    protected override string? NeverAllowed(Person actor, UserRow row, string choice) =>
        choice == Release.Value && row.State != ServiceState.Active
            ? AuthorityOver.Refusal(actor, row.Id, row.Role, UserAct.Release)
            : null;

    protected override ServiceState After(string choice) => choice == Stop.Value ? ServiceState.Stopped : ServiceState.Active;

    protected override void ApplyTo(User user, string choice, ChosenUsers subject)
    {
        if (choice == Stop.Value)
        {
            notices.Tell(Operation, user.Id, user.Name, [user.Email], [Stop.Name], subject.Warnings);
            user.Stop(subject.Actor);
            sessions.EndAfterRows(user.Id);
        }
        else
        {
            notices.Tell(Operation, user.Id, user.Name, [user.Email], Release.Name);
            user.Release(subject.Actor);
            Context.AfterRows(_ => counters.ClearAsync(user.Id, EntryKind.Login));
            Context.AfterRows(_ => counters.ClearAsync(user.Id, EntryKind.Confirmation));
        }
    }
}
