using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Users;

/// <summary>利用者: a person who logs in for a company.</summary>
public sealed partial class User : AggregateRoot, ICompanyOwned
{
    /// <summary>Longest 利用者名, in characters a person sees.</summary>
    public const int NameMaxLength = 30;

    /// <summary>Longest メールアドレス.</summary>
    public const int EmailMaxLength = 64;

    /// <summary>Shortest メールアドレス.</summary>
    public const int EmailMinLength = 4;

    /// <summary>Days a deleted user's login ID stays taken (rule: spec credentials.md §1).</summary>
    public const int DaysUntilLoginIdIsFree = 100;

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
    public string Name
    {
        get;
        private set => (field, NameKey) = (value, SearchKey.Of(value));
    } = "";

    /// <summary><see cref="Name"/> as it is searched.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>メールアドレス.</summary>
    public string Email { get; private set; } = "";

    /// <summary>利用者区分.</summary>
    public UserRole Role { get; private set; }

    /// <summary>サービス利用停止, by an administrator.</summary>
    public bool Suspended { get; private set; }

    /// <summary>When the user was deleted, UTC; the row stays until the login ID becomes free, and is seen by nobody.</summary>
    public DateTime? DeletedAtUtc { get; private set; }

    /// <summary>ログインパスワード, as a hash.</summary>
    public StoredPassword LoginPassword { get; private set; } = StoredPassword.None;

    /// <summary>確認用パスワード.</summary>
    public StoredPassword ConfirmationPassword { get; private set; } = StoredPassword.None;

    /// <summary>When another person last changed one of the two, UTC; null: nobody has.</summary>
    public DateTime? PasswordSetByOtherAtUtc { get; private set; }

    /// <summary>The token for one-time passwords.</summary>
    public TokenRegistration Token { get; private set; } = TokenRegistration.None;

    /// <summary>利用者一回当たり限度額.</summary>
    public UserTransactionLimits Limits { get; private set; } = UserTransactionLimits.Zero;

    /// <summary>サービス利用権限 as granted one by one; the Master needs none.</summary>
    public IReadOnlyCollection<UserRight> Rights => rights;

    /// <summary>利用可能口座; the Master needs none.</summary>
    public IReadOnlyCollection<UserAccount> Accounts => accounts;

    /// <summary>Whether something must be set before anything else can be used (BLGI010).</summary>
    public bool MustSetPasswords => LoginPassword.MustChange || ConfirmationPassword.Hash is null || ConfirmationPassword.MustChange;

    /// <summary>Registers a user on behalf of somebody.</summary>
    /// <exception cref="RulesBrokenException">They may not, or it would be another Master.</exception>
    public static User Register(Person actor, UserTerms terms)
    {
        var mayNot = !AuthorityOver.MayRegister(actor) || terms.Role == UserRole.Master;
        RulesBrokenException.ThrowIfAny(mayNot ? [new Violation(ErrorCodes.NoPermission, "")] : []);
        return Register(terms);
    }

