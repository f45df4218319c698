using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.SignIn;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Home;

/// <summary>トップページ (BTOP001) and 業務選択 (BSSK001).</summary>
[Area("Home")]
public sealed class HomeController(
    BankAdminDbContext context, TopPages pages, LogInPages logInPages, CurrentSession session, SessionCookie cookie) : ScreenController
{
    /// <summary>The front door: the login page, what is due at login, or the top page.</summary>
    [Screen("BLGI001")]
    [HttpGet("/")]
    public async Task<IActionResult> Front(CancellationToken ct) => session.SignedIn switch
    {
        null => await LogInPageAsync(ct),
        { } open when LoginOrder.Next(open) is { } due => SeeOther(due.Path!),
        { } open => Show(ScreenCatalogue.Top, "top", await pages.ReadAsync(open, Menu(open).OpenTo(open).Items, ct)),
    };

    /// <summary>証明書取得認証; who is logged in has no business there.</summary>
    [HttpGet("/certificate/login")]
    [Screen("BSMS001")]
    public IActionResult CertificateLogIn() =>
        session.SignedIn is null ? Show(Screen, LogInPages.View, new LogInForm { Way = LogInWay.Issue }) : SeeOther("/");

    /// <summary>業務選択.</summary>
    [HttpGet("administration")]
    [Screen("BSSK001")]
    public IActionResult Administration() => ShowMenu(session.Require(), Menu(session.Require()));

    /// <summary>破棄: throws away what was typed into a draft.</summary>
    [HttpPost("drafts/{id:guid}/discard")]
    [Screen("BTOP001")]
    public async Task<IActionResult> Discard([FromRoute] Guid id, CancellationToken ct)
    {
        var owner = session.RequirePerson().Id;
        var thrownAway = await context.Drafts.Where(draft => draft.Id == id && draft.OwnerId == owner && draft.CompletedAtUtc == null)
            .ExecuteDeleteAsync(ct);
        return thrownAway > 0 ? SeeOther("/") : NotFound();
    }

    // Why an earlier session is over is said once: the cookie that named it goes.
    private async Task<ViewResult> LogInPageAsync(CancellationToken ct)
    {
        cookie.Clear(HttpContext);
        var (page, _) = await logInPages.AtFrontAsync(Request, ct);
        return Show(ScreenCatalogue.Login, LogInPages.View, page with { Notice = session.EndNotice, LoggedOut = session.LoggedOut });
    }

    private static MenuBlock Menu(SignedIn session) => new(
        "管理",
        new MenuItem(ScreenCatalogue.CompanyMenu, "企業情報・限度額・口座メモ・手数料"),
        new MenuItem(ScreenCatalogue.UserMenu, session.Person.AdministersCompany ? "利用者の登録・変更・停止・権限" : "自分のパスワードの変更"),
        new MenuItem(ScreenCatalogue.History, session.SeesAllHistory ? "貴社のすべての操作の記録" : "自分の操作の記録"));
}
