namespace BankAdmin.Domain.Operations;

/// <summary>結果 of an operation.</summary>
public enum OperationOutcome
{
    /// <summary>成功.</summary>
    Succeeded,

    /// <summary>エラー: refused; nothing was changed.</summary>
    Refused,
}

/// <summary>Something that happened and goes into the history. Past tense; one record type per thing.</summary>
/// <param name="Operation">Which operation of the catalogue it was.</param>
public abstract record OperationEvent(Operation Operation)
{
    /// <summary>How it ended.</summary>
    public virtual OperationOutcome Outcome => OperationOutcome.Succeeded;

    /// <summary>Why it was refused, as codes of spec screens.md §3.</summary>
    public virtual IReadOnlyList<string> ErrorCodes => [];
}

/// <summary>Somebody asked for an operation and was refused; nothing was changed.</summary>
public sealed record OperationRefused(Operation Operation, IReadOnlyList<string> Codes) : OperationEvent(Operation)
{
    /// <inheritdoc />
    public override OperationOutcome Outcome => OperationOutcome.Refused;

    /// <inheritdoc />
    public override IReadOnlyList<string> ErrorCodes => Codes;
}

/// <summary>Somebody looked at a sheet.</summary>
public sealed record SheetInquired(Operation Operation) : OperationEvent(Operation);

/// <summary>Somebody printed a sheet; for a result, <paramref name="Number"/> is its 受付番号.</summary>
public sealed record SheetPrinted(Operation Operation, string? Number) : OperationEvent(Operation);
