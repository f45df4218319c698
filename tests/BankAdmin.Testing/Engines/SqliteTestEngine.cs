using System.Data.Common;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Testing.Engines;

internal sealed class SqliteTestEngine : TestEngine
{
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public override IReadOnlyList<string> DropTriggers =>
        new[] { "NoUpdate", "NoDelete", "NoReplace" }.Select(name => $"DROP TRIGGER IF EXISTS \"TR_OperationRecords_{name}\"").ToList();

    // What a transaction begins with here locks already.
    public override string? LockForWriting => null;

    public override string ConnectionString(string folder) => $"Data Source={Path.Combine(folder, TestBank.DatabaseName)}";

    public override Task CopyAsync(string from, string to) => Task.CompletedTask;

    // One file to copy: nothing of it may be left in the write-ahead log.
    public override async Task RestAsync(BankAdminDbContext context)
    {
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
    }

    public override void Drop(string folder) => SqliteConnection.ClearAllPools();

    public override DbConnection Connect(string connectionString) => new SqliteConnection(connectionString + ";Pooling=False");

    public override (string Create, string Drop) BreakRecordsOf(string errorCode) => (
        "CREATE TRIGGER \"Broken\" BEFORE INSERT ON \"OperationRecords\" "
        + $"WHEN NEW.\"ErrorCodes\" = '{errorCode}' BEGIN SELECT RAISE(ABORT, 'broken'); END",
        "DROP TRIGGER \"Broken\"");

    public override DbException Duplicate() => new SqliteException("UNIQUE constraint failed", 19);

    public override DbException Locked() => new SqliteException("locked", 5);

    public override long Size(string folder) =>
        new[] { "", "-wal" }.Max(end => new FileInfo(Path.Combine(folder, TestBank.DatabaseName + end)) is { Exists: true } file
            ? Math.Max(1, file.Length) : 0);

    public override Func<bool> WatchWrites(string connectionString)
    {
        var log = new FileInfo(new SqliteConnectionStringBuilder(connectionString).DataSource + "-wal");
        log.Refresh();
        var (length, written) = (log.Length, log.LastWriteTimeUtc);
        return () =>
        {
            log.Refresh();
            return log.Length != length || log.LastWriteTimeUtc != written;
        };
    }
}
