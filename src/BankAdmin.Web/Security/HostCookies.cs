namespace BankAdmin.Web.Security;

/// <summary>
/// On https every cookie is secure and host-only by its name (<c>__Host-</c>), and no other is read; plain http, in
/// development only, cannot carry such names (rule: spec quality.md §2). One place for all cookies, the framework's too.
/// </summary>
public sealed class HostCookies(RequestDelegate next)
{
    private const string Prefix = "__Host-";

    /// <summary>Takes the prefix off what comes in and puts it on what goes out.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.IsHttps)
        {
            var ours = http.Request.Headers.Cookie.SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries))
                .Where(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal)).Select(cookie => cookie[Prefix.Length..]);
            http.Request.Headers.Cookie = string.Join("; ", ours);
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.SetCookie = http.Response.Headers.SetCookie.Select(cookie => $"{Prefix}{cookie}; secure").ToArray();
                return Task.CompletedTask;
            });
        }

        return next(http);
    }
}
