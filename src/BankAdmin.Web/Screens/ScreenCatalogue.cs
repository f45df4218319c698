namespace BankAdmin.Web.Screens;

/// <summary>Every screen there is. Page heads, breadcrumbs, documents and tests read this list.</summary>
public static class ScreenCatalogue
{
#pragma warning disable CS1591 // the titles say what they are
    public static readonly Screen Login = new("BLGI001", "ログイン", Path: "/");
    public static readonly Screen ForcedPasswordChange = new("BLGI010", "パスワード強制変更", Path: "/password");
    public static readonly Screen Top = new("BTOP001", "トップページ", Path: "/");
    public static readonly Screen Administration = new("BSSK001", "業務選択", Top, "/administration", "管理");
    public static readonly Screen CompanyMenu = new("BKGK001", "企業管理 作業内容選択", Administration, "/companies", "企業管理");
    public static readonly Screen ChangeCompany = new("BKGK002", "企業情報変更", CompanyMenu, Menu: "企業情報の変更");
    public static readonly Screen ChangeCompanyConfirm = new("BKGK003", "企業情報変更確認", CompanyMenu, Menu: "企業情報の変更");
    public static readonly Screen ChangeCompanyResult = new("BKGK004", "企業情報変更結果", CompanyMenu, Menu: "企業情報の変更");
    public static readonly Screen ViewCompany = new("BKGK005", "企業情報照会", CompanyMenu, "/companies/information", "企業情報の照会");
    public static readonly Screen ChangeAccountMemos = new("BKGK015", "口座メモ変更", CompanyMenu, Menu: "口座メモの変更");
    public static readonly Screen ChangeAccountMemosResult = new("BKGK016", "口座メモ変更結果", CompanyMenu, Menu: "口座メモの変更");
    public static readonly Screen ChangeConsignorMemos = new("BKGK017", "委託者メモ変更", CompanyMenu, Menu: "委託者メモの変更");
    public static readonly Screen ChangeConsignorMemosResult = new("BKGK018", "委託者メモ変更結果", CompanyMenu, Menu: "委託者メモの変更");
    public static readonly Screen ChangePayeeTransferFees = new("BKGK019", "先方負担手数料[振込振替]変更", CompanyMenu, Menu: "先方負担手数料[振込振替]の変更");
    public static readonly Screen ChangePayeeTransferFeesConfirm = new("BKGK019C", "先方負担手数料[振込振替]変更確認", CompanyMenu, Menu: "先方負担手数料[振込振替]の変更");
    public static readonly Screen ChangePayeeTransferFeesResult = new("BKGK020", "先方負担手数料[振込振替]変更結果", CompanyMenu, Menu: "先方負担手数料[振込振替]の変更");
    public static readonly Screen ViewPayeeTransferFees = new("BKGK021", "先方負担手数料[振込振替]照会", CompanyMenu, "/companies/fees/payee-transfer", "先方負担手数料[振込振替]の照会");
    public static readonly Screen ChangePayeeBulkFees = new("BKGK022", "先方負担手数料[総合振込]変更", CompanyMenu, Menu: "先方負担手数料[総合振込]の変更");
    public static readonly Screen ChangePayeeBulkFeesConfirm = new("BKGK022C", "先方負担手数料[総合振込]変更確認", CompanyMenu, Menu: "先方負担手数料[総合振込]の変更");
    public static readonly Screen ChangePayeeBulkFeesResult = new("BKGK023", "先方負担手数料[総合振込]変更結果", CompanyMenu, Menu: "先方負担手数料[総合振込]の変更");
    public static readonly Screen ViewPayeeBulkFees = new("BKGK024", "先方負担手数料[総合振込]照会", CompanyMenu, "/companies/fees/payee-bulk-transfer", "先方負担手数料[総合振込]の照会");
    public static readonly Screen ChangePayerBulkFees = new("BKGK025", "当方負担手数料[総合振込]変更", CompanyMenu, Menu: "当方負担手数料[総合振込]の変更");
    public static readonly Screen ChangePayerBulkFeesConfirm = new("BKGK025C", "当方負担手数料[総合振込]変更確認", CompanyMenu, Menu: "当方負担手数料[総合振込]の変更");
    public static readonly Screen ChangePayerBulkFeesResult = new("BKGK026", "当方負担手数料[総合振込]変更結果", CompanyMenu, Menu: "当方負担手数料[総合振込]の変更");
    public static readonly Screen ViewPayerBulkFees = new("BKGK027", "当方負担手数料[総合振込]照会", CompanyMenu, "/companies/fees/payer-bulk-transfer", "当方負担手数料[総合振込]の照会");
    public static readonly Screen TryFees = new("BKGK028", "手数料試算", CompanyMenu, "/companies/fees/trial", "手数料の試算");
    public static readonly Screen UserMenu = new("BRSK001", "利用者管理 作業内容選択", Administration, "/users/menu", "利用者管理");
    public static readonly Screen ChangeOwnPassword = new("BRSK002", "パスワード変更", UserMenu, Menu: "パスワードの変更");
    public static readonly Screen ChangeOwnPasswordResult = new("BRSK004", "パスワード変更結果", UserMenu, Menu: "パスワードの変更");
    public static readonly Screen Users = new("BRSK005", "利用者一覧", UserMenu, "/users", "利用者情報の管理");
    public static readonly Screen RegisterUser = new("BRSK006", "利用者登録[基本情報]", Users, Menu: "利用者の登録");
    public static readonly Screen RegisterUserRights = new("BRSK007", "利用者登録[権限]", Users, Menu: "利用者の登録");
    public static readonly Screen RegisterUserAccounts = new("BRSK008", "利用者登録[口座]", Users, Menu: "利用者の登録");
    public static readonly Screen RegisterUserConfirm = new("BRSK009", "利用者登録確認", Users, Menu: "利用者の登録");
    public static readonly Screen RegisterUserResult = new("BRSK010", "利用者登録結果", Users, Menu: "利用者の登録");
    public static readonly Screen ChangeUser = new("BRSK011", "利用者変更[基本情報]", Users, Menu: "利用者の変更");
    public static readonly Screen ChangeUserRights = new("BRSK012", "利用者変更[権限]", Users, Menu: "利用者の変更");
    public static readonly Screen ChangeUserAccounts = new("BRSK013", "利用者変更[口座]", Users, Menu: "利用者の変更");
    public static readonly Screen ChangeUserConfirm = new("BRSK014", "利用者変更確認", Users, Menu: "利用者の変更");
    public static readonly Screen ChangeUserResult = new("BRSK015", "利用者変更結果", Users, Menu: "利用者の変更");
    public static readonly Screen SuspendUsers = new("BRSK016", "利用者停止・解除一覧", UserMenu, Menu: "利用者の停止・解除");
    public static readonly Screen SuspendUsersResult = new("BRSK017", "利用者停止・解除結果", UserMenu, Menu: "利用者の停止・解除");
    public static readonly Screen DeleteUserConfirm = new("BRSK021", "利用者削除確認", Users, Menu: "利用者の削除");
    public static readonly Screen DeleteUserResult = new("BRSK022", "利用者削除結果", Users, Menu: "利用者の削除");
    public static readonly Screen ViewUser = new("BRSK023", "利用者照会", Users, Menu: "利用者の照会");
    public static readonly Screen UserRights = new("BRSK040", "利用者権限一覧", UserMenu, "/users/rights", "利用者権限一覧");
#pragma warning restore CS1591

