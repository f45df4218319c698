using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>A statement that changes rows outside a transaction is one of its own, and waits for its turn like all others.</summary>
internal sealed class QueuedStatements(WriteQueue queue) : DbCommandInterceptor
{
    private readonly ConditionalWeakTable<DbCommand, IDisposable> turns = [];

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            turns.Add(command, await queue.EnterAsync(cancellationToken));
        }

        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task CommandCanceledAsync(
        DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return Task.CompletedTask;
    }

    private void Leave(DbCommand command)
    {
        if (turns.TryGetValue(command, out var turn))
        {
            turns.Remove(command);
            turn.Dispose();
        }
    }
}
