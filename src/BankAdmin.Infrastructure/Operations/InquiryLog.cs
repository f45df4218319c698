using System.Collections.Concurrent;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>
/// Who looked at a company's data, recorded in batches beside the requests (docs/adr/0016): a page that only shows does not wait for the
/// disk, and many who look share one commit. What was noted and not yet written is lost with a killed process; a program that ends
/// writes it first. A batch whose commit got no answer is written again, so that a record may stand twice, never not at all.
/// </summary>
public sealed class InquiryLog(BankAdminDatabase database, TimeProvider clock, ILogger<InquiryLog> logger)
    : PeriodicService(TimeSpan.FromMilliseconds(200), clock, logger)
{
    /// <summary>Where so many wait the database is away, and whoever looks now has to wait for it like all others.</summary>
    public const int MostWaiting = 10_000;

    private const int BatchSize = 500;

    private readonly ConcurrentQueue<PendingOperation> waiting = new();
    private readonly SemaphoreSlim oneWriter = new(1);

    /// <summary>Notes it in the chain of who looked, as of now.</summary>
    /// <param name="happened">What was looked at.</param>
    /// <param name="by">Who looked.</param>
    /// <param name="ct">Cancels the wait where too many wait.</param>
    public async Task NoteAsync(OperationEvent happened, Person by, CancellationToken ct)
    {
        if (waiting.Count >= MostWaiting)
        {
            await WriteAsync(ct);
        }

        waiting.Enqueue(new PendingOperation(by.CompanyId ?? ChainHead.Bank, by, happened, Clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Writes all that waits.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        await oneWriter.WaitAsync(ct);
        try
        {
            while (waiting.Take(BatchSize).ToList() is { Count: > 0 } batch)
            {
                await SaveAsync(batch, ct);
                for (var written = 0; written < batch.Count; written++)
                {
                    waiting.TryDequeue(out _);
                }
            }
        }
        finally
        {
            oneWriter.Release();
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (Exception failure) when (Engine.IsUnavailable(failure) || failure is OperationCanceledException)
        {
            Logger.LogError(failure, "The program ends and {Count} inquiries are not in the history", waiting.Count);
        }
    }

    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken ct) => WriteAsync(ct);

    private async Task SaveAsync(List<PendingOperation> batch, CancellationToken ct)
    {
        try
        {
            await using var context = database.OpenForSystem(Clock);
            await context.RetryAsync(() =>
            {
                batch.ForEach(context.Record);
                return context.SaveChangesAsync(ct);
            });
        }
        catch (Exception failure) when (!Engine.IsUnavailable(failure) && failure is not OperationCanceledException)
        {
            // One that cannot be written must not hold up the others for ever.
            if (batch is [var alone])
            {
                Logger.LogError(
                    failure, "Not in the history, because it cannot be written: {Operation} by {LoginId} at {AtUtc:O}",
                    alone.Happened.Operation.Code, alone.By.LoginName, alone.AtUtc);
                return;
            }

            foreach (var noted in batch)
            {
                await SaveAsync([noted], ct);
            }
        }
    }
}
