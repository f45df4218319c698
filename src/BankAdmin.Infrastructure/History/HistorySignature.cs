using System.Numerics;

namespace BankAdmin.Infrastructure.History;

/// <summary>Which field of a record a term is of.</summary>
public enum TermKind
{
    /// <summary>業務種別, whole.</summary>
    Category,

    /// <summary>Code of the operation, whole.</summary>
    Operation,

    /// <summary>Key of who did it, whole.</summary>
    Operator,

    /// <summary>Key of the session, whole.</summary>
    Session,

    /// <summary>Key of what it was done to, whole.</summary>
    Subject,

    /// <summary>Pieces of a name or login ID.</summary>
    Name,

    /// <summary>Pieces of a terminal.</summary>
    Terminal,

    /// <summary>Pieces of all that a record says.</summary>
    Text,
}

/// <summary>The terms of records, or of what is searched for: whole keys, and pieces of one and of two characters.</summary>
public sealed class HistoryTerms
{
    private readonly HashSet<ulong> terms = [];

    /// <summary>How many there are.</summary>
    public int Count => terms.Count;

    internal HashSet<ulong> All => terms;

    /// <summary>Adds a whole key; null: there is none.</summary>
    public HistoryTerms Key(TermKind kind, string? key)
    {
        if (key is not null)
        {
            var hash = (ulong)kind + 1;
            foreach (var letter in key)
            {
                hash = Mix(hash ^ letter);
            }

            terms.Add(hash);
        }

        return this;
    }

    /// <summary>Adds the pieces of a text: what holds a text holds all of its pieces.</summary>
    public HistoryTerms Pieces(TermKind kind, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            terms.Add(Mix(((ulong)kind << 40) | text[i]));
            if (i > 0)
            {
                terms.Add(Mix(((ulong)kind << 40) | ((ulong)text[i - 1] << 16) | text[i] | (1UL << 50)));
            }
        }

        return this;
    }

    // SplitMix64's last step: every bit of the result depends on every bit of the term.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

/// <summary>What a block must hold that has any of what is searched for.</summary>
/// <param name="All">Terms that must all be there.</param>
/// <param name="OneOf">Terms of which those of one must all be there.</param>
public sealed record HistoryNeeds(HistoryTerms All, IReadOnlyList<HistoryTerms> OneOf)
{
    /// <summary>Whether a block of that signature may hold it.</summary>
    public bool MayBeIn(byte[] signature) =>
        HistorySignature.MayHold(signature, All) && OneOf.Any(terms => HistorySignature.MayHold(signature, terms));
}

/// <summary>
/// A Bloom filter over terms: it may say that a term is there that is not, never the other way round. Its length is a power of two, so that
/// about one of a hundred absent terms is thought to be there.
/// </summary>
public static class HistorySignature
{
    /// <summary>Longest signature. What has more terms than fit is looked into more often than need be.</summary>
    public const int MaxBytes = 4_096;

    private const int MinBytes = 64;
    private const int BitsPerTerm = 10;
    private const int BitsPerByte = 8;
    private const int Probes = 5;

    /// <summary>The signature of terms.</summary>
    public static byte[] Of(HistoryTerms terms)
    {
        var bytes = (int)BitOperations.RoundUpToPowerOf2((uint)(terms.Count * BitsPerTerm / BitsPerByte));
        var signature = new byte[Math.Clamp(bytes, MinBytes, MaxBytes)];
        foreach (var term in terms.All)
        {
            for (var probe = 0; probe < Probes; probe++)
            {
                var (place, bit) = PlaceOf(term, probe, signature.Length);
                signature[place] |= bit;
            }
        }

        return signature;
    }

    /// <summary>Whether all terms may be there.</summary>
    public static bool MayHold(byte[] signature, HistoryTerms terms)
    {
        foreach (var term in terms.All)
        {
            for (var probe = 0; probe < Probes; probe++)
            {
                var (place, bit) = PlaceOf(term, probe, signature.Length);
                if ((signature[place] & bit) == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static (int Place, byte Bit) PlaceOf(ulong term, int probe, int length)
    {
        var (low, high) = ((uint)term, (uint)(term >> 32) | 1);
        var at = (low + ((uint)probe * high)) & (uint)((length * BitsPerByte) - 1);
        return ((int)(at / BitsPerByte), (byte)(1 << (int)(at % BitsPerByte)));
    }
}
