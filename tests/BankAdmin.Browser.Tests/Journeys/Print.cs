using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>A receipt as it came out of 印刷, read by the tools people read PDF files with, where they are installed.</summary>
internal sealed partial class Print
{
    private const string Foot = "この帳票は、上記の受付番号の記録から作成しています。";

    private readonly string text;

    private Print(string fileName, byte[] bytes)
    {
        (FileName, Bytes) = (fileName, bytes);
        Encoding.ASCII.GetString(bytes, 0, 5).ShouldBe("%PDF-");
        var file = Path.Combine(Path.GetTempPath(), $"bankadmin-print-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, bytes);
        try
        {
            Run("qpdf", "--check", file);
            text = Run("pdftotext", "-raw", file, "-") ?? "";
        }
        finally
        {
            File.Delete(file);
        }
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

    /// <summary>The head of the receipt.</summary>
    public void ShouldSay(params string[] facts)
    {
        if (text.Length > 0)
        {
            facts.ShouldAllBe(fact => Flat(text).Contains(Flat(fact)));
        }
    }

    /// <summary>
    /// Row by row what the page shows: label, mark, value before, value, in this order, and nothing between two rows but
    /// headings.
    /// </summary>
    public void ShouldShow(IReadOnlyList<SheetLine> sheet)
    {
        if (text.Length == 0)
        {
            return;
        }

        sheet.Count.ShouldBeGreaterThan(0);
        var headings = sheet.SelectMany(line => new[] { line.Section, line.Group }).OfType<string>().Distinct()
            .Concat(["項目", "変更前", "変更後", "内容"]).Select(Flat).OrderByDescending(heading => heading.Length).ToList();
        var all = Flat(text);
        var next = all.IndexOf(Flat(sheet[0].Section + "項目"), StringComparison.Ordinal);
        foreach (var line in sheet)
        {
            var row = Flat(line.Changed ? $"{line.Label}変更{line.Before}→{line.Value}" : line.Label + line.Value);
            var found = all.IndexOf(row, next, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(next, $"「{row}」 in order in:\n{text}");
            var between = headings.Aggregate(all[next..found], (rest, heading) => rest.Replace(heading, "", StringComparison.Ordinal));
            (between.Length == 0 || between.Contains(Foot, StringComparison.Ordinal)).ShouldBeTrue($"「{between}」 before 「{row}」");
            next = found + row.Length;
        }

        all[next..].ShouldStartWith(Foot);
    }

    private static string Flat(string line) => Blanks().Replace(line.Normalize(NormalizationForm.FormKC), "");

    private static string? Run(string tool, params string[] arguments)
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
            TestContext.Current.AddWarning($"{tool} is not installed: what it would say of the PDF file is not looked at.");
            return null;
        }
    }

    [GeneratedRegex("^inline; filename=\"([^\"]+)\"$")]
    private static partial Regex InlineName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
