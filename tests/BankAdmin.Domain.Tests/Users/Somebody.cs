using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Tests.Users;

internal static class Somebody
{
    private static readonly StoredPassword Own = StoredPassword.Own("hash", DateTime.UnixEpoch);

    public static User Registered(UserRole role, params Permission[] rights) => User.Register(
        new UserTerms(Guid.NewGuid(), "Sakura09", "利用者", "a@example.jp", role, Own, Own) { Rights = rights });

    /// <summary>A user with rights, as stored: what registering recorded is gone.</summary>
    public static User Stored(UserRole role, params Permission[] rights)
    {
        var user = Registered(role, rights);
        user.TakeEvents();
        return user;
    }

    /// <summary>Who acts, by key and role.</summary>
    public static Person Acting(Guid id, UserRole role) => new(Realm.Company, id, "actor001", "操作者", null, null, "") { Role = role };

    /// <summary>The codes that something is refused with.</summary>
    public static IEnumerable<string> CodesOf(Action act) =>
        Should.Throw<RulesBrokenException>(act).Violations.Select(violation => violation.Code);
}
