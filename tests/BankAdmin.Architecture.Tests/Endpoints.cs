using BankAdmin.Web.Hosting;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BankAdmin.Architecture.Tests;

/// <summary>The program as it is put together, without a database and without listening.</summary>
internal static class Endpoints
{
    private static readonly Lazy<WebApplication> Built = new(Build);

    public static IServiceProvider Services => Built.Value.Services;

    public static IReadOnlyList<ControllerActionDescriptor> Actions =>
        Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .ToList();

    /// <summary>Every address that is answered.</summary>
    public static IReadOnlyList<RouteEndpoint> All =>
        ((IEndpointRouteBuilder)Built.Value).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

    /// <summary>The verbs of an address; one that names none answers all.</summary>
    public static IReadOnlyList<string> Verbs(this RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs ? verbs : ["any"];

    /// <summary>Who may, as <see cref="RequireSession"/> reads it; addresses outside MVC (health) are open.</summary>
    public static string WhoMay(this RouteEndpoint endpoint)
    {
        var marks = endpoint.Metadata;
        var mark = marks.GetMetadata<IForWhom>();
        return (marks.GetMetadata<ControllerActionDescriptor>() is null ? "anyone" : (mark?.Audience ?? Audience.Nobody) switch
        {
            Audience.Nobody => "nobody",
            Audience.Anyone => "anyone",
            Audience.DuringLogin => "users, during login too",
            Audience.Users => "users",
            Audience.Administrators => "administrators",
            _ => throw new InvalidOperationException("Unknown audience."),
        })
            + (mark?.Screen?.Needs is null ? "" : " of a contract that has it")
            + (marks.GetMetadata<KeepsTypedAfterTimeoutAttribute>() is null ? "" : "; keeps what is typed after a timeout");
    }

    public static string NameOf(ControllerActionDescriptor action) => $"{action.ControllerName}.{action.ActionName}";

    /// <summary>The program's services, without its settings files: watching those costs the machine more than it has.</summary>
    public static WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = "BankAdmin.Web", EnvironmentName = "Testing" });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting().AddLogging().AddCore().AddWeb();
        return builder;
    }

    private static WebApplication Build()
    {
        // Keys of its own: what stands on this machine from elsewhere is nothing to build on.
        var folder = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        DevelopmentStart.CreateKeys(folder, TimeProvider.System);
        var builder = NewBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["BankAdmin:KeyFolder"] = folder });
        var app = builder.Build();
        app.MapControllers();
        app.MapHealth();
        return app;
    }
}
