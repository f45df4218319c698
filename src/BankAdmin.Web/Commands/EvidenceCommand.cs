using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Evidence;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Hosting;

namespace BankAdmin.Web.Commands;

/// <summary>
/// <c>audit export --company N --from DATE --to DATE FILE</c> and <c>audit verify FILE</c>: the history for auditors and courts.
/// </summary>
public static class EvidenceCommand
{
    /// <summary>What stands behind <c>audit export</c>.</summary>
    public const string Arguments = "--company 契約番号 --from 日付 --to 日付 ファイル";

    /// <summary>Writes a bundle of evidence.</summary>
    public static async Task<int> ExportAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        var options = rest.Count == 0 ? null : CommandOptions.Read(rest.Take(rest.Count - 1).ToList(), "--company", "--from", "--to");
        if (options is not { Count: 3 }
            || JapanDate.Read(options["--from"]) is not { } from || JapanDate.Read(options["--to"]) is not { } to)
        {
            return Failures.Tell($"使い方: audit export {Arguments}（日付は 2026-11-22 の形）");
        }

        var (file, clock) = (rest[^1], services.GetRequiredService<TimeProvider>());
        if (from > to)
        {
            return Failures.Tell("--from には、--to と同じ日か、それより前の日を指定してください。");
        }

        if (Path.Exists(file))
        {
            return Failures.Tell($"「{file}」はすでにあります。別の名前を指定してください。");
        }

        await using var context = services.GetRequiredService<BankAdminDatabase>().OpenForSystem(clock);
        var export = new EvidenceExport(
            context, services.GetRequiredService<HistoryKeys>(), services.GetRequiredService<CertificateAuthority>(),
            services.GetRequiredService<BankParameters>().Issuer, clock);
        var statement = await export.WriteAsync(new EvidenceScope(options["--company"], from, to), file, CancellationToken.None);
        Console.WriteLine($"{Title(statement)}を「{file}」に出力しました。");
        return 0;
    }

    /// <summary>Proves a bundle, and says of what it proved that it did.</summary>
    public static int Verify(Settings settings, string file)
    {
        var authority = Path.Combine(settings.CaFolder, CertificateAuthority.CertificateFile);
        if (!File.Exists(authority))
        {
            return Failures.Tell($"認証局の証明書 {authority} がありません。金融機関から受け取った {CertificateAuthority.CertificateFile} を置いてください。");
        }

        using var certificate = X509CertificateLoader.LoadCertificateFromFile(authority);
        var keys = KeyFiles.Find(settings.KeyFolder, HistoryKeys.Purpose).Count > 0 ? new HistoryKeys(settings.KeyFolder) : null;
        using var bundle = File.OpenRead(file);
        var verdict = new EvidenceVerification(certificate, keys).Verify(bundle);
        if (verdict.Statement is { } statement)
        {
            Console.WriteLine(Title(statement));
            var (first, last) = (Grouped(statement.FirstSequence), Grouped(statement.LastSequence));
            Console.WriteLine($"{JapanTime.Long(statement.ExportedAtUtc)}に{statement.Bank}が出力。{first}件目から{last}件目まで。");
            Console.WriteLine($"署名: 正しい。認証局（{certificate.Subject}、SHA-256 {certificate.GetCertHashString(HashAlgorithmName.SHA256)}）"
                + "が文書への署名のために発行した証明書による署名で、出力した時から変わっていません。");
        }

        if (verdict.Fault is { } fault)
        {
            return Failures.Tell(fault);
        }

        Console.WriteLine(verdict.UnknownKeys.Count == 0
            ? "封印: 正しい。1件ずつの封印と、前の記録とのつながりを確かめました。"
            : $"封印: 確かめていません。履歴の鍵（{string.Join("、", verdict.UnknownKeys)}）が鍵フォルダにないためです。前の記録とのつながりは確かめました。");
        return 0;
    }

    private static string Title(EvidenceStatement statement) =>
        $"契約番号 {statement.ContractNumber}（{statement.CompanyName}）の{statement.From.Text()}から{statement.To.Text()}までの操作履歴"
        + $"{Grouped(statement.Records)}件";

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
