using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>What the two engines say differently.</summary>
public static class Engine
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteConstraint = 19;

    /// <summary>A unique key or index refused a row.</summary>
    public static bool IsDuplicate(DbException refused) => refused switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        SqlException sqlServer => sqlServer.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>
    /// A commit that failed so is known to be undone: the engine had not written its end. After any other failure (the disk, the line) it
    /// may be there once the database is opened again.
    /// </summary>
    public static bool IsUndone(DbException failed) => failed switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteFull or SqliteConstraint,
        SqlException sqlServer => sqlServer.Number is 1105 or 1205 or 9002,
        _ => false,
    };

    /// <summary>The database is away, locked or full: try again later, nothing was changed.</summary>
    public static bool IsUnavailable(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode
            is SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteInputOutput or SqliteFull or SqliteCannotOpen,
        SqlException sqlServer => sqlServer.Number is -2 or 53 or 1205 or 1222 or 4060 or 10053 or 10054 or 10060 or 40613,
        _ => failure.InnerException is { } inner && IsUnavailable(inner),
    };

    /// <summary>Does a write that reading can do without; where the database takes none now, the log says so.</summary>
    public static async Task TryAsync(Func<Task> write, ILogger logger)
    {
        try
        {
            await write();
        }
        catch (Exception failure) when (IsUnavailable(failure))
        {
            logger.LogWarning(failure, "Nothing can be written now, reading goes on");
        }
    }
}
