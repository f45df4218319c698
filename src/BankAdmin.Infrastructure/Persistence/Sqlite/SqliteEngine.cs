using BankAdmin.Infrastructure.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite, in the program itself: one file, one machine.</summary>
internal sealed class SqliteEngine : Engine
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Error codes of SQLite (sqlite.org/rescode.html).
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14, Constraint = 19;

    /// <inheritdoc />
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    /// <inheritdoc />
    public override string? KeyCollation => null;

    /// <inheritdoc />
    public override bool ForgetsLengths => true;

    /// <inheritdoc />
    public override IReadOnlyList<string> LiftAppendOnly => AppendOnly.SqliteLift;

    /// <inheritdoc />
    public override IReadOnlyList<string> RestoreAppendOnly => AppendOnly.SqliteRestore;

    /// <inheritdoc />
    protected override Type ContextType => typeof(SqliteBankAdminDbContext);

    // Without a name, or in memory, every connection would have an empty database of its own.
    /// <inheritdoc />
    public override string? Lack(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString);
        return file.DataSource.Length == 0 || file.DataSource == ":memory:" || file.Mode == SqliteOpenMode.Memory
            || file.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? "Data Source にデータベースのファイルを指定してください。"
            : null;
    }

    /// <inheritdoc />
    public override string Complete(string connectionString) => SqliteConnectionSetup.Complete(connectionString);

    /// <inheritdoc />
    public override DbContextOptions Options(string connectionString, ILoggerFactory? logging, IReadOnlyList<IInterceptor> interceptors) =>
        Common(new DbContextOptionsBuilder<SqliteBankAdminDbContext>(), logging, [new SqliteConnectionSetup(), .. interceptors])
            .UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).Options;

    /// <inheritdoc />
    public override BankAdminDbContext NewContext(DbContextOptions options, ContextParts parts) =>
        new SqliteBankAdminDbContext((DbContextOptions<SqliteBankAdminDbContext>)options, parts);

    /// <inheritdoc />
    public override WriteQueue NewQueue() => new(
        TimeSpan.FromSeconds(LockSeconds), () => new SqliteException("The writers before this one did not end.", Busy));

    // A file beside the database: the operating system frees it when its process is gone.
    /// <inheritdoc />
    public override async Task<IAsyncDisposable> LockAsync(BankAdminDbContext context, TimeSpan longest, CancellationToken ct)
    {
        var file = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
        OwnerOnly.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file + ".migrate", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < longest)
            {
                await Task.Delay(Pause, TimeProvider.System, ct);
            }
            catch (IOException)
            {
                throw MigratedElsewhere($"{file}.migrate");
            }
        }
    }

    // A killed migration leaves its row behind and the next would wait for it for ever; we hold the file lock, so it is dead.
    /// <inheritdoc />
    public override async Task MigrateAsync(BankAdminDbContext context, CancellationToken ct)
    {
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await base.MigrateAsync(context, ct);
    }

    /// <inheritdoc />
    protected override DatabaseFailure Judge(Exception failure) => (failure as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked or ReadOnly or Full => DatabaseFailure.Undone | DatabaseFailure.Unavailable,
        InputOutput or CannotOpen => DatabaseFailure.Unavailable,
        Constraint => DatabaseFailure.Duplicate | DatabaseFailure.Undone,
        _ => DatabaseFailure.Other,
    };
}
