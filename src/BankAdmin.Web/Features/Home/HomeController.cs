using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.SignIn;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Home;

public sealed record PastLogin(DateTime AtUtc, string Terminal, bool Succeeded);

/// <summary>A draft that can be taken up again.</summary>
public sealed record OpenDraft(string Title, string Path, DateTime ExpiresAtUtc);

public sealed record TopPage(
    Person Person, IReadOnlyList<PastLogin> Logins, IReadOnlyList<OpenDraft> Drafts, int PasswordAgeDays, IReadOnlyList<MenuItem> Menu);

/// <summary>トップページ (BTOP001) and 業務選択 (BSSK001).</summary>
[Area("Home")]
public sealed class HomeController(BankAdminDbContext context, CurrentSession session, SessionCookie cookie, TimeProvider clock)
    : ScreenController
{
    private const int LoginsShown = 3;

    /// <summary>The front door: the login page, what is due at login, or the top page.</summary>
    [Screen("BLGI001")]
    [HttpGet("/")]
    public async Task<IActionResult> Front(CancellationToken ct) => session.SignedIn switch
    {
        null => LogInPage(),
        { } open when LoginOrder.Next(open) is { } due => SeeOther(due.Path!),
        { } open => await TopAsync(open, ct),
    };

    /// <summary>業務選択.</summary>
    [HttpGet("administration")]
    [Screen("BSSK001")]
    public IActionResult Administration() => ShowMenu(session.Require(), Menu(session.Require()));

    // Why an earlier session is over is said once: the cookie that named it goes.
    private ViewResult LogInPage()
    {
        cookie.Clear(HttpContext);
        return Show(
            ScreenCatalogue.Login, LogInController.View, new LogInForm { Notice = session.EndNotice, LoggedOut = session.LoggedOut });
    }

    private async Task<IActionResult> TopAsync(SignedIn open, CancellationToken ct)
    {
        var user = open.Person;
        var now = clock.GetUtcNow().UtcDateTime;
        var logins = await context.OperationRecords.AsNoTracking()
            .Where(r => r.OperatorId == user.Id && r.Code == OperationCatalogue.LogIn.Code && r.SessionId != user.SessionId)
            .OrderByDescending(r => r.Sequence).Take(LoginsShown)
            .Select(r => new PastLogin(r.OccurredAtUtc, r.Terminal, r.Outcome == OperationOutcome.Succeeded)).ToListAsync(ct);
        var begun = await context.Drafts.AsNoTracking()
            .Where(d => d.OwnerId == user.Id && d.CompletedAtUtc == null && d.ExpiresAtUtc > now && d.Revision > 1)
            .OrderByDescending(d => d.ExpiresAtUtc).ToListAsync(ct);
        var drafts = begun.Where(d => d.InputJson != d.BaseJson).Select(d => new OpenDraft(d.Title, d.Path, d.ExpiresAtUtc)).ToList();
        var setAt = await context.Users.Where(u => u.Id == user.Id).Select(u => u.LoginPassword.SetAtUtc).SingleAsync(ct);
        return Show(
            ScreenCatalogue.Top, "top", new TopPage(user, logins, drafts, (now - (setAt ?? now)).Days, Menu(open).OpenTo(open).Items));
    }

    private static MenuBlock Menu(SignedIn session) => new(
        "管理",
        new MenuItem(ScreenCatalogue.CompanyMenu, "企業情報・限度額・口座メモ・手数料"),
        new MenuItem(ScreenCatalogue.UserMenu, session.Person.AdministersCompany ? "利用者の登録・変更・停止・権限" : "自分のパスワードの変更"));
}
