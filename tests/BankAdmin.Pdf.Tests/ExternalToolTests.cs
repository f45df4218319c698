using System.Diagnostics;
using System.Text;
using BankAdmin.Web.Receipts;

namespace BankAdmin.Pdf.Tests;

/// <summary>What other programs make of the files; skipped where they are not installed.</summary>
public sealed class ExternalToolTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public async Task Qpdf_finds_nothing_to_complain_about(int accounts)
    {
        var (exit, output) = await Run("qpdf", Receipts.Change(accounts), "--check");
        exit.ShouldBe(0, output);
        output.ShouldContain("No syntax or stream encoding errors found");
        output.ShouldNotContain("WARNING");
    }

    [Fact]
    public async Task Pdftotext_gives_back_the_sheet_in_reading_order()
    {
        var receipt = Receipts.Change(company: "株式会社𠮷野𩿎𩿗商事");
        var (exit, output) = await Run("pdftotext", receipt, "-raw", "-enc", "UTF-8");
        exit.ShouldBe(0, output);
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        string[] expected =
        [
            "企業情報変更結果",
            "企業名 株式会社𠮷野𩿎𩿗商事 実行した利用者 佐藤 太郎（sakura01）",
            "企業名(カナ) ｻｸﾗｼﾖｳｼﾞ(ｶ",
            "総合振込 変更 シングル承認 → ダブル承認(順序なし)",
            "法人営業部 (081) 普通 1234567",
            "振込振替(都度指定) 変更 30,000,000円 → 50,000,000円",
            "この帳票は、上記の受付番号の記録から作成しています。 1 / 1",
        ];
        lines.Where(expected.Contains).Distinct().ShouldBe(expected);
    }

    [Fact]
    public async Task A_matrix_is_in_order_and_reads_row_by_row()
    {
        var receipt = Receipts.Rights(100);
        var (exit, output) = await Run("qpdf", receipt, "--check");
        exit.ShouldBe(0, output);
        output.ShouldNotContain("WARNING");
        (exit, output) = await Run("pdftotext", receipt, "-raw", "-enc", "UTF-8");
        exit.ShouldBe(0, output);
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        lines.Count(line => line == "依頼(利用者登録口座)").ShouldBe(4, "a head that runs down is read as one word, on every page");
        var held = Domain.Users.Rights.All.Select((_, right) => right % 7 == 0 ? "●" : "・");
        lines.ShouldContain($"sakura000007 佐藤 太郎 一般ユーザ 利用可能 {string.Join(' ', held)}");
    }

    private static async Task<(int Exit, string Output)> Run(string program, Domain.Operations.Receipt receipt, params string[] options)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
        Assert.SkipUnless(found, $"{program} is not installed.");
        var cancel = TestContext.Current.CancellationToken;
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllBytesAsync(path, ReceiptPdf.Render(receipt, Receipts.Bank), cancel);
            string[] target = program == "pdftotext" ? [path, "-"] : [path];
            var start = new ProcessStartInfo(program, [.. options, .. target])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, output + await errors);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
