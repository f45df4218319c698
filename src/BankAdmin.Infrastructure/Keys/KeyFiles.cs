using System.Globalization;
using System.Security.Cryptography;

namespace BankAdmin.Infrastructure.Keys;

/// <summary>A secret key with the ID that data written under it carries.</summary>
public sealed record SecretKey(string Id, byte[] Secret);

/// <summary>
/// Keys of one purpose in the key folder: files <c>purpose-ID.key</c>, base64 of 32 bytes. The last by ID is used for
/// writing, older ones are kept for reading.
/// </summary>
public abstract class KeyFiles
{
    private readonly Dictionary<string, SecretKey> keys;

    /// <summary>Reads the keys of a purpose.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    protected KeyFiles(string folder, string purpose)
    {
        var found = Find(folder, purpose).Select(Read).OrderBy(key => key.Id, StringComparer.Ordinal).ToList();
        Current = found.LastOrDefault() ?? throw new InvalidOperationException($"No {purpose} key in {folder}. Run 'keys create'.");
        keys = found.ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    /// <summary>The last key by ID, to write with; the older ones only read.</summary>
    public SecretKey Current { get; }

    /// <summary>The key that something was written with, or null when it is not in the folder.</summary>
    public SecretKey? Find(string id) => keys.GetValueOrDefault(id);

    /// <summary>The files of a purpose.</summary>
    public static IReadOnlyList<string> Find(string folder, string purpose) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, $"{purpose}-*.key") : [];

    /// <summary>Makes a key of a purpose, readable by the owner only; false when one is there already.</summary>
    public static bool CreateIfMissing(string folder, string purpose, DateTimeOffset now)
    {
        if (Find(folder, purpose).Count > 0)
        {
            return false;
        }

        PrivateFolder.Create(folder);
        var id = now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var final = Path.Combine(folder, $"{purpose}-{id}.key");
        var temporary = Path.Combine(folder, $".{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(temporary, options))
        {
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        File.Move(temporary, final, overwrite: false);
        return true;
    }

    private static SecretKey Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var secret = Convert.FromBase64String(File.ReadAllText(file).Trim());
        return secret.Length == 32
            ? new SecretKey(name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..], secret)
            : throw new InvalidOperationException($"{file} does not hold 32 bytes.");
    }
}

/// <summary>Keys that encrypt what is secret at rest.</summary>
public sealed class MasterKeys(string folder) : KeyFiles(folder, Purpose)
{
    /// <summary>Beginning of the file names.</summary>
    public const string Purpose = "master";
}

/// <summary>Keys that seal the history.</summary>
public sealed class HistoryKeys(string folder) : KeyFiles(folder, Purpose)
{
    /// <summary>Beginning of the file names.</summary>
    public const string Purpose = "history";
}
