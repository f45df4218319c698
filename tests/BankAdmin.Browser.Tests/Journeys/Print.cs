using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit.Sdk;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>A receipt as it came out of 印刷, and what the tools people read PDF files with say of it.</summary>
internal sealed partial class Print
{
    private static readonly IReadOnlyList<string> Heads = ["項目", "変更前", "変更後", "内容", "登録内容", "契約上限", "本日の利用額"];

    private const string Foot = "この帳票は、上記の受付番号の記録から作成しています。";

    private Print(string fileName, byte[] bytes)
    {
        (FileName, Bytes) = (fileName, bytes);
        Encoding.ASCII.GetString(bytes, 0, 5).ShouldBe("%PDF-");
    }

    public string FileName { get; }

    public byte[] Bytes { get; }

    /// <summary>Follows 印刷 and takes the file the browser is shown.</summary>
    public static async Task<Print> OpenAsync(Person person)
    {
        var href = await person["print"].GetAttributeAsync("href");
        var answer = await person.Page.Context.APIRequest.GetAsync(href!);
        answer.Status.ShouldBe(200);
        answer.Headers["content-type"].ShouldBe("application/pdf");
        var disposition = InlineName().Match(answer.Headers["content-disposition"]);
        disposition.Success.ShouldBeTrue(answer.Headers["content-disposition"]);
        return new Print(disposition.Groups[1].Value, await answer.BodyAsync());
    }

    /// <summary>Has <c>qpdf</c> check the file and <c>pdftotext</c> read it; skips the test where they are not installed.</summary>
    public string Read()
    {
        var file = Path.Combine(Path.GetTempPath(), $"bankadmin-print-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, Bytes);
        try
        {
            Run("qpdf", "--check", file);
            return Run("pdftotext", "-raw", file, "-");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The facts a receipt has in its head.</summary>
    public static void ShouldSay(string text, params string[] facts) => facts.ShouldAllBe(fact => Flat(text).Contains(Flat(fact)));

    /// <summary>
    /// Row by row what the page shows: label, mark, value before, value, in this order, and nothing between two rows but
    /// headings.
    /// </summary>
    public static void ShouldShow(string text, IReadOnlyList<SheetLine> sheet)
    {
        sheet.Count.ShouldBeGreaterThan(0);
        var headings = sheet.SelectMany(line => new[] { line.Section, line.Group }).OfType<string>().Distinct()
            .Concat(Heads).Select(Flat).OrderByDescending(heading => heading.Length).ToList();
        var all = Flat(text);
        var next = all.IndexOf(Flat(sheet[0].Section + "項目"), StringComparison.Ordinal);
        foreach (var line in sheet)
        {
            var arrow = string.IsNullOrEmpty(line.Before) ? "" : "→";
            var row = Flat(line.Changed
                ? $"{line.Label}変更{line.Before}{arrow}{line.Value}"
                : line.Label + line.Value + string.Concat(line.Facts));
            var found = all.IndexOf(row, next, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(next, $"「{row}」 in order in:\n{text}");
            var between = headings.Aggregate(all[next..found], (rest, heading) => rest.Replace(heading, "", StringComparison.Ordinal));
            (between.Length == 0 || between.Contains(Foot, StringComparison.Ordinal)).ShouldBeTrue($"「{between}」 before 「{row}」");
            next = found + row.Length;
        }

        all[next..].ShouldStartWith(Foot);
    }

    private static string Flat(string line) => Blanks().Replace(line.Normalize(NormalizationForm.FormKC), "");

    private static string Run(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, $"{tool}: {output}{errors.Result}");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw SkipException.ForSkip($"{tool} is not installed.");
        }
    }

    [GeneratedRegex("^inline; filename=\"([^\"]+)\"$")]
    private static partial Regex InlineName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
