using System.Text;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Files;

namespace BankAdmin.Web.Features.Users.ViewRights;

/// <summary>The matrix as CSV; 1 where a right is held, 0 where not.</summary>
public static class MatrixCsv
{
    public static byte[] Write(Matrix matrix)
    {
        var lines = matrix.Rows.Select(row => row.Texts().Concat(row.Held.Select(held => held.ToString())))
            .Prepend(matrix.Heads().Concat(matrix.Columns.Select(column => $"{column.Item}　{column.Name}")));
        return [.. Csv.Mark, .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(Csv.Line)))];
    }
}
