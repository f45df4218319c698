using BankAdmin.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;

namespace BankAdmin.Web.Hosting;

/// <summary>Reads a connection string by its engine's own builder: what is in it is never repeated, it may hold a password.</summary>
internal static class ConnectionStrings
{
    private const string Name = "設定 ConnectionStrings__BankAdmin は";

    /// <summary>The connection string; a usual one and what is wrong where it cannot be used.</summary>
    /// <param name="provider">The engine.</param>
    /// <param name="given">What is configured.</param>
    /// <param name="usualFile">The file of SQLite where nothing is.</param>
    public static (string ConnectionString, string? Problem) Read(DatabaseProvider provider, string? given, string usualFile)
    {
        var usual = provider == DatabaseProvider.Sqlite
            ? new SqliteConnectionStringBuilder { DataSource = usualFile }.ConnectionString : "";
        if (string.IsNullOrWhiteSpace(given))
        {
            return (usual, provider == DatabaseProvider.Sqlite ? null : $"{Name}必要です。{provider} のデータベースの接続文字列を設定してください。");
        }

        try
        {
            return Engine.Of(provider).Lack(given) is { } lack ? (usual, $"{Name}{lack}") : (given, null);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidOperationException)
        {
            return (usual, $"{Name}{provider} の接続文字列として読めません。項目の名前と値、データベースの種類（BankAdmin__Database__Provider）を確認してください。");
        }
    }
}
