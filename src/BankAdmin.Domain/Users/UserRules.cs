using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Users;

/// <summary>Rules on the rights and accounts of a user (rule: spec rules.md §4).</summary>
public static class UserRules
{
    /// <summary>E-RSK-008: no right at all, or one without the right it needs; E-COM-009: one that is not offered.</summary>
    public static IEnumerable<Violation> CheckRights(IReadOnlyCollection<Permission> chosen, IReadOnlyList<Right> offered)
    {
        if (chosen.Any(key => offered.All(right => right.Key != key)))
        {
            yield return new Violation(ErrorCodes.OutOfRange, "rights");
        }

        if (chosen.Count == 0)
        {
            yield return new Violation(ErrorCodes.RightNeeded, "rights", "権限を1つ以上");
        }

        foreach (var right in offered.Where(right => chosen.Contains(right.Key) && right.Needs is { } needed && !chosen.Contains(needed)))
        {
            yield return new Violation(
                ErrorCodes.RightNeeded, "rights",
                $"{right.Item}の「{right.Name}」を付与するときは、同じ行の「{offered.First(r => r.Key == right.Needs).Name}」も");
        }
    }

    /// <summary>E-RSK-009: 依頼 or 承認 without an account.</summary>
    public static IEnumerable<Violation> CheckAccounts(IReadOnlyCollection<Permission> rights, int accounts)
    {
        if (accounts == 0 && Rights.All.Any(right => right.NeedsAccount && rights.Contains(right.Key)))
        {
            yield return new Violation(ErrorCodes.AccountNeeded, "accounts");
        }
    }

    /// <summary>E-RSK-004: the contract's most users are registered.</summary>
    public static IEnumerable<Violation> CheckPlace(Company company, int users)
    {
        if (users >= company.UserMaximum)
        {
            yield return new Violation(ErrorCodes.UserMaximumReached, "", company.UserMaximum);
        }
    }
}
