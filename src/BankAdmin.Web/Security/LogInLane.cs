using System.Threading.RateLimiting;

namespace BankAdmin.Web.Security;

/// <summary>
/// The lane of those who are not logged in yet. It is short: who finds it full is told at once, before the database is asked. Their
/// passwords are hashed in a queue of their own (<see cref="Infrastructure.Credentials.HashQueue.LogIn"/>), so that 確認用パスワード of
/// people at work never waits behind them (rule: spec quality.md §2).
/// </summary>
public sealed class LogInLane(TimeProvider clock, ILogger<LogInLane> logger) : IDisposable
{
    private const int PlacesPerCore = 16; // about three seconds of hashing
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly ConcurrencyLimiter places = new(new() { PermitLimit = PlacesPerCore * Environment.ProcessorCount });
    private readonly Lock counting = new();
    private int turnedAway;
    private DateTimeOffset lastLine = DateTimeOffset.MinValue;

    /// <summary>A place in the lane, to be given back; null: it is full.</summary>
    public IDisposable? TryEnter()
    {
        var place = places.AttemptAcquire();
        if (place.IsAcquired)
        {
            return place;
        }

        place.Dispose();
        Tell();
        return null;
    }

    /// <inheritdoc />
    public void Dispose() => places.Dispose();

    // One line a minute, however many there are: the log must not be flooded too.
    private void Tell()
    {
        lock (counting)
        {
            turnedAway++;
            if (clock.GetUtcNow() - lastLine >= BetweenLines)
            {
                logger.LogWarning("Logins are turned away, too many wait: {TurnedAway} since the last such line.", turnedAway);
                (lastLine, turnedAway) = (clock.GetUtcNow(), 0);
            }
        }
    }
}
