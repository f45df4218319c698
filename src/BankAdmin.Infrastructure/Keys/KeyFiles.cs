using System.Collections.Concurrent;
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
    private const int SecretLength = 32;

    private readonly string folder;
    private readonly string purpose;
    private readonly ConcurrentDictionary<string, SecretKey> keys;

    /// <summary>Reads the keys of a purpose.</summary>
    /// <exception cref="CannotGoOnException">There is none, or one of them is damaged.</exception>
    protected KeyFiles(string folder, string purpose)
    {
        (this.folder, this.purpose) = (folder, purpose);
        var files = Find(folder, purpose);
        if ((files.Count == 0 ? Missing(folder, purpose) : files.Select(FaultOf).FirstOrDefault(fault => fault is not null)) is { } problem)
        {
            throw new CannotGoOnException(problem);
        }

        var found = files.Select(Read).OrderBy(key => key.Id, StringComparer.Ordinal).ToList();
        Current = found[^1];
        keys = new ConcurrentDictionary<string, SecretKey>(
            found.Select(key => KeyValuePair.Create(key.Id, key)), StringComparer.Ordinal);
    }

    /// <summary>The last key by ID, to write with; the older ones only read.</summary>
    public SecretKey Current { get; }

    /// <summary>
    /// The key that something was written with, or null when it is not in the folder. The folder is asked again: another node may have
    /// begun to write with a newer key than this one knew when it started.
    /// </summary>
    public SecretKey? Find(string id)
    {
        if (keys.TryGetValue(id, out var known))
        {
            return known;
        }

        var added = Find(folder, purpose).Where(file => FaultOf(file) is null).Select(Read).FirstOrDefault(key => key.Id == id);
        return added is null ? null : keys.GetOrAdd(id, added);
    }

    /// <summary>The files of a purpose.</summary>
    public static IReadOnlyList<string> Find(string folder, string purpose) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, $"{purpose}-*.key") : [];

    /// <summary>What is said where there is none.</summary>
    public static string Missing(string folder, string purpose) =>
        $"{purpose} 鍵が {folder} にありません。keys create を実行するか、保管した鍵を戻してください。";

    /// <summary>What is wrong with a key file; null: it holds a key.</summary>
    public static string? FaultOf(string file)
    {
        try
        {
            return Read(file).Secret.Length == SecretLength ? null : $"鍵ファイル {file} が壊れています（{SecretLength}バイトの鍵ではありません）。保管した鍵を戻してください。";
        }
        catch (FormatException)
        {
            return $"鍵ファイル {file} が壊れています（Base64として読めません）。保管した鍵を戻してください。";
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return $"鍵ファイル {file} を読めません。所有者と権限を確認してください。";
        }
    }

    /// <summary>Makes a key of a purpose, readable by the owner only; false when one is there already.</summary>
    public static bool CreateIfMissing(string folder, string purpose, DateTimeOffset now)
    {
        if (Find(folder, purpose).Count > 0)
        {
            return false;
        }

        Create(folder, purpose, now);
        return true;
    }

    /// <summary>Makes a key beside those that are there; from the next start on it is the one to write with.</summary>
    /// <exception cref="CannotGoOnException">The last one was made later than now, or this very second.</exception>
    public static void Create(string folder, string purpose, DateTimeOffset now)
    {
        OwnerOnly.CreateFolder(folder);
        var id = now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        if (Find(folder, purpose).Select(file => Read(file).Id).Any(known => string.CompareOrdinal(known, id) >= 0))
        {
            throw new CannotGoOnException($"{purpose} 鍵には、現在の時刻より後のものがすでにあります。時計を確かめて、もう一度実行してください。");
        }

        var final = Path.Combine(folder, $"{purpose}-{id}.key");
        OwnerOnly.Write(final, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength)));
    }

    private static SecretKey Read(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return new SecretKey(
            name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..], Convert.FromBase64String(File.ReadAllText(file).Trim()));
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
