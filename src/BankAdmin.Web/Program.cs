using BankAdmin.Infrastructure;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Web.Commands;
using BankAdmin.Web.Hosting;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.HostFiltering;

OwnerOnly.MakeAllNew();
try
{
    return await CommandLine.TryRunAsync(args) ?? await ServeAsync(args);
}
catch (Exception unreadable) when (unreadable is InvalidDataException or CannotGoOnException)
{
    // A settings file that is no JSON, or log levels that are none: told before anything else can be looked at.
    return Failures.Tell(Failures.Line(unreadable));
}

static async Task<int> ServeAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, WebRootPath = Assets.BesideProgram(AppContext.BaseDirectory) });
    builder.WebHost.ConfigureKestrel(kestrel =>
        (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, ServiceRegistration.LongestRequest));
    builder.Services.AddCore().AddWeb();
    builder.AddMutualTls();
    builder.AddSecurityHeaders();
    builder.AddLogFiles();
    builder.AddTelemetry();
    builder.Services.AddOptions<HostFilteringOptions>().Configure<Settings>((options, settings) =>
        options.AllowedHosts = settings.AllowedHosts.Count > 0 ? [.. settings.AllowedHosts] : ["localhost", "127.0.0.1", "[::1]"]);

    var app = builder.Build();
    var settings = app.Services.GetRequiredService<Settings>();
    var problems = await ActivatorUtilities.CreateInstance<StartupChecks>(app.Services).OfServerAsync(CancellationToken.None);
    if (problems.Count > 0)
    {
        return Failures.Tell(problems);
    }

    app.UseHostFiltering();
    app.UseMiddleware<ForwardedCertificates>();
    app.UseTrustedProxies(settings);
    app.UseCertificateForwarding();
    if (!app.Environment.IsDevelopment())
    {
        app.UseMiddleware<HttpsOnly>();
    }

    app.UseMiddleware<HostCookies>();
    app.UseAssets();
    app.UseMiddleware<HeadAsGet>();
    app.UseExceptionHandler("/error");
    app.UseStatusCodePagesWithReExecute("/error/{0}");
    app.UseMiddleware<OwnPagesOnly>();
    app.UseMiddleware<BounceWithinSite>();
    app.UseRouting();
    app.UseMiddleware<SessionMiddleware>();
    app.MapControllers();
    app.MapHealth();
    app.MapPki();

    var started = app.Lifetime.ApplicationStarted;
    try
    {
        if (app.Environment.IsDevelopment())
        {
            await ActivatorUtilities.CreateInstance<DevelopmentStart>(app.Services).PrepareAsync(CancellationToken.None);
            app.Lifetime.ApplicationStarted.Register(() => Welcome.Print(app.Urls, settings));
        }

        await app.RunAsync();
        return 0;
    }
    catch (Exception failure) when (!started.IsCancellationRequested && Failures.IsOutside(failure))
    {
        return Failures.Tell(Failures.Line(failure));
    }
}

/// <summary>The program; public so that tests can start it.</summary>
public partial class Program;
