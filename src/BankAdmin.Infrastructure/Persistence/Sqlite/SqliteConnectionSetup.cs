using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace BankAdmin.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Every connection: full durability, and a lock is waited for at most <see cref="Engine.LockSeconds"/>; a lost or locked
/// database is then said, not waited for without end (rule: spec quality.md §3).
/// </summary>
public sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    static SqliteConnectionSetup()
    {
        // SQLite counts its memory behind one lock that all connections share, and nobody reads the count. Refused where SQLite is in
        // use already: it counts on, that is all.
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>Fixes what a connection string must say; it may ask for a shorter wait.</summary>
    public static string Complete(string connectionString)
    {
        var given = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        given.DefaultTimeout = given.DefaultTimeout is > 0 and < Engine.LockSeconds ? given.DefaultTimeout : Engine.LockSeconds;
        return given.ConnectionString;
    }

    /// <summary>The files of a database: its own, and what stands beside it while it is open.</summary>
    public static IReadOnlyList<string> Files(string connectionString)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
        return [file, file + "-wal", file + "-shm", file + "-journal"];
    }

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsReadOnly(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsReadOnly(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // EF looks with such a connection whether the file is there; one that a killed first start left empty cannot be switched to WAL by it.
    private static bool IsReadOnly(DbConnection connection) =>
        connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase);
}
