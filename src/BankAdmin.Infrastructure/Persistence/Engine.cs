using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>What the two engines say differently.</summary>
public static class Engine
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraint = 19;

    /// <summary>A unique key or index refused a row.</summary>
    public static bool IsDuplicate(DbException refused) => refused switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteConstraint,
        SqlException sqlServer => sqlServer.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>The database is away, locked or full: try again later, nothing was changed.</summary>
    public static bool IsUnavailable(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or 10 or 13 or 14,
        SqlException sqlServer => sqlServer.Number is -2 or 53 or 1205 or 1222 or 4060 or 10053 or 10054 or 10060 or 40613,
        _ => failure.InnerException is { } inner && IsUnavailable(inner),
    };
}
