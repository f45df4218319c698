using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Rules;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.SignIn;

/// <summary>What is typed to log in, and how the page asks for it.</summary>
public sealed record LogInForm
{
    /// <summary>ログインID.</summary>
    public string? LoginId { get; set; }

    /// <summary>ログインパスワード.</summary>
    public string? Password { get; set; }

    /// <summary>How they come in.</summary>
    public LogInWay Way { get; init; }

    /// <summary>Whether a certificate was presented with which nobody can log in.</summary>
    public bool HasUselessCertificate { get; init; }

    /// <summary>Where a certificate is asked for; null: nowhere.</summary>
    public string? CertificateAddress { get; init; }

    /// <summary>Why an earlier session is over.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the person ended it themselves.</summary>
    public bool LoggedOut { get; init; }
}

/// <summary>ログイン (BLGI001) and 証明書取得認証 (BSMS001).</summary>
[Area("SignIn")]
public sealed class LogInController(
    LogInCheck check, LogInLane lane, CompanyPeople people, SessionCookie cookie, LogInPages pages) : ScreenController
{
    private const string RetryAfterSeconds = "5";

    [Screen("BLGI001")]
    [HttpPost("/")]
    [BeginsAnew]
    public async Task<IActionResult> LogIn([FromForm, Bind("LoginId", "Password")] LogInForm form, CancellationToken ct)
    {
        var (page, certificate) = await pages.AtFrontAsync(Request, ct);
        return await LogInAsync(page with { LoginId = form.LoginId, Password = form.Password }, certificate, ct);
    }

    [Screen("BSMS001")]
    [HttpPost("/certificate/login")]
    [BeginsAnew]
    public Task<IActionResult> LogInToIssue([FromForm, Bind("LoginId", "Password")] LogInForm form, CancellationToken ct) =>
        LogInAsync(form with { Way = LogInWay.Issue }, null, ct);

    private async Task<IActionResult> LogInAsync(LogInForm form, ClientCertificate? certificate, CancellationToken ct)
    {
        var errors = new[] { certificate is null ? Missing(form.LoginId, "loginId") : null, Missing(form.Password, "password") }
            .OfType<Violation>().ToList();
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

        var attempt = new LogIn(form.Way, form.LoginId ?? "", form.Password!, HttpContext.Terminal(), certificate);
        var (user, refused) = await check.JudgeAsync(attempt, ct);
        if (user is null)
        {
            return RefuseLogIn(form, [refused!]);
        }

        if (await people.BeginAsync(user, attempt, ct) is not { } session)
        {
            var stopped = new Violation(ErrorCodes.SignInStopped, "");
            await check.RecordAsync(user, stopped, attempt.Terminal, times: 1, ct);
            return RefuseLogIn(form, [stopped]);
        }

        cookie.Write(HttpContext, session);
        return SeeOther("/");
    }

    private ViewResult RefuseLogIn(LogInForm form, IReadOnlyList<Violation> errors) =>
        Refuse(Screen, LogInPages.View, form, errors, new Refusal(Heading: "ログインできませんでした。"));

    private static Violation? Missing(string? typed, string field) =>
        string.IsNullOrWhiteSpace(typed) ? new Violation(ErrorCodes.Required, field) : null;
}
