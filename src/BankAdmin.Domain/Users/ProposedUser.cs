using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Users;

/// <summary>What is asked for a user, read but not judged yet.</summary>
/// <param name="LoginId">Login ID.</param>
/// <param name="Name">Name in 全角.</param>
/// <param name="Email">Mail address.</param>
/// <param name="IsAdministrator">管理者権限.</param>
/// <param name="Rights">The rights that were chosen.</param>
/// <param name="Asked">The rights that could be chosen; what was not asked stays as it is stored.</param>
/// <param name="Accounts">The accounts that were chosen, by <see cref="BankAccount.Key"/>.</param>
/// <param name="LimitOf">The limit, whole yen, of a kind that the rights need.</param>
public sealed record UserEntries(
    string LoginId, string Name, string Email, bool IsAdministrator, IReadOnlyCollection<Permission> Rights,
    IReadOnlyCollection<Permission> Asked, IReadOnlyCollection<string> Accounts, Func<UserLimitKind, Yen> LimitOf);

/// <summary>
/// A user who is to be registered or changed, whoever asks for it: a wizard, a file's row, a fixture. The rules are stated here once
/// (rule: spec rules.md §1 and §4).
/// </summary>
/// <param name="Company">Their company.</param>
/// <param name="Stored">The user as stored; null: a new one.</param>
/// <param name="Actor">Who registers or changes them.</param>
public sealed record ProposedUser(Company Company, User? Stored, Person Actor)
{
    /// <summary>The rights that the contract offers.</summary>
    public IReadOnlyList<Right> Offered { get; } = Users.Rights.OfferedBy(Company);

    /// <summary>Whether who acts is the user.</summary>
    public bool IsOneself => Stored?.Id == Actor.Id;

    /// <summary>Whether who acts may do this to the user; of a new one, everything.</summary>
    public bool May(UserAct act) => Stored is null || AuthorityOver.May(Actor, Stored, act);

    /// <summary>The rights that a choice leads to: a Master has all, hidden rights stay as they are stored.</summary>
    public IReadOnlyList<Permission> RightsWith(IReadOnlyCollection<Permission> chosen, IReadOnlyCollection<Permission> asked)
    {
        if (Stored?.Role == UserRole.Master)
        {
            return Users.Rights.All.Select(right => right.Key).ToList();
        }

        var shown = Offered.Select(right => right.Key).Intersect(asked).ToHashSet();
        var hidden = Stored?.Rights.Select(granted => granted.Right).Where(key => !shown.Contains(key)) ?? [];
        return [.. chosen.Where(shown.Contains), .. hidden];
    }

    /// <summary>The limits that rights need.</summary>
    public IReadOnlyList<UserLimitKind> LimitsFor(IReadOnlyCollection<Permission> rights) =>
        UserTransactionLimits.Kinds.Where(kind => Company.Has(kind.Service) && kind.AppliesTo(rights)).ToList();

    /// <summary>The user that entries lead to. What who acts may not change comes from the store, whatever is asked.</summary>
    public UserProfile ProfileOf(UserEntries entries)
    {
        var isMaster = Stored?.Role == UserRole.Master;
        var rights = RightsWith(entries.Rights, entries.Asked);
        var needed = LimitsFor(rights).ToHashSet();
        var stored = Stored?.Limits ?? UserTransactionLimits.Zero;
        return new UserProfile(
            May(UserAct.ChangeProfile) ? entries.LoginId : Stored!.LoginId,
            May(UserAct.ChangeProfile) ? entries.Name : Stored!.Name,
            entries.Email,
            isMaster ? UserRole.Master : entries.IsAdministrator ? UserRole.Administrator : UserRole.General,
            isMaster ? [] : rights,
            isMaster
                ? []
                : Company.Accounts.Where(account => entries.Accounts.Contains(account.Key)).Select(account => account.Id).ToList(),
            UserTransactionLimits.Each(kind =>
                needed.Contains(kind) ? entries.LimitOf(kind) : Company.Has(kind.Service) ? default : kind.Of(stored)));
    }

    /// <summary>The rules on chosen rights.</summary>
    public IEnumerable<Violation> CheckRights(IReadOnlyCollection<Permission> chosen) =>
        May(UserAct.ChangeRights) ? UserRules.CheckRights(chosen, Offered) : [];

    /// <summary>The rules on chosen accounts.</summary>
    public IEnumerable<Violation> CheckAccounts(IReadOnlyCollection<Permission> rights, IReadOnlyCollection<string> accounts) =>
        accounts.Any(key => Company.Accounts.All(account => account.Key != key))
            ? [new Violation(ErrorCodes.OutOfRange, "accounts")]
            : UserRules.CheckAccounts(rights, accounts.Count);

    /// <summary>The services for which the profile takes an approver away.</summary>
    public IReadOnlyList<BankingService> LostBy(UserProfile profile) =>
        Stored is null ? [] : Approvals.ApproverRule.Lost(Stored, profile.Role, Stored.Suspended, profile.Rights).ToList();
}
