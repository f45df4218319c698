using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Limits;

/// <summary>企業一日当たりの限度額 for the bulk services, in whole yen; 0 means none may be sent (rule: spec rules.md §2).</summary>
public sealed record CompanyDailyLimits(Yen BulkTransfer, Yen Salary, Yen Bonus, Yen DirectDebit)
{
    /// <summary>Digits an input in whole yen may have.</summary>
    public const int MaxDigits = 12;

    /// <summary>0円 throughout: nothing may be sent.</summary>
    public static readonly CompanyDailyLimits Zero = new(default, default, default, default);

    /// <summary>The four limits, in the order every screen uses.</summary>
    public static readonly IReadOnlyList<LimitKind<CompanyDailyLimits>> Kinds =
    [
        new("bulkTransfer", "総合振込", BankingService.BulkTransfer, limits => limits.BulkTransfer),
        new("salary", "給与振込", BankingService.Payroll, limits => limits.Salary),
        new("bonus", "賞与振込", BankingService.Payroll, limits => limits.Bonus),
        new("directDebit", "口座振替", BankingService.DirectDebit, limits => limits.DirectDebit),
    ];

    /// <summary>The same limit for every service.</summary>
    public static CompanyDailyLimits All(Yen limit) => new(limit, limit, limit, limit);

    /// <summary>What these limits break: E-KGK-001 above the ceiling.</summary>
    public IEnumerable<Violation> Check(CompanyDailyLimits ceilings) =>
        from kind in Kinds
        where kind.Of(this) > kind.Of(ceilings)
        select new Violation(ErrorCodes.AboveCeiling, $"companyLimits.{kind.Key}", kind.Of(ceilings));
}
