using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Persistence.Sqlite;

namespace BankAdmin.Web.Hosting;

/// <summary>Whether folders and files are what the program needs. Nothing is made; a file to try with is gone at once.</summary>
internal static class Places
{
    /// <summary>What is wrong with where the keys are; null: nothing.</summary>
    public static string? KeyProblem(Settings settings) => FileInTheWay("BankAdmin__KeyFolder", settings.KeyFolder);

    /// <summary>What is wrong with folders that only a server writes to.</summary>
    public static IEnumerable<string> ServingProblems(Settings settings) => new[]
    {
        FolderProblem("BankAdmin__LogFolder", settings.LogFolder),
        settings.MailServer is null ? FolderProblem("BankAdmin__MailFolder", settings.MailFolder) : null,
    }.OfType<string>();

    /// <summary>What is wrong with a folder that is written to, whether it is there or will be made; null: nothing.</summary>
    public static string? FolderProblem(string setting, string folder)
    {
        var there = NearestFolder(folder);
        return FileInTheWay(setting, folder)
            ?? (there is null || CanWrite(there) ? null : $"{setting} のフォルダー {there} に書き込めません。所有者と権限、空き容量を確認してください。");
    }

    /// <summary>What is wrong with where a database file is; null: nothing, or there is none.</summary>
    public static string? DatabaseProblem(Settings settings)
    {
        if (!settings.HasDatabase || settings.Provider != DatabaseProvider.Sqlite)
        {
            return null;
        }

        var files = SqliteConnectionSetup.Files(settings.ConnectionString);
        if (Directory.Exists(files[0]))
        {
            return $"データベース {files[0]} はフォルダーです。ファイルを指定してください。";
        }

        try
        {
            // Made by an older version of the program, or copied by somebody: closed without a question.
            OwnerOnly.Close(files);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return $"データベース {files[0]} を、所有者だけが読み書きできるようにできません。所有者を確認してください。";
        }

        return FolderProblem("データベース（BankAdmin__DataFolder、ConnectionStrings__BankAdmin）", Path.GetDirectoryName(files[0])!);
    }

    private static string? FileInTheWay(string setting, string folder)
    {
        var file = Above(folder).FirstOrDefault(File.Exists);
        return file is null ? null : $"{setting} の {file} はファイルです。フォルダーを指定してください。";
    }

    private static string? NearestFolder(string folder) => Above(folder).FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Above(string folder)
    {
        for (string? path = folder; path is not null; path = Path.GetDirectoryName(path))
        {
            yield return path;
        }
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            using var attempt = new FileStream(
                Path.Combine(folder, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1,
                FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
