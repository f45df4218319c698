using System.Globalization;
using System.Security.Cryptography;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;

namespace BankAdmin.Web.Features.OperationHistory.ViewOperation;

/// <summary>What a record says of itself, and by what it is proved: it is judged against its seal each time it is looked at.</summary>
public sealed class RecordFacts(HistoryKeys keys)
{
    /// <summary>A record as what is looked at or printed.</summary>
    public static OperationSubject AsSubject(OperationRecord record) => new(
        record.ReceiptNumber is null && record.ReceiptOf is null ? SubjectKind.Record : SubjectKind.Receipt,
        HistoryRows.KeyOf(record), OperationCatalogue.FromCode(record.Code).Name);

    public Sheet Of(OperationRecord record)
    {
        var operation = OperationCatalogue.FromCode(record.Code);
        return new Sheet(Compares: false,
        [
            new SheetSection("操作の記録", [.. Rows(
                ("occurredAt", "操作日時", JapanTime.Long(record.OccurredAtUtc)),
                ("operator", "利用者名(ログインID)", record.OperatorLoginId.Length == 0
                    ? "不明" : $"{record.OperatorName}（{record.OperatorLoginId}）"),
                ("terminal", "操作端末", record.Terminal),
                ("category", "業務種別", operation.Category.Name),
                ("operation", "操作内容", operation.Name),
                ("subject", "対象", record.Subject),
                ("outcome", "結果", record.Outcome.Name()),
                ("errors", "エラーの内容", Errors(record)),
                ("receiptOf", "実行の受付番号", record.ReceiptOf))]),
            new SheetSection("記録の証明", [.. Rows(
                ("sequence", "記録の位置", string.Create(CultureInfo.InvariantCulture, $"{record.Sequence:N0}件目")),
                ("sealHolds", "封印の確認", Holds(record)
                    ? "封印と内容は一致しています。記録されたときから書き換えられていません。"
                    : "封印と内容が一致しません。ヘルプデスクへご連絡ください。"),
                ("seal", "封印", Grouped(record.Seal)),
                ("previousSeal", "1件前の封印", record.Sequence == 1 ? "なし（最初の記録）" : Grouped(record.PreviousSeal)),
                ("sealKey", "封印の鍵", record.KeyId))]),
        ]);
    }

    private bool Holds(OperationRecord record) => keys.Find(record.KeyId) is { } key
        && CryptographicOperations.FixedTimeEquals(record.Seal, OperationSeal.Compute(record, key.Secret));

    private static IEnumerable<SheetRow> Rows(params IEnumerable<(string Key, string Label, string? Value)> facts) =>
        facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new SheetRow(fact.Key, fact.Label, fact.Value!));

    private static string Errors(OperationRecord record) =>
        string.Join('、', record.ErrorCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // In groups, so that two of them can be compared by eye and a line can end between them.
    private static string Grouped(byte[] seal) => string.Join(' ', Convert.ToHexString(seal).Chunk(8).Select(group => new string(group)));
}
