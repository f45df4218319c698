using System.Security.Cryptography;
using System.Text;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Web.Wizards;

/// <summary>
/// Marks of the rows of a sheet, which the confirm form posts back: what is committed is what was shown. Made up marks
/// gain nothing, since what is committed then is still what the draft and the rules lead to.
/// </summary>
public static class ShownSheet
{
    private const int MarkBytes = 8;

    /// <summary>The marks of all rows.</summary>
    public static string Marks(Sheet sheet) => string.Join(' ', sheet.Rows.Select(Mark));

    /// <summary>The rows that were not shown as they are now.</summary>
    public static IEnumerable<SheetRow> Moved(string? shown, Sheet sheet)
    {
        var marks = (shown ?? "").Split(' ').ToHashSet();
        return sheet.Rows.Where(row => !marks.Contains(Mark(row)));
    }

    private static string Mark(SheetRow row) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Key}\n{row.Value}")).AsSpan(0, MarkBytes));
}
