using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Limits;

namespace BankAdmin.Domain.Companies;

/// <summary>What an administrator can change in 企業情報変更 (rule: spec rules.md §2).</summary>
/// <param name="Name">企業名, 全角 up to <see cref="NameMaxLength"/>.</param>
/// <param name="Modes">承認機能 of every service the company has a record of.</param>
/// <param name="AccountLimits">口座一日当たりの限度額 of every account, in the order of the contract.</param>
/// <param name="CompanyLimits">企業一日当たりの限度額.</param>
public sealed record CompanyInformation(
    string Name,
    IReadOnlyDictionary<BankingService, ApprovalMode> Modes,
    IReadOnlyList<AccountDailyLimits> AccountLimits,
    CompanyDailyLimits CompanyLimits)
{
    /// <summary>Longest 企業名, in characters a person sees.</summary>
    public const int NameMaxLength = 48;

    /// <summary>
    /// What of a proposal lets more through than before: fewer approvers, higher limits, by name and without figures. Other
    /// administrators are told of it.
    /// </summary>
    public IEnumerable<string> WeakenedBy(CompanyInformation proposal) =>
    [
        .. Modes.Where(mode => proposal.Modes[mode.Key].Approvers < mode.Value.Approvers)
            .Select(mode => $"{mode.Key.Name}の承認段階の引き下げ"),
        .. AccountLimits.Zip(proposal.AccountLimits).Any(pair => Raises(AccountDailyLimits.Kinds, pair.First, pair.Second).Any())
            ? new[] { "口座一日当たりの限度額の引き上げ" } : [],
        .. Raises(CompanyDailyLimits.Kinds, CompanyLimits, proposal.CompanyLimits)
            .Select(kind => $"企業一日当たりの限度額（{kind.Name}）の引き上げ"),
    ];

    private static IEnumerable<LimitKind<T>> Raises<T>(IEnumerable<LimitKind<T>> kinds, T before, T after) =>
        kinds.Where(kind => kind.Of(after) > kind.Of(before));
}
