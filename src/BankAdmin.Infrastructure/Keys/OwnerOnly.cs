using System.Runtime.InteropServices;

namespace BankAdmin.Infrastructure.Keys;

/// <summary>Files and folders that only the program's own user may look into (0600 and 0700). Windows has no such modes.</summary>
public static class OwnerOnly
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>
    /// From here on whatever this process makes is so. SQLite and the writer of the logs name no modes of their own, and a mode that is
    /// set afterwards comes too late for who has opened the file already.
    /// </summary>
    public static void MakeAllNew()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask((uint)OfOthers);
        }
    }

    /// <summary>Makes a folder; one that is there already stays as somebody made it.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Folder);
        }
    }

    /// <summary>Writes a file that must not be there yet, at once or not at all.</summary>
    public static void Write(string file, string text)
    {
        var temporary = TemporaryBeside(file);
        using (var writer = new StreamWriter(CreateNew(temporary)))
        {
            writer.Write(text);
        }

        File.Move(temporary, file, overwrite: false);
    }

    /// <summary>A name beside a file for what is not finished yet.</summary>
    public static string TemporaryBeside(string file) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $".{Guid.NewGuid():N}");

    /// <summary>Makes a file that must not be there yet, to be written.</summary>
    public static FileStream CreateNew(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }

    /// <summary>Whether the group or others may do anything with a file or folder that is there.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0;

    /// <summary>Takes from the group and from others what they may do with these files; those that are missing stay so.</summary>
    public static void Close(IEnumerable<string> files)
    {
        foreach (var file in files.Where(file => !OperatingSystem.IsWindows() && File.Exists(file) && IsOpenToOthers(file)))
        {
#pragma warning disable CA1416 // not reached there
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) & ~OfOthers);
#pragma warning restore CA1416
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
