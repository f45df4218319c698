using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>A statement as it would have gone to the server, and the methods of the program that were running.</summary>
internal sealed record Statement(string Text, IReadOnlyList<string> Methods);

/// <summary>
/// Stands where the server would: EF renders every statement for it, nothing is sent, and each gets a made-up answer.
/// </summary>
/// <param name="rows">How many rows a query finds: 0 or 1.</param>
/// <param name="affected">How many rows a change meets.</param>
/// <param name="engine">Whose statements are rendered.</param>
internal sealed class NoServer(int rows, int affected, DatabaseProvider engine = DatabaseProvider.SqlServer) : DbConnectionInterceptor
{
    // Loops that wait for somebody else's change would never end here.
    private const int MostStatements = 100;

    private readonly List<Statement> statements = [];

    public IReadOnlyList<Statement> Statements => statements;

    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new Connection(this));

    private MadeUpAnswer Answer(string text)
    {
        if (statements.Count >= MostStatements)
        {
            throw new TimeoutException("Too many statements without an end.");
        }

        statements.Add(new Statement(
            text, new StackTrace().GetFrames().Select(frame => frame.GetMethod()).OfType<System.Reflection.MethodBase>()
            .Where(QueryMethods.IsOurs).Select(QueryMethods.NameOf).Distinct().ToList()));
        return new MadeUpAnswer(text, rows, engine);
    }

    private sealed class Connection(NoServer server) : DbConnection
    {
        private ConnectionState state;

        [AllowNull]
        public override string ConnectionString { get; set; } = "";

        public override string Database => "BankAdmin";

        public override string DataSource => "";

        public override string ServerVersion => "16.00.0000";

        public override ConnectionState State => state;

        public override void Open() => state = ConnectionState.Open;

        public override void Close() => state = ConnectionState.Closed;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

        protected override DbCommand CreateDbCommand() => new Command(server) { Connection = this };
    }

    private sealed class Transaction(DbConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class Command(NoServer server) : DbCommand
    {
        // Only to make parameters: the client's own, because the types of columns are set on them.
        private readonly DbCommand parameters = server.IsPostgres ? new NpgsqlCommand() : new SqlCommand();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => parameters.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            server.Answer(CommandText);
            return server.Affected;
        }

        public override object ExecuteScalar()
        {
            server.Answer(CommandText);
            return 1L;
        }

        protected override DbParameter CreateDbParameter() => parameters.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => server.Answer(CommandText);

        protected override void Dispose(bool disposing)
        {
            parameters.Dispose();
            base.Dispose(disposing);
        }
    }

    private int Affected => affected;

    private bool IsPostgres => engine == DatabaseProvider.Postgres;
}
