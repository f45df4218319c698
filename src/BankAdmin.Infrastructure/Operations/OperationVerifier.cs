using System.Security.Cryptography;
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
public sealed record ChainVerdict(string Name, long Rows, string? Fault);

/// <summary>Proves the history row by row: places, links, seals, ends, and an anchor (rule: spec quality.md §1, promise 6).</summary>
public sealed class OperationVerifier(BankAdminDbContext context, HistoryKeys keys)
{
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
        var names = await NamesAsync(ct);
        var anchored = anchor?.Chains.ToDictionary(chain => chain.ChainId) ?? [];

        // As text: a key that cannot be read is one more fault, and no reason to judge nothing.
        var written = await context.OperationRecords.AsNoTracking().Select(row => row.ChainId.ToString()).Distinct().ToListAsync(ct);
        var ended = await context.ChainHeads.AsNoTracking().Select(head => head.ChainId.ToString()).ToListAsync(ct);
        var keys = written.Union(ended).ToList();
        var chains = keys.Where(key => Guid.TryParse(key, out _)).Select(Guid.Parse).Union(anchored.Keys).Union(names.Keys).Order();
        var verdicts = new List<ChainVerdict>();
        foreach (var chain in chains.Where(id => only is null || id == only))
        {
            var (rows, fault) = await VerifyChainAsync(chain, anchored.GetValueOrDefault(chain), ct);
            verdicts.Add(new ChainVerdict(NameOf(names, chain), rows, fault));
        }

        verdicts.AddRange(keys.Where(key => only is null && !Guid.TryParse(key, out _))
            .Select(key => new ChainVerdict(key, 0, "どの企業の記録かを読み取れません。")));
        return verdicts;
    }

    private async Task<(long Rows, string? Fault)> VerifyChainAsync(Guid chain, AnchoredChain? anchored, CancellationToken ct)
    {
        var (sequence, seal) = (0L, OperationSeal.Zero);
        var rows = context.OperationRecords.AsNoTracking().Where(row => row.ChainId == chain).OrderBy(row => row.Sequence);
        try
        {
            await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            {
                if (Fault(row, sequence, seal, anchored) is { } fault)
                {
                    return (sequence, fault);
                }

                (sequence, seal) = (row.Sequence, row.Seal);
            }
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return (sequence, $"{sequence + 1}件目を読み取れません。値が書き換えられています。");
        }

        try
        {
            var head = await context.ChainHeads.AsNoTracking().SingleOrDefaultAsync(head => head.ChainId == chain, ct);
            return (sequence, EndFault(sequence, seal, head, anchored));
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return (sequence, $"{sequence}件目の後の末尾の記録を読み取れません。値が書き換えられています。");
        }
    }

    // A time, a key or a word that is none; what says that the database is away is no verdict.
    private static bool IsUnreadable(Exception failure) =>
        failure is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException;

    private string? Fault(OperationRecord row, long lastSequence, byte[] lastSeal, AnchoredChain? anchored)
    {
        var name = $"{row.Sequence}件目" + (row.ReceiptNumber is null ? "" : $"（受付番号 {row.ReceiptNumber}）");
        if (row.Sequence != lastSequence + 1)
        {
            return $"{lastSequence + 1}件目がありません。次に残っているのは{name}です。";
        }

        if (keys.Find(row.KeyId) is not { } key)
        {
            return $"{name}を封印した鍵「{row.KeyId}」が鍵フォルダにありません。";
        }

        var intact = CryptographicOperations.FixedTimeEquals(row.PreviousSeal, lastSeal)
            && CryptographicOperations.FixedTimeEquals(row.Seal, OperationSeal.Compute(row, key.Secret));
        return !intact ? $"{name}が書き換えられています。"
            : row.Sequence == anchored?.Sequence && Convert.ToHexString(row.Seal) != anchored.Seal ? $"{name}がアンカーの記録と違います。"
            : null;
    }

    private static string? EndFault(long sequence, byte[] seal, ChainHead? head, AnchoredChain? anchored) =>
        sequence < anchored?.Sequence ? $"{sequence + 1}件目から後が切り取られています（アンカーの時点では{anchored.Sequence}件）。"
        : head is null ? $"{sequence + 1}件目から後の記録がありません（末尾の記録が失われています）。"
        : head.Sequence != sequence ? $"{sequence + 1}件目から後の記録がありません（末尾の記録は{head.Sequence}件）。"
        : !CryptographicOperations.FixedTimeEquals(head.Seal, seal) ? $"{sequence}件目と末尾の記録が違います。"
        : null;

    private async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken ct) =>
        (await context.Companies.IgnoreAutoIncludes().AsNoTracking()
            .Select(c => new { Id = c.Id.ToString(), c.ContractNumber }).ToListAsync(ct))
        .Where(c => Guid.TryParse(c.Id, out _)).ToDictionary(c => Guid.Parse(c.Id), c => c.ContractNumber);

    private static string NameOf(Dictionary<Guid, string> names, Guid chain) =>
        chain == ChainHead.Bank ? "金融機関" : names.GetValueOrDefault(chain, chain.ToString());
}
