using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BankAdmin.Testing;

/// <summary>
/// The program as a process of its own, on a free port of 127.0.0.1: it can be killed as a failing machine would, and
/// two of them on one data folder are two nodes.
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private const string Program = "BankAdmin.Web.dll";
    private const string HttpAddress = "http://127.0.0.1:0";
    private const string Addresses = HttpAddress + ";https://127.0.0.1:0";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan CommandLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly ConcurrentDictionary<int, Process> Running = new();

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // A test run that is broken off must not leave its servers behind.
    static ServerProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var left in Running.Values)
        {
            left.Kill();
        }
    };

    private ServerProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        Running[process.Id] = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens; known once it is ready.</summary>
    public Uri Address => listening.Task.Result;

    /// <summary>Where it listens at https; known once it is ready.</summary>
    public Uri HttpsAddress => new(OwnHttpsAddress().Match(Output).Value);

    /// <summary>The memory it holds now, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>What it has written so far, for failure messages.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <param name="folder">Data folder.</param>
    /// <param name="settings">Settings as environment variables name them.</param>
    /// <param name="program">Another program beside this one, in place of the product.</param>
    /// <param name="words">What it is called with before its address.</param>
    public static async Task<ServerProcess> StartAsync(
        string folder, IReadOnlyDictionary<string, string>? settings = null, string program = Program, params string[] words)
    {
        var server = Launch(folder, settings, program, words);
        try
        {
            await server.WhenReadyAsync(StartLimit);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a server on a bank and waits until it is ready.</summary>
    /// <inheritdoc cref="StartAsync(string, IReadOnlyDictionary{string, string}?, string, string[])" />
    public static Task<ServerProcess> StartAsync(
        TestBank bank, IReadOnlyDictionary<string, string>? settings = null, string program = Program, params string[] words) =>
        StartAsync(bank.Folder, bank.SettingsWith(settings), program, words);

    /// <summary>Starts a server on a bank and does not wait.</summary>
    public static ServerProcess Launch(TestBank bank, IReadOnlyDictionary<string, string>? settings = null) =>
        Launch(bank.Folder, bank.SettingsWith(settings));

    /// <summary>Starts a server and does not wait.</summary>
    public static ServerProcess Launch(
        string folder, IReadOnlyDictionary<string, string>? settings = null, string program = Program, params string[] words) =>
        new(New(folder, [.. words, "--urls", program == Program ? Addresses : HttpAddress], settings, program));

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(TestBank bank, params string[] command)
    {
        await using var run = new ServerProcess(New(bank.Folder, command, bank.Settings, Program));
        using var limit = new CancellationTokenSource(CommandLimit);
        await run.process.WaitForExitAsync(limit.Token);
        return (run.process.ExitCode, run.Output);
    }

    /// <summary>Waits until <c>/healthz/ready</c> answers 200.</summary>
    /// <exception cref="InvalidOperationException">It ended before, or was not ready in time.</exception>
    public async Task WhenReadyAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        using var client = new HttpClient();
        try
        {
            var exited = process.WaitForExitAsync(limit.Token);
            if (await Task.WhenAny(listening.Task, exited) == exited)
            {
                await exited;
                throw new InvalidOperationException($"The server ended with {process.ExitCode} before it listened.\n{Output}");
            }

            while (!await IsReadyAsync(client, limit.Token))
            {
                await Task.Delay(PollInterval, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"The server was not ready within {within}.\n{Output}");
        }
    }

    /// <summary>Ends it without a word (SIGKILL); returns when it is gone. No other process is touched.</summary>
    public async Task KillAsync()
    {
        Kill();
        using var limit = new CancellationTokenSource(ExitLimit);
        await process.WaitForExitAsync(limit.Token);
        Running.TryRemove(process.Id, out _);
    }

    /// <summary>Sends SIGKILL and does not wait.</summary>
    public void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address, "/healthz/ready"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException) when (!process.HasExited)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (OwnAddress().Match(line) is { Success: true } address)
        {
            listening.TrySetResult(new Uri(address.Value));
        }
    }

    private static Process New(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings, string program)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_TieredPGO"] = "0"; // it starts often and lives shortly: measuring itself would not pay
        start.Environment["BankAdmin__DataFolder"] = folder;
        start.Environment["BankAdmin__Security__PasswordRounds"] = TestBank.PasswordRounds.ToString(CultureInfo.InvariantCulture);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        return new Process { StartInfo = start };
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex OwnAddress();

    [GeneratedRegex(@"https://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex OwnHttpsAddress();
}
