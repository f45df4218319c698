namespace BankAdmin.Web.Security;

/// <summary>Headers of every answer (rule: spec quality.md §2).</summary>
public sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    // A year. Not for names below ours: they are others'.
    private const string TransportSecurity = "max-age=31536000";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";

            // In development the name is localhost, which belongs to other programs too.
            if (http.Request.IsHttps && !environment.IsDevelopment())
            {
                headers.StrictTransportSecurity = TransportSecurity;
            }

            // What says nothing of its own (static files do) is data of somebody.
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}

/// <summary>Puts <see cref="SecurityHeaders"/> before everything, also before what the framework puts before the program.</summary>
public sealed class SecurityHeadersFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<SecurityHeaders>();
        next(app);
    };
}

public static class SecurityHeadersRegistration
{
    // The first filter stands outermost, and the framework has registered its own already.
    public static void AddSecurityHeaders(this WebApplicationBuilder builder) =>
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeadersFirst>());
}
