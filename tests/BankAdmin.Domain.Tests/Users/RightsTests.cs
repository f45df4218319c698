using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Users;

namespace BankAdmin.Domain.Tests.Users;

/// <summary>The permission table of spec rules.md §4 with the keys of screens.md §4.</summary>
public sealed class RightsTests
{
    private const string Keys = """
        Balance, Statements, ZenginStatements, ZenginStatementsAll, Receipts, ZenginReceipts, ZenginReceiptsAll,
        TransferPreRegistered, TransferSavedPayee, TransferNewPayee, TransferPayees, TransferAll,
        BulkTransferEntry, BulkTransferFile, BulkTransferPayees, BulkTransferAll, PayrollEntry, PayrollFile, PayrollPayees, PayrollAll,
        DirectDebitEntry, DirectDebitFile, DirectDebitPayers, DirectDebitAll, DirectDebitResults,
        ApproveTransfer, ApproveBulkTransfer, ApprovePayroll, ApproveDirectDebit, HistoryAll
        """;

    private static IEnumerable<Permission> AllKeys =>
        Keys.Split([',', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Permission>);

    /// <summary>The rows: block, item, names.</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        { "照会", "残高照会", "照会" },
        { "照会", "入出金明細照会", "照会" },
        { "照会", "全銀入出金明細照会", "照会, 全取得" },
        { "照会", "振込入金明細照会", "照会" },
        { "照会", "全銀振込入金明細照会", "照会, 全取得" },
        { "資金移動", "振込振替", "依頼(事前登録口座), 依頼(利用者登録口座), 依頼(新規口座指定), 振込先管理, 全取引照会" },
        { "資金移動", "総合振込", "依頼(画面入力), 依頼(ファイル受付), 振込先管理, 全取引照会" },
        { "資金移動", "給与・賞与振込", "依頼(画面入力), 依頼(ファイル受付), 振込先管理, 全取引照会" },
        { "資金移動", "口座振替", "依頼(画面入力), 依頼(ファイル受付), 請求先管理, 全取引照会, 振替結果照会" },
        { "承認", "承認", "振込振替, 総合振込, 給与・賞与振込, 口座振替" },
        { "管理", "操作履歴照会", "全操作履歴照会" },
    };

    public static TheoryData<string, Permission[]> LimitTable => new()
    {
        { "transferPreRegistered", [Permission.TransferPreRegistered, Permission.ApproveTransfer] },
        { "transferSavedPayee", [Permission.TransferSavedPayee, Permission.ApproveTransfer] },
        { "transferNewPayee", [Permission.TransferNewPayee, Permission.ApproveTransfer] },
        { "bulkTransfer", [Permission.BulkTransferEntry, Permission.BulkTransferFile, Permission.ApproveBulkTransfer] },
        { "salary", [Permission.PayrollEntry, Permission.PayrollFile, Permission.ApprovePayroll] },
        { "bonus", [Permission.PayrollEntry, Permission.PayrollFile, Permission.ApprovePayroll] },
        { "directDebit", [Permission.DirectDebitEntry, Permission.DirectDebitFile, Permission.ApproveDirectDebit] },
    };

    [Fact]
    public void The_keys_are_those_of_the_spec_in_its_order()
    {
        Rights.All.Select(right => right.Key).ShouldBe(AllKeys);
        Enum.GetValues<Permission>().ShouldBe(AllKeys);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_item_has_its_rights(string block, string item, string names) =>
        Rights.All.Where(right => right.Block == block && right.Item == item).Select(right => right.Name).ShouldBe(names.Split(", "));

    [Fact]
    public void There_are_no_other_items() =>
        Rights.All.Select(right => (right.Block, right.Item)).Distinct().ShouldBe(Table.Select(row => (row.Data.Item1, row.Data.Item2)));

    [Fact]
    public void Only_the_two_for_everything_need_another() =>
        Rights.All.Where(right => right.Needs is not null).Select(right => (right.Key, right.Needs!.Value)).ShouldBe(
        [
            (Permission.ZenginStatementsAll, Permission.ZenginStatements),
            (Permission.ZenginReceiptsAll, Permission.ZenginReceipts),
        ]);

    [Fact]
    public void Requests_and_approvals_need_an_account() => Rights.All.Where(right => right.NeedsAccount).Select(right => right.Key)
        .ShouldBe(LimitTable.SelectMany(row => row.Data.Item2).Distinct(), ignoreOrder: true);

    [Fact]
    public void Every_right_explains_itself_and_a_transfer_differently_without_approval()
    {
        Rights.All.Select(right => (right.Item, right.Explanation)).ShouldBeUnique();
        var differing = Rights.All.Where(right => right.ExplanationUnder(ApprovalMode.None) != right.ExplanationUnder(ApprovalMode.Single))
            .Select(right => right.Key);
        differing.ShouldBe([Permission.TransferPreRegistered, Permission.TransferSavedPayee, Permission.TransferNewPayee]);
    }

    /// <summary>What the manual's table names for each row, approved and not.</summary>
    [Theory]
    [InlineData("TransferPreRegistered", "事前に登録 作成 編集 削除 照会 依頼者 承認者", "事前に登録 承認なし 照会 取消")]
    [InlineData("TransferSavedPayee", "振込先管理で登録 予約 作成 編集 削除 照会", "振込先管理で登録 予約 承認なし 照会 取消")]
    [InlineData("TransferNewPayee", "新しく指定 予約 作成 編集 削除 照会 依頼者 承認者", "新しく指定 予約 承認なし 照会 取消")]
    [InlineData("TransferAll", "ほかの利用者 依頼者 承認者 すべて 照会", "ほかの利用者 依頼者 承認者 すべて 照会")]
    [InlineData("BulkTransferEntry", "画面入力 作成 編集 削除 照会 引き戻し 切替 総合振込の振込先 参照", null)]
    [InlineData("BulkTransferFile", "ファイル受付 作成 編集 削除 照会 引き戻し 切替", null)]
    [InlineData("PayrollEntry", "画面入力 作成 編集 削除 照会 引き戻し 切替 給与・賞与振込の振込先 参照", null)]
    [InlineData("DirectDebitEntry", "画面入力 作成 編集 削除 照会 引き戻し 切替 口座振替の請求先 参照", null)]
    [InlineData("PayrollAll", "ほかの利用者 依頼者 承認者 状況 照会", null)]
    [InlineData("HistoryAll", "ほかの利用者 操作履歴 照会", null)]
    public void An_explanation_says_what_the_manual_says(string key, string approved, string? unapproved)
    {
        var right = Rights.All.Single(right => right.Key == Enum.Parse<Permission>(key));

        approved.Split(' ').ShouldAllBe(word => right.ExplanationUnder(ApprovalMode.Single).Contains(word, StringComparison.Ordinal));
        right.ExplanationUnder(ApprovalMode.Single).Contains("自分が", StringComparison.Ordinal)
            .ShouldBe(right.Key is Permission.TransferPreRegistered or Permission.TransferNewPayee);
        (unapproved ?? approved).Split(' ')
            .ShouldAllBe(word => right.ExplanationUnder(ApprovalMode.None).Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LimitTable))]
    public void A_limit_applies_with_any_of_its_rights_and_no_other(string key, Permission[] rights)
    {
        var kind = UserTransactionLimits.Kinds.Single(kind => kind.Key == key);

        AllKeys.Where(right => kind.AppliesTo([right])).ShouldBe(rights, ignoreOrder: true);
    }

