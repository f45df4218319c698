using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Pdf;
using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Layout;
using BankAdmin.Web.Receipts;

namespace BankAdmin.Web.Features.OperationHistory.SearchHistory;

/// <summary>The columns of the list as files and prints have them; the same rows as on the screen.</summary>
public static class HistoryColumns
{
    public static readonly IReadOnlyList<string> Heads =
        ["操作日時", "利用者名", "ログインID", "操作端末", "業務種別", "操作内容", "対象", "結果", "エラー", "受付番号"];

    private static readonly double[] Widths =
    [
        Length.Mm(31), Length.Mm(48), Length.Mm(42), Length.Mm(25), Length.Mm(46), Length.Mm(42), Length.Mm(13), Length.Mm(24),
    ];

    private static readonly TextStyle Text = new(FontStack.Text, 8, ReceiptLook.Ink);
    private static readonly TextStyle Figures = new(FontStack.Figures, 8, ReceiptLook.Ink);
    private static readonly TextStyle Head = new(FontStack.Text, 7.5, ReceiptLook.Ink2);

    private static readonly TableLook Look =
        ReceiptLook.Table with { PaddingX = Length.Mm(1), PaddingY = Length.Mm(0.3), LineHeight = 1.25 };

    /// <summary>対象, where it says more than who did it, in a list that is one company's anyway.</summary>
    public static string SubjectOf(HistoryRow row) =>
        row.SubjectKey == $"{SubjectKind.Person}:{row.OperatorId}"
        || row.SubjectKey?.StartsWith($"{SubjectKind.Company}:", StringComparison.Ordinal) == true ? "" : row.Subject ?? "";

    public static IReadOnlyList<string> CellsOf(HistoryRow row) =>
    [
        JapanTime.Short(row.AtUtc), row.OperatorName, row.OperatorLoginId, row.Terminal, row.Operation.Category.Name, row.Operation.Name,
        row.Subject ?? "", row.Outcome.Name(), row.ErrorCodes, row.ReceiptNumber ?? row.ReceiptOf ?? "",
    ];

    public static Table TableOf(IReadOnlyList<HistoryRow> rows) => new(
        Widths,
        [
            new TableRow([.. new[] { "操作日時", "利用者名(ログインID)", "操作端末", "業務種別", "操作内容", "対象", "結果", "受付番号" }
                .Select(name => new TableCell(name, Head) { Scope = "Column" })]) { Fill = ReceiptLook.Tint },
        ],
        [.. rows.Select(RowOf)],
        Look);

    private static TableRow RowOf(HistoryRow row) => new([
        new TableCell(JapanTime.Short(row.AtUtc), Figures) { Scope = "Row" },
        new TableCell(row.OperatorId is null ? row.OperatorName : $"{row.OperatorName} ({row.OperatorLoginId})", Text),
        new TableCell(row.Terminal, Figures),
        new TableCell(row.Operation.Category.Name, Text),
        new TableCell(row.Operation.Name, Text),
        new TableCell(SubjectOf(row), Text),
        new TableCell(row.Outcome.Name(), Text),
        new TableCell(row.ReceiptNumber ?? row.ReceiptOf ?? "", Figures),
    ]);
}
