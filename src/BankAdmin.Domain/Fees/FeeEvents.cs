using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Fees;

/// <summary>A fee table was opened with the contract.</summary>
public sealed record FeeTableOpened(OperationSubject Subject) : OperationEvent(OperationCatalogue.OpenFeeTable, Subject);

/// <summary>A fee table was changed; the sheet of the record says what.</summary>
public sealed record FeeTableChanged(Operation Operation, OperationSubject Subject) : OperationEvent(Operation, Subject);

/// <summary>The bank published a standard schedule.</summary>
public sealed record StandardFeesPublished(OperationSubject Subject) : OperationEvent(OperationCatalogue.PublishStandardFees, Subject);
