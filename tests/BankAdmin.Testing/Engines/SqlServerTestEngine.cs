using System.Data.Common;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.Data.SqlClient;

namespace BankAdmin.Testing.Engines;

/// <summary>
/// Reached by the connection string in BANKADMIN_TEST_SQLSERVER, whose login may make databases; without it tests show as skipped.
/// </summary>
internal sealed class SqlServerTestEngine : TestEngine
{
    private const string Variable = "BANKADMIN_TEST_SQLSERVER";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable);

    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public override bool CanCopy => false;

    public override string? WhyAbsent => string.IsNullOrEmpty(Given) ? $"No SQL Server: {Variable} holds no connection string." : null;

    public override IReadOnlyList<string> DropTriggers => ["DROP TRIGGER \"TR_OperationRecords_AppendOnly\""];

    public override string? LockForWriting =>
        """
        SELECT TOP 1 1 FROM "ChainHeads" WITH (TABLOCK, HOLDLOCK), "WizardDrafts" WITH (TABLOCK, HOLDLOCK),
            "SignInSessions" WITH (TABLOCK, HOLDLOCK), "EntryCounters" WITH (TABLOCK, HOLDLOCK),
            "DataProtectionKeys" WITH (TABLOCK, HOLDLOCK)
        """;

    public override string ConnectionString(string folder) =>
        new SqlConnectionStringBuilder(Given) { InitialCatalog = Path.GetFileName(folder) }.ConnectionString;

    public override Task CopyAsync(string from, string to) => throw new NotSupportedException("A copy would need a backup.");

    public override Task RestAsync(BankAdminDbContext context) => Task.CompletedTask;

    public override void Drop(string folder)
    {
        var name = Path.GetFileName(folder);
        SqlConnection.ClearAllPools();
        using var connection = new SqlConnection(new SqlConnectionStringBuilder(Given) { InitialCatalog = "master" }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"IF DB_ID('{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; "
            + $"DROP DATABASE [{name}] END";
        command.ExecuteNonQuery();
    }

    public override DbConnection Connect(string connectionString) => new SqlConnection(connectionString + ";Pooling=False");

    public override (string Create, string Drop) BreakRecordsOf(string errorCode) => (
        "CREATE TRIGGER \"Broken\" ON \"OperationRecords\" AFTER INSERT AS "
        + $"IF EXISTS (SELECT 1 FROM inserted WHERE \"ErrorCodes\" = '{errorCode}') THROW 50002, 'broken', 1;",
        "DROP TRIGGER \"Broken\"");

    // The client makes its own alone.
    public override DbException Duplicate() => throw new NotSupportedException();

    public override DbException Locked() => throw new NotSupportedException();

    public override Func<bool> WatchWrites(string connectionString)
    {
        var first = End(connectionString);
        return () => End(connectionString) != first;
    }

    public override long Size(string folder)
    {
        using var connection = new SqlConnection(new SqlConnectionStringBuilder(Given) { InitialCatalog = "master" }.ConnectionString);
        connection.Open();
        using var command = new SqlCommand(
            $"""
            SELECT COALESCE(SUM(num_of_bytes_written), 0) FROM sys.dm_io_virtual_file_stats(DB_ID('{Path.GetFileName(folder)}'), NULL)
            WHERE DB_ID('{Path.GetFileName(folder)}') IS NOT NULL
            """, connection);
        return (long)command.ExecuteScalar();
    }

    private static long End(string connectionString)
    {
        using var connection = new SqlConnection(connectionString);
        connection.Open();
        using var command = new SqlCommand(
            "SELECT SUM(num_of_bytes_written) FROM sys.dm_io_virtual_file_stats(DB_ID(), NULL)", connection);
        return (long)command.ExecuteScalar();
    }
}