    [Fact]
    public void There_are_no_other_limits() =>
        UserTransactionLimits.Kinds.Select(kind => kind.Key).ShouldBe(LimitTable.Select(row => row.Data.Item1));

    [Fact]
    public void A_limit_is_read_where_it_was_written() =>
        UserTransactionLimits.Kinds.ShouldAllBe(
            kind => kind.Of(UserTransactionLimits.Each(other => new Yen(other == kind ? 7 : 0))) == new Yen(7));

    [Fact]
    public void Only_contracted_services_are_offered()
    {
        foreach (var service in BankingService.All)
        {
            var offered = Rights.OfferedBy(A.Company().Contracting(service).Build());

            offered.Select(right => right.Key)
                .ShouldBe(Rights.All.Where(right => right.Service is null || right.Service == service).Select(right => right.Key));
        }
    }

    [Theory]
    [InlineData("None", false)]
    [InlineData("Single", true)]
    [InlineData("DoubleUnordered", true)]
    [InlineData("DoubleOrdered", true)]
    public void Approval_of_transfers_is_offered_while_they_are_approved(string mode, bool offered) =>
        Rights.OfferedBy(A.Company().Approving(BankingService.Transfer, ApprovalMode.FromCode(mode)).Build())
            .Any(right => right.Key == Permission.ApproveTransfer).ShouldBe(offered);

    [Theory]
    [InlineData("", "E-RSK-008")]
    [InlineData("Balance", "")]
    [InlineData("ZenginStatementsAll", "E-RSK-008")]
    [InlineData("ZenginStatementsAll Balance", "E-RSK-008")]
    [InlineData("ZenginStatementsAll ZenginReceiptsAll", "E-RSK-008 E-RSK-008")]
    [InlineData("ZenginStatementsAll ZenginStatements", "")]
    [InlineData("ZenginReceiptsAll ZenginStatements", "E-RSK-008")]
    [InlineData("ApproveTransfer", "E-COM-009")]
    [InlineData("DirectDebitResults Balance", "E-COM-009")]
    public void Rights_that_cannot_be_granted_are_refused(string chosen, string codes)
    {
        var company = A.Company()
            .Contracting(BankingService.Transfer, BankingService.Payroll).Approving(BankingService.Transfer, ApprovalMode.None).Build();

        var violations = UserRules.CheckRights(Read(chosen), Rights.OfferedBy(company)).ToList();

        string.Join(' ', violations.Select(violation => violation.Code)).ShouldBe(codes);
        violations.ShouldAllBe(violation => violation.Field == "rights");
    }

    [Theory]
    [InlineData("Balance HistoryAll TransferPayees PayrollAll", 0, "")]
    [InlineData("TransferNewPayee", 0, "E-RSK-009")]
    [InlineData("ApprovePayroll", 0, "E-RSK-009")]
    [InlineData("TransferNewPayee ApprovePayroll", 1, "")]
    public void Funds_rights_need_an_account(string rights, int accounts, string codes) =>
        string.Join(' ', UserRules.CheckAccounts(Read(rights), accounts).Select(violation => violation.Code)).ShouldBe(codes);

    [Theory]
    [InlineData(99, "")]
    [InlineData(100, "E-RSK-004")]
    [InlineData(101, "E-RSK-004")]
    public void A_contract_has_so_many_places(int users, string codes) =>
        string.Join(' ', UserRules.CheckPlace(A.Company().Build(), users).Select(violation => violation.Code)).ShouldBe(codes);

    private static List<Permission> Read(string rights) =>
        rights.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Permission>).ToList();
}
