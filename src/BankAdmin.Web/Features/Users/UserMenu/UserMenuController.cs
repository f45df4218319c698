using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Users.UserMenu;

/// <summary>利用者管理 作業内容選択: a general user changes their own passwords and nothing else.</summary>
[Area("Users")]
public sealed class UserMenuController(CurrentSession session) : ScreenController
{
    [HttpGet("users/menu")]
    [Screen("BRSK001")]
    public IActionResult Menu() => ShowMenu(
        session.Require(),
        new MenuBlock(
            "利用者情報",
            new MenuItem(ScreenCatalogue.Users, "利用者を登録、変更、削除、照会します。"),
            new MenuItem(ScreenCatalogue.UserRights, "だれに何の権限があるかを一覧で確認します。"),
            new MenuItem(ScreenCatalogue.SuspendUsers, "利用を停止し、停止を解除します。")),
        new MenuBlock(
            "電子証明書", new MenuItem(ScreenCatalogue.RevokeCertificate, "パソコンの紛失や利用者の交代のときに、使えなくします。")),
        new MenuBlock(
            "ワンタイムパスワード",
            new MenuItem(ScreenCatalogue.ReleaseTokens, "番号の誤りが続いた利用者の利用停止を解除します。"),
            new MenuItem(ScreenCatalogue.RevokeTokens, "端末の紛失や機種変更のときに、番号を使えなくします。")),
        new MenuBlock(
            "パスワード", new MenuItem(ScreenCatalogue.ChangeOwnPassword, "自分のログインパスワードと確認用パスワードを変更します。")));
}
