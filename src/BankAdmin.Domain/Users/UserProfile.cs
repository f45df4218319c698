using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Limits;

namespace BankAdmin.Domain.Users;

/// <summary>A user as people see it, apart from passwords and state.</summary>
/// <param name="LoginId">Login ID.</param>
/// <param name="Name">利用者名.</param>
/// <param name="Email">メールアドレス.</param>
/// <param name="Role">利用者区分.</param>
/// <param name="Rights">Rights as stored.</param>
/// <param name="Accounts">Keys of the accounts, as stored.</param>
/// <param name="Limits">利用者一回当たり限度額.</param>
public sealed record UserProfile(
    string LoginId, string Name, string Email, UserRole Role, IReadOnlyList<Permission> Rights, IReadOnlyList<Guid> Accounts,
    UserTransactionLimits Limits);

/// <summary>One right of a user.</summary>
public sealed record UserRight(Guid UserId, Permission Right);

/// <summary>One account a user may use.</summary>
public sealed record UserAccount(Guid UserId, Guid AccountId);

/// <summary>A user as registered.</summary>
public sealed record UserTerms(
    Guid CompanyId, string LoginId, string Name, string Email, UserRole Role,
    StoredPassword LoginPassword, StoredPassword ConfirmationPassword)
{
    /// <summary>Rights granted one by one.</summary>
    public IReadOnlyCollection<Permission> Rights { get; init; } = [];

    /// <summary>Keys of the accounts the user may use.</summary>
    public IReadOnlyCollection<Guid> Accounts { get; init; } = [];

    /// <summary>利用者一回当たり限度額.</summary>
    public UserTransactionLimits Limits { get; init; } = UserTransactionLimits.Zero;

    /// <summary>The token for one-time passwords, where seeds give one.</summary>
    public TokenRegistration Token { get; init; } = TokenRegistration.None;

    /// <summary>サービス利用停止 from the start.</summary>
    public bool Suspended { get; init; }
}
