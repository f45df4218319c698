using BankAdmin.Domain;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Hosting;

/// <summary>What must be right before the first request (rule: spec quality.md §2): every problem at once.</summary>
public sealed class StartupChecks(
    Settings settings, BankAdminDatabase database, DatabaseMigrator migrator, BankParameters bank,
    TimeProvider clock, IConfiguration configuration)
{
    /// <summary>The problems of a production start; empty: go ahead.</summary>
    public async Task<IReadOnlyList<string>> FindProblemsAsync(CancellationToken ct)
    {
        var problems = settings.Problems.ToList();
        problems.AddRange(Keys(MasterKeys.Purpose).Concat(Keys(HistoryKeys.Purpose)));
        if (!Addresses().Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) && settings.TrustedProxies.Count == 0)
        {
            problems.Add("httpsのアドレス（--urls）も信頼するプロキシ（BankAdmin__TrustedProxies）も設定されていません。");
        }

        if (settings.AllowedHosts.Count == 0)
        {
            problems.Add("応答するホスト名（BankAdmin__AllowedHosts）が設定されていません。");
        }

        if (settings.PasswordRounds < PasswordHashing.ProductionRounds)
        {
            problems.Add($"パスワードハッシュの回数（BankAdmin__Security__PasswordRounds）は{PasswordHashing.ProductionRounds}以上にしてください。");
        }

        problems.AddRange(await DatabaseProblemsAsync(ct));
        return problems;
    }

    private async Task<IReadOnlyList<string>> DatabaseProblemsAsync(CancellationToken ct)
    {
        try
        {
            return await migrator.CompareAsync(ct) switch
            {
                DatabaseAge.Older => ["データベースがプログラムより古いため、起動できません。先に migrate を実行してください。"],
                DatabaseAge.Newer => ["データベースがプログラムより新しいため、起動できません。新しい版のプログラムを使ってください。"],
                DatabaseAge.Current => await HasDemoAccountsAsync(ct) ? ["デモ用の利用者が登録されています。デモデータのあるデータベースは本番で使えません。"] : [],
                _ => throw new InvalidOperationException("Unknown age."),
            };
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException or ArgumentException)
        {
            return [$"データベースに接続できません（{failure.Message}）。"];
        }
    }

    private async Task<bool> HasDemoAccountsAsync(CancellationToken ct)
    {
        var demo = DemoSeed.LoginIdKeys(bank);
        await using var context = database.OpenForSystem(clock);
        return await context.Users.AnyAsync(user => demo.Contains(user.LoginIdKey), ct);
    }

    private IEnumerable<string> Keys(string purpose)
    {
        var files = KeyFiles.Find(settings.KeyFolder, purpose);
        if (files.Count == 0)
        {
            return [$"{purpose} 鍵が {settings.KeyFolder} にありません。keys create を実行してください。"];
        }

        return files.Where(IsWorldReadable).Select(file => $"{file} がだれにでも読み書きできます。所有者だけが読めるようにしてください（chmod 600）。");
    }

    private static bool IsWorldReadable(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != 0;

    private string[] Addresses() =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
