using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Limits;

/// <summary>
/// 口座一日当たりの限度額 of one account, for 振込振替, in whole yen; 0 means none may be sent (rule: spec rules.md §2).
/// 都度指定 and 事前登録 are each a part of 合計; their sum may exceed it.
/// </summary>
public sealed record AccountDailyLimits(Yen Total, Yen AdHoc, Yen PreRegistered)
{
    /// <summary>Digits an input in whole yen may have.</summary>
    public const int MaxDigits = 15;

    /// <summary>0円 throughout: nothing may be sent.</summary>
    public static readonly AccountDailyLimits Zero = new(default, default, default);

    /// <summary>The three limits, in the order every screen uses.</summary>
    public static readonly IReadOnlyList<LimitKind<AccountDailyLimits>> Kinds =
    [
        new("total", "振込振替(合計)", BankingService.Transfer, limits => limits.Total),
        new("adHoc", "振込振替(都度指定)", BankingService.Transfer, limits => limits.AdHoc),
        new("preRegistered", "振込振替(事前登録)", BankingService.Transfer, limits => limits.PreRegistered),
    ];

    /// <summary>What these limits break: E-KGK-001 above the ceiling, E-KGK-002 a part above 合計.</summary>
    /// <param name="ceilings">契約上限 of the account.</param>
    /// <param name="field">Key of the account's inputs, e.g. <c>accountLimits[0]</c>.</param>
    public IEnumerable<Violation> Check(AccountDailyLimits ceilings, string field)
    {
        foreach (var kind in Kinds)
        {
            var limit = kind.Of(this);
            if (limit > kind.Of(ceilings))
            {
                yield return new Violation(ErrorCodes.AboveCeiling, $"{field}.{kind.Key}", kind.Of(ceilings));
            }
            else if (limit > Total)
            {
                yield return new Violation(ErrorCodes.PartAboveTotal, $"{field}.{kind.Key}", Total);
            }
        }
    }
}
