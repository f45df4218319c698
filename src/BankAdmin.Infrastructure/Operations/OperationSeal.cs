using System.Buffers;
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

    private const int Absent = -1;
    private const int UsualLength = 1_024;

    /// <summary>Computes the seal of a row.</summary>
    public static byte[] Compute(OperationRecord row, byte[] key)
    {
        // Put together first and hashed at once: a hash that is fed piece by piece costs several times as much.
        var message = new ArrayBufferWriter<byte>(UsualLength);
        foreach (var field in Fields(row))
        {
            if (field is null)
            {
                AppendLength(message, Absent);
                continue;
            }

            AppendLength(message, Encoding.UTF8.GetByteCount(field));
            Encoding.UTF8.GetBytes(field, message);
        }

        AppendLength(message, row.PreviousSeal.Length);
        message.Write(row.PreviousSeal);
        return HMACSHA256.HashData(key, message.WrittenSpan);
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

        // Rows of the first versions have none of it; that they have none is sealed by what is missing here.
        .. row.SearchText is null
            ? Array.Empty<string?>()
            : [
                row.NameKey, row.Subject, row.SubjectKey, row.ReceiptOf, row.Part?.ToString(CultureInfo.InvariantCulture), row.SearchText,
            ],
    ];

    // It goes first, so that no two different rows give the same bytes; -1 tells nothing from an empty string.
    private static void AppendLength(ArrayBufferWriter<byte> message, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(message.GetSpan(sizeof(int)), length);
        message.Advance(sizeof(int));
    }
}
