using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>The seal of a row: HMAC-SHA-256 over its length-prefixed fields and the seal before it.</summary>
public static class OperationSeal
{
    /// <summary>What stands before the first row.</summary>
    public static readonly byte[] Zero = new byte[HMACSHA256.HashSizeInBytes];

    /// <summary>Computes the seal of a row.</summary>
    public static byte[] Compute(OperationRecord row, byte[] key)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var field in Fields(row))
        {
            Append(hmac, field is null ? null : Encoding.UTF8.GetBytes(field));
        }

        Append(hmac, row.PreviousSeal);
        return hmac.GetHashAndReset();
    }

    private static IEnumerable<string?> Fields(OperationRecord row) =>
    [
        row.KeyId,
        row.ChainId.ToString("N"),
        row.Sequence.ToString(CultureInfo.InvariantCulture),
        row.OccurredAtUtc.Ticks.ToString(CultureInfo.InvariantCulture),
        row.OperatorId?.ToString("N"),
        row.OperatorLoginId,
        row.OperatorName,
        row.Terminal,
        row.SessionId?.ToString("N"),
        row.Code,
        row.Outcome.ToString(),
        row.ErrorCodes,
        row.ReceiptNumber,
        row.Payload,
    ];

    // The length goes first, so that no two different rows give the same bytes; -1 tells nothing from an empty string.
    private static void Append(IncrementalHash hmac, byte[]? bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
        hmac.AppendData(length);
        hmac.AppendData(bytes ?? []);
    }
}
