using BankAdmin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>Whether the database takes what is written: it may answer all questions and have no room for a row.</summary>
public sealed class DatabaseProbe(BankAdminDatabase database, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;

    /// <summary>
    /// Writes a row as it is, in a transaction of its own. However many ask at once, one writes for all: anybody may ask, and each write
    /// costs the disk a flush.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">Nothing can be written.</exception>
    public Task WriteAsync()
    {
        lock (gate)
        {
            // On a thread of its own: SQLite does not give this one back while it waits for a lock.
            return running = running.IsCompleted ? Task.Run(WriteOnceAsync) : running;
        }
    }

    // The ring's first key: it is there once a node has served, and nobody waits for it.
    private async Task WriteOnceAsync()
    {
        await using var context = database.OpenForSystem(clock);
        await context.DataProtectionKeys.Where(key => key.Id == DataProtectionKeyStore.First)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.FriendlyName, key => key.FriendlyName));
    }
}
