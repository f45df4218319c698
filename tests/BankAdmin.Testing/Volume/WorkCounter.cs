using System.Collections.Concurrent;
using System.Data.Common;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace BankAdmin.Testing.Volume;

/// <summary>What a request or a command cost, in counts that are the same on every machine.</summary>
public sealed class Work
{
    private readonly ConcurrentQueue<string> statements = [];
    private long steps;
    private long looked;

    public IReadOnlyCollection<string> Statements => statements;

    /// <summary>Instructions of the database engine, to the nearest <see cref="WorkCounter.StepsAtOnce"/>.</summary>
    public long Steps => Interlocked.Read(ref steps);

    /// <summary>Tracked entries that were looked at for changes, over all looks.</summary>
    public long Looked => Interlocked.Read(ref looked);

    internal void Add(string statement) => statements.Enqueue(statement);

    internal void AddSteps(int more) => Interlocked.Add(ref steps, more);

    internal void AddLook(int entries) => Interlocked.Add(ref looked, entries);
}

/// <summary>
/// Counts the work of each request, or of whatever is done after <see cref="Begin"/>; other work at the same time does not disturb.
/// </summary>
public sealed class WorkCounter
{
    /// <summary>Fineness of <see cref="Work.Steps"/>.</summary>
    public const int StepsAtOnce = 10;

    private readonly AsyncLocal<Work?> current = new();

    /// <summary>Counts for EF.</summary>
    public WorkCounter() => Interceptors = [new Statements(this), new Connections(this)];

    /// <summary>To be put between EF and the database.</summary>
    public IInterceptor[] Interceptors { get; }

    /// <summary>The work of the request that came last.</summary>
    public Work Last { get; private set; } = new();

    /// <summary>Counts anew, for what this caller does from here on.</summary>
    public Work Begin() => Last = current.Value = new Work();

    public void Join(IServiceCollection services)
    {
        services.AddTransient<IStartupFilter>(_ => new EachRequest(this));
        services.AddSingleton(sp =>
        {
            var settings = sp.GetRequiredService<Settings>();
            return new BankAdminDatabase(
                settings.Provider, settings.ConnectionString, sp.GetRequiredService<HistoryKeys>, logging: null, Interceptors);
        });
    }

    private sealed class EachRequest(WorkCounter counter) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                counter.Begin();
                return rest(http);
            });
            next(app);
        };
    }

    private sealed class Statements(WorkCounter counter) : DbCommandInterceptor
    {
        private readonly ConcurrentDictionary<DbContextId, bool> seen = new();

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            counter.current.Value?.Add(result.CommandText);
            if (eventData.Context is { } context && seen.TryAdd(context.ContextId, true))
            {
                context.ChangeTracker.DetectedAllChanges += (_, _) => counter.current.Value?.AddLook(Tracked(context.ChangeTracker));
            }

            return result;
        }

        // Counted without another look.
        private static int Tracked(ChangeTracker tracker)
        {
            tracker.AutoDetectChangesEnabled = false;
            var entries = tracker.Entries().Count();
            tracker.AutoDetectChangesEnabled = true;
            return entries;
        }
    }

    private sealed class Connections(WorkCounter counter) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => raw.sqlite3_progress_handler(
            ((SqliteConnection)connection).Handle!, StepsAtOnce, _ =>
            {
                counter.current.Value?.AddSteps(StepsAtOnce);
                return 0;
            }, null);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
