using System.Security.Cryptography;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>Proves one chain, from where it begins to where it ended when this was begun.</summary>
/// <param name="context">The database.</param>
/// <param name="keys">The keys that sealed it.</param>
/// <param name="chain">The chain.</param>
/// <param name="anchored">Where it stood when an anchor was taken; null: nobody knows.</param>
/// <param name="held">Is told of every row that holds, with how many that are.</param>
internal sealed class ChainProof(BankAdminDbContext context, HistoryKeys keys, Guid chain, AnchoredChain? anchored, Action<long> held)
{
    // A commit between two reads of one statement looks like an addition by another hand, but not again and again.
    private const int Looks = 5;

    private readonly ChainLinks links = new();

    /// <summary>How many rows held.</summary>
    public long Rows { get; private set; }

    /// <summary>Sequence of the last row that held, or of the last that was taken away because its time was over.</summary>
    public long Sequence => links.Sequence;

    /// <summary>The seal of that row.</summary>
    public byte[] Seal => links.Seal;

    /// <summary>What is wrong with the first that does not hold; null: nothing.</summary>
    public async Task<string?> FindFaultAsync(CancellationToken ct)
    {
        // First of all: what is committed from here on is no fault, and not looked at.
        var (head, unreadable) = await ReadHeadAsync(ct);
        var fault = await BeginAsync(ct) ?? await RowFaultAsync(head?.Sequence ?? long.MaxValue, ct) ?? unreadable;
        if (fault is not null)
        {
            return fault;
        }

        var isFollowed = await IsFollowedAsync(ct);
        return EndFault(head) ?? (isFollowed ? $"{Sequence}件目で終わるはずの記録の後に、書き加えられた記録があります。" : null);
    }

    /// <summary>Goes to where the chain begins, and says what is wrong with that.</summary>
    public async Task<string?> BeginAsync(CancellationToken ct)
    {
        try
        {
            var start = await context.ChainBases.AsNoTracking().SingleOrDefaultAsync(start => start.ChainId == chain, ct);
            return start is null ? await LeftFaultAsync(ct)
                : keys.Find(start.KeyId) is not { } key ? $"記録の始まりを封印した鍵「{start.KeyId}」が鍵フォルダにありません。"
                : !CryptographicOperations.FixedTimeEquals(start.Proof, OperationSeal.Prove(start, key.Secret))
                    ? "記録の始まりが書き換えられています。保存期間を過ぎた記録を削除したという証明が正しくありません。"
                : await LeftFaultAsync(start, ct);
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return "記録の始まりを読み取れません。値が書き換えられています。";
        }
    }

    /// <summary>Goes on up to a row, and says what is wrong with the first that does not hold.</summary>
    public async Task<string?> ContinueAsync(long end, CancellationToken ct) =>
        await RowFaultAsync(end, ct) ?? (Sequence == end ? null : links.Missing("それより後の記録"));

    // A time, a key or a word that is none; what says that the database is away is no verdict.
    private static bool IsUnreadable(Exception failure) =>
        failure is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException;

    private async Task<(ChainHead? Head, string? Fault)> ReadHeadAsync(CancellationToken ct)
    {
        try
        {
            return (await context.ChainHeads.AsNoTracking().SingleOrDefaultAsync(head => head.ChainId == chain, ct), null);
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return (null, "末尾の記録を読み取れません。値が書き換えられています。");
        }
    }

    private async Task<string?> LeftFaultAsync(ChainBase start, CancellationToken ct)
    {
        links.MoveTo(start.Sequence, start.Seal);
        return Sequence == anchored?.Sequence && Convert.ToHexString(Seal) != anchored.Seal
            ? $"保存期間を過ぎて削除した{Sequence}件目がアンカーの記録と違います。"
            : await LeftFaultAsync(ct);
    }

    private async Task<string?> LeftFaultAsync(CancellationToken ct)
    {
        var sequence = Sequence;
        var left = await context.OperationRecords.Where(row => row.ChainId == chain && row.Sequence <= sequence)
            .OrderBy(row => row.Sequence).Select(row => (long?)row.Sequence).FirstOrDefaultAsync(ct);
        return left is null ? null
            : Sequence == 0 ? $"{left}件目という、あるはずのない記録があります。"
            : $"{left}件目が残っています。保存期間を過ぎて{Sequence}件目まで削除したことになっています。";
    }

    private async Task<string?> RowFaultAsync(long end, CancellationToken ct)
    {
        try
        {
            await foreach (var row in RecordReader.ReadPagesAsync(context, chain, Sequence, end, ct))
            {
                if (Fault(row) is { } fault)
                {
                    return fault;
                }

                links.MoveTo(row.Sequence, row.Seal);
                held(++Rows);
            }

            var last = Sequence;
            var next = await context.OperationRecords.Where(row => row.ChainId == chain && row.Sequence > last && row.Sequence <= end)
                .OrderBy(row => row.Sequence).Select(row => (long?)row.Sequence).FirstOrDefaultAsync(ct);
            return next is null ? null : links.Missing($"{next}件目");
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return $"{Sequence + 1}件目を読み取れません。値が書き換えられています。";
        }
    }

    private string? Fault(OperationRecord row) =>
        links.FaultOfLink(row) ?? links.FaultOfSeal(row, keys.Find(row.KeyId))
        ?? (row.Sequence == anchored?.Sequence && Convert.ToHexString(row.Seal) != anchored.Seal
            ? $"{ChainLinks.NameOf(row)}がアンカーの記録と違います。" : null);

    private string? EndFault(ChainHead? head) =>
        Sequence < anchored?.Sequence ? $"{Sequence + 1}件目から後が切り取られています（アンカーの時点では{anchored.Sequence}件）。"
        : head is null ? $"{Sequence + 1}件目から後の記録がありません（末尾の記録が失われています）。"
        : head.Sequence != Sequence ? $"{Sequence + 1}件目から後の記録がありません（末尾の記録は{head.Sequence}件）。"
        : !CryptographicOperations.FixedTimeEquals(head.Seal, Seal) ? $"{Sequence}件目と末尾の記録が違います。"
        : null;

    private async Task<bool> IsFollowedAsync(CancellationToken ct)
    {
        var looks = 0;
        while (await context.OperationRecords.AnyAsync(
            row => row.ChainId == chain
                && row.Sequence > context.ChainHeads.Where(head => head.ChainId == chain).Max(head => (long?)head.Sequence), ct))
        {
            if (++looks == Looks)
            {
                return true;
            }
        }

        return false;
    }
}
