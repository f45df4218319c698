using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using FluentValidation;

namespace BankAdmin.Web.Features.Users.SuspendUsers;

/// <summary>What shall become of a user.</summary>
public enum NextState
{
    /// <summary>変更しない.</summary>
    Keep,

    /// <summary>利用停止.</summary>
    Stop,

    /// <summary>利用停止解除.</summary>
    Release,
}

/// <summary>利用者停止・解除 as chosen, by login ID.</summary>
public sealed record SuspendUsersForm
{
    /// <summary>Part of a login ID or of a name, to find rows by; chosen rows stay.</summary>
    public string? Q { get; set; }

    /// <summary>Names of <see cref="SuspendUsers.NextState"/>; a user who is absent is kept.</summary>
    public Dictionary<string, string?> NextState { get; set; } = [];

    /// <summary>The サービス状態 that each row showed: what was chosen was chosen for that.</summary>
    public Dictionary<string, string?> Shown { get; set; } = [];

    /// <summary>What shall become of a user.</summary>
    public NextState Of(string loginId) =>
        Enum.TryParse<NextState>(NextState.GetValueOrDefault(loginId), out var next) ? next : SuspendUsers.NextState.Keep;

    /// <summary>The login IDs something is chosen for.</summary>
    public IEnumerable<string> Chosen => NextState.Keys.Where(loginId => Of(loginId) != SuspendUsers.NextState.Keep);

    /// <summary>The form without the rows nothing is chosen for.</summary>
    public SuspendUsersForm OnlyChosen()
    {
        var chosen = NextState.Where(next => next.Value != nameof(SuspendUsers.NextState.Keep)).ToDictionary();
        return this with { NextState = chosen, Shown = Shown.Where(shown => chosen.ContainsKey(shown.Key)).ToDictionary() };
    }

    /// <summary>What can become of a user, and why not more.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="user">The user.</param>
    public static (IReadOnlyList<NextState> Offered, string? Refusal) Choices(Actor actor, UserRow user)
    {
        var releasable = user.State != ServiceState.Active;
        var refusal = releasable ? AuthorityOver.Refusal(actor, user.Id, user.Role, UserAct.Release) : null;
        List<NextState> offered = [SuspendUsers.NextState.Keep];
        if (!user.Suspended && AuthorityOver.Refusal(actor, user.Id, user.Role, UserAct.Stop) is null)
        {
            offered.Add(SuspendUsers.NextState.Stop);
        }

        if (releasable && refusal is null)
        {
            offered.Add(SuspendUsers.NextState.Release);
        }

        return (offered, refusal);
    }

    /// <summary>The shape.</summary>
    public sealed class Validator : AbstractValidator<SuspendUsersForm>
    {
        /// <summary>States it.</summary>
        public Validator() => RuleFor(form => form.NextState)
            .Must(states => states.Values.All(state => Enum.IsDefined(typeof(NextState), state ?? "")))
            .WithErrorCode(ErrorCodes.OutOfRange);
    }
}
