using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Fees;

/// <summary>A fee table was opened with the contract.</summary>
public sealed record FeeTableOpened(string Table) : OperationEvent(OperationCatalogue.OpenFeeTable);

/// <summary>A fee table was changed; the sheet of the record says what.</summary>
public sealed record FeeTableChanged(Operation Change) : OperationEvent(Change);

/// <summary>The bank published a standard schedule.</summary>
public sealed record StandardFeesPublished(DateOnly EffectiveFrom) : OperationEvent(OperationCatalogue.PublishStandardFees);
