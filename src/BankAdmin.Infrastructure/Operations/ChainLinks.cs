using System.Security.Cryptography;
using BankAdmin.Infrastructure.Keys;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>Follows the rows of a chain one after the other, and says what is wrong with the first that does not fit.</summary>
internal sealed class ChainLinks
{
    private readonly SealMessage message = new();

    /// <summary>Sequence of the last row that fitted, or of what stands before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>The seal of that row.</summary>
    public byte[] Seal { get; private set; } = OperationSeal.Zero;

    /// <summary>How a row is called in a verdict.</summary>
    public static string NameOf(OperationRecord row) =>
        $"{row.Sequence}件目" + (row.ReceiptNumber is null ? "" : $"（受付番号 {row.ReceiptNumber}）");

    /// <summary>Goes on from a place.</summary>
    public void MoveTo(long sequence, byte[] seal) => (Sequence, Seal) = (sequence, seal);

    /// <summary>What is wrong with the next row's place and link; null: nothing.</summary>
    public string? FaultOfLink(OperationRecord row) =>
        row.Sequence != Sequence + 1 ? Missing(NameOf(row))
        : !CryptographicOperations.FixedTimeEquals(row.PreviousSeal, Seal) ? Rewritten(row)
        : null;

    /// <summary>What is wrong with its seal; null: nothing.</summary>
    public string? FaultOfSeal(OperationRecord row, SecretKey? key) =>
        key is null ? $"{NameOf(row)}を封印した鍵「{row.KeyId}」が鍵フォルダにありません。"
        : !OperationSeal.Holds(row, key.Secret, message) ? Rewritten(row)
        : null;

    /// <summary>What is said where the next row is another than it should be.</summary>
    public string Missing(string next) => $"{Sequence + 1}件目がありません。次に残っているのは{next}です。";

    private static string Rewritten(OperationRecord row) => $"{NameOf(row)}が書き換えられています。";
}
