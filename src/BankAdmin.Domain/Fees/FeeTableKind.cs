using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Fees;

/// <summary>One of the three fee tables of a company (rule: spec rules.md §3).</summary>
public sealed class FeeTableKind
{
    /// <summary>先方負担手数料[振込振替].</summary>
    public static readonly FeeTableKind PayeeTransfer = new(
        "PayeeTransfer", "先方負担手数料[振込振替]", BankingService.Transfer,
        OperationCatalogue.ChangePayeeTransferFees, true, false);

    /// <summary>先方負担手数料[総合振込].</summary>
    public static readonly FeeTableKind PayeeBulkTransfer = new(
        "PayeeBulkTransfer", "先方負担手数料[総合振込]", BankingService.BulkTransfer,
        OperationCatalogue.ChangePayeeBulkTransferFees, true, true);

    /// <summary>当方負担手数料[総合振込].</summary>
    public static readonly FeeTableKind PayerBulkTransfer = new(
        "PayerBulkTransfer", "当方負担手数料[総合振込]", BankingService.BulkTransfer,
        OperationCatalogue.ChangePayerBulkTransferFees, false, false);

    private FeeTableKind(string code, string name, BankingService service, Operation change, bool hasMinimum, bool hasMethod) =>
        (Code, Name, Service, Change, HasMinimum, HasMethod) = (code, name, service, change, hasMinimum, hasMethod);

    /// <summary>All of them, in the order every screen uses.</summary>
    public static IReadOnlyList<FeeTableKind> All { get; } = [PayeeTransfer, PayeeBulkTransfer, PayerBulkTransfer];

    /// <summary>Stable code, as stored.</summary>
    public string Code { get; }

    /// <summary>Japanese name.</summary>
    public string Name { get; }

    /// <summary>The service it belongs to.</summary>
    public BankingService Service { get; }

    /// <summary>What the history calls a change of it.</summary>
    public Operation Change { get; }

    /// <summary>Whether it has 適用最低支払金額: what is deducted has, what the bank charges begins at 0.</summary>
    public bool HasMinimum { get; }

    /// <summary>Whether 手数料計算方法 can be chosen; else it is 据置型.</summary>
    public bool HasMethod { get; }

    /// <summary>The kind with that code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static FeeTableKind FromCode(string code) =>
        All.FirstOrDefault(kind => kind.Code == code) ?? throw new ArgumentException($"No fee table '{code}'.", nameof(code));

    /// <summary>What the history calls a company's table of this kind: each company has one.</summary>
    public OperationSubject AsSubject() => new(SubjectKind.FeeTable, Code, Name);

    /// <inheritdoc />
    public override string ToString() => Code;
}
