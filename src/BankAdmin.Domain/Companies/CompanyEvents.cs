using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Companies;

/// <summary>A contract was opened.</summary>
public sealed record CompanyOpened(OperationSubject Subject) : OperationEvent(OperationCatalogue.OpenCompany, Subject);

/// <summary>企業情報 was changed; the sheet of the record says what.</summary>
public sealed record CompanyInformationChanged(OperationSubject Subject) : OperationEvent(OperationCatalogue.ChangeCompany, Subject);

/// <summary>口座メモ were changed.</summary>
public sealed record AccountMemosChanged(OperationSubject Subject) : OperationEvent(OperationCatalogue.ChangeAccountMemos, Subject);

/// <summary>委託者メモ were changed.</summary>
public sealed record ConsignorMemosChanged(OperationSubject Subject) : OperationEvent(OperationCatalogue.ChangeConsignorMemos, Subject);
