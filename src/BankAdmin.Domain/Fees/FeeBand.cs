namespace BankAdmin.Domain.Fees;

/// <summary>One amount range with a fee for each pattern, all in whole yen, tax included.</summary>
/// <param name="From">Lower bound, inclusive. Of the first range it is 適用最低支払金額, or 0 where there is none.</param>
/// <param name="SameBranch">当行同一支店宛.</param>
/// <param name="SameBank">当行他店宛.</param>
/// <param name="OtherBank">他行宛.</param>
public readonly record struct FeeBand(long From, long SameBranch, long SameBank, long OtherBank)
{
    /// <summary>The fee for a transfer of that pattern, in whole yen.</summary>
    public long Of(TransferPattern pattern) => pattern switch
    {
        TransferPattern.SameBranch => SameBranch,
        TransferPattern.SameBank => SameBank,
        TransferPattern.OtherBank => OtherBank,
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };
}
