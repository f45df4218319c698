using System.Data.Common;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence.Postgres;
using BankAdmin.Infrastructure.Persistence.Sqlite;
using BankAdmin.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>What a failure of the database means.</summary>
[Flags]
public enum DatabaseFailure
{
    /// <summary>None of these.</summary>
    Other = 0,

    /// <summary>A unique key or index refused a row.</summary>
    Duplicate = 1,

    /// <summary>
    /// A commit that failed so is known to be undone: the engine had not written its end. After any other failure (the disk, the line) it
    /// may be there once the database is opened again.
    /// </summary>
    Undone = 2,

    /// <summary>The database is away, locked or full: try again later, nothing was changed.</summary>
    Unavailable = 4,
}

/// <summary>What one engine says and needs in its own way; all else is the same for every engine.</summary>
public abstract class Engine
{
    /// <summary>A lock is waited for so long, in seconds; then that is said (rule: spec quality.md §3).</summary>
    public const int LockSeconds = 5;

    private static readonly Dictionary<DatabaseProvider, Engine> All =
        new Engine[] { new SqliteEngine(), new PostgresEngine(), new SqlServerEngine() }.ToDictionary(engine => engine.Provider);

    /// <summary>Its name in the settings.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>The collation that compares byte by byte; null: every column does.</summary>
    public abstract string? KeyCollation { get; }

    /// <summary>Whether a text column needs a CHECK to keep its length.</summary>
    public virtual bool ForgetsLengths => false;

    /// <summary>Statements that let history rows be deleted, for the rest of the transaction they are in.</summary>
    public virtual IReadOnlyList<string> LiftAppendOnly => AppendOnly.ServerLift;

    /// <summary>Statements that refuse it again; in the same transaction, so that nobody else ever finds it allowed.</summary>
    public virtual IReadOnlyList<string> RestoreAppendOnly => AppendOnly.ServerRestore;

    /// <summary>The type of its context, which its migrations name.</summary>
    protected abstract Type ContextType { get; }

    /// <summary>The engine of a name.</summary>
    public static Engine Of(DatabaseProvider provider) => All[provider];

    /// <summary>The engine that a context is of.</summary>
    public static Engine Of(BankAdminDbContext context) => All.Values.Single(engine => engine.ContextType == context.GetType());

    /// <summary>Whether a unique key or index refused a row.</summary>
    public static bool IsDuplicate(DbException refused) => Judged(refused).HasFlag(DatabaseFailure.Duplicate);

    /// <summary>Whether a commit that failed so is known to be undone.</summary>
    public static bool IsUndone(DbException failed) => Judged(failed).HasFlag(DatabaseFailure.Undone);

    /// <summary>Whether the database is away, locked or full.</summary>
    public static bool IsUnavailable(Exception failure) =>
        Judged(failure).HasFlag(DatabaseFailure.Unavailable) || (failure.InnerException is { } inner && IsUnavailable(inner));

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

    /// <summary>What a connection string lacks, in Japanese; null: nothing.</summary>
    /// <exception cref="ArgumentException">It is none of this engine.</exception>
    public abstract string? Lack(string connectionString);

    /// <summary>Adds what every connection needs and the connection string does not name itself.</summary>
    public abstract string Complete(string connectionString);

    /// <summary>How contexts reach a database.</summary>
    public abstract DbContextOptions Options(string connectionString, ILoggerFactory? logging, IReadOnlyList<IInterceptor> interceptors);

    /// <summary>Opens a context.</summary>
    public abstract BankAdminDbContext NewContext(DbContextOptions options, ContextParts parts);

    /// <summary>Where the writers of one process wait for their turn; null: the engine takes many at once.</summary>
    public virtual WriteQueue? NewQueue() => null;

    /// <summary>Takes the lock under which one process at a time does what is done once; the engine frees that of a killed one.</summary>
    /// <param name="context">A context of the database, which may not be there yet.</param>
    /// <param name="longest">How long it is waited for.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="TimeoutException">Another process holds it.</exception>
    public abstract Task<IAsyncDisposable> LockAsync(BankAdminDbContext context, TimeSpan longest, CancellationToken ct);

    /// <summary>Applies the migrations that are missing. The caller holds the lock.</summary>
    public virtual Task MigrateAsync(BankAdminDbContext context, CancellationToken ct) => context.Database.MigrateAsync(ct);

    /// <summary>Writes many sealed records at once, in the transaction of the context; several times as fast as a save.</summary>
    public virtual Task CopyAsync(BankAdminDbContext context, IEnumerable<OperationRecord> records, CancellationToken ct) =>
        RecordColumns.InsertAsync(context.Database.CurrentTransaction!.GetDbTransaction(), records, ct);

    /// <summary>What a failure means where it is one of this engine.</summary>
    protected abstract DatabaseFailure Judge(Exception failure);

    /// <summary>What is said where another process migrates and does not end.</summary>
    protected static TimeoutException MigratedElsewhere(string where) =>
        new($"別のプロセスがデータベースを移行しています。終わってからもう一度実行してください（{where}）。");

    /// <summary>Options that all engines have alike.</summary>
    protected static DbContextOptionsBuilder Common(
        DbContextOptionsBuilder builder, ILoggerFactory? logging, IReadOnlyList<IInterceptor> interceptors)
    {
        builder.AddInterceptors(interceptors);
        return logging is null ? builder : builder.UseLoggerFactory(logging);
    }

    /// <summary>Makes the database on a server unless it is there; another node may do so in the same instant.</summary>
    protected static async Task CreateIfMissingAsync(BankAdminDbContext context, CancellationToken ct)
    {
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(ct))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(ct);
        }
        catch (DbException refused) when (IsDuplicate(refused))
        {
            // The other node's is there, which is all we want.
        }
    }

    private static DatabaseFailure Judged(Exception failure) =>
        All.Values.Aggregate(DatabaseFailure.Other, (judged, engine) => judged | engine.Judge(failure));
}
