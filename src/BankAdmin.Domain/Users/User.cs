using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Limits;

namespace BankAdmin.Domain.Users;

/// <summary>利用者: a person who logs in for a company.</summary>
public sealed class User : AggregateRoot, ICompanyOwned
{
    /// <summary>Longest 利用者名, in characters a person sees.</summary>
    public const int NameMaxLength = 30;

    private readonly List<UserRight> rights = [];
    private readonly List<UserAccount> accounts = [];

    private User()
    {
    }

    /// <inheritdoc />
    public Guid CompanyId { get; private init; }

    /// <summary>Login ID as it was registered.</summary>
    public string LoginId { get; private set; } = "";

    /// <summary><see cref="LoginId"/> as it is compared; unique over the bank.</summary>
    public string LoginIdKey { get; private set; } = "";

    /// <summary>利用者名.</summary>
    public string Name { get; private set; } = "";

    /// <summary>メールアドレス.</summary>
    public string Email { get; private set; } = "";

    /// <summary>利用者区分.</summary>
    public UserRole Role { get; private set; }

    /// <summary>サービス利用停止, by an administrator.</summary>
    public bool Suspended { get; private set; }

    /// <summary>Login password.</summary>
    public StoredPassword LoginPassword { get; private set; } = StoredPassword.None;

    /// <summary>確認用パスワード.</summary>
    public StoredPassword ConfirmationPassword { get; private set; } = StoredPassword.None;

    /// <summary>利用者一回当たり限度額.</summary>
    public UserTransactionLimits Limits { get; private set; } = UserTransactionLimits.Zero;

    /// <summary>サービス利用権限 as granted one by one; the Master needs none.</summary>
    public IReadOnlyCollection<UserRight> Rights => rights;

    /// <summary>利用可能口座; the Master needs none.</summary>
    public IReadOnlyCollection<UserAccount> Accounts => accounts;

    /// <summary>Whether something must be set before anything else can be used (BLGI010).</summary>
    public bool MustSetPasswords => LoginPassword.MustChange || ConfirmationPassword.Hash is null || ConfirmationPassword.MustChange;

    /// <summary>Registers a user. Rules on who may and on the values are asked before.</summary>
    public static User Register(UserTerms terms)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            CompanyId = terms.CompanyId,
            LoginId = terms.LoginId,
            LoginIdKey = Users.LoginId.Key(terms.LoginId),
            Name = terms.Name,
            Email = terms.Email,
            Role = terms.Role,
            Suspended = terms.Suspended,
            LoginPassword = terms.LoginPassword,
            ConfirmationPassword = terms.ConfirmationPassword,
            Limits = terms.Limits,
        };
        user.rights.AddRange(terms.Rights.Distinct().Order().Select(right => new UserRight(user.Id, right)));
        user.accounts.AddRange(terms.Accounts.Distinct().Select(account => new UserAccount(user.Id, account)));
        user.Raise(new UserRegistered(user.LoginId, user.Name));
        return user;
    }

    /// <summary>Sets the passwords that were due at login; null leaves one as it is.</summary>
    public void SetDuePasswords(StoredPassword? login, StoredPassword? confirmation)
    {
        LoginPassword = login ?? LoginPassword;
        ConfirmationPassword = confirmation ?? ConfirmationPassword;
        Raise(new DuePasswordsSet(login is not null, confirmation is not null));
    }
}

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

    /// <summary>サービス利用停止 from the start.</summary>
    public bool Suspended { get; init; }
}
