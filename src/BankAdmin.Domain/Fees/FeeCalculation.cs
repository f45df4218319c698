namespace BankAdmin.Domain.Fees;

/// <summary>What becomes of one payment, in whole yen (rule: spec rules.md §3.2).</summary>
/// <param name="Payment">P: 支払金額.</param>
/// <param name="PayeeFee">F: 先方負担手数料, deducted from the payment.</param>
/// <param name="PayerFee">A: 当方負担手数料, what the bank charges; 0 where the payment is refused.</param>
public readonly record struct FeeCalculation(long Payment, long PayeeFee, long PayerFee)
{
    /// <summary>T: 振込金額.</summary>
    public long Transfer => Payment - PayeeFee;

    /// <summary>W: 引落金額.</summary>
    public long Withdrawn => Transfer + PayerFee;

    /// <summary>D: positive, the company keeps it; negative, the company pays it.</summary>
    public long Difference => PayeeFee - PayerFee;

    /// <summary>Nothing would be left to transfer.</summary>
    public bool IsRefused => Transfer <= 0;

    /// <summary>Calculates. F is decided once, from P; A is looked up on T.</summary>
    /// <param name="payee">The payee-borne fees in force.</param>
    /// <param name="method">手数料計算方法.</param>
    /// <param name="payer">The payer-borne fees in force, beginning at 0.</param>
    /// <param name="payment">P.</param>
    /// <param name="pattern">振込パターン.</param>
    public static FeeCalculation Of(FeeSchedule payee, FeeMethod method, FeeSchedule payer, long payment, TransferPattern pattern)
    {
        var payeeFee = payee.FeeFor(payment, pattern, method);
        var transfer = payment - payeeFee;
        return new FeeCalculation(payment, payeeFee, transfer > 0 ? payer.FeeFor(transfer, pattern, FeeMethod.Fixed) : 0);
    }
}
