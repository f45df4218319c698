using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>The engines that can hold the database.</summary>
public enum DatabaseProvider
{
    /// <summary>One file; the default.</summary>
    Sqlite,

    /// <summary>A database on PostgreSQL.</summary>
    Postgres,

    /// <summary>A database on SQL Server.</summary>
    SqlServer,
}

/// <summary>Opens contexts on the configured database.</summary>
public sealed class BankAdminDatabase
{
    private readonly Lazy<HistoryKeys> keys;
    private readonly ReceiptNumbers numbers;
    private readonly WriteQueue? queue;
    private readonly FilledBlocks filled = new();
    private readonly DbContextOptions options;

    /// <summary>Names a database.</summary>
    /// <param name="provider">Its engine.</param>
    /// <param name="connectionString">How to reach it.</param>
    /// <param name="keys">The keys that seal its history; read when first needed.</param>
    /// <param name="logging">Where EF writes; null: nowhere.</param>
    /// <param name="interceptors">What else stands between EF and the database.</param>
    public BankAdminDatabase(
        DatabaseProvider provider, string connectionString, Func<HistoryKeys> keys, ILoggerFactory? logging,
        params IInterceptor[] interceptors)
    {
        Engine = Engine.Of(provider);
        ConnectionString = Engine.Complete(connectionString);
        this.keys = new Lazy<HistoryKeys>(keys);
        numbers = new ReceiptNumbers(this);
        queue = Engine.NewQueue();
        options = Engine.Options(ConnectionString, logging, queue is null ? interceptors : [new QueuedStatements(queue), .. interceptors]);
    }

    /// <summary>The engine it is on.</summary>
    public Engine Engine { get; }

    /// <summary>Chains of which this process has filled a block.</summary>
    public FilledBlocks Filled => filled;

    /// <summary>Connection string of the engine.</summary>
    public string ConnectionString { get; }

    /// <summary>A context that sees the one company that is acted for, and nothing before that is known.</summary>
    public BankAdminDbContext Open(OperationContext operation, TimeProvider clock) => Open(operation, clock, CompanyScope.One);

    /// <summary>A context of the program itself, over all companies.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="operation">When things happened, for seeds; null: now.</param>
    public BankAdminDbContext OpenForSystem(TimeProvider clock, OperationContext? operation = null) =>
        Open(operation ?? new OperationContext(), clock, CompanyScope.All);

    private BankAdminDbContext Open(OperationContext operation, TimeProvider clock, CompanyScope scope) =>
        Engine.NewContext(options, new ContextParts(operation, new OperationSealer(keys, clock, filled), scope, numbers, queue));
}
