using System.Text;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Web.Features.Users.ViewRights;

/// <summary>The matrix as CSV: UTF-8 with a mark, so that spreadsheets read it; 1 where a right is held, 0 where not.</summary>
public static class MatrixCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    // Names are stored in full width, and a spreadsheet takes ＝ for = where it is typed in Japanese.
    private const string BeginsFormula = "=+-@＝＋－＠\t\r\n";

    public static byte[] Write(Matrix matrix)
    {
        var lines = matrix.Rows.Select(row => row.Texts().Concat(row.Held.Select(held => held.ToString())))
            .Prepend(matrix.Heads().Concat(matrix.Columns.Select(column => $"{column.Item}　{column.Name}")));
        var text = string.Concat(lines.Select(line => string.Join(',', line.Select(Quote)) + "\r\n"));
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
    }

    private static string Quote(string field)
    {
        var text = field.Length > 0 && BeginsFormula.Contains(field[0], StringComparison.Ordinal) ? "'" + field : field;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