    /// <summary>Registers a user as the bank does: the first of a company, seeds.</summary>
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
            Token = terms.Token,
        };
        user.rights.AddRange(terms.Rights.Distinct().Order().Select(right => new UserRight(user.Id, right)));
        user.accounts.AddRange(terms.Accounts.Distinct().Select(account => new UserAccount(user.Id, account)));
        user.Raise(new UserRegistered(user.AsSubject()));
        return user;
    }

    /// <inheritdoc />
    public override OperationSubject AsSubject() => new(SubjectKind.Person, Id.ToString(), Name, LoginId);

    /// <summary>Whether the user holds a right; the Master holds all (rule: spec rules.md §1).</summary>
    public bool Has(Permission permission) => Role == UserRole.Master || rights.Any(right => right.Right == permission);

    /// <summary>Whether the user may use an account; the Master may use all.</summary>
    public bool MayUse(BankAccount account) => Role == UserRole.Master || accounts.Any(held => held.AccountId == account.Id);

    /// <summary>Whether the user can approve requests of a service (rule: spec rules.md §2, Approvers).</summary>
    public bool Approves(BankingService service) => !Suspended && Has(service.Approval);

    /// <summary>What the user may do, with what, up to which amount; as it is now.</summary>
    public UserProfile Profile => new(
        LoginId, Name, Email, Role, rights.Select(right => right.Right).Order().ToList(),
        accounts.Select(account => account.AccountId).ToList(), Limits);

    /// <summary>What of a change is refused to somebody: E-COM-012, E-RSK-005, E-RSK-006.</summary>
    public IReadOnlyList<Violation> CheckChange(Person actor, UserProfile profile)
    {
        var now = Profile;
        (bool Differs, UserAct Act, string Field)[] parts =
        [
            (true, UserAct.Change, ""),
            (profile.LoginId != LoginId, UserAct.ChangeProfile, "loginId"),
            (profile.Name != Name, UserAct.ChangeProfile, "userName"),
            (profile.Role != Role, UserAct.ChangeRole, "isAdministrator"),
            (!profile.Rights.ToHashSet().SetEquals(now.Rights), UserAct.ChangeRights, "rights"),
            (!profile.Accounts.ToHashSet().SetEquals(now.Accounts), UserAct.ChangeRights, "accounts"),
            (profile.Limits != Limits, UserAct.ChangeLimits, "userLimits"),
        ];
        return (from part in parts
                where part.Differs
                let code = AuthorityOver.Refusal(actor, Id, Role, part.Act)
                where code is not null
                select new Violation(code, part.Field)).ToList();
    }

    /// <summary>Changes the user.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="profile">As it shall be.</param>
    /// <param name="login">A new login password; null: it stays.</param>
    /// <param name="confirmation">A new confirmation password; null: it stays.</param>
    /// <exception cref="RulesBrokenException"><see cref="CheckChange"/> finds something, or it would make another Master.</exception>
    public void Change(Person actor, UserProfile profile, StoredPassword? login, StoredPassword? confirmation)
    {
        RulesBrokenException.ThrowIfAny(CheckChange(actor, profile));
        if (profile.Role == UserRole.Master != (Role == UserRole.Master))
        {
            throw new RulesBrokenException([new Violation(ErrorCodes.NotOnMaster, "isAdministrator")]);
        }

        (LoginId, LoginIdKey) = (profile.LoginId, Users.LoginId.Key(profile.LoginId));
        (Name, Email, Role, Limits) = (profile.Name, profile.Email, profile.Role, profile.Limits);
        var (wantedRights, wantedAccounts) = (profile.Rights.ToHashSet(), profile.Accounts.ToHashSet());
        rights.RemoveAll(right => !wantedRights.Contains(right.Right));
        rights.AddRange(wantedRights.Except(rights.Select(right => right.Right)).Order().Select(key => new UserRight(Id, key)).ToList());
        accounts.RemoveAll(account => !wantedAccounts.Contains(account.AccountId));
        accounts.AddRange(wantedAccounts.Except(accounts.Select(account => account.AccountId))
            .Select(account => new UserAccount(Id, account)).ToList());
        Put(login, confirmation);
        PasswordSetByOtherAtUtc = actor.Id == Id ? PasswordSetByOtherAtUtc
            : login?.SetAtUtc ?? confirmation?.SetAtUtc ?? PasswordSetByOtherAtUtc;
        Raise(new UserChanged(AsSubject(), login is not null, confirmation is not null));
    }

    /// <summary>Deletes the user: nothing is left to log in with, the login ID stays taken for a while.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="held">The user's certificates.</param>
    /// <param name="nowUtc">When, UTC.</param>
    /// <exception cref="RulesBrokenException">Oneself, or the Master.</exception>
    public void Delete(Person actor, IReadOnlyCollection<ClientCertificate> held, DateTime nowUtc)
    {
        AuthorityOver.Require(actor, this, UserAct.Delete);
        (DeletedAtUtc, LoginPassword, ConfirmationPassword) = (nowUtc, StoredPassword.None, StoredPassword.None);
        rights.Clear();
        accounts.Clear();
        foreach (var certificate in held)
        {
            certificate.Revoke(nowUtc, RevocationReason.CessationOfOperation);
        }

        Token = Token.IsHeld ? Token with { RevokedAtUtc = nowUtc } : Token;
        Raise(new UserDeleted(AsSubject()));
    }

    /// <summary>サービス利用停止.</summary>
    /// <exception cref="RulesBrokenException">The actor may not.</exception>
    public void Stop(Person actor)
    {
        AuthorityOver.Require(actor, this, UserAct.Stop);
        Suspended = true;
        Raise(new UserStopped(AsSubject()));
    }

    /// <summary>利用停止解除; the counters of wrong entries are cleared with it.</summary>
    /// <exception cref="RulesBrokenException">Oneself, or the actor may not.</exception>
    public void Release(Person actor)
    {
        AuthorityOver.Require(actor, this, UserAct.Release);
        Suspended = false;
        Raise(new UserReleased(AsSubject()));
    }
}
