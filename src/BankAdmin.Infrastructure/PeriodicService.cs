using BankAdmin.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure;

/// <summary>Does something again and again beside the requests. A failure waits for the next time: it must not end the program.</summary>
public abstract class PeriodicService(TimeSpan interval, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>The clock rounds are timed by.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>Where a failed round is told.</summary>
    protected ILogger Logger => logger;

    /// <summary>How long after the start the first round comes.</summary>
    protected virtual TimeSpan FirstAfter => interval;

    /// <summary>One round; a fault in it is logged, and the next round comes all the same.</summary>
    protected abstract Task DoAsync(CancellationToken ct);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FirstAfter, clock);
        while (await NextRoundAsync(timer, stoppingToken))
        {
            timer.Period = interval;
            try
            {
                await DoAsync(stoppingToken);
            }
            catch (Exception failure) when (Engine.IsUnavailable(failure))
            {
                logger.LogWarning(failure, "{Service} waits until the database is back.", GetType().Name);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Thrown on, it would end the program: people can go on working without it.
                logger.LogError(failure, "{Service} failed and tries again.", GetType().Name);
            }
        }
    }

    // To be called off is no failure; also where the program never came to serve, and the host waits for nobody.
    private static async Task<bool> NextRoundAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
