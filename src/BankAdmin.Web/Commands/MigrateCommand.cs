using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Hosting;

namespace BankAdmin.Web.Commands;

/// <summary><c>migrate</c>: brings the database to the program's schema.</summary>
public static class MigrateCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        var applied = await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        Console.WriteLine(applied.Count == 0 ? "データベースは最新です。" : $"適用しました: {string.Join(", ", applied)}");
        return 0;
    }
}

/// <summary><c>keys create</c>, <c>keys rotate</c>: master key and history key, readable by the owner only.</summary>
public static class KeysCommand
{
    public static Task<int> CreateAsync(IServiceProvider services, IReadOnlyList<string> rest) => InFolder(services, folder =>
    {
        var made = DevelopmentStart.CreateKeys(folder, services.GetRequiredService<TimeProvider>());
        return made.Count == 0 ? $"鍵はすでに {folder} にあります。" : $"{folder} に作りました: {string.Join(", ", made)}";
    });

    /// <summary>New keys to write with; the old ones stay for what was written with them.</summary>
    public static Task<int> RotateAsync(IServiceProvider services, IReadOnlyList<string> rest) => InFolder(services, folder =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var purpose in DevelopmentStart.KeyPurposes)
        {
            KeyFiles.Create(folder, purpose, now);
        }

        return $"{folder} に新しい鍵を作りました。全ノードの鍵のフォルダーへ写してから、順に再起動してください。古い鍵は消さないでください。";
    });

    private static Task<int> InFolder(IServiceProvider services, Func<string, string> work)
    {
        var folder = services.GetRequiredService<Settings>().KeyFolder;
        if (Places.FolderProblem("BankAdmin__KeyFolder", folder) is { } problem)
        {
            return Task.FromResult(Failures.Tell(problem));
        }

        Console.WriteLine(work(folder));
        return Task.FromResult(0);
    }
}
