namespace BankAdmin.Domain.Fees;

/// <summary>手数料計算方法: how the boundary between two ranges is compared (rule: spec rules.md §3.1).</summary>
public enum FeeMethod
{
    /// <summary>据置型: at the boundary itself.</summary>
    Fixed,

    /// <summary>以上手数料加算型: at the boundary plus the fee of the range above it.</summary>
    AddUpperFee,

    /// <summary>未満手数料加算型: at the boundary plus the fee of the range below it.</summary>
    AddLowerFee,
}

/// <summary>What the methods are called.</summary>
public static class FeeMethods
{
    /// <summary>All of them, in the order every screen uses.</summary>
    public static IReadOnlyList<FeeMethod> All { get; } = [FeeMethod.Fixed, FeeMethod.AddUpperFee, FeeMethod.AddLowerFee];

    /// <summary>Japanese name.</summary>
    public static string Name(this FeeMethod method) => method switch
    {
        FeeMethod.Fixed => "据置型",
        FeeMethod.AddUpperFee => "以上手数料加算型",
        FeeMethod.AddLowerFee => "未満手数料加算型",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}
