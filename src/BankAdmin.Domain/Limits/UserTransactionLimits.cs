using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Limits;

/// <summary>One of a user's limits, and the rights that make it apply.</summary>
/// <param name="Key">As it stands in input keys.</param>
/// <param name="Name">Japanese name.</param>
/// <param name="Service">The service that must be contracted.</param>
/// <param name="Of">Reads it from the set.</param>
/// <param name="Rights">Any of these makes it apply.</param>
public sealed record UserLimitKind(
    string Key, string Name, BankingService Service, Func<UserTransactionLimits, Yen> Of, IReadOnlyList<Permission> Rights)
{
    /// <summary>Whether it applies to somebody with these rights.</summary>
    public bool AppliesTo(IEnumerable<Permission> rights) => rights.Any(Rights.Contains);
}

/// <summary>利用者一回当たり限度額, in whole yen, 0 to 12 digits (rule: spec rules.md §4).</summary>
public sealed record UserTransactionLimits(
    Yen TransferPreRegistered, Yen TransferSavedPayee, Yen TransferNewPayee,
    Yen BulkTransfer, Yen Salary, Yen Bonus, Yen DirectDebit)
{
    /// <summary>Digits an input in whole yen may have.</summary>
    public const int MaxDigits = 12;

    /// <summary>The seven limits, in the order every screen uses.</summary>
    public static readonly IReadOnlyList<UserLimitKind> Kinds =
    [
        new("transferPreRegistered", "振込振替(事前登録口座)", BankingService.Transfer, limits => limits.TransferPreRegistered,
            [Permission.TransferPreRegistered, Permission.ApproveTransfer]),
        new("transferSavedPayee", "振込振替(利用者登録口座)", BankingService.Transfer, limits => limits.TransferSavedPayee,
            [Permission.TransferSavedPayee, Permission.ApproveTransfer]),
        new("transferNewPayee", "振込振替(新規口座指定)", BankingService.Transfer, limits => limits.TransferNewPayee,
            [Permission.TransferNewPayee, Permission.ApproveTransfer]),
        new("bulkTransfer", "総合振込", BankingService.BulkTransfer, limits => limits.BulkTransfer,
            [Permission.BulkTransferEntry, Permission.BulkTransferFile, Permission.ApproveBulkTransfer]),
        new("salary", "給与振込", BankingService.Payroll, limits => limits.Salary,
            [Permission.PayrollEntry, Permission.PayrollFile, Permission.ApprovePayroll]),
        new("bonus", "賞与振込", BankingService.Payroll, limits => limits.Bonus,
            [Permission.PayrollEntry, Permission.PayrollFile, Permission.ApprovePayroll]),
        new("directDebit", "口座振替", BankingService.DirectDebit, limits => limits.DirectDebit,
            [Permission.DirectDebitEntry, Permission.DirectDebitFile, Permission.ApproveDirectDebit]),
    ];

    // Made from the kinds, so it stands below them.
    /// <summary>Where the Master's limits start.</summary>
    public static readonly UserTransactionLimits Highest = All(new Yen(999_999_999_999));

    /// <summary>Where a new user's limits start.</summary>
    public static readonly UserTransactionLimits Zero = All(default);

    /// <summary>The same limit for every kind of transaction.</summary>
    public static UserTransactionLimits All(Yen limit) => Each(_ => limit);

    /// <summary>A limit for each kind.</summary>
    public static UserTransactionLimits Each(Func<UserLimitKind, Yen> limit)
    {
        var each = Kinds.Select(limit).ToList();
        return new(each[0], each[1], each[2], each[3], each[4], each[5], each[6]);
    }
}
