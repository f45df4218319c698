using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Files;

/// <summary>CSV as spreadsheets read it: UTF-8 with a mark, quoted, and no cell that they would run.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    // Names are stored in full width, and a spreadsheet takes ＝ for = where it is typed in Japanese.
    private const string BeginsFormula = "=+-@＝＋－＠\t\r\n";

    /// <summary>What a file begins with.</summary>
    public static ReadOnlySpan<byte> Mark => Encoding.UTF8.Preamble;

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quote)) + "\r\n";

    private static string Quote(string field)
    {
        var text = field.Length > 0 && BeginsFormula.Contains(field[0], StringComparison.Ordinal) ? "'" + field : field;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>A CSV that is sent while it is read, however long it is.</summary>
public sealed class CsvResult(IReadOnlyList<string> heads, IAsyncEnumerable<IReadOnlyList<string>> rows, string fileName) : IActionResult
{
    private const int FlushedAt = 32_000;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var ct = context.HttpContext.RequestAborted;
        response.ContentType = Csv.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        var waiting = new StringBuilder(Csv.Line(heads));
        await response.Body.WriteAsync(Csv.Mark.ToArray(), ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            waiting.Append(Csv.Line(row));
            if (waiting.Length >= FlushedAt)
            {
                await FlushAsync(response, waiting, ct);
            }
        }

        await FlushAsync(response, waiting, ct);
    }

    private static async Task FlushAsync(HttpResponse response, StringBuilder waiting, CancellationToken ct)
    {
        await response.WriteAsync(waiting.ToString(), Encoding.UTF8, ct);
        waiting.Clear();
    }
}
