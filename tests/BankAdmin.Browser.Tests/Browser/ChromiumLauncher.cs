using System.Collections;
using Microsoft.Playwright;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>
/// Starts the first Chromium that works: the one BANKADMIN_CHROMIUM names (then no other is tried), one installed on
/// this machine, Playwright's own, the one npm can bring.
/// </summary>
internal sealed class ChromiumLauncher(IPlaywright playwright)
{
    private const string Variable = "BANKADMIN_CHROMIUM";
    private const string Bundled = "sparticuz";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] CommandNames =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private sealed record Candidate(string Name, Func<BrowserTypeLaunchOptions, Task> Choose);

    public Task<IBrowser> LaunchAsync() => TryAllAsync(playwright.Chromium.LaunchAsync);

    /// <summary>Starts it on a folder that keeps what a person's browser keeps: saved logins and the like.</summary>
    public Task<IBrowserContext> LaunchWithProfileAsync(string folder, string? baseUrl) => TryAllAsync(options =>
        playwright.Chromium.LaunchPersistentContextAsync(folder, new()
        {
            Headless = options.Headless,
            Args = options.Args,
            Env = options.Env,
            ExecutablePath = options.ExecutablePath,
            Channel = options.Channel,
            BaseURL = baseUrl,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
        }));

    private static async Task<T> TryAllAsync<T>(Func<BrowserTypeLaunchOptions, Task<T>> launch)
    {
        var refusals = new List<string>();
        foreach (var candidate in Candidates(Environment.GetEnvironmentVariable(Variable)))
        {
            try
            {
                var options = Options();
                await candidate.Choose(options);
                return await launch(options);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                refusals.Add($"- {candidate.Name}: {exception.Message.Trim()}");
            }
        }

        throw new InvalidOperationException(
            $"No Chromium could be started, and browser tests are never skipped. Install Chromium or Chrome, or Node.js "
            + $"with npm on Linux x64, or name an executable in {Variable}. Tried:\n{string.Join('\n', refusals)}");
    }

    private static IEnumerable<Candidate> Candidates(string? chosen) => chosen switch
    {
        Bundled => [FromNpm],
        { Length: > 0 } => [At(chosen)],
        _ =>
        [
            .. Installed().Select(At),
            InChannel("chrome"),
            InChannel("msedge"),
            new("Playwright's own", _ => Task.CompletedTask),
            FromNpm,
        ],
    };

    private static Candidate FromNpm { get; } = new($"npm ({Bundled})", async options =>
    {
        var chromium = await BundledChromium.GetAsync();
        options.ExecutablePath = chromium.Executable;
        options.Env = options.Env!.Append(new("LD_LIBRARY_PATH", chromium.Libraries));
    });

    private static Candidate At(string path) => new(path, options =>
    {
        options.ExecutablePath = path;
        return Task.CompletedTask;
    });

    // Chrome and Edge are not on the PATH of Windows and macOS; Playwright knows where each system keeps them.
    private static Candidate InChannel(string channel) => new(channel, options =>
    {
        options.Channel = channel;
        return Task.CompletedTask;
    });

    private static IEnumerable<string> Installed() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        where folder.Length > 0
        from name in CommandNames
        let path = Path.Combine(folder, name)
        where File.Exists(path)
        select path;

    private static BrowserTypeLaunchOptions Options()
    {
        // Playwright takes Env in place of the environment, so the present one goes along.
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!);
        if (OperatingSystem.IsLinux())
        {
            environment["FONTCONFIG_FILE"] = JapaneseFonts.WriteConfiguration();
        }

        return new() { Headless = true, Args = Arguments, Env = environment };
    }
}
