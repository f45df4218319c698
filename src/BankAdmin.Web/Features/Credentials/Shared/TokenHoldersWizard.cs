using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.ChooseUsers;
using BankAdmin.Web.Features.Users.Shared;
using BankAdmin.Web.Messages;
using BankAdmin.Web.Notices;

namespace BankAdmin.Web.Features.Credentials.Shared;

/// <summary>What the lists of トークン状態 need.</summary>
public sealed record TokenParts(
    BankAdminDbContext Context, CredentialStates States, OneTimePasswords Codes, EntryGatekeeper Counters, ChangeNotices Notices,
    TimeProvider Clock);

/// <summary>A list of users whose tokens something is done to.</summary>
public abstract class TokenHoldersWizard(TokenParts parts, ChoiceList list, UserAct act, params TokenState[] from)
    : ChosenUsersWizard(parts.Context, parts.Clock, list)
{
    protected TokenParts Parts => parts;

    protected override string? NeverAllowed(Person actor, UserRow row, string choice) =>
        AuthorityOver.Refusal(actor, row.Id, row.Role, act);

    protected override async Task<IReadOnlyDictionary<Guid, UserOffer>> OffersAsync(
        ChosenUsers subject, IReadOnlyList<UserRow> rows, CancellationToken ct)
    {
        var states = await parts.States.OfAsync(rows, ct);
        return rows.ToDictionary(row => row.Id, row => OfferFor(subject.Actor, row, states[row.Id].Token));
    }

    protected override async Task ApplyToAsync(
        IReadOnlyList<(User User, string Choice)> chosen, ChosenUsers subject, CancellationToken ct)
    {
        var people = chosen.Select(one => NoticedPerson.Of(one.User)).ToList();
        await parts.Notices.TellAsync(new ChangeNotice(Operation) { People = people, ToAdministrators = true }, ct);
        foreach (var (user, _) in chosen)
        {
            ApplyTo(user, subject.Actor);
        }
    }

    protected abstract void ApplyTo(User user, Person actor);

    /// <summary>What of a row one should know before choosing it; null: nothing.</summary>
    protected virtual string? NoteOn(Person actor, UserRow row) => null;

    private UserOffer OfferFor(Person actor, UserRow row, TokenState state)
    {
        var refusal = AuthorityOver.Refusal(actor, row.Id, row.Role, act);
        return !from.Contains(state) ? new UserOffer(state.Name(), [])
            : refusal is not null ? new UserOffer(state.Name(), [], MessageTable.Text(new Violation(refusal, List.Field)))
            : new UserOffer(state.Name(), List.Choices, NoteOn(actor, row));
    }
}
