using System.Text.Encodings.Web;

namespace BankAdmin.Web.Security;

/// <summary>
/// A page that is opened by a link of another site comes without the session's cookie, which is strict. It is opened once more from
/// here, so that a person who is logged in sees that they are (rule: spec rulings.md „Cookies“).
/// </summary>
public sealed class BounceWithinSite(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, SessionCookie cookie)
    {
        var request = http.Request;
        var isOpenedFromElsewhere = HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && request.Headers["Sec-Fetch-Site"] is [("cross-site" or "same-site")];
        if (!isOpenedFromElsewhere || cookie.Read(request) is not null)
        {
            return next(http);
        }

        var address = HtmlEncoder.Default.Encode(request.PathBase + request.Path + request.QueryString);
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="ja">
            <head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={address}"><title>画面を開いています</title></head>
            <body><main><h1>画面を開いています</h1><p><a href="{address}">自動で開かないときは、ここを押してください</a></p></main></body>
            </html>
            """,
            http.RequestAborted);
    }
}
