using System.Reflection;
using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Fees;

namespace BankAdmin.Web.Screens;

/// <summary>The screens of spec screens.md §2. Their list in docs is made from here.</summary>
public static class ScreenCatalogue
{
    public static readonly Screen Login = new("BLGI001", "ログイン", Path: "/") { Own = Audience.Anyone };
    public static readonly Screen ForcedPasswordChange =
        new("BLGI010", "パスワード強制変更", Path: "/password") { Own = Audience.DuringLogin };

    public static readonly Screen RegisterToken =
        new("BLGI022", "ワンタイムパスワード利用登録", Path: "/token") { Own = Audience.DuringLogin };

    public static readonly Screen CertificateLogIn =
        new("BSMS001", "証明書取得認証", Path: "/certificate/login", Menu: "電子証明書発行") { Own = Audience.Anyone };

    public static readonly Screen Top = new("BTOP001", "トップページ", Path: "/") { Own = Audience.Users };
    public static readonly Screen IssueCertificate = new("BSMS002", "証明書発行確認", Top, "/certificate")
    {
        Needs = contract => contract.LoginMethod == LoginMethod.Certificate,
    };

    public static readonly Screen IssueCertificateResult = IssueCertificate with { Id = "BSMS004", Title = "証明書発行結果" };
    public static readonly Screen Administration = new("BSSK001", "業務選択", Top, "/administration", "管理");

    public static readonly Screen CompanyMenu =
        new("BKGK001", "企業管理 作業内容選択", Administration, "/companies", "企業管理") { Own = Audience.Administrators };

    public static readonly Screen ChangeCompany = new("BKGK002", "企業情報変更", CompanyMenu, Menu: "企業情報の変更");
    public static readonly Screen ChangeCompanyConfirm = ConfirmOf(ChangeCompany, "BKGK003");
    public static readonly Screen ChangeCompanyResult = ResultOf(ChangeCompany, "BKGK004");
    public static readonly Screen ViewCompany = new("BKGK005", "企業情報照会", CompanyMenu, "/companies/information", "企業情報の照会");
    public static readonly Screen ChangeAccountMemos = new("BKGK015", "口座メモ変更", CompanyMenu, Menu: "口座メモの変更");
    public static readonly Screen ChangeAccountMemosResult = ResultOf(ChangeAccountMemos, "BKGK016");
    public static readonly Screen ChangeConsignorMemos = new("BKGK017", "委託者メモ変更", CompanyMenu, Menu: "委託者メモの変更")
    {
        Needs = contract => contract.Has(BankingService.DirectDebit),
    };

    public static readonly Screen ChangeConsignorMemosResult = ResultOf(ChangeConsignorMemos, "BKGK018");
    public static readonly Screen ChangePayeeTransferFees = ChangeFees("BKGK019", FeeTableKind.PayeeTransfer);
    public static readonly Screen ChangePayeeTransferFeesConfirm = ConfirmOf(ChangePayeeTransferFees, "BKGK019C");
    public static readonly Screen ChangePayeeTransferFeesResult = ResultOf(ChangePayeeTransferFees, "BKGK020");
    public static readonly Screen ViewPayeeTransferFees = ViewFees("BKGK021", FeeTableKind.PayeeTransfer, "payee-transfer");
    public static readonly Screen ChangePayeeBulkFees = ChangeFees("BKGK022", FeeTableKind.PayeeBulkTransfer);
    public static readonly Screen ChangePayeeBulkFeesConfirm = ConfirmOf(ChangePayeeBulkFees, "BKGK022C");
    public static readonly Screen ChangePayeeBulkFeesResult = ResultOf(ChangePayeeBulkFees, "BKGK023");
    public static readonly Screen ViewPayeeBulkFees = ViewFees("BKGK024", FeeTableKind.PayeeBulkTransfer, "payee-bulk-transfer");
    public static readonly Screen ChangePayerBulkFees = ChangeFees("BKGK025", FeeTableKind.PayerBulkTransfer);
    public static readonly Screen ChangePayerBulkFeesConfirm = ConfirmOf(ChangePayerBulkFees, "BKGK025C");
    public static readonly Screen ChangePayerBulkFeesResult = ResultOf(ChangePayerBulkFees, "BKGK026");
    public static readonly Screen ViewPayerBulkFees = ViewFees("BKGK027", FeeTableKind.PayerBulkTransfer, "payer-bulk-transfer");
    public static readonly Screen TryFees = new("BKGK028", "手数料試算", CompanyMenu, "/companies/fees/trial", "手数料の試算")
    {
        Needs = contract => FeeTableKind.All.Any(kind => contract.Has(kind.Service)),
    };

    public static readonly Screen UserMenu = new("BRSK001", "利用者管理 作業内容選択", Administration, "/users/menu", "利用者管理");
    public static readonly Screen ChangeOwnPassword = new("BRSK002", "パスワード変更", UserMenu, Menu: "パスワードの変更");
    public static readonly Screen ChangeOwnPasswordResult = ResultOf(ChangeOwnPassword, "BRSK004");
    public static readonly Screen Users =
        new("BRSK005", "利用者一覧", UserMenu, "/users", "利用者情報の管理") { Own = Audience.Administrators };

