namespace BankAdmin.Domain.Approvals;

/// <summary>How many people approve a request, and whether in order (承認機能; rule: spec rules.md §2).</summary>
public sealed class ApprovalMode
{
    /// <summary>承認なし.</summary>
    public static readonly ApprovalMode None = new("None", "承認なし", approvers: 0, inOrder: false);

    /// <summary>シングル承認.</summary>
    public static readonly ApprovalMode Single = new("Single", "シングル承認", approvers: 1, inOrder: false);

    /// <summary>ダブル承認(順序なし).</summary>
    public static readonly ApprovalMode DoubleUnordered = new("DoubleUnordered", "ダブル承認(順序なし)", approvers: 2, inOrder: false);

    /// <summary>ダブル承認(順序あり).</summary>
    public static readonly ApprovalMode DoubleOrdered = new("DoubleOrdered", "ダブル承認(順序あり)", approvers: 2, inOrder: true);

    private ApprovalMode(string code, string name, int approvers, bool inOrder) =>
        (Code, Name, Approvers, InOrder) = (code, name, approvers, inOrder);

    /// <summary>All of them, in the order screens show them.</summary>
    public static IReadOnlyList<ApprovalMode> All { get; } = [None, Single, DoubleUnordered, DoubleOrdered];

    /// <summary>Stable code, as stored and as inputs carry it.</summary>
    public string Code { get; }

    /// <summary>Japanese name.</summary>
    public string Name { get; }

    /// <summary>How many approvers a request needs.</summary>
    public int Approvers { get; }

    /// <summary>Whether they approve in the order named.</summary>
    public bool InOrder { get; }

    /// <summary>Only 振込振替 can go without approval.</summary>
    public bool AllowedFor(BankingService service) => this != None || service == BankingService.Transfer;

    /// <summary>The mode with that code, or null.</summary>
    public static ApprovalMode? Find(string? code) => All.FirstOrDefault(mode => mode.Code == code);

    /// <summary>The mode with that code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ApprovalMode FromCode(string code) =>
        Find(code) ?? throw new ArgumentException($"No approval mode '{code}'.", nameof(code));

    /// <inheritdoc />
    public override string ToString() => Code;
}
