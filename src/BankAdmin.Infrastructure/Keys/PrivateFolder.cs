namespace BankAdmin.Infrastructure.Keys;

/// <summary>Folders that only their owner may look into.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes one; a folder that is there already stays as somebody made it.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
