using System.Globalization;
using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BankAdmin.Infrastructure.Persistence.Postgres;

/// <summary>PostgreSQL, for one node or many.</summary>
internal sealed class PostgresEngine : Engine
{
    // What a connection says where its connection string does not: how long a lock and a statement may last on the server, and how long
    // this side waits for an answer or a connection where the server is not to be heard at all.
    private const int StatementSeconds = 30;
    private const int AnswerSeconds = 8;
    private const int ConnectSeconds = 4;

    // Planning the program's joins costs the server more than running them: each is planned once for a connection.
    private const int PreparedStatements = 200;

    /// <inheritdoc />
    public override DatabaseProvider Provider => DatabaseProvider.Postgres;

    /// <inheritdoc />
    public override string? KeyCollation => "C";

    /// <inheritdoc />
    protected override Type ContextType => typeof(PostgresBankAdminDbContext);

    /// <inheritdoc />
    public override string? Lack(string connectionString)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        return string.IsNullOrEmpty(server.Host) ? "Host（接続先）を含めてください。"
            : string.IsNullOrEmpty(server.Database) ? "Database（データベースの名前）を含めてください。"
            : null;
    }

    /// <inheritdoc />
    public override string Complete(string connectionString)
    {
        var complete = new NpgsqlConnectionStringBuilder(connectionString);
        var named = complete.Keys.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase); // by their first names, whatever was typed
        complete.ApplicationName ??= "BankAdmin";
        complete.Options ??= string.Create(
            CultureInfo.InvariantCulture, $"-c lock_timeout={LockSeconds}s -c statement_timeout={StatementSeconds}s");
        complete.CommandTimeout = named.Contains("Command Timeout") ? complete.CommandTimeout : AnswerSeconds;
        complete.MaxAutoPrepare = named.Contains("Max Auto Prepare") ? complete.MaxAutoPrepare : PreparedStatements;

        // Nothing is left behind in a session that the next one could meet, so nothing has to be asked for between two.
        complete.NoResetOnClose = !named.Contains("No Reset On Close") || complete.NoResetOnClose;
        complete.Timeout = named.Contains("Timeout") ? complete.Timeout : ConnectSeconds;
        return complete.ConnectionString;
    }

    /// <inheritdoc />
    public override DbContextOptions Options(string connectionString, ILoggerFactory? logging, IReadOnlyList<IInterceptor> interceptors) =>
        Common(new DbContextOptionsBuilder<PostgresBankAdminDbContext>(), logging, interceptors)
            .UseNpgsql(connectionString, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).Options;

    /// <inheritdoc />
    public override BankAdminDbContext NewContext(DbContextOptions options, ContextParts parts) =>
        new PostgresBankAdminDbContext((DbContextOptions<PostgresBankAdminDbContext>)options, parts);

    // Held by the connection: the server frees it when its process is gone.
    /// <inheritdoc />
    public override async Task<IAsyncDisposable> LockAsync(BankAdminDbContext context, TimeSpan longest, CancellationToken ct)
    {
        const string lockIt = "SELECT pg_advisory_lock(hashtextextended('BankAdmin', 0))";
        await CreateIfMissingAsync(context, ct);
        var seconds = (int)longest.TotalSeconds;
        var own = new NpgsqlConnectionStringBuilder(context.Database.GetConnectionString())
        {
            Pooling = false,
            CommandTimeout = seconds + AnswerSeconds,
            Options = string.Create(CultureInfo.InvariantCulture, $"-c lock_timeout={seconds}s"),
        };
        var connection = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand(lockIt, connection);
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await connection.DisposeAsync();
            throw MigratedElsewhere(own.Database!);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // A migration takes the time it takes; and where its list is not there yet, reading it would be logged as a failure.
    /// <inheritdoc />
    public override async Task MigrateAsync(BankAdminDbContext context, CancellationToken ct)
    {
        await context.Database.OpenConnectionAsync(ct);
        await context.Database.ExecuteSqlRawAsync("SET statement_timeout = 0", ct);
        await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
        await base.MigrateAsync(context, ct);
        await context.Database.ExecuteSqlRawAsync("RESET statement_timeout", ct);
    }

    /// <inheritdoc />
    public override async Task CopyAsync(BankAdminDbContext context, IEnumerable<OperationRecord> records, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{RecordColumns.Table}\" ({RecordColumns.List}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var record in records)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in RecordColumns.All)
            {
                await (column.Read(record) is { } value ? writer.WriteAsync(value, ct) : writer.WriteNullAsync(ct));
            }
        }

        await writer.CompleteAsync(ct);
    }

    /// <inheritdoc />
    protected override DatabaseFailure Judge(Exception failure) => failure switch
    {
        // What the server refuses it has undone; after FATAL and PANIC nobody knows, and after a broken line either.
        PostgresException { InvariantSeverity: "ERROR" } refused => DatabaseFailure.Undone | JudgeState(refused.SqlState),
        PostgresException ended => JudgeState(ended.SqlState),
        NpgsqlException => DatabaseFailure.Unavailable,
        _ => DatabaseFailure.Other,
    };

    private static DatabaseFailure JudgeState(string state) => state switch
    {
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateDatabase => DatabaseFailure.Duplicate,

        // A standby takes no rows.
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFailure.Unavailable,
        _ => state[..2] switch
        {
            // Of the classes: no connection, no such database, lost against another transaction, full, ended by an operator, the system.
            "08" or "3D" or "40" or "53" or "57" or "58" => DatabaseFailure.Unavailable,
            _ => DatabaseFailure.Other,
        },
    };
}
