using System.Data;
using System.Globalization;
using System.Net.Sockets;
using BankAdmin.Infrastructure.Operations;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server, for one node or many.</summary>
internal sealed class SqlServerEngine : Engine
{
    // Where the connection string names none: with the driver's own limits nobody would hear of a dead server for half a minute.
    private const int AnswerSeconds = 8;
    private const int ConnectSeconds = 4;
    private const byte ConnectionIsGone = 20;

    /// <inheritdoc />
    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    /// <inheritdoc />
    public override string? KeyCollation => "Latin1_General_100_BIN2";

    /// <inheritdoc />
    protected override Type ContextType => typeof(SqlServerBankAdminDbContext);

    /// <inheritdoc />
    public override string? Lack(string connectionString)
    {
        var server = new SqlConnectionStringBuilder(connectionString);
        return server.DataSource.Length == 0 ? "Server（接続先）を含めてください。"
            : server.InitialCatalog.Length == 0 ? "Database（データベースの名前）を含めてください。"
            : null;
    }

    /// <inheritdoc />
    public override string Complete(string connectionString)
    {
        var complete = new SqlConnectionStringBuilder(connectionString);
        complete.CommandTimeout = complete.ShouldSerialize("Command Timeout") ? complete.CommandTimeout : AnswerSeconds;
        complete.ConnectTimeout = complete.ShouldSerialize("Connect Timeout") ? complete.ConnectTimeout : ConnectSeconds;
        complete.ApplicationName = complete.ShouldSerialize("Application Name") ? complete.ApplicationName : "BankAdmin";
        return complete.ConnectionString;
    }

    /// <inheritdoc />
    public override DbContextOptions Options(string connectionString, ILoggerFactory? logging, IReadOnlyList<IInterceptor> interceptors) =>
        Common(new DbContextOptionsBuilder<SqlServerBankAdminDbContext>(), logging, [new SqlServerConnectionSetup(), .. interceptors])
            .UseSqlServer(connectionString, sqlServer => sqlServer.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).Options;

    /// <inheritdoc />
    public override BankAdminDbContext NewContext(DbContextOptions options, ContextParts parts) =>
        new SqlServerBankAdminDbContext((DbContextOptions<SqlServerBankAdminDbContext>)options, parts);

    // Held by the connection: the server frees it when its process is gone.
    /// <inheritdoc />
    public override async Task<IAsyncDisposable> LockAsync(BankAdminDbContext context, TimeSpan longest, CancellationToken ct)
    {
        await CreateIfMissingAsync(context, ct);
        var own = new SqlConnectionStringBuilder(context.Database.GetConnectionString()) { Pooling = false };
        var connection = new SqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new SqlCommand("sp_getapplock", connection)
            {
                CommandType = CommandType.StoredProcedure,
                CommandTimeout = (int)longest.TotalSeconds + AnswerSeconds,
            };
            command.Parameters.AddWithValue("@Resource", "BankAdmin");
            command.Parameters.AddWithValue("@LockMode", "Exclusive");
            command.Parameters.AddWithValue("@LockOwner", "Session");
            command.Parameters.AddWithValue("@LockTimeout", (int)longest.TotalMilliseconds);
            var answer = command.Parameters.Add("@Answer", SqlDbType.Int);
            answer.Direction = ParameterDirection.ReturnValue;
            await command.ExecuteNonQueryAsync(ct);
            return answer.Value is >= 0 ? connection : throw MigratedElsewhere(own.InitialCatalog);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public override async Task CopyAsync(BankAdminDbContext context, IEnumerable<OperationRecord> records, CancellationToken ct)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        var transaction = (SqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        using var copy = new SqlBulkCopy(transaction.Connection, SqlBulkCopyOptions.CheckConstraints, transaction)
        {
            DestinationTableName = $"[{RecordColumns.Table}]",
        };
        foreach (var column in RecordColumns.All)
        {
            table.Columns.Add(column.Name, column.Type);
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        foreach (var record in records)
        {
            table.Rows.Add(RecordColumns.All.Select(column => column.Read(record) ?? DBNull.Value).ToArray());
        }

        await copy.WriteToServerAsync(table, ct);
    }

    /// <inheritdoc />
    protected override DatabaseFailure Judge(Exception failure) => failure switch
    {
        SqlException refused => Judge(refused.Number, refused.Class),
        SocketException => DatabaseFailure.Unavailable,
        _ => IsPoolExhausted(failure) ? DatabaseFailure.Unavailable : DatabaseFailure.Other,
    };

    // Numbers of SQL Server's own messages: a database, an index, a key that is there; full, deadlock, lock, read-only; timeouts, the
    // network, no such database, moved away. On Linux a server that is away has no number of its own; its class says that the connection
    // is gone.
    private static DatabaseFailure Judge(int number, byte severity) => number switch
    {
        1801 or 2601 or 2627 => DatabaseFailure.Duplicate,
        1105 or 1205 or 1222 or 3906 or 9002 => DatabaseFailure.Undone | DatabaseFailure.Unavailable,
        -2 or 53 or 4060 or 10053 or 10054 or 10060 or 11001 or 40613 => DatabaseFailure.Unavailable,
        _ => severity >= ConnectionIsGone ? DatabaseFailure.Unavailable : DatabaseFailure.Other,
    };

    // The client says it by its text alone.
    private static bool IsPoolExhausted(Exception failure) =>
        failure is InvalidOperationException && failure.TargetSite?.Module.Assembly == typeof(SqlConnection).Assembly
        && failure.Message.Contains("pool", StringComparison.OrdinalIgnoreCase);
}
