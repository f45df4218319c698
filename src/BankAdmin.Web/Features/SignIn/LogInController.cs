using BankAdmin.Domain.Rules;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.SignIn;

public sealed record LogInForm
{
    /// <summary>ログインID.</summary>
    public string? LoginId { get; set; }

    /// <summary>ログインパスワード.</summary>
    public string? Password { get; set; }

    /// <summary>Why an earlier session is over.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the person ended it themselves.</summary>
    public bool LoggedOut { get; init; }
}

/// <summary>ログイン (BLGI001).</summary>
[Area("SignIn")]
public sealed class LogInController(
    LogInCheck check, LogInLane lane, CompanyPeople people, SessionCookie cookie) : ScreenController
{
    private const string RetryAfterSeconds = "5";

    /// <summary>The login page's view; the front door shows it too.</summary>
    public new const string View = "/Features/SignIn/login.cshtml";

    [Screen("BLGI001")]
    [HttpPost("/")]
    [BeginsAnew]
    public async Task<IActionResult> LogIn([FromForm, Bind("LoginId", "Password")] LogInForm form, CancellationToken ct)
    {
        var errors = new[] { Missing(form.LoginId, "loginId"), Missing(form.Password, "password") }.OfType<Violation>().ToList();
        if (errors.Count > 0)
        {
            return RefuseLogIn(form, errors);
        }

        using var place = lane.TryEnter();
        if (place is null)
        {
            Response.Headers.RetryAfter = RetryAfterSeconds;
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var terminal = HttpContext.Terminal();
        var (user, refused) = await check.JudgeAsync(form.LoginId!, form.Password!, terminal, ct);
        if (user is null)
        {
            return RefuseLogIn(form, [refused!]);
        }

        if (await people.BeginAsync(user, terminal, ct) is not { } session)
        {
            var stopped = new Violation(ErrorCodes.SignInStopped, "");
            await check.RecordAsync(user, stopped, terminal, times: 1, ct);
            return RefuseLogIn(form, [stopped]);
        }

        cookie.Write(HttpContext, session);
        return SeeOther("/");
    }

    private ViewResult RefuseLogIn(LogInForm form, IReadOnlyList<Violation> errors) =>
        Refuse(ScreenCatalogue.Login, View, form, errors, new Refusal(Heading: "ログインできませんでした。"));

    private static Violation? Missing(string? typed, string field) =>
        string.IsNullOrWhiteSpace(typed) ? new Violation(ErrorCodes.Required, field) : null;
}
