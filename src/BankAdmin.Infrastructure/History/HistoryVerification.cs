using System.Runtime.CompilerServices;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.History;

/// <summary>
/// A verification that is remembered: each verdict beside its chain, for the people of its company, and the whole as one record of the
/// history. Where nothing can be written the verdicts are given all the same.
/// </summary>
public sealed class HistoryVerification(
    BankAdminDbContext context, HistoryKeys keys, TimeProvider clock, ILogger<HistoryVerification> logger)
{
    private bool isWritable = true;

    /// <summary>Verifies one company's chain or, without a key, all, one after the other.</summary>
    /// <param name="company">The company; null: all.</param>
    /// <param name="anchor">An anchor to compare with; null: there is none.</param>
    /// <param name="progress">Is told how far it is; null: nobody asks.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<ChainVerdict> RunAsync(
        Guid? company, Anchor? anchor, Action<VerificationProgress>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        var (records, faulty) = (0L, new HashSet<Guid?>());
        var unreadable = 0;
        await foreach (var verdict in new OperationVerifier(context, keys).ChainsAsync(company, anchor, progress, ct))
        {
            records += verdict.Rows;
            if (verdict.ChainId is { } chain)
            {
                await TryAsync(() => KeepAsync(chain, verdict, ct));
                if (verdict.Fault is not null)
                {
                    faulty.Add(chain);
                }
            }
            else
            {
                unreadable++;
            }

            yield return verdict;
        }

        // What does not hold is kept as it is: a record more would cover what is left of it.
        var into = company is { } own && !faulty.Contains(own) ? own : ChainHead.Bank;
        if (faulty.Contains(into))
        {
            logger.LogWarning("The chain of the bank does not hold, so that nothing is recorded in it of this verification");
            yield break;
        }

        await TryAsync(async () => await context.RecordAsync(
            new HistoryVerified(await SubjectAsync(company, ct), records, faulty.Count + unreadable), Person.System, into, ct));
    }

    /// <summary>Begins what is remembered of a chain unless it is there; the same words on every engine.</summary>
    public static FormattableString InsertVerification(Guid chainId, DateTime atUtc) =>
        $"""
        INSERT INTO "ChainVerifications" ("ChainId", "AtUtc", "Records")
        SELECT {chainId}, {atUtc}, 0
        WHERE NOT EXISTS (SELECT 1 FROM "ChainVerifications" WHERE "ChainId" = {chainId})
        """;

    private static string? Cut(string? fault) =>
        fault is { Length: > ChainVerification.FaultMaxLength }
            ? fault[..(ChainVerification.FaultMaxLength - (char.IsHighSurrogate(fault[ChainVerification.FaultMaxLength - 1]) ? 1 : 0))]
            : fault;

    private async Task KeepAsync(Guid chain, ChainVerdict verdict, CancellationToken ct)
    {
        var (now, records, fault) = (clock.GetUtcNow().UtcDateTime, verdict.Rows, Cut(verdict.Fault));
        while (await context.ChainVerifications.Where(kept => kept.ChainId == chain).ExecuteUpdateAsync(
            set => set.SetProperty(kept => kept.AtUtc, now).SetProperty(kept => kept.Records, records)
                .SetProperty(kept => kept.Fault, fault), ct) <= 0)
        {
            await context.InsertIfMissingAsync(InsertVerification(chain, now), ct);
        }
    }

    private async Task<OperationSubject?> SubjectAsync(Guid? company, CancellationToken ct)
    {
        var found = company is null ? null : await context.Companies.IgnoreAutoIncludes().AsNoTracking()
            .Where(c => c.Id == company).Select(c => new { c.ContractNumber, c.Name }).SingleOrDefaultAsync(ct);
        return found is null ? null : new OperationSubject(SubjectKind.Company, found.ContractNumber, found.Name);
    }

    // Tried once: each further try would wait for its lock in vain.
    private async Task TryAsync(Func<Task> write)
    {
        if (!isWritable)
        {
            return;
        }

        isWritable = false;
        await Engine.TryAsync(
            async () =>
            {
                await write();
                isWritable = true;
            }, logger);
    }
}
