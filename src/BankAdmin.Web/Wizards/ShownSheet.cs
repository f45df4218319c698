using System.Security.Cryptography;
using System.Text;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Web.Wizards;

/// <summary>
/// What is committed is what was shown: the confirm page posts one digest of its sheet, whose length does not grow with it; the
/// draft keeps a mark per row, so that a refusal can say which rows moved. A made-up digest gains nothing, since what is committed
/// then is still what the draft and the rules lead to.
/// </summary>
public static class ShownSheet
{
    private const int MarkBytes = 8;

    public static string Digest(Sheet sheet) => Convert.ToHexString(Hash(
        sheet.Rows.SelectMany(row => new[] { row.Key, row.Group, row.Label, row.Before, row.Value })));

    public static string Marks(Sheet sheet) => string.Join(' ', sheet.Rows.Select(Mark));

    /// <summary>The rows that were not shown as they are now.</summary>
    public static IEnumerable<SheetRow> Moved(string shown, Sheet sheet)
    {
        var marks = shown.Split(' ').ToHashSet();
        return sheet.Rows.Where(row => !marks.Contains(Mark(row)));
    }

    // Not its heading, which may name the figures of another row.
    private static string Mark(SheetRow row) => Convert.ToHexString(Hash([row.Key, row.Label, row.Before, row.Value]).AsSpan(0, MarkBytes));

    private static byte[] Hash(IEnumerable<string?> texts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts)));
}
