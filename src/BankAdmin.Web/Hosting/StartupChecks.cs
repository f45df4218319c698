using System.Data.Common;
using System.Text;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Hosting;

/// <summary>
/// What must be right before the first request, or before a command begins (rule: spec quality.md §2): every problem at once.
/// </summary>
public sealed class StartupChecks(
    Settings settings, BankAdminDatabase database, DatabaseMigrator migrator, DatabaseProbe probe, BankParameters bank,
    TimeProvider clock, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>The problems of every command; empty: go ahead.</summary>
    public async Task<IReadOnlyList<string>> OfCommandAsync(CancellationToken ct)
    {
        var problems = OfAll();
        if (problems.Count == 0 && await IsNewerAsync(ct))
        {
            problems.Add(DatabaseMigrator.NewerProblem);
        }

        return problems;
    }

    /// <summary>The problems of a server; empty: go ahead.</summary>
    public async Task<IReadOnlyList<string>> OfServerAsync(CancellationToken ct)
    {
        var (problems, addresses) = (OfAll(), ListenAddresses.Read(configuration));
        problems.AddRange(Places.ServingProblems(settings));
        problems.AddRange(addresses.Problems());
        if (!environment.IsDevelopment())
        {
            problems.AddRange(OfProduction(addresses));
            problems.AddRange(settings.HasDatabase && Places.DatabaseProblem(settings) is null ? await OfDatabaseAsync(ct) : []);
        }

        return problems;
    }

    private List<string> OfAll() =>
    [
        .. settings.Problems,
        .. HasCharacterData ? Array.Empty<string>()
            : ["文字を正規化するためのデータ（ICU）が使えません。libicu を入れ、DOTNET_SYSTEM_GLOBALIZATION_INVARIANT を外してください。"],
        .. new[] { Places.DatabaseProblem(settings), Places.KeyProblem(settings) }.OfType<string>(),
        .. KeysThatAreThere.Select(KeyFiles.FaultOf).OfType<string>(),
    ];

    private IEnumerable<string> KeysThatAreThere =>
        DevelopmentStart.KeyPurposes.SelectMany(purpose => KeyFiles.Find(settings.KeyFolder, purpose));

    private IEnumerable<string> OfProduction(ListenAddresses addresses)
    {
        if (!addresses.HasHttps && settings.TrustedProxies.Count == 0 && !settings.IsWrong(nameof(Settings.TrustedProxies)))
        {
            yield return "httpsのアドレス（--urls）も信頼するプロキシ（BankAdmin__TrustedProxies）も設定されていません。";
        }

        if (settings.TrustedProxies.Where(proxy => proxy.HoldsStrangers).Select(proxy => proxy.Network).ToList() is { Count: > 0 } wide)
        {
            yield return $"信頼するプロキシ（BankAdmin__TrustedProxies）の範囲 {string.Join(", ", wide)} が広すぎます。プロキシのアドレスだけを指定してください。";
        }

        // The framework's own switch believes forwarded headers from anybody.
        if (string.Equals(configuration["FORWARDEDHEADERS_ENABLED"], "true", StringComparison.OrdinalIgnoreCase))
        {
            yield return "ASPNETCORE_FORWARDEDHEADERS_ENABLED は本番では使えません。代わりに BankAdmin__TrustedProxies を設定してください。";
        }

        if (settings.AllowedHosts.Count == 0 && !settings.IsWrong(nameof(Settings.AllowedHosts)))
        {
            yield return "応答するホスト名（BankAdmin__AllowedHosts）が設定されていません。";
        }

        if (settings.AllowedHosts.Where(Hosts.HoldsStrangers).ToList() is { Count: > 0 } any)
        {
            yield return $"応答するホスト名（BankAdmin__AllowedHosts）の {string.Join(", ", any)} は本番では使えません。利用者が開くホスト名を指定してください。";
        }

        if (settings.PasswordRounds < PasswordHashing.ProductionRounds)
        {
            yield return $"パスワードハッシュの回数（BankAdmin__Security__PasswordRounds）は{PasswordHashing.ProductionRounds}以上にしてください。";
        }

        foreach (var problem in (Places.KeyProblem(settings) is null ? OfKeys() : []).Concat(OfAuthority()))
        {
            yield return problem;
        }
    }

    private IEnumerable<string> OfKeys() => DevelopmentStart.KeyPurposes
        .Where(purpose => KeyFiles.Find(settings.KeyFolder, purpose).Count == 0)
        .Select(purpose => KeyFiles.Missing(settings.KeyFolder, purpose))
        .Concat(OpenToOthers("鍵", settings.KeyFolder, KeysThatAreThere));

    private IEnumerable<string> OfAuthority()
    {
        var key = Path.Combine(settings.CaFolder, CertificateAuthority.KeyFile);
        var open = OpenToOthers("認証局", settings.CaFolder, new[] { key }.Where(File.Exists));

        // Without master keys that can be read it cannot be told whether the authority's key would open.
        var canTell = KeyFiles.Find(settings.KeyFolder, MasterKeys.Purpose) is { Count: > 0 } master
            && master.All(file => KeyFiles.FaultOf(file) is null);
        var fault = !CertificateAuthority.IsIn(settings.CaFolder) ? CertificateAuthority.Missing(settings.CaFolder)
            : canTell ? CertificateAuthority.FaultOf(settings.CaFolder, new MasterKeys(settings.KeyFolder))
            : null;
        return fault is null ? open : open.Append(fault);
    }

    private static IEnumerable<string> OpenToOthers(string what, string folder, IEnumerable<string> files)
    {
        var open = files.Where(OwnerOnly.IsOpenToOthers)
            .Select(file => $"{what}のファイル {file} を所有者以外も使えます。所有者だけが読み書きできるようにしてください（chmod 600）。");
        return Directory.Exists(folder) && OwnerOnly.IsOpenToOthers(folder)
            ? open.Prepend($"{what}のフォルダー {folder} を所有者以外も使えます。所有者だけが使えるようにしてください（chmod 700）。")
            : open;
    }

    // In development what is missing is made after this, by one process at a time; who is there may be a demo user.
    private async Task<IReadOnlyList<string>> OfDatabaseAsync(CancellationToken ct)
    {
        try
        {
            var age = await migrator.CompareAsync(ct);
            return age.IsOfLaterRelease() ? [DatabaseMigrator.NewerProblem]
                : age == DatabaseAge.Older ? ["データベースがプログラムより古いため、起動できません。先に migrate を実行してください。"]
                : await OfCurrentDatabaseAsync(ct);
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or ArgumentException)
        {
            return [Failures.Line(failure)];
        }
    }

    private async Task<IReadOnlyList<string>> OfCurrentDatabaseAsync(CancellationToken ct)
    {
        await probe.WriteAsync();
        return await HasDemoAccountsAsync(ct) ? ["デモ用の利用者が登録されています。デモデータのあるデータベースは本番で使えません。"] : [];
    }

    // Keys are made before there is a database: one that does not answer is the affair of the command that asks it.
    private async Task<bool> IsNewerAsync(CancellationToken ct)
    {
        try
        {
            return (await migrator.CompareAsync(ct)).IsOfLaterRelease();
        }
        catch (DbException)
        {
            return false;
        }
    }

    private async Task<bool> HasDemoAccountsAsync(CancellationToken ct)
    {
        var demo = DemoSeed.LoginIdKeys(bank);
        await using var context = database.OpenForSystem(clock);
        return await context.Users.AnyAsync(user => demo.Contains(user.LoginIdKey), ct);
    }

    // Where globalization is switched off, full-width letters stay what they are and every ID typed so would be refused.
    private static bool HasCharacterData => "Ａ１".Normalize(NormalizationForm.FormKC) == "A1";
}
