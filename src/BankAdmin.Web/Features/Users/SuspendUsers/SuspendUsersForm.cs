using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Users.Shared;
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
    /// <summary>Names of <see cref="SuspendUsers.NextState"/>; a user who is absent is kept.</summary>
    public Dictionary<string, string?> NextState { get; set; } = [];

    /// <summary>What shall become of a user.</summary>
    public NextState Of(UserRow user) =>
        Enum.TryParse<NextState>(NextState.GetValueOrDefault(user.LoginId), out var next) ? next : SuspendUsers.NextState.Keep;

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
        public Validator() => RuleFor(form => form.NextState).Custom((states, context) => context.Fail(
            states.Values.Any(state => !Enum.IsDefined(typeof(NextState), state ?? "")) ? [new Violation(ErrorCodes.OutOfRange, "nextState")] : []));
    }
}
