using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Evidence;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary><c>audit export</c> and <c>audit verify FILE</c>: evidence that stands by itself, and falls with a letter.</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private const string Sakura = "1000000001";
    private static readonly TimeSpan ProgramLimit = TimeSpan.FromSeconds(30);

    private TestBank bank = null!;

    private string File => Path.Combine(bank.Folder, "evidence.zip");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bank = await TestBank.OpenAsync();

    public ValueTask DisposeAsync()
    {
        bank.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_bundle_holds_all_of_its_days_and_is_proved_with_the_key_and_without()
    {
        var statement = await ExportAsync();

        var rows = await bank.WithDatabaseAsync(context => context.OperationRecords.AsNoTracking()
            .Where(row => row.ChainId == statement.Head.ChainId && row.Sequence <= statement.LastSequence).OrderBy(row => row.Sequence)
            .ToListAsync());
        statement.FirstSequence.ShouldBe(rows.First(row => JapanTime.Day(row.OccurredAtUtc) >= statement.From).Sequence);
        statement.Head.Sequence.ShouldBe(statement.LastSequence + 1, "the export itself is told in the history, behind what it holds");
        Verify().ShouldBe((statement, null, ""));
        Verify(withKeys: false).ShouldBe((statement, null, rows[^1].KeyId), "what was not proved is said");
        (await bank.HistoryFaultsAsync()).ShouldBeEmpty();
        OwnerOnly.IsOpenToOthers(File).ShouldBeFalse();
    }

    [Theory]
    [InlineData(EvidenceFiles.Records, "署名された時の内容と違います")]
    [InlineData(EvidenceFiles.Statement, "署名された時の内容と違います")]
    [InlineData(EvidenceFiles.Explanation, "署名された時の内容と違います")]
    [InlineData(EvidenceFiles.Sums, "正しい署名ではありません")]
    [InlineData(EvidenceFiles.Signature, "署名")]
    public async Task A_changed_letter_is_found(string name, string told)
    {
        await ExportAsync();
        Change(name, bytes => [.. bytes[..^20], (byte)(bytes[^20] ^ 1), .. bytes[^19..]]);

        Verify(withKeys: false).Fault.ShouldNotBeNull().ShouldContain(told);
    }

    [Theory]
    [InlineData("extra.txt")]
    [InlineData(EvidenceFiles.Records)]
    public async Task A_file_too_many_is_found(string name)
    {
        await ExportAsync();
        using (var bundle = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            bundle.CreateEntry(name).Open().Dispose();
        }

        Verify().Fault.ShouldNotBeNull().ShouldContain("中のファイルが違います");
    }

    [Fact]
    public async Task A_bundle_that_another_authority_or_a_certificate_of_a_person_signed_is_refused()
    {
        await ExportAsync();
        CertificateAuthority.CreateIfMissing(
            Path.Combine(bank.Folder, "other"), new MasterKeys(bank.KeyFolder), "別の銀行", TimeProvider.System.GetUtcNow());
        Verify(authorityIn: "other").Fault.ShouldNotBeNull().ShouldContain("この認証局が文書への署名のために発行したものではありません");

        // Whoever has a certificate to log in with can sign with it, and nobody believes it.
        using var authority = CertificateAuthority.Open(bank.CaFolder, new MasterKeys(bank.KeyFolder));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        using var bare = authority.Issue(
            Guid.CreateVersion7(), new PublicKey(key), now, now.AddYears(1));
        using var person = bare.CopyWithPrivateKey(key);
        var sums = Encoding.ASCII.GetBytes("sums");
        var signed = new SignedCms(new(sums), detached: true);
        signed.ComputeSignature(new CmsSigner(person));
        EvidenceSignature.FaultOf(sums, signed.Encode(), authority.Certificate).ShouldNotBeNull().ShouldContain("文書への署名");
    }

    [Fact]
    public async Task Whoever_holds_the_authority_but_not_the_history_key_is_found_by_the_seals()
    {
        await ExportAsync();
        Change(EvidenceFiles.Records, bytes => Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(bytes).Replace("\"outcome\":\"Refused\"", "\"outcome\":\"Succeeded\"", StringComparison.Ordinal)));
        SignAgain();

        Verify(withKeys: false).Fault.ShouldBeNull("a signature by the bank itself, as far as anybody without the key can tell");
        Verify().Fault.ShouldNotBeNull().ShouldContain("書き換えられています");
    }

    [Fact]
    public async Task A_record_left_out_is_found_without_the_history_key_even_when_the_bundle_is_signed_again()
    {
        await ExportAsync();
        Change(EvidenceFiles.Records, bytes => Encoding.UTF8.GetBytes(
            string.Join('\n', Encoding.UTF8.GetString(bytes).Split('\n').Where((_, line) => line != 7))));
        SignAgain();

        Verify(withKeys: false).Fault.ShouldNotBeNull().ShouldContain("件目がありません");
    }

    [Fact]
    public async Task What_was_tampered_with_is_no_evidence_and_nothing_is_left_behind()
    {
        await bank.RemoveTriggersAsync();
        const string of = "ChainId = (SELECT Id FROM Companies WHERE ContractNumber = '1000000001')";
        (await bank.ExecuteAsync($"UPDATE OperationRecords SET OperatorName = 'X' WHERE {of} "
            + $"AND Sequence = (SELECT MAX(Sequence) - 10 FROM OperationRecords WHERE {of})")).ShouldBe(1);

        var run = await CommandRun.RunAsync(bank.Folder, Words());

        run.ExitCode.ShouldBe(1, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldContain("件目が書き換えられています。");
        Directory.GetFiles(bank.Folder, "*", SearchOption.TopDirectoryOnly).Where(IsBundle).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_commands_say_what_they_proved()
    {
        var exported = await CommandRun.RunAsync(bank.Folder, Words());
        exported.ExitCode.ShouldBe(0, exported.All);
        exported.Output.ShouldStartWith($"契約番号 {Sakura}（");

        var verified = await CommandRun.RunAsync(bank.Folder, "audit", "verify", File);
        verified.ExitCode.ShouldBe(0, verified.All);
        verified.Output.ShouldContain("署名: 正しい。");
        verified.Output.ShouldContain("封印: 正しい。");

        // An auditor has the program, the bundle, and the certificate of the authority.
        var auditor = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
        try
        {
            System.IO.File.Copy(File, Path.Combine(auditor, "evidence.zip"));
            (await CommandRun.RunAsync(auditor, "audit", "verify", "evidence.zip")).Problems.ShouldHaveSingleItem().ShouldContain("ca.crt");
            Directory.CreateDirectory(Path.Combine(auditor, "ca"));
            System.IO.File.Copy(Path.Combine(bank.CaFolder, "ca.crt"), Path.Combine(auditor, "ca", "ca.crt"));
            var without = await CommandRun.RunAsync(auditor, "audit", "verify", "evidence.zip");
            without.ExitCode.ShouldBe(0, without.All);
            without.Output.ShouldContain("署名: 正しい。");
            without.Output.ShouldContain("封印: 確かめていません。");
            System.IO.File.WriteAllText(Path.Combine(auditor, "none.zip"), "no zip");
            (await CommandRun.RunAsync(auditor, "audit", "verify", "none.zip")).Problems.ShouldHaveSingleItem().ShouldContain("証跡として読めません");
        }
        finally
        {
            Directory.Delete(auditor, recursive: true);
        }
    }

    [Theory]
    [InlineData("使い方: audit export", "--company", Sakura, "--from", "2026-11-01", "FILE")]
    [InlineData("使い方: audit export", "--company", Sakura, "--from", "yesterday", "--to", "2026-11-30", "FILE")]
    [InlineData("使い方: audit export", "--company", Sakura, "--from", "2026-11-01", "--to", "2026-11-30")]
    [InlineData("--to と同じ日か", "--company", Sakura, "--from", "2026-11-30", "--to", "2026-11-01", "FILE")]
    [InlineData("「1000000099」の企業はありません", "--company", "1000000099", "--from", "2026-11-01", "--to", "2026-11-30", "FILE")]
    [InlineData("この期間の記録はありません", "--company", Sakura, "--from", "0001-01-01", "--to", "1999-12-31", "FILE")]
    [InlineData("この期間の記録はありません", "--company", Sakura, "--from", "9999-12-31", "--to", "9999-12-31", "FILE")]
    [InlineData("すでにあります", "--company", Sakura, "--from", "2026-11-01", "--to", "2026-11-30", "keys")]
    public async Task What_cannot_be_exported_is_told_in_one_line(string told, params string[] words)
    {
        string[] typed = ["audit", "export", .. words.Select(word => word == "FILE" ? File : word)];

        var run = await CommandRun.RunAsync(bank.Folder, typed);

        run.ExitCode.ShouldBe(1, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldContain(told);
        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Fact]
    public async Task Openssl_and_sha256sum_prove_the_same_with_the_certificate_of_the_authority_alone()
    {
        Programs.SkipWithout("openssl");
        await ExportAsync();
        var folder = Path.Combine(bank.Folder, "unpacked");
        ZipFile.ExtractToDirectory(File, folder);
        string In(string name) => Path.Combine(folder, name);

        await Programs.RunAsync(
            "openssl",
            [
                "cms", "-verify", "-binary", "-inform", "DER", "-in", In(EvidenceFiles.Signature), "-content", In(EvidenceFiles.Sums),
                "-CAfile", Path.Combine(bank.CaFolder, "ca.crt"), "-purpose", "any", "-out", In("checked"),
            ],
            ProgramLimit);

        System.IO.File.ReadAllText(In("checked")).ShouldBe(System.IO.File.ReadAllText(In(EvidenceFiles.Sums)));
        var command = System.IO.File.ReadAllText(In(EvidenceFiles.Explanation));
        command.ShouldContain("openssl cms -verify -binary -inform DER -in SHA256SUMS.p7s -content SHA256SUMS -CAfile ca.crt -purpose any");
        var sums = await Programs.RunAsync("openssl", ["dgst", "-r", "-sha256", In(EvidenceFiles.Records)], ProgramLimit);
        System.IO.File.ReadAllText(In("checked")).ShouldStartWith(sums.Split(' ')[0]);
    }

    private static bool IsBundle(string file) => file.EndsWith(".zip", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith('.');

    private string[] Words()
    {
        var today = JapanTime.Day(bank.OpenedAtUtc);
        return ["audit", "export", "--company", Sakura, "--from", $"{today.AddDays(-60):yyyy-MM-dd}", "--to", $"{today:yyyy-MM-dd}", File];
    }

    private async Task<EvidenceStatement> ExportAsync()
    {
        using var authority = CertificateAuthority.Open(bank.CaFolder, new MasterKeys(bank.KeyFolder));
        await using var context = bank.OpenContext();
        var export = new EvidenceExport(
            context, new HistoryKeys(bank.KeyFolder), authority, new Issuer("青空銀行", ""), TimeProvider.System);
        var today = JapanTime.Day(bank.OpenedAtUtc);
        return await export.WriteAsync(new EvidenceScope(Sakura, today.AddDays(-60), today), File, Cancelled);
    }

    private (EvidenceStatement? Statement, string? Fault, string UnknownKeys) Verify(bool withKeys = true, string authorityIn = "ca")
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(
            Path.Combine(bank.Folder, authorityIn, CertificateAuthority.CertificateFile));
        using var file = System.IO.File.OpenRead(File);
        var verdict = new EvidenceVerification(authority, withKeys ? new HistoryKeys(bank.KeyFolder) : null).Verify(file);
        return (verdict.Statement, verdict.Fault, string.Join(' ', verdict.UnknownKeys));
    }

    private void Change(string name, Func<byte[], byte[]> change)
    {
        using var bundle = ZipFile.Open(File, ZipArchiveMode.Update);
        var bytes = Read(bundle, name);
        bundle.GetEntry(name)!.Delete();
        using var entry = bundle.CreateEntry(name).Open();
        entry.Write(change(bytes));
    }

    private void SignAgain()
    {
        byte[] sums;
        using (var bundle = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            sums = Encoding.ASCII.GetBytes(EvidenceFiles.SumsOf(EvidenceFiles.Listed.Select(name => SHA256.HashData(Read(bundle, name)))));
        }

        using var authority = CertificateAuthority.Open(bank.CaFolder, new MasterKeys(bank.KeyFolder));
        Change(EvidenceFiles.Sums, _ => sums);
        Change(EvidenceFiles.Signature, _ => EvidenceSignature.Sign(sums, authority, TimeProvider.System.GetUtcNow()));
    }

    private static byte[] Read(ZipArchive bundle, string name)
    {
        using var entry = bundle.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }
}
