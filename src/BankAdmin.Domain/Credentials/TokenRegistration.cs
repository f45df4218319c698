using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Credentials;

/// <summary>トークン状態 (rule: spec credentials.md §3).</summary>
public enum TokenState
{
    /// <summary>未登録: none, or one that was revoked long enough ago that registration is offered again.</summary>
    Unregistered,

    /// <summary>利用中.</summary>
    Active,

    /// <summary>利用停止, by wrong codes in a row.</summary>
    Suspended,

    /// <summary>失効.</summary>
    Revoked,
}

/// <summary>What the states are called.</summary>
public static class TokenStates
{
    /// <summary>Japanese name.</summary>
    public static StateName Name(this TokenState state) => state switch
    {
        TokenState.Unregistered => new StateName("", "未登録", Stops: false),
        TokenState.Active => new StateName("", "利用中", Stops: false),
        TokenState.Suspended => new StateName("", "利用停止", Stops: true),
        TokenState.Revoked => new StateName("", "失効", Stops: true),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>
/// That a user has a token for one-time passwords, or had one. Its secret is kept elsewhere; wrong codes are counted like passwords.
/// </summary>
/// <param name="RegisteredAtUtc">When it was registered, UTC; null: never.</param>
/// <param name="RevokedAtUtc">When it was revoked, UTC; null: it was not.</param>
public sealed record TokenRegistration(DateTime? RegisteredAtUtc, DateTime? RevokedAtUtc)
{
    /// <summary>None was ever registered.</summary>
    public static readonly TokenRegistration None = new(null, null);

    /// <summary>Whether there is a token now.</summary>
    public bool IsHeld => RegisteredAtUtc is not null && RevokedAtUtc is null;

    /// <summary>When a new one may be registered at a login, UTC; null: at any.</summary>
    /// <param name="waitMinutes">The bank's wait after 失効.</param>
    public DateTime? OfferedFromUtc(int waitMinutes) => RevokedAtUtc?.AddMinutes(waitMinutes);

    /// <summary>Whether a login offers to register one.</summary>
    public bool IsOfferedAt(DateTime nowUtc, int waitMinutes) => !IsHeld && !(nowUtc < OfferedFromUtc(waitMinutes));

    /// <summary>トークン状態.</summary>
    /// <param name="nowUtc">The time the wait is held against, UTC.</param>
    /// <param name="waitMinutes">The bank's wait after 失効.</param>
    /// <param name="stopped">Whether wrong codes have stopped it.</param>
    public TokenState StateAt(DateTime nowUtc, int waitMinutes, bool stopped) =>
        IsHeld ? stopped ? TokenState.Suspended : TokenState.Active
        : IsOfferedAt(nowUtc, waitMinutes) ? TokenState.Unregistered
        : TokenState.Revoked;
}
