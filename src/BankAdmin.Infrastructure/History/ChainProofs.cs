namespace BankAdmin.Infrastructure.History;

/// <summary>When a chain was verified last, and with what result; told to the administrators of its company (BSRS003).</summary>
public sealed class ChainVerification
{
    /// <summary>Longest <see cref="Fault"/>.</summary>
    public const int FaultMaxLength = 400;

    /// <summary>The chain.</summary>
    public Guid ChainId { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>Records that held.</summary>
    public long Records { get; set; }

    /// <summary>What is wrong with the first that did not; null: nothing.</summary>
    public string? Fault { get; set; }
}

/// <summary>
/// Where a chain begins after its oldest records were taken away because their time was over: what the first that remains is linked to,
/// under a seal of its own, so that nobody without the history key can cut a beginning off (rule: spec quality.md §1, promise 6).
/// </summary>
public sealed class ChainBase
{
    /// <summary>The chain.</summary>
    public Guid ChainId { get; init; }

    /// <summary>Sequence of the last record that was taken away.</summary>
    public long Sequence { get; set; }

    /// <summary>Its seal.</summary>
    public byte[] Seal { get; set; } = [];

    /// <summary>Before when what was taken away happened, UTC.</summary>
    public DateTime BeforeUtc { get; set; }

    /// <summary>Which history key sealed this.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>HMAC-SHA-256 over all of the above.</summary>
    public byte[] Proof { get; set; } = [];
}
