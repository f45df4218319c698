using System.Runtime.CompilerServices;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>Where a chain stood when an anchor was taken.</summary>
/// <param name="ChainId">The chain.</param>
/// <param name="Name">Contract number, or 金融機関.</param>
/// <param name="Sequence">Its last row then.</param>
/// <param name="Seal">The seal of that row, hexadecimal.</param>
public sealed record AnchoredChain(Guid ChainId, string Name, long Sequence, string Seal);

/// <summary>The heads of all chains, kept outside the database: only it shows a cut-off end.</summary>
public sealed record Anchor(DateTime TakenAtUtc, IReadOnlyList<AnchoredChain> Chains);

/// <summary>A chain that holds, or the first row that does not.</summary>
/// <param name="Name">Contract number, or 金融機関.</param>
/// <param name="Rows">Rows that hold.</param>
/// <param name="Fault">What is wrong with the first bad row; null: nothing.</param>
public sealed record ChainVerdict(string Name, long Rows, string? Fault)
{
    /// <summary>The chain; null: its key cannot be read.</summary>
    public Guid? ChainId { get; init; }
}

/// <summary>How far a verification is.</summary>
/// <param name="Name">The chain: contract number, or 金融機関.</param>
/// <param name="Rows">Rows of it that hold so far.</param>
/// <param name="All">Rows that hold so far, of all chains.</param>
public sealed record VerificationProgress(string Name, long Rows, long All);

/// <summary>
/// Proves the history row by row: places, links, seals, beginnings, ends, and an anchor (rule: spec quality.md §1, promise 6). Commits go
/// on meanwhile: each chain is proved up to where it ended when it was begun with.
/// </summary>
public sealed class OperationVerifier(BankAdminDbContext context, HistoryKeys keys)
{
    /// <summary>Progress is told every so many rows.</summary>
    public const int ReportEvery = 10_000;

    /// <summary>The anchor as of now.</summary>
    public async Task<Anchor> TakeAnchorAsync(DateTime nowUtc, CancellationToken ct)
    {
        var names = await NamesAsync(ct);
        var heads = await context.ChainHeads.AsNoTracking().OrderBy(head => head.ChainId).ToListAsync(ct);
        return new Anchor(nowUtc, heads
            .Select(head => new AnchoredChain(head.ChainId, NameOf(names, head.ChainId), head.Sequence, Convert.ToHexString(head.Seal)))
            .ToList());
    }

    /// <summary>Verifies one chain or, without a key, all.</summary>
    public async Task<IReadOnlyList<ChainVerdict>> VerifyAsync(Guid? only, Anchor? anchor, CancellationToken ct)
    {
        var verdicts = new List<ChainVerdict>();
        await foreach (var verdict in ChainsAsync(only, anchor, null, ct))
        {
            verdicts.Add(verdict);
        }

        return verdicts;
    }

    /// <summary>Verifies one chain or, without a key, all, one after the other.</summary>
    /// <param name="only">The chain; null: all.</param>
    /// <param name="anchor">An anchor to compare with; null: there is none.</param>
    /// <param name="progress">Is told how far it is; null: nobody asks.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<ChainVerdict> ChainsAsync(
        Guid? only, Anchor? anchor, Action<VerificationProgress>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        var anchored = anchor?.Chains.ToDictionary(chain => chain.ChainId) ?? [];
        var names = await NamesAsync(ct, only);
        var found = only is null ? await FindChainsAsync(ct) : [];
        IEnumerable<Guid> chains = only is { } one ? [one]
            : found.Where(key => Guid.TryParse(key, out _)).Select(Guid.Parse).Union(anchored.Keys).Union(names.Keys).Order();
        var all = 0L;
        foreach (var chain in chains)
        {
            var name = NameOf(names, chain);
            var proof = new ChainProof(context, keys, chain, anchored.GetValueOrDefault(chain), rows =>
            {
                if (++all % ReportEvery == 0)
                {
                    progress?.Invoke(new VerificationProgress(name, rows, all));
                }
            });
            var fault = await proof.FindFaultAsync(ct);
            yield return new ChainVerdict(name, proof.Rows, fault) { ChainId = chain };
        }

        foreach (var key in found.Where(key => !Guid.TryParse(key, out _)))
        {
            yield return new ChainVerdict(key, 0, "どの企業の記録かを読み取れません。");
        }
    }

    // As text: a key that cannot be read is one more fault, and no reason to judge nothing.
    private async Task<List<string>> FindChainsAsync(CancellationToken ct)
    {
        var written = await context.OperationRecords.AsNoTracking().Select(row => row.ChainId.ToString()).Distinct().ToListAsync(ct);
        var ended = await context.ChainHeads.AsNoTracking().Select(head => head.ChainId.ToString()).ToListAsync(ct);
        return written.Union(ended).ToList();
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken ct, Guid? only = null)
    {
        var companies = context.Companies.IgnoreAutoIncludes().AsNoTracking();
        return (await (only is null ? companies : companies.Where(c => c.Id == only))
                .Select(c => new { Id = c.Id.ToString(), c.ContractNumber }).ToListAsync(ct))
            .Where(c => Guid.TryParse(c.Id, out _)).ToDictionary(c => Guid.Parse(c.Id), c => c.ContractNumber);
    }

    private static string NameOf(Dictionary<Guid, string> names, Guid chain) =>
        chain == ChainHead.Bank ? "金融機関" : names.GetValueOrDefault(chain, chain.ToString());
}
