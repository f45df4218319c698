using System.Security.Cryptography;
using BankAdmin.Infrastructure.History;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>The seal of a row: HMAC-SHA-256 over its length-prefixed fields and the seal before it.</summary>
public static class OperationSeal
{
    /// <summary>How long a seal is, in bytes.</summary>
    public const int Length = HMACSHA256.HashSizeInBytes;

    /// <summary>What stands before the first row.</summary>
    public static readonly byte[] Zero = new byte[Length];

    // No key has this name, so that the proof of a base is never the seal of a row.
    private const string OfBase = "chain-base";

    /// <summary>Computes the seal of a row.</summary>
    public static byte[] Compute(OperationRecord row, byte[] key)
    {
        var seal = new byte[Length];
        Compute(row, key, new SealMessage(), seal);
        return seal;
    }

    /// <summary>Whether a row has the seal that it should have.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">The key that it says it was sealed under.</param>
    /// <param name="message">Where it is put together; for who looks at many.</param>
    public static bool Holds(OperationRecord row, byte[] key, SealMessage message)
    {
        Span<byte> seal = stackalloc byte[Length];
        Compute(row, key, message, seal);
        return CryptographicOperations.FixedTimeEquals(row.Seal, seal);
    }

    /// <summary>Computes the proof of where a chain begins.</summary>
    public static byte[] Prove(ChainBase start, byte[] key) => HMACSHA256.HashData(key, new SealMessage()
        .Text(OfBase)
        .Text(start.KeyId)
        .Key(start.ChainId)
        .Number(start.Sequence)
        .Number(start.BeforeUtc.Ticks)
        .Bytes(start.Seal).Written);

    private static void Compute(OperationRecord row, byte[] key, SealMessage message, Span<byte> seal)
    {
        message.Clear()
            .Text(row.KeyId)
            .Key(row.ChainId)
            .Number(row.Sequence)
            .Number(row.OccurredAtUtc.Ticks)
            .Key(row.OperatorId)
            .Text(row.OperatorLoginId)
            .Text(row.OperatorName)
            .Text(row.Terminal)
            .Key(row.SessionId)
            .Text(row.Code)
            .Text(NameOf(row.Outcome))
            .Text(row.ErrorCodes)
            .Text(row.ReceiptNumber)
            .Text(row.Payload);

        // Rows of the first versions have none of it; that they have none is sealed by what is missing here.
        if (row.SearchText is not null)
        {
            message.Text(row.NameKey).Text(row.Subject).Text(row.SubjectKey).Text(row.ReceiptOf).Number(row.Part).Text(row.SearchText);
        }

        HMACSHA256.HashData(key, message.Bytes(row.PreviousSeal).Written, seal);
    }

    private static string NameOf(Domain.Operations.OperationOutcome outcome) => outcome switch
    {
        Domain.Operations.OperationOutcome.Succeeded => nameof(Domain.Operations.OperationOutcome.Succeeded),
        Domain.Operations.OperationOutcome.Refused => nameof(Domain.Operations.OperationOutcome.Refused),
        _ => outcome.ToString(),
    };
}
