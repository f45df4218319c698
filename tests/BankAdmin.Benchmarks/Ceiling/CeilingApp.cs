using System.Globalization;
using BankAdmin.Infrastructure.Persistence.Sqlite;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Benchmarks.Ceiling;

/// <summary>
/// The ceiling: as little as a page of this kind can be. MVC, the framework's own cookie login, one look-up, one count,
/// antiforgery and 25 rows, on a database file that is opened as the product opens its own.
/// </summary>
internal static class CeilingApp
{
    /// <summary>What this program is called with to serve it.</summary>
    public const string Word = "ceiling";

    /// <summary>People of the database; their keys begin with 1.</summary>
    public const int People = 1_000;

    /// <summary>Serves it until the process is ended.</summary>
    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var file = Path.Combine(builder.Configuration["BankAdmin:DataFolder"]!, "ceiling.db");
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.AddDbContext<CeilingContext>(options =>
            options.UseSqlite(SqliteConnectionSetup.Complete($"Data Source={file}")).AddInterceptors(new SqliteConnectionSetup()));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => options.LoginPath = "/login");
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(manager =>
        {
            // The product is referred to, and its pages are not to be here.
            foreach (var other in manager.ApplicationParts.Where(part => part.Name != typeof(CeilingApp).Assembly.GetName().Name).ToList())
            {
                manager.ApplicationParts.Remove(other);
            }
        });
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await FillAsync(scope.ServiceProvider.GetRequiredService<CeilingContext>());
        }

        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        app.MapGet("/healthz/ready", () => "");
        await app.RunAsync();
    }

    private static async Task FillAsync(CeilingContext context)
    {
        if (await context.Database.EnsureCreatedAsync())
        {
            context.AddRange(Enumerable.Range(1, People).Select(i => new CeilingPerson
            {
                Id = i,
                Name = string.Create(CultureInfo.InvariantCulture, $"利用者　{i:D4}"),
                Kind = "一般ユーザ",
                State = "利用可能",
            }));
            await context.SaveChangesAsync();
        }
    }
}

/// <summary>Somebody in the ceiling's list.</summary>
public sealed class CeilingPerson
{
    public int Id { get; init; }

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public string State { get; init; } = "";
}

public sealed class CeilingContext(DbContextOptions<CeilingContext> options) : DbContext(options)
{
    public DbSet<CeilingPerson> People => Set<CeilingPerson>();
}