    /// <summary>All of them, in the order documents list them.</summary>
    public static IReadOnlyList<Screen> All { get; } =
    [
        Login, ForcedPasswordChange, Top, Administration, CompanyMenu,
        ChangeCompany, ChangeCompanyConfirm, ChangeCompanyResult, ViewCompany,
        ChangeAccountMemos, ChangeAccountMemosResult, ChangeConsignorMemos, ChangeConsignorMemosResult,
        ChangePayeeTransferFees, ChangePayeeTransferFeesConfirm, ChangePayeeTransferFeesResult, ViewPayeeTransferFees,
        ChangePayeeBulkFees, ChangePayeeBulkFeesConfirm, ChangePayeeBulkFeesResult, ViewPayeeBulkFees,
        ChangePayerBulkFees, ChangePayerBulkFeesConfirm, ChangePayerBulkFeesResult, ViewPayerBulkFees, TryFees,
        UserMenu, ChangeOwnPassword, ChangeOwnPasswordResult, Users,
        RegisterUser, RegisterUserRights, RegisterUserAccounts, RegisterUserConfirm, RegisterUserResult,
        ChangeUser, ChangeUserRights, ChangeUserAccounts, ChangeUserConfirm, ChangeUserResult,
        SuspendUsers, SuspendUsersResult, DeleteUserConfirm, DeleteUserResult, ViewUser, UserRights,
    ];

    /// <summary>The page that stands outside the screens: an error.</summary>
    public static Screen Error(int status, string title) => new($"error-{status}", title);
}
