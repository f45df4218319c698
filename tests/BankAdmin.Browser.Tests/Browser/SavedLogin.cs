using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>A login that Chromium has saved, put into its profile as it stores it on Linux without a keyring.</summary>
internal static class SavedLogin
{
    private const string Version = "v10";
    private const int KeyLength = 16;

    /// <summary>Where the profile keeps its logins.</summary>
    public static string FileIn(string profile) => Path.Combine(profile, "Default", "Login Data");

    public static async Task AddAsync(string profile, string site, string user, string password)
    {
        await using var connection = new SqliteConnection($"Data Source={FileIn(profile)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO logins (origin_url, action_url, username_element, username_value, password_element, password_value, submit_element,
                signon_realm, date_created, blacklisted_by_user, scheme, password_type, times_used)
            VALUES ($site, $site, 'loginId', $user, 'password', $password, '', $site, 13300000000000000, 0, 0, 0, 1)
            """;
        command.Parameters.AddWithValue("$site", site);
        command.Parameters.AddWithValue("$user", user);
        command.Parameters.AddWithValue("$password", Encrypt(password));
        await command.ExecuteNonQueryAsync();
    }

    // Chromium's own words where there is no keyring: a known key that hides nothing.
    private static byte[] Encrypt(string password)
    {
        using var aes = Aes.Create();
        aes.Key = Rfc2898DeriveBytes.Pbkdf2("peanuts", "saltysalt"u8, 1, HashAlgorithmName.SHA1, KeyLength);
        return [.. Encoding.ASCII.GetBytes(Version), .. aes.EncryptCbc(Encoding.UTF8.GetBytes(password), "                "u8)];
    }
}
