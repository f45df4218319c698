using System.Buffers.Binary;
using BankAdmin.Infrastructure.Telemetry;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BankAdmin.Infrastructure.Credentials;

/// <summary>Thrown when too many passwords wait to be hashed: the answer is 503, not a queue without end.</summary>
public sealed class HashingOverloadedException() : Exception("Too many passwords wait to be hashed.");

/// <summary>What a stored hash says of a password.</summary>
public enum PasswordVerdict
{
    /// <summary>The password is not the one that was hashed.</summary>
    Wrong,

    /// <summary>The password is the one that was hashed.</summary>
    Right,

    /// <summary>Right, but stored with fewer rounds than are asked for now.</summary>
    RightButWeak,
}

/// <summary>Whose passwords wait for each other.</summary>
public enum HashQueue
{
    /// <summary>Of people who are logged in, and of the seeds.</summary>
    AtWork,

    /// <summary>Of people who are logging in, or of anybody who claims to.</summary>
    LogIn,
}

/// <summary>
/// Slow salted hashes (PBKDF2, HMAC-SHA-512) by the framework's hasher, behind gates as wide as the machine has cores: one for logins,
/// one for everybody else, so that a flood of logins does not stop the people already working (rule: spec quality.md §2).
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    /// <summary>Fewest rounds allowed in production.</summary>
    public const int ProductionRounds = 210_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);
    private static readonly object NoUser = new();
    private const int RoundsAt = 5;

    private readonly ILogger logger;
    private readonly PasswordHasher<object> hasher;
    private readonly SemaphoreSlim gate = new(Environment.ProcessorCount);
    private readonly SemaphoreSlim logInGate = new(Environment.ProcessorCount);

    // Many logins at once are a flood, or a morning: they leave a core to the people at work.
    private readonly SemaphoreSlim crowdGate = new(Math.Max(1, Environment.ProcessorCount - 1));
    private static readonly int Crowd = 8 * Environment.ProcessorCount;
    private int logIns;

    private readonly string someHash;
    private readonly int rounds;

    /// <summary>Makes a hasher of that many rounds.</summary>
    /// <param name="rounds">Rounds of new hashes.</param>
    /// <param name="logger">Where a damaged hash is told; null: nowhere.</param>
    public PasswordHashing(int rounds, ILogger<PasswordHashing>? logger = null)
    {
        (this.rounds, this.logger) = (rounds, logger ?? NullLogger<PasswordHashing>.Instance);
        hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
        someHash = hasher.HashPassword(NoUser, Guid.NewGuid().ToString());
    }

    /// <summary>Hashes a password.</summary>
    /// <exception cref="HashingOverloadedException">Too many wait.</exception>
    public Task<string> HashAsync(string password, CancellationToken ct, HashQueue queue = HashQueue.AtWork) =>
        BehindGateAsync(queue, () => hasher.HashPassword(NoUser, password), ct);

    /// <summary>Judges a password; without a stored hash it takes as long and is wrong, so that time does not tell.</summary>
    /// <exception cref="HashingOverloadedException">Too many wait.</exception>
    public Task<PasswordVerdict> VerifyAsync(
        string? hash, string password, CancellationToken ct, HashQueue queue = HashQueue.AtWork) => BehindGateAsync(
        queue,
        () =>
        {
            if (hash is not null && !IsReadable(hash))
            {
                logger.LogError("A stored password hash cannot be read; nobody can log in by it.");
                hash = null;
            }

            var verdict = hasher.VerifyHashedPassword(NoUser, hash ?? someHash, password);
            if (hash is not null && IsWeak(hash))
            {
                // Right or wrong, as long as any entry takes now: its time tells neither that the ID exists nor that it is right.
                hasher.VerifyHashedPassword(NoUser, someHash, password);
            }

            return hash is null || verdict == PasswordVerificationResult.Failed ? PasswordVerdict.Wrong
                : verdict == PasswordVerificationResult.Success ? PasswordVerdict.Right
                : PasswordVerdict.RightButWeak;
        },
        ct);

    /// <inheritdoc />
    public void Dispose()
    {
        gate.Dispose();
        logInGate.Dispose();
        crowdGate.Dispose();
    }

    private static bool IsReadable(string hash) => Convert.TryFromBase64String(hash, new byte[hash.Length], out _);

    // The framework's format holds the rounds at a fixed place, most significant byte first.
    private bool IsWeak(string hash) => Convert.FromBase64String(hash) is { Length: > RoundsAt + sizeof(uint) } bytes
        && BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(RoundsAt)) < rounds;

    private async Task<T> BehindGateAsync<T>(HashQueue queue, Func<T> work, CancellationToken ct)
    {
        Task<T> WorkAsync() => Task.Run(work, ct);
        if (queue == HashQueue.AtWork)
        {
            return await PassAsync(gate, WorkAsync, ct);
        }

        Task<T> LogInAsync() => PassAsync(logInGate, WorkAsync, ct);
        var crowded = Interlocked.Increment(ref logIns) > Crowd;
        try
        {
            return crowded ? await PassAsync(crowdGate, LogInAsync, ct) : await LogInAsync();
        }
        finally
        {
            Interlocked.Decrement(ref logIns);
        }
    }

    private static async Task<T> PassAsync<T>(SemaphoreSlim gate, Func<Task<T>> work, CancellationToken ct)
    {
        await EnterAsync(gate, ct);
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task EnterAsync(SemaphoreSlim gate, CancellationToken ct)
    {
        BankAdminMeters.HashQueue.Add(1);
        try
        {
            if (!await gate.WaitAsync(LongestWait, ct))
            {
                throw new HashingOverloadedException();
            }
        }
        finally
        {
            BankAdminMeters.HashQueue.Add(-1);
        }
    }
}
