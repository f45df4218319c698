namespace BankAdmin.Domain.Limits;

/// <summary>利用者一回当たり限度額, in whole yen, 0 to 12 digits (rule: spec rules.md §4).</summary>
public sealed record UserTransactionLimits(
    Yen TransferPreRegistered, Yen TransferSavedPayee, Yen TransferNewPayee,
    Yen BulkTransfer, Yen Salary, Yen Bonus, Yen DirectDebit)
{
    /// <summary>Digits an input may have.</summary>
    public const int MaxDigits = 12;

    /// <summary>Where the Master's limits start.</summary>
    public static readonly UserTransactionLimits Highest = All(new Yen(999_999_999_999));

    /// <summary>Where a new user's limits start.</summary>
    public static readonly UserTransactionLimits Zero = All(default);

    /// <summary>The same limit for every kind of transaction.</summary>
    public static UserTransactionLimits All(Yen limit) => new(limit, limit, limit, limit, limit, limit, limit);
}
