namespace BankAdmin.Domain.Users;

/// <summary>A right of サービス利用権限 (rule: spec rules.md §4). Names are stored: never rename or remove one.</summary>
public enum Permission
{
#pragma warning disable CS1591 // the names are those of the spec's table
    Balance,
    Statements,
    ZenginStatements,
    ZenginStatementsAll,
    Receipts,
    ZenginReceipts,
    ZenginReceiptsAll,
    TransferPreRegistered,
    TransferSavedPayee,
    TransferNewPayee,
    TransferPayees,
    TransferAll,
    BulkTransferEntry,
    BulkTransferFile,
    BulkTransferPayees,
    BulkTransferAll,
    PayrollEntry,
    PayrollFile,
    PayrollPayees,
    PayrollAll,
    DirectDebitEntry,
    DirectDebitFile,
    DirectDebitPayers,
    DirectDebitAll,
    DirectDebitResults,
    ApproveTransfer,
    ApproveBulkTransfer,
    ApprovePayroll,
    ApproveDirectDebit,
    HistoryAll,
#pragma warning restore CS1591
}
