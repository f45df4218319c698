using BankAdmin.Infrastructure.Persistence;

namespace BankAdmin.Web.Hosting;

/// <summary>What balancers ask.</summary>
public static class HealthEndpoints
{
    private const string Live = "/healthz/live";
    private const string Ready = "/healthz/ready";

    /// <summary>Whether a balancer asks here.</summary>
    public static bool IsHealth(this HttpRequest request) => request.Path == Live || request.Path == Ready;

    /// <summary>
    /// Maps <c>/healthz/live</c> (the process lives) and <c>/healthz/ready</c> (it can serve: the database fits and takes what is written).
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet(Live, () => Results.Text("live"));
        app.MapGet(Ready, async (DatabaseMigrator migrator, DatabaseProbe probe, ILogger<DatabaseMigrator> logger, CancellationToken ct) =>
        {
            try
            {
                if (!(await migrator.CompareAsync(ct)).CanBeServed())
                {
                    return Results.Text("database does not fit", statusCode: StatusCodes.Status503ServiceUnavailable);
                }

                await probe.WriteAsync().WaitAsync(ct);
                return Results.Text("ready");
            }
            catch (Exception away) when (away is System.Data.Common.DbException or InvalidOperationException)
            {
                logger.LogWarning(away, "The database is away, or takes nothing.");
                return Results.Text("database is away", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
