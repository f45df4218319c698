using System.Globalization;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Shared;

/// <summary>The pages outside the screens: what went wrong, whether anything was changed, and what to do.</summary>
[Area("Shared")]
[For(Audience.Anyone)]
[ApiExplorerSettings(IgnoreApi = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorController(OperationContext operation, DraftStore drafts, ILogger<ErrorController> logger) : ScreenController
{
    private const string ViewPath = "/Features/Shared/Error.cshtml";
    private const int RetryAfterSeconds = 10;

    /// <summary>An answer that is no page: 404, 403, 400, 405.</summary>
    [Route("/error/{status:int}")]
    public IActionResult Status()
    {
        // Taken from the route by hand: where the form cannot be read, nothing is bound. Only as the answer to something
        // else; typed into the address bar it does not exist.
        var reexecuted = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        return Answer(reexecuted
            ? int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture)
            : StatusCodes.Status404NotFound);
    }

    [Route("/error")]
    public async Task<IActionResult> Failure()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is not { } failure)
        {
            return Answer(StatusCodes.Status404NotFound);
        }

        if (failure is BadHttpRequestException or InvalidDataException)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page(StatusCodes.Status400BadRequest, "受け付けられませんでした", $"送られた内容が大きすぎるか、読み取れませんでした。{Outcome}");
        }

        var path = HttpContext.Features.Get<IExceptionHandlerPathFeature>()!.Path;
        await ReadFormAsync();
        var resend = ToResend(path, keepsToken: true);
        var reopen = resend is null && KeepsInput is not null ? path : null;
        var reference = HttpContext.TraceIdentifier.Replace(':', '-');
        if (failure is HashingOverloadedException || Engine.IsUnavailable(failure))
        {
            logger.LogWarning(failure, "Unavailable, reference {Reference}", reference);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Page(
                Response.StatusCode, "ただいま混み合っています",
                $"{Outcome}{Kept(resend)}少し待ってから、{NextAct(resend, reopen)}ください。", resend, reopen, reference);
        }

        logger.LogError(failure, "Unexpected failure, reference {Reference}, progress {Progress}", reference, operation.Progress);
        Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Page(
            Response.StatusCode, "処理できませんでした",
            $"{Outcome}{Kept(resend)}続けてご利用になれないときは、ヘルプデスクへお問い合わせ番号をお知らせください。",
            resend, reopen, reference);
    }

    // What is known, and no more.
    private string Outcome => operation.Progress switch
    {
        CommitProgress.Nothing => "何も変更していません。",
        CommitProgress.Stored => "変更は行われました。同じ画面を開き直すと結果を確認できます。",
        CommitProgress.Unclear => "変更が行われたかどうかを確認できませんでした。同じ画面を開き直すと、行われていれば結果が表示されます。",
        _ => throw new InvalidOperationException("Unknown progress."),
    };

    private KeepsInputAttribute? KeepsInput =>
        (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint
            ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint)?.Metadata.GetMetadata<KeepsInputAttribute>();

    // Said only where it is certain: after a change there is no draft, and elsewhere than in a wizard there was none.
    private string Kept(Resend? resend) =>
        operation.Progress != CommitProgress.Nothing || KeepsInput is not { } keeps ? ""
        : resend is not null ? "入力した内容はこの画面に残っています。"
            + (resend.LostSecrets ? "パスワードは、再送信した後の画面でもう一度入力してください。" : "")
        : keeps.CarriesTyped && !drafts.HasKept ? "これまでに保存した入力は残っています。"
        : "入力した内容は残っています。";

    private Resend? ToResend(string path, bool keepsToken) =>
        operation.Progress == CommitProgress.Nothing && KeepsInput is { CarriesTyped: true } && !drafts.HasKept
            ? Resend.Of(HttpContext, path, keepsToken)
            : null;

    // What failed may have come before the form was read.
    private async Task ReadFormAsync()
    {
        if (KeepsInput is { CarriesTyped: true } && Request.HasFormContentType)
        {
            try
            {
                await Request.ReadFormAsync();
            }
            catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
            {
                logger.LogWarning(unreadable, "The form of a failed request cannot be read.");
            }
        }
    }

    private ViewResult Answer(int code)
    {
        Response.StatusCode = code;
        return code switch
        {
            StatusCodes.Status403Forbidden when OwnPagesOnly.HasRefused(HttpContext) => Page(
                code, "受け付けられませんでした", $"ほかのサイトの画面から送られた操作は受け付けません。{Outcome}トップページから開き直して、もう一度お試しください。"),
            StatusCodes.Status403Forbidden => Refuse(
                ScreenCatalogue.Error(code, "この画面は使えません"), ViewPath, null, [new Violation(ErrorCodes.NoPermission, "")],
                new Refusal(code, $"この操作を行う権限がありません。{Outcome}")),
            StatusCodes.Status503ServiceUnavailable => Page(
                code, "ただいまログインが混み合っています", "ログインはまだ行われていません。少し待ってから、もう一度ログインしてください。"),
            StatusCodes.Status404NotFound => Page(code, "ページが見つかりません", $"お探しのページは見つかりませんでした。{Outcome}"),
            StatusCodes.Status400BadRequest when ToResend(
                HttpContext.Features.Get<IStatusCodeReExecuteFeature>()!.OriginalPath, keepsToken: false) is { } resend => Page(
                code, "受け付けられませんでした", $"画面が古くなっていました。{Outcome}{Kept(resend)}同じ利用者でログインしているときは、「再送信」を押すと続けられます。",
                resend),
            StatusCodes.Status400BadRequest => Page(code, "受け付けられませんでした", $"画面が古くなっているか、送られた内容を読み取れませんでした。{Outcome}画面を開き直して、もう一度お試しください。"),
            _ => Page(code, "受け付けられませんでした", $"この操作は受け付けられません。{Outcome}"),
        };
    }

    private static string NextAct(Resend? resend, string? reopen) =>
        resend is not null ? "「再送信」を押して" : reopen is not null ? "「同じ画面を開き直す」を押して" : "もう一度お試し";

    private new ViewResult Page(
        int status, string title, string text, Resend? resend = null, string? reopen = null, string? reference = null) =>
        Show(ScreenCatalogue.Error(status, title), ViewPath, new ErrorPage(text, resend, reopen, reference));
}
