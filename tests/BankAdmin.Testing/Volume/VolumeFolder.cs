using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Testing.Volume;

/// <summary>
/// Data folders of large banks, built once and kept in the temporary folder of the person who runs the tests. Each name says
/// schema, <see cref="Version"/> and size; nothing here removes a finished one.
/// </summary>
internal static class VolumeFolder
{
    /// <summary>Goes up when the same schema is to be filled otherwise, or sealed otherwise.</summary>
    private const int Version = 2;

    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private static readonly ConcurrentDictionary<VolumeSize, Lazy<Task<string>>> Found = new();

    /// <summary>The folder of a size; built if it is not there.</summary>
    public static Task<string> FindAsync(VolumeSize size) =>
        Found.GetOrAdd(size, wanted => new Lazy<Task<string>>(() => FindOrBuildAsync(wanted))).Value;

    private static async Task<string> FindOrBuildAsync(VolumeSize size)
    {
        var root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"bankadmin-volume-{Environment.UserName}")).FullName;
        using var bank = await TestBank.OpenAsync();
        var folder = Path.Combine(root, await NameAsync(bank, size));
        await using var alone = await LockAsync(folder + ".lock");
        if (!Directory.Exists(folder))
        {
            await new VolumeBuilder(bank, size).BuildAsync();
            SqliteConnection.ClearAllPools();
            var half = folder + ".half";
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }

            TestBank.CopyFolder(bank.Folder, half);
            Directory.Move(half, folder);
        }

        return folder;
    }

    private static async Task<string> NameAsync(TestBank bank, VolumeSize size)
    {
        await using var context = bank.OpenContext();
        var schema = string.Join('\n', context.Database.GetMigrations().Append($"{Version}"));
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(schema)).AsSpan(0, 6));
        return $"{digest}-{size.Companies}-{size.Records}-{size.PasswordRounds}";
    }

    // The operating system frees the lock of a killed process; what it left half done is done anew.
    private static async Task<FileStream> LockAsync(string file)
    {
        for (var waited = TimeSpan.Zero; ; waited += LookAgain)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LongestBuild)
            {
                await Task.Delay(LookAgain);
            }
        }
    }
}
