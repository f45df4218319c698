using System.Diagnostics;
using System.Text;

namespace BankAdmin.Web.Tests.Commands;

/// <summary>The program as a process of its own.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it said.</param>
/// <param name="Problems">What it complained of, line by line.</param>
internal sealed record CommandRun(int ExitCode, string Output, IReadOnlyList<string> Problems)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    /// <summary>Everything it said, for messages.</summary>
    public string All => $"exit {ExitCode}\n{Output}\n{string.Join('\n', Problems)}";

    /// <summary>Runs it on a data folder.</summary>
    public static Task<CommandRun> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, "Development", new Dictionary<string, string>(), arguments);

    /// <summary>Runs it on a data folder, in an environment, with settings.</summary>
    public static async Task<CommandRun> RunAsync(
        string folder, string environment, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("BankAdmin", StringComparison.OrdinalIgnoreCase))
            .ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["BankAdmin__DataFolder"] = folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var problems = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(LongestRun);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return new CommandRun(
            process.ExitCode, await output,
            (await problems).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
