using BankAdmin.Infrastructure.Persistence;

namespace BankAdmin.Web.Hosting;

/// <summary>What balancers ask.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps <c>/healthz/live</c> (the process lives) and <c>/healthz/ready</c> (it can serve).</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => Results.Text("live"));
        app.MapGet("/healthz/ready", async (DatabaseMigrator migrator, ILogger<DatabaseMigrator> logger, CancellationToken ct) =>
        {
            try
            {
                return await migrator.CompareAsync(ct) == DatabaseAge.Current
                    ? Results.Text("ready")
                    : Results.Text("database does not fit", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
            catch (Exception away) when (away is System.Data.Common.DbException or InvalidOperationException)
            {
                logger.LogWarning(away, "The database is away.");
                return Results.Text("database is away", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