    public static readonly Screen RegisterUser = new("BRSK006", "利用者登録[基本情報]", Users, Menu: "利用者の登録");
    public static readonly Screen RegisterUserRights = RegisterUser with { Id = "BRSK007", Title = "利用者登録[権限]" };
    public static readonly Screen RegisterUserAccounts = RegisterUser with { Id = "BRSK008", Title = "利用者登録[口座]" };
    public static readonly Screen RegisterUserConfirm = RegisterUser with { Id = "BRSK009", Title = "利用者登録確認" };
    public static readonly Screen RegisterUserResult = RegisterUser with { Id = "BRSK010", Title = "利用者登録結果" };
    public static readonly Screen ChangeUser = new("BRSK011", "利用者変更[基本情報]", Users, Menu: "利用者の変更");
    public static readonly Screen ChangeUserRights = ChangeUser with { Id = "BRSK012", Title = "利用者変更[権限]" };
    public static readonly Screen ChangeUserAccounts = ChangeUser with { Id = "BRSK013", Title = "利用者変更[口座]" };
    public static readonly Screen ChangeUserConfirm = ChangeUser with { Id = "BRSK014", Title = "利用者変更確認" };
    public static readonly Screen ChangeUserResult = ChangeUser with { Id = "BRSK015", Title = "利用者変更結果" };
    public static readonly Screen SuspendUsers = new("BRSK016", "利用者停止・解除一覧", UserMenu, Menu: "利用者の停止・解除")
    {
        Own = Audience.Administrators,
    };

    public static readonly Screen SuspendUsersConfirm = SuspendUsers with { Id = "BRSK016C", Title = "利用者停止・解除確認" };
    public static readonly Screen SuspendUsersResult = SuspendUsers with { Id = "BRSK017", Title = "利用者停止・解除結果" };
    public static readonly Screen RevokeCertificate =
        CredentialList("BRSK018", "証明書失効", contract => contract.UsesCertificates) with { Title = "利用者一覧(証明書失効)" };

    public static readonly Screen RevokeCertificateConfirm = RevokeCertificate with { Id = "BRSK019", Title = "証明書失効確認" };
    public static readonly Screen RevokeCertificateResult = RevokeCertificate with { Id = "BRSK020", Title = "証明書失効結果" };
    public static readonly Screen DeleteUserConfirm = new("BRSK021", "利用者削除確認", Users, Menu: "利用者の削除");
    public static readonly Screen DeleteUserResult = DeleteUserConfirm with { Id = "BRSK022", Title = "利用者削除結果" };
    public static readonly Screen ViewUser = new("BRSK023", "利用者照会", Users, Menu: "利用者の照会");
    public static readonly Screen ReleaseTokens =
        CredentialList("BRSK024", "ワンタイムパスワード利用停止解除", contract => contract.UsesTokens) with { Menu = "利用停止の解除" };

    public static readonly Screen ReleaseTokensConfirm = ReleaseTokens with { Id = "BRSK024C", Title = "ワンタイムパスワード利用停止解除確認" };
    public static readonly Screen ReleaseTokensResult = ReleaseTokens with { Id = "BRSK025", Title = "ワンタイムパスワード利用停止解除結果" };
    public static readonly Screen RevokeTokens = CredentialList("BRSK026", "トークンの失効", contract => contract.UsesTokens);
    public static readonly Screen RevokeTokensConfirm = RevokeTokens with { Id = "BRSK026C", Title = "トークンの失効確認" };
    public static readonly Screen RevokeTokensResult = RevokeTokens with { Id = "BRSK027", Title = "トークンの失効結果" };
    public static readonly Screen UserRights = new("BRSK040", "利用者権限一覧", UserMenu, "/users/rights", "利用者権限一覧")
    {
        Own = Audience.Administrators,
    };

    public static readonly Screen History = new("BSRS001", "操作履歴照会", Administration, "/history", "操作履歴照会");
    public static readonly Screen HistoryDetail = new("BSRS002", "操作履歴詳細", History);
    public static readonly Screen HistoryVerification =
        new("BSRS003", "直近の完全性検査", History, "/history/verification", "直近の完全性検査") { Own = Audience.Administrators };

    private static readonly Dictionary<string, Screen> ById = typeof(ScreenCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<Screen>().ToDictionary(screen => screen.Id);

    /// <summary>All, in the order they are written here.</summary>
    public static IReadOnlyCollection<Screen> All => ById.Values;

    public static Screen Get(string id) =>
        ById.TryGetValue(id, out var screen) ? screen : throw new ArgumentException($"No screen '{id}'.", nameof(id));

    /// <summary>Everything outside the screens: errors, downloads.</summary>
    public static Screen Error(int status, string title) => new($"error-{status}", title);

    // A wizard with one input page: 変更, 変更確認, 変更結果 under one menu text.
    private static Screen ConfirmOf(Screen input, string id) => input with { Id = id, Title = input.Title + "確認" };

    private static Screen ResultOf(Screen input, string id) => input with { Id = id, Title = input.Title + "結果" };

    private static Screen CredentialList(string id, string act, Func<Contract, bool> needs) =>
        new(id, act + "一覧", UserMenu, Menu: act) { Own = Audience.Administrators, Needs = needs };

    private static Screen ChangeFees(string id, FeeTableKind kind) => new(id, $"{kind.Name}変更", CompanyMenu, Menu: $"{kind.Name}の変更")
    {
        Needs = contract => contract.Has(kind.Service),
    };

    private static Screen ViewFees(string id, FeeTableKind kind, string path) =>
        new(id, $"{kind.Name}照会", CompanyMenu, $"/companies/fees/{path}", $"{kind.Name}の照会")
        {
            Needs = contract => contract.Has(kind.Service),
        };
}
