using System.Reflection;

namespace BankAdmin.Domain.Operations;

/// <summary>業務種別 of operations.</summary>
/// <param name="Code">Stable code, by which it is searched (rule: spec rulings.md „History“).</param>
/// <param name="Name">What it is called.</param>
public sealed record OperationCategory(string Code, string Name);

/// <summary>One kind of operation.</summary>
/// <param name="Code">Stable code; once used it is never removed or given another meaning.</param>
/// <param name="Category">業務種別.</param>
/// <param name="Name">操作内容.</param>
public sealed record Operation(string Code, OperationCategory Category, string Name);

/// <summary>Every kind of operation the history can hold, in the order documents list them.</summary>
public static class OperationCatalogue
{
    /// <summary>業務種別, in the order they are offered.</summary>
    public static readonly IReadOnlyList<OperationCategory> Categories =
    [
        new("signIn", "ログイン"), new("company", "企業管理"), new("user", "利用者管理"), new("credential", "証明書・OTP"),
        new("history", "操作履歴"), new("payment", "取引"), new("request", "申請"), new("print", "印刷・ファイル"), new("bank", "金融機関"),
    ];

    private static readonly OperationCategory
        SignIn = Categories[0], Company = Categories[1], User = Categories[2], Credential = Categories[3], History = Categories[4],
        Printing = Categories[7], Bank = Categories[8];

#pragma warning disable CS1591 // the names are the field's own; the Japanese beside them says what they are
    public static readonly Operation LogIn = new("auth.login", SignIn, "ログイン");
    public static readonly Operation LogOut = new("auth.logout", SignIn, "ログアウト");
    public static readonly Operation EndSession = new("auth.end-session", SignIn, "自動ログアウト");
    public static readonly Operation StopEntries = new("auth.stop-entries", SignIn, "パスワードの一時停止・利用停止");
    public static readonly Operation Access = new("auth.access", SignIn, "画面の利用");
    public static readonly Operation ChangeForcedPassword = new("auth.forced-password-change", SignIn, "パスワード強制変更");
    public static readonly Operation ChangeCompany = new("company.change", Company, "企業情報変更");
    public static readonly Operation InquireCompany = new("company.inquire", Company, "企業情報照会");
    public static readonly Operation ChangeAccountMemos = new("company.account-memos", Company, "口座メモ変更");
    public static readonly Operation ChangeConsignorMemos = new("company.consignor-memos", Company, "委託者メモ変更");
    public static readonly Operation ChangePayeeTransferFees = new("fees.payee-transfer", Company, "先方負担手数料[振込振替]変更");
    public static readonly Operation ChangePayeeBulkTransferFees = new("fees.payee-bulk-transfer", Company, "先方負担手数料[総合振込]変更");
    public static readonly Operation ChangePayerBulkTransferFees = new("fees.payer-bulk-transfer", Company, "当方負担手数料[総合振込]変更");
    public static readonly Operation InquireFees = new("fees.inquire", Company, "手数料照会");
    public static readonly Operation TryFees = new("fees.try", Company, "手数料試算");
    public static readonly Operation Print = new("print", Printing, "印刷");
    public static readonly Operation ListUsers = new("user.list", User, "利用者一覧照会");
    public static readonly Operation RegisterUser = new("user.register", User, "利用者登録");
    public static readonly Operation ChangeUser = new("user.change", User, "利用者変更");
    public static readonly Operation DeleteUser = new("user.delete", User, "利用者削除");
    public static readonly Operation InquireUser = new("user.inquire", User, "利用者照会");
    public static readonly Operation SuspendUsers = new("user.suspend", User, "利用者停止・解除");
    public static readonly Operation ChangeOwnPassword = new("user.own-password", User, "パスワード変更");
    public static readonly Operation InquireRights = new("user.inquire-rights", User, "利用者権限一覧照会");
    public static readonly Operation ExportRights = new("user.export-rights", Printing, "利用者権限一覧CSV出力");
    public static readonly Operation ProbeLoginIds = new("user.probe-login-ids", User, "使用中ログインIDの確認");
    public static readonly Operation IssueCertificate = new("certificate.issue", Credential, "証明書発行");
    public static readonly Operation FetchCertificate = new("certificate.fetch", Credential, "電子証明書ファイル取得");
    public static readonly Operation RevokeCertificate = new("certificate.revoke", Credential, "証明書失効");
    public static readonly Operation RegisterToken = new("token.register", Credential, "ワンタイムパスワード利用登録");
    public static readonly Operation SuspendToken = new("token.suspend", Credential, "ワンタイムパスワード利用停止");
    public static readonly Operation ReleaseTokens = new("token.release", Credential, "ワンタイムパスワード利用停止解除");
    public static readonly Operation RevokeTokens = new("token.revoke", Credential, "トークンの失効");
    public static readonly Operation SearchHistory = new("history.search", History, "操作履歴照会");
    public static readonly Operation InquireHistory = new("history.inquire", History, "操作履歴詳細照会");
    public static readonly Operation PrintHistory = new("history.print", Printing, "操作履歴印刷");
    public static readonly Operation ExportHistory = new("history.export", Printing, "操作履歴CSV出力");
    public static readonly Operation ExportEvidence = new("history.evidence", History, "操作履歴の証跡出力");
    public static readonly Operation VerifyHistory = new("history.verify", History, "操作履歴の完全性検査");
    public static readonly Operation InquireVerification = new("history.inquire-verification", History, "直近の完全性検査照会");
    public static readonly Operation RetainHistory = new("history.retain", History, "保存期間を過ぎた操作履歴の削除");
    public static readonly Operation OpenCompany = new("bank.open-company", Bank, "企業登録");
    public static readonly Operation OpenFeeTable = new("bank.open-fee-table", Bank, "手数料情報登録");
    public static readonly Operation PublishStandardFees = new("bank.publish-standard-fees", Bank, "基準手数料登録");
#pragma warning restore CS1591

    private static readonly Dictionary<string, Operation> ByCode = typeof(OperationCatalogue)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<Operation>().ToDictionary(operation => operation.Code);

    /// <summary>All, in the order they are written here.</summary>
    public static IReadOnlyCollection<Operation> All => ByCode.Values;

    /// <summary>All, by code.</summary>
    public static IReadOnlyDictionary<string, Operation> Codes => ByCode;

    /// <summary>The operation with that code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Operation FromCode(string code) =>
        ByCode.TryGetValue(code, out var operation) ? operation : throw new ArgumentException($"No operation '{code}'.", nameof(code));
}
