using System.Data.Common;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BankAdmin.Testing.Engines;

/// <summary>Databases on one server.</summary>
/// <param name="server">How to reach it.</param>
/// <param name="stays">Whether it stays when its databases are no longer needed.</param>
internal sealed class PostgresTestEngine(Lazy<string> server, bool stays) : TestEngine
{
    private const string Variable = "BANKADMIN_TEST_POSTGRES";

    // Held on to, for it ends with whoever started it.
    private static PostgresServer? own;

    /// <summary>On one server for the whole run: the one that BANKADMIN_TEST_POSTGRES reaches, else one of the tests' own.</summary>
    public PostgresTestEngine()
        : this(new Lazy<string>(() => Task.Run(FindAsync).GetAwaiter().GetResult()), stays: true)
    {
    }

    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    public override IReadOnlyList<string> DropTriggers => ["DROP TRIGGER \"TR_OperationRecords_AppendOnly\" ON \"OperationRecords\""];

    public override string? LockForWriting =>
        """
        LOCK TABLE "ChainHeads", "ReceiptDays", "Companies", "Users", "WizardDrafts", "SignInSessions", "EntryCounters", "RepeatCounts",
            "OperationRecords", "OutgoingMails", "DataProtectionKeys" IN SHARE ROW EXCLUSIVE MODE
        """;

    public override string ConnectionString(string folder) =>
        new NpgsqlConnectionStringBuilder(server.Value) { Database = NameOf(folder) }.ConnectionString;

    public override Task CopyAsync(string from, string to) => ExecuteAsync($"CREATE DATABASE \"{NameOf(to)}\" TEMPLATE \"{NameOf(from)}\"");

    public override Task RestAsync(BankAdminDbContext context)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(context.Database.GetConnectionString()));
        return Task.CompletedTask;
    }

    public override void Drop(string folder)
    {
        if (stays && server.IsValueCreated)
        {
            Task.Run(() => ExecuteAsync($"DROP DATABASE IF EXISTS \"{NameOf(folder)}\" WITH (FORCE)")).GetAwaiter().GetResult();
        }
    }

    public override DbConnection Connect(string connectionString) => new NpgsqlConnection(connectionString + ";Pooling=false");

    public override (string Create, string Drop) BreakRecordsOf(string errorCode) => (
        "CREATE FUNCTION \"Broken\"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$; "
        + "CREATE TRIGGER \"Broken\" BEFORE INSERT ON \"OperationRecords\" FOR EACH ROW "
        + $"WHEN (NEW.\"ErrorCodes\" = '{errorCode}') EXECUTE FUNCTION \"Broken\"()",
        "DROP FUNCTION \"Broken\"() CASCADE");

    public override DbException Duplicate() => new PostgresException("duplicate key", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation);

    public override DbException Locked() => new PostgresException("locked", "ERROR", "ERROR", PostgresErrorCodes.LockNotAvailable);

    public override Func<bool> WatchWrites(string connectionString)
    {
        var first = End(connectionString);
        return () => End(connectionString) != first;
    }

    public override long Size(string folder)
    {
        using var connection = new NpgsqlConnection(server.Value);
        connection.Open();
        using var command = new NpgsqlCommand(
            $"""
            SELECT COALESCE(MAX(1 + GREATEST(0, pg_database_size(oid) - (SELECT pg_database_size('template1')))), 0)
            FROM pg_database WHERE datname = '{NameOf(folder)}'
            """, connection);
        return (long)command.ExecuteScalar()!;
    }

    private static string End(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT pg_current_wal_insert_lsn()::text", connection);
        return (string)command.ExecuteScalar()!;
    }

    private static string NameOf(string folder) => Path.GetFileName(folder);

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(server.Value);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        own = await PostgresServer.StartNewAsync();
        return own.ConnectionString("postgres");
    }
}
