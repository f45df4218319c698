namespace BankAdmin.Infrastructure.Persistence;

/// <summary>
/// Lets the writers of one process through one by one, in the order they came, where the engine takes one at a time anyway: left to
/// themselves they try again and again, and some of them for seconds. Other processes are not in it; they wait by the engine's own means.
/// </summary>
/// <param name="longest">How long a turn is waited for.</param>
/// <param name="tooLong">What is thrown then: that the database is locked.</param>
public sealed class WriteQueue(TimeSpan longest, Func<Exception> tooLong)
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Waits for its turn, which lasts until it is disposed of.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken ct) =>
        await one.WaitAsync(longest, ct) ? new Turn(one) : throw tooLong();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        private SemaphoreSlim? held = one;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
