using BankAdmin.Web.Commands;
using BankAdmin.Web.Hosting;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.HostFiltering;

if (CommandLine.Find(args) is { } command)
{
    return await command.RunAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel =>
    (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, ServiceRegistration.LongestRequest));
builder.Services.AddCore().AddWeb();
builder.AddLogFiles();
builder.AddTelemetry();
builder.Services.AddOptions<HostFilteringOptions>().Configure<Settings>((options, settings) =>
    options.AllowedHosts = settings.AllowedHosts.Count > 0 ? [.. settings.AllowedHosts] : ["localhost", "127.0.0.1", "[::1]"]);

var app = builder.Build();
var settings = app.Services.GetRequiredService<Settings>();
var problems = app.Environment.IsDevelopment()
    ? settings.Problems
    : await ActivatorUtilities.CreateInstance<StartupChecks>(app.Services).FindProblemsAsync(CancellationToken.None);
if (problems.Count > 0)
{
    foreach (var problem in problems)
    {
        Console.Error.WriteLine(problem);
    }

    return 1;
}

if (app.Environment.IsDevelopment())
{
    await ActivatorUtilities.CreateInstance<DevelopmentStart>(app.Services).PrepareAsync(CancellationToken.None);
    app.Lifetime.ApplicationStarted.Register(() => Welcome.Print(app.Urls, settings));
}

app.UseHostFiltering();
app.UseTrustedProxies(settings);
app.UseMiddleware<SecurityHeaders>();
app.UseMiddleware<HostCookies>();
app.UseStaticFiles(Assets.Served);
app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.UseRouting();
app.UseMiddleware<SessionMiddleware>();
app.MapControllers();
app.MapHealth();
await app.RunAsync();
return 0;

/// <summary>The program; public so that tests can start it.</summary>
public partial class Program;
