using Microsoft.EntityFrameworkCore.Storage;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>A transaction, and the turn of its process where writers queue. Undone unless it is committed.</summary>
public sealed class OwnTransaction : IAsyncDisposable
{
    private readonly IDisposable? turn;

    /// <summary>Takes both over.</summary>
    public OwnTransaction(IDbContextTransaction transaction, IDisposable? turn) => (Transaction, this.turn) = (transaction, turn);

    internal IDbContextTransaction Transaction { get; }

    /// <summary>Commits it.</summary>
    public Task CommitAsync(CancellationToken ct) => Transaction.CommitAsync(ct);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
        {
            // However the engine takes it: a turn that is not given back would end all writing.
            turn?.Dispose();
        }
    }
}
