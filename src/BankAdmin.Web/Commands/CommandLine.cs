using BankAdmin.Web.Hosting;

namespace BankAdmin.Web.Commands;

/// <summary>A command of the program that is not serving: exit code 0 or not, one clear line per problem.</summary>
/// <param name="Words">How it is called, e.g. <c>audit verify</c>.</param>
/// <param name="Run">What it does with the services and what stands behind its words.</param>
public sealed record Command(string Words, Func<IServiceProvider, IReadOnlyList<string>, Task<int>> Run);

public sealed class CommandCall(Command command, IReadOnlyList<string> rest)
{
    public async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services.AddCore();
        await using var host = builder.Build();
        if (host.Services.GetRequiredService<Settings>().Problems is { Count: > 0 } problems)
        {
            problems.ToList().ForEach(Console.Error.WriteLine);
            return 1;
        }

        try
        {
            return await command.Run(host.Services, rest);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or TimeoutException
            or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }
}

/// <summary>The commands of spec quality.md §6.</summary>
public static class CommandLine
{
    private static readonly IReadOnlyList<Command> Commands =
    [
        new("migrate", MigrateCommand.RunAsync),
        new("seed demo", SeedCommand.DemoAsync),
        new("seed fixture", SeedCommand.FixtureAsync),
        new("seed load", SeedCommand.LoadAsync),
        new("audit verify", AuditCommand.VerifyAsync),
        new("audit anchor", AuditCommand.AnchorAsync),
        new("keys create", KeysCommand.CreateAsync),
    ];

    /// <summary>The command that is asked for; null: serve.</summary>
    public static CommandCall? Find(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return null;
        }

        var line = string.Join(' ', args);
        var command = Commands.FirstOrDefault(c => line == c.Words || line.StartsWith(c.Words + " ", StringComparison.Ordinal))
            ?? new Command(args[0], Unknown);
        return new CommandCall(command, args.Skip(command.Words.Split(' ').Length).ToList());
    }

    private static Task<int> Unknown(IServiceProvider services, IReadOnlyList<string> rest)
    {
        Console.Error.WriteLine($"そのコマンドはありません。使えるのは {string.Join(", ", Commands.Select(c => c.Words))} です。");
        return Task.FromResult(1);
    }
}
