using System.Text.Json;

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
/// <param name="Subject">What or whom it was done to; null: nothing of its own, or nobody knows.</param>
public abstract record OperationEvent(Operation Operation, OperationSubject? Subject)
{
    /// <summary>Its stable name: what the type is called, <c>user-stopped</c>. Once recorded it is never given another meaning.</summary>
    public string EventName => JsonNamingPolicy.KebabCaseLower.ConvertName(GetType().Name);

    /// <summary>結果; a success unless the event says otherwise.</summary>
    public virtual OperationOutcome Outcome => OperationOutcome.Succeeded;

    /// <summary>Why it was refused, as codes of spec screens.md §3.</summary>
    public virtual IReadOnlyList<string> ErrorCodes => [];
}

/// <summary>Somebody asked for something and was refused; nothing was changed.</summary>
/// <param name="Operation">What was asked for.</param>
/// <param name="Subject">Of what or whom.</param>
/// <param name="Codes">Why.</param>
public abstract record RefusalEvent(Operation Operation, OperationSubject? Subject, IReadOnlyList<string> Codes)
    : OperationEvent(Operation, Subject)
{
    /// <inheritdoc />
    public override OperationOutcome Outcome => OperationOutcome.Refused;

    /// <inheritdoc />
    public override IReadOnlyList<string> ErrorCodes => Codes;
}

/// <summary>An operation was refused.</summary>
public sealed record OperationRefused(Operation Operation, OperationSubject? Subject, IReadOnlyList<string> Codes)
    : RefusalEvent(Operation, Subject, Codes);

/// <summary>An operation was done, with a 受付番号; what it did in detail stands in the records that point to it.</summary>
public sealed record OperationCompleted(Operation Operation, OperationSubject? Subject) : OperationEvent(Operation, Subject);

/// <summary>Somebody looked at a sheet.</summary>
public sealed record SheetInquired(Operation Operation, OperationSubject? Subject) : OperationEvent(Operation, Subject);

/// <summary>Somebody printed a sheet: of a result, or of what is registered now.</summary>
public sealed record SheetPrinted(OperationSubject? Subject) : OperationEvent(OperationCatalogue.Print, Subject);

/// <summary>Somebody took data away as a file.</summary>
public sealed record FileExported(Operation Operation, OperationSubject? Subject) : OperationEvent(Operation, Subject);

/// <summary>Somebody looked at a list.</summary>
/// <param name="Operation">Which list.</param>
/// <param name="Subject">Whose.</param>
/// <param name="Conditions">What was searched, in words; empty: all.</param>
public sealed record ListInquired(Operation Operation, OperationSubject? Subject, string Conditions) : OperationEvent(Operation, Subject);

/// <summary>Somebody printed a list, or took it away as a file.</summary>
/// <param name="Operation">How, and which list.</param>
/// <param name="Subject">Whose.</param>
/// <param name="Conditions">What was searched, in words; empty: all.</param>
public sealed record ListExported(Operation Operation, OperationSubject? Subject, string Conditions) : OperationEvent(Operation, Subject);

/// <summary>The history was verified.</summary>
/// <param name="Subject">Whose; null: that of all.</param>
/// <param name="Records">Records that held.</param>
/// <param name="Faults">Chains that did not hold.</param>
public sealed record HistoryVerified(OperationSubject? Subject, long Records, int Faults)
    : OperationEvent(OperationCatalogue.VerifyHistory, Subject);

/// <summary>Records whose time is over were taken away.</summary>
/// <param name="Subject">Whose; null: the bank's own.</param>
/// <param name="Sequence">The last of them, by its place in the chain.</param>
/// <param name="Before">Before when all of them happened, UTC.</param>
public sealed record HistoryRetained(OperationSubject? Subject, long Sequence, DateTime Before)
    : OperationEvent(OperationCatalogue.RetainHistory, Subject);
