using BankAdmin.Web.Hosting;

namespace BankAdmin.Web.Security;

/// <summary>
/// Outside development plain http answers the health addresses and nothing else (rule: spec quality.md §2). Whoever only looks is sent
/// to https: by 308, which like HSTS says that it will always be so, and which nothing keeps, for every answer here is no-store. What
/// was posted has been in the open already; it is refused and not sent on, so that nobody takes such a form for one that works.
/// </summary>
public sealed class HttpsOnly(RequestDelegate next, ListenAddresses addresses)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.IsHttps || request.IsHealth())
        {
            return next(http);
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync("暗号化されていない通信（http）では受け付けません。何も変更していません。https:// で始まるアドレスを開いてください。");
        }

        http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location = addresses.HttpsOf(request, $"{request.Path}{request.QueryString}");
        return Task.CompletedTask;
    }
}
