using Microsoft.EntityFrameworkCore.Storage;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>A transaction, and the turn of its process where writers queue. Undone unless it is committed.</summary>
public sealed class OwnTransaction : IAsyncDisposable
{
    private readonly IDisposable? turn;

    internal OwnTransaction(IDbContextTransaction transaction, IDisposable? turn) => (Transaction, this.turn) = (transaction, turn);

    internal IDbContextTransaction Transaction { get; }

    /// <summary>Commits it.</summary>
    public Task CommitAsync(CancellationToken ct) => Transaction.CommitAsync(ct);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        turn?.Dispose();
    }
}
