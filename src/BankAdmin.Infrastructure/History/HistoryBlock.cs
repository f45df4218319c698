using System.Collections.Concurrent;

namespace BankAdmin.Infrastructure.History;

/// <summary>
/// What may be found among so many records of a chain, one after the other: a search looks into the blocks that may hold what it is for,
/// and passes over all others (docs/adr/0022). Made of the records alone, after they were committed; it proves nothing and can be made
/// again. Records that no block covers yet are looked through one by one.
/// </summary>
public sealed class HistoryBlock
{
    /// <summary>Records a block.</summary>
    public const int Size = 256;

    /// <summary>The chain.</summary>
    public Guid ChainId { get; init; }

    /// <summary>Its place, from 0: it covers the records <c>Number * Size + 1</c> to <c>(Number + 1) * Size</c>.</summary>
    public long Number { get; init; }

    /// <summary>When the earliest of its records happened, UTC.</summary>
    public DateTime FirstAtUtc { get; init; }

    /// <summary>When the latest of its records happened, UTC; blocks of one chain may overlap in time.</summary>
    public DateTime LastAtUtc { get; init; }

    /// <summary><see cref="HistorySignature"/> of all its records.</summary>
    public byte[] Signature { get; init; } = [];

    /// <summary>Number of the block that a record belongs to.</summary>
    public static long NumberOf(long sequence) => (sequence - 1) / Size;

    /// <summary>How many blocks a chain that ends there has filled.</summary>
    public static long FilledAt(long sequence) => sequence / Size;
}

/// <summary>The chains of which this process has filled a block that nobody has indexed yet.</summary>
public sealed class FilledBlocks
{
    private readonly ConcurrentDictionary<Guid, byte> chains = [];

    /// <summary>Notes that records were added to a chain, if they fill a block. One note too many does no harm.</summary>
    public void Note(Guid chainId, long endBefore, int added)
    {
        if (HistoryBlock.FilledAt(endBefore) != HistoryBlock.FilledAt(endBefore + added))
        {
            chains[chainId] = 0;
        }
    }

    /// <summary>The chains that were noted, which are forgotten with that.</summary>
    public IReadOnlyList<Guid> Take() => chains.Keys.Where(chain => chains.TryRemove(chain, out _)).ToList();
}
