using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;

namespace BankAdmin.Domain.Users;

/// <summary>A row of the permission table (サービス利用権限; rule: spec rules.md §4).</summary>
/// <param name="Key">The permission.</param>
/// <param name="Block">照会, 資金移動, 承認 or 管理.</param>
/// <param name="Item">The item it stands under.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Service">The service that must be contracted; null: none.</param>
/// <param name="Explanation">What it lets a person do.</param>
public sealed record Right(Permission Key, string Block, string Item, string Name, BankingService? Service, string Explanation)
{
    /// <summary>The right it cannot be without.</summary>
    public Permission? Needs { get; init; }

    /// <summary>What it lets a person do while the service needs no approval, where that differs.</summary>
    public string? WithoutApproval { get; init; }

    /// <summary>依頼 and 承認: worth nothing without an account.</summary>
    public bool NeedsAccount { get; init; }

    /// <summary>The name with its item: 総合振込　依頼(画面入力).</summary>
    public string FullName => $"{Item}　{Name}";

    /// <summary>What it lets a person do under an approval mode.</summary>
    public string ExplanationUnder(ApprovalMode? mode) => mode == ApprovalMode.None ? WithoutApproval ?? Explanation : Explanation;
}

/// <summary>The permission table.</summary>
public static class Rights
{
    /// <summary>資金移動, the block with 全選択 and 全解除.</summary>
    public const string Funds = "資金移動";

    private const string Inquiry = "照会";
    private const string Approval = "承認";
    private const string Administration = "管理";
    private const string Others = "企業内のほかの利用者が依頼者または承認者になっている取引も含めて、";

    /// <summary>All rights, in the order of the table.</summary>
    public static IReadOnlyList<Right> All { get; } =
    [
        new(Permission.Balance, Inquiry, "残高照会", "照会", null, "利用可能口座の残高を照会できます。"),
        new(Permission.Statements, Inquiry, "入出金明細照会", "照会", null, "利用可能口座の入出金の明細を照会できます。"),
        new(Permission.ZenginStatements, Inquiry, "全銀入出金明細照会", "照会", null, "まだ取得していない明細を、全銀形式のファイルで取得できます。"),
        new(Permission.ZenginStatementsAll, Inquiry, "全銀入出金明細照会", "全取得", null, "取得済みの明細も含めて、すべての明細を取得できます。")
            { Needs = Permission.ZenginStatements },
        new(Permission.Receipts, Inquiry, "振込入金明細照会", "照会", null, "利用可能口座に振り込まれた入金の明細を照会できます。"),
        new(Permission.ZenginReceipts, Inquiry, "全銀振込入金明細照会", "照会", null, "まだ取得していない明細を、全銀形式のファイルで取得できます。"),
        new(Permission.ZenginReceiptsAll, Inquiry, "全銀振込入金明細照会", "全取得", null, "取得済みの明細も含めて、すべての明細を取得できます。")
            { Needs = Permission.ZenginReceipts },
        Transfer(Permission.TransferPreRegistered, "依頼(事前登録口座)", "当行に事前に登録した口座への振込振替", ownOnly: true),
        Transfer(Permission.TransferSavedPayee, "依頼(利用者登録口座)", "振込先管理で登録した口座への振込振替（予約を含みます）", ownOnly: false),
        Transfer(Permission.TransferNewPayee, "依頼(新規口座指定)", "新しく指定した口座への振込振替（予約を含みます）", ownOnly: true),
        new(Permission.TransferPayees, Funds, BankingService.Transfer.Name, "振込先管理", BankingService.Transfer, "振込先を登録、変更、削除できます。"),
        new(Permission.TransferAll, Funds, BankingService.Transfer.Name, "全取引照会", BankingService.Transfer, $"{Others}すべての振込振替を照会できます。"),
        .. Bulk(
            BankingService.BulkTransfer, Permission.BulkTransferEntry, Permission.BulkTransferFile,
            Permission.BulkTransferPayees, "振込先管理", Permission.BulkTransferAll),
        .. Bulk(
            BankingService.Payroll, Permission.PayrollEntry, Permission.PayrollFile,
            Permission.PayrollPayees, "振込先管理", Permission.PayrollAll),
        .. Bulk(
            BankingService.DirectDebit, Permission.DirectDebitEntry, Permission.DirectDebitFile,
            Permission.DirectDebitPayers, "請求先管理", Permission.DirectDebitAll),
        new(Permission.DirectDebitResults, Funds, BankingService.DirectDebit.Name, "振替結果照会", BankingService.DirectDebit, "口座振替の結果を照会できます。"),
        .. BankingService.All.Select(service => new Right(
            service.Approval, Approval, Approval, service.Name, service,
            $"承認者に指名された{service.Name}の依頼を、承認または差し戻しできます。") { NeedsAccount = true }),
        new(Permission.HistoryAll, Administration, "操作履歴照会", "全操作履歴照会", null, "企業内のほかの利用者の操作履歴も照会できます。選ばないときは、自分の操作履歴だけを照会できます。"),
    ];

    /// <summary>The rights that can be granted now: those of contracted services, 承認 of a service only while it is approved.</summary>
    public static IReadOnlyList<Right> OfferedBy(Company company) => All.Where(right => IsOffered(right, company)).ToList();

    private static bool IsOffered(Right right, Company company) => right.Service is not { } service
        || company.Services.Any(contracted => contracted.Service == service
            && (right.Key != service.Approval || contracted.Mode != ApprovalMode.None));

    private static Right Request(Permission key, BankingService service, string name, string explanation) =>
        new(key, Funds, service.Name, name, service, explanation) { NeedsAccount = true };

    private static Right Transfer(Permission key, string name, string what, bool ownOnly) => Request(
        key, BankingService.Transfer, name,
        $"{what}の依頼を作成、編集、削除、照会できます。{(ownOnly ? "編集、削除、照会できるのは、自分が依頼者または承認者になっている依頼だけです。" : "")}") with
    {
        WithoutApproval = $"{what}を、承認なしで行えます。行った振込振替の照会と取消もできます。",
    };

    private static IEnumerable<Right> Bulk(
        BankingService service, Permission entry, Permission file, Permission payees, string payeesName, Permission all)
    {
        var payee = payeesName[..3];
        return
        [
            Request(entry, service, "依頼(画面入力)", $"{Data("画面入力")}作成のときに、{service.Name}の{payee}を参照できます。"),
            Request(file, service, "依頼(ファイル受付)", Data("ファイル受付")),
            new(payees, Funds, service.Name, payeesName, service, $"{payee}を登録、変更、削除できます。"),
            new(all, Funds, service.Name, "全取引照会", service, $"{Others}すべての{service.Name}の状況を照会できます。"),
        ];
    }

    private static string Data(string how) => $"{how}による依頼データを作成、編集、削除、照会し、引き戻しと切替ができます。";
}
