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

/// <summary><c>keys create</c>: makes the master key and the history key, readable by the owner only.</summary>
public static class KeysCommand
{
    public static Task<int> CreateAsync(IServiceProvider services, IReadOnlyList<string> rest)
    {
        var folder = services.GetRequiredService<Settings>().KeyFolder;
        if (Places.FolderProblem("BankAdmin__KeyFolder", folder) is { } problem)
        {
            return Task.FromResult(Failures.Tell(problem));
        }

        var made = DevelopmentStart.CreateKeys(folder, services.GetRequiredService<TimeProvider>());
        Console.WriteLine(made.Count == 0 ? $"鍵はすでに {folder} にあります。" : $"{folder} に作りました: {string.Join(", ", made)}");
        return Task.FromResult(0);
    }
}
