using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Companies;

/// <summary>A contract was opened.</summary>
public sealed record CompanyOpened(string ContractNumber, string Name) : OperationEvent(OperationCatalogue.OpenCompany);

/// <summary>企業情報 was changed; the sheet of the record says what.</summary>
public sealed record CompanyInformationChanged() : OperationEvent(OperationCatalogue.ChangeCompany);

/// <summary>口座メモ were changed.</summary>
public sealed record AccountMemosChanged() : OperationEvent(OperationCatalogue.ChangeAccountMemos);

/// <summary>委託者メモ were changed.</summary>
public sealed record ConsignorMemosChanged() : OperationEvent(OperationCatalogue.ChangeConsignorMemos);
