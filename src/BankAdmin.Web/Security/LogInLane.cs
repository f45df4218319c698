namespace BankAdmin.Web.Security;

/// <summary>
/// The lane of those who are not logged in yet. It is narrower than the machine and short, so that a flood of logins leaves a core to
/// the people at work, whose 確認用パスワード never waits behind it (rule: spec quality.md §2). Who finds it full is told at once.
/// </summary>
public sealed class LogInLane(TimeProvider clock, ILogger<LogInLane> logger) : IDisposable
{
    private const int WaitingEach = 32; // about three seconds of them
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private static readonly int Width = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly SemaphoreSlim lane = new(Width);
    private readonly Lock counting = new();
    private int inside;
    private int turnedAway;
    private DateTimeOffset lastLine = DateTimeOffset.MinValue;

    /// <summary>Does the work of a login when its turn comes; null: too many wait already.</summary>
    public Task<T>? Pass<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (Interlocked.Increment(ref inside) <= Width * (1 + WaitingEach))
        {
            return PassAsync(work, ct);
        }

        Interlocked.Decrement(ref inside);
        Tell();
        return null;
    }

    /// <inheritdoc />
    public void Dispose() => lane.Dispose();

    private async Task<T> PassAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        try
        {
            await lane.WaitAsync(ct);
            try
            {
                return await work();
            }
            finally
            {
                lane.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

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
