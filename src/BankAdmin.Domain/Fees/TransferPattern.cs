namespace BankAdmin.Domain.Fees;

/// <summary>振込パターン: where a transfer goes, seen from the paying account.</summary>
public enum TransferPattern
{
    /// <summary>当行同一支店宛.</summary>
    SameBranch,

    /// <summary>当行他店宛.</summary>
    SameBank,

    /// <summary>他行宛.</summary>
    OtherBank,
}

/// <summary>What the patterns are called.</summary>
public static class TransferPatterns
{
    /// <summary>All of them, in the order every screen uses.</summary>
    public static IReadOnlyList<TransferPattern> All { get; } =
        [TransferPattern.SameBranch, TransferPattern.SameBank, TransferPattern.OtherBank];

    /// <summary>Japanese name.</summary>
    public static string Name(this TransferPattern pattern) => pattern switch
    {
        TransferPattern.SameBranch => "当行同一支店宛",
        TransferPattern.SameBank => "当行他店宛",
        TransferPattern.OtherBank => "他行宛",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };

    /// <summary>As it stands in input keys.</summary>
    public static string Key(this TransferPattern pattern) => pattern switch
    {
        TransferPattern.SameBranch => "sameBranch",
        TransferPattern.SameBank => "sameBank",
        TransferPattern.OtherBank => "otherBank",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };
}
