using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.SignIn;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Home;

public sealed record PastLogin(DateTime AtUtc, string Terminal, bool Succeeded);

/// <summary>A draft that can be taken up again.</summary>
/// <param name="Typed">The first things that were typed.</param>
/// <param name="More">How many more there are.</param>
public sealed record BegunDraft(
    Guid Id, string Title, string Path, DateTime BegunAtUtc, DateTime ExpiresAtUtc, IReadOnlyList<string> Typed, int More);

public sealed record TopPage(
    Person Person, IReadOnlyList<PastLogin> Logins, IReadOnlyList<BegunDraft> Drafts, int PasswordAgeDays, IReadOnlyList<MenuItem> Menu);

/// <summary>トップページ (BTOP001) and 業務選択 (BSSK001).</summary>
[Area("Home")]
public sealed class HomeController(
    BankAdminDbContext context, WizardRegistry wizards, CurrentSession session, SessionCookie cookie, TimeProvider clock)
    : ScreenController
{
    private const int LoginsShown = 3;
    private const int TypedShown = 3;

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
        List<BegunDraft> drafts = [];
        foreach (var draft in begun.Where(d => d.InputJson != d.BaseJson))
        {
            var typed = await wizards[draft.Wizard].TypedAsync(draft, user, ct) ?? [];
            drafts.Add(new BegunDraft(
                draft.Id, draft.Title, draft.Path, draft.BegunAtUtc, draft.ExpiresAtUtc,
                typed.Take(TypedShown).Select(fact => $"{fact.FullLabel}：{fact.Value}").ToList(), Math.Max(0, typed.Count - TypedShown)));
        }

        var setAt = await context.Users.Where(u => u.Id == user.Id).Select(u => u.LoginPassword.SetAtUtc).SingleAsync(ct);
        return Show(
            ScreenCatalogue.Top, "top", new TopPage(user, logins, drafts, (now - (setAt ?? now)).Days, Menu(open).OpenTo(open).Items));
    }

    private static MenuBlock Menu(SignedIn session) => new(
        "管理",
        new MenuItem(ScreenCatalogue.CompanyMenu, "企業情報・限度額・口座メモ・手数料"),
        new MenuItem(ScreenCatalogue.UserMenu, session.Person.AdministersCompany ? "利用者の登録・変更・停止・権限" : "自分のパスワードの変更"));
}
