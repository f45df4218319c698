using Microsoft.Net.Http.Headers;

namespace BankAdmin.Web.Security;

/// <summary>
/// What changes something comes from a page of ours: browsers say where a request comes from, and one from elsewhere is refused before
/// its form is read and antiforgery is asked. A client that says nothing is no browser in somebody else's hands; antiforgery judges it.
/// </summary>
public sealed class OwnPagesOnly(RequestDelegate next, ILogger<OwnPagesOnly> logger)
{
    private static readonly object Mark = new();

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsOptions(request.Method) || HasRefused(http) || IsFromOwnPage(request))
        {
            return next(http);
        }

        logger.LogWarning(
            "Refused {Method} {Path}: it comes from another site's page, terminal {Terminal}",
            request.Method, request.Path.Value, http.Connection.RemoteIpAddress);
        http.Items[Mark] = Mark;
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Whether a request was refused for it: the page that says so is made for the same request.</summary>
    public static bool HasRefused(HttpContext http) => http.Items.ContainsKey(Mark);

    // "none" is the person's own: a page that the browser restores. The port is not compared, for a proxy may keep it from us.
    private static bool IsFromOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers[HeaderNames.Origin].ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && from.Scheme == request.Scheme && string.Equals(from.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };
}
