using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.History;

/// <summary>What was taken away of a chain.</summary>
/// <param name="Name">Contract number, or 金融機関.</param>
/// <param name="Removed">How many records.</param>
/// <param name="Fault">Why it went no further: what is wrong with a record whose time is over; null: nothing.</param>
public sealed record ChainRetention(string Name, long Removed, string? Fault);

/// <summary>
/// Takes away the records whose time is over, and leaves behind where each chain begins since then. Only what holds goes: a record that
/// was tampered with is evidence. A transaction takes so few that nobody waits long, and is told by a record of its own.
/// </summary>
public sealed class HistoryRetention(BankAdminDbContext context, HistoryKeys keys)
{
    /// <summary>Most records that one transaction takes away.</summary>
    public const int Batch = 10_000;

    private readonly HistoryRemoval removal = new(context);

    /// <summary>Takes away, of every chain, the longest beginning of which all happened before a time.</summary>
    /// <param name="beforeUtc">The time, UTC, in whole microseconds.</param>
    /// <param name="told">Is told of every chain of which something is over, when it is done with.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether all that was over has gone.</returns>
    public async Task<bool> RunAsync(DateTime beforeUtc, Action<ChainRetention> told, CancellationToken ct)
    {
        var all = true;
        foreach (var chain in await FindChainsAsync(beforeUtc, ct))
        {
            var retained = await RetainAsync(chain, beforeUtc, ct);
            if (retained.Removed > 0 || retained.Fault is not null)
            {
                told(retained);
            }

            all &= retained.Fault is null;
        }

        return all;
    }

    // As text: what belongs to no chain that can be read is left to whoever verifies.
    private async Task<List<Guid>> FindChainsAsync(DateTime beforeUtc, CancellationToken ct) =>
        (await context.OperationRecords.Where(row => row.OccurredAtUtc < beforeUtc)
            .Select(row => row.ChainId.ToString()).Distinct().ToListAsync(ct))
        .Where(key => Guid.TryParse(key, out _)).Select(Guid.Parse).Order().ToList();

    private async Task<ChainRetention> RetainAsync(Guid chain, DateTime beforeUtc, CancellationToken ct)
    {
        var subject = await SubjectAsync(chain, ct);
        var name = chain == ChainHead.Bank ? "金融機関" : subject?.Key ?? chain.ToString();
        var end = await LastOverAsync(chain, beforeUtc, ct);
        var proof = new ChainProof(context, keys, chain, anchored: null, _ => { });
        var (removed, fault) = (0L, await proof.BeginAsync(ct));
        while (proof.Sequence < end && fault is null)
        {
            var first = proof.Sequence;
            fault = await proof.ContinueAsync(Math.Min(end.Value, first + Batch), ct);
            if (fault is null)
            {
                await removal.RemoveAsync(BaseOf(proof, chain, beforeUtc), subject, ct);
                removed += proof.Sequence - first;
            }
        }

        return new ChainRetention(name, removed, fault);
    }

    // The last of a beginning of which all is over; what is older and stands behind something newer stays with it.
    private async Task<long?> LastOverAsync(Guid chain, DateTime beforeUtc, CancellationToken ct) =>
        await context.OperationRecords.Where(row => row.ChainId == chain && row.OccurredAtUtc >= beforeUtc)
            .MinAsync(row => (long?)row.Sequence, ct) - 1
        ?? await context.ChainHeads.Where(head => head.ChainId == chain).Select(head => (long?)head.Sequence).SingleOrDefaultAsync(ct);

    private ChainBase BaseOf(ChainProof proof, Guid chain, DateTime beforeUtc)
    {
        var start = new ChainBase
        {
            ChainId = chain,
            Sequence = proof.Sequence,
            Seal = proof.Seal,
            BeforeUtc = beforeUtc,
            KeyId = keys.Current.Id,
        };
        start.Proof = OperationSeal.Prove(start, keys.Current.Secret);
        return start;
    }

    private async Task<OperationSubject?> SubjectAsync(Guid chain, CancellationToken ct)
    {
        var found = await context.Companies.IgnoreAutoIncludes().AsNoTracking()
            .Where(c => c.Id == chain).Select(c => new { c.ContractNumber, c.Name }).SingleOrDefaultAsync(ct);
        return found is null ? null : new OperationSubject(SubjectKind.Company, found.ContractNumber, found.Name);
    }
}
