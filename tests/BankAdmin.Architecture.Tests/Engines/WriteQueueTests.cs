using System.Data.Common;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>On SQLite the writers of a process come one after the other; none finds the database held by another of them.</summary>
public sealed class WriteQueueTests
{
    private const int Writers = 8, Rounds = 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_counters_and_statements_of_one_process_never_meet()
    {
        var meetings = new Meetings();
        await using var bank = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite, meetings, meetings.Statements);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(
            async () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    await using var context = bank.Open();
                    await context.SaveWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct);
                    await new RepeatCounter(context, TestDatabase.Clock).CountAsync("queue", "somewhere");
                    await context.DataProtectionKeys.Where(key => key.Id == Guid.Empty).ExecuteDeleteAsync(Ct);
                }
            },
            Ct)));

        meetings.Most.ShouldBe(1);
        meetings.All.ShouldBeGreaterThan(Writers * Rounds * 2);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Whose_turn_does_not_come_is_told_that_the_database_is_locked()
    {
        var queue = new WriteQueue(TimeSpan.FromMilliseconds(1), () => new SqliteException("locked", 5));
        using (await queue.EnterAsync(Ct))
        {
            var late = await Should.ThrowAsync<SqliteException>(() => queue.EnterAsync(Ct));
            (Engine.IsUnavailable(late), Engine.IsUndone(late)).ShouldBe((true, true));
        }

        (await queue.EnterAsync(Ct)).Dispose();
    }

    [Fact]
    public async Task A_turn_ends_once_however_often_it_is_ended()
    {
        var queue = new WriteQueue(TimeSpan.FromMilliseconds(1), () => new SqliteException("locked", 5));
        var turn = await queue.EnterAsync(Ct);
        turn.Dispose();
        turn.Dispose();
        using (await queue.EnterAsync(Ct))
        {
            await Should.ThrowAsync<SqliteException>(() => queue.EnterAsync(Ct));
        }
    }

    [Fact]
    public async Task What_fails_gives_its_turn_back()
    {
        await using var bank = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite);
        await using var context = bank.Open();
        await Should.ThrowAsync<DbException>(() => context.OperationRecords.ExecuteDeleteAsync(Ct));
        context.RequireAfterRows(_ => Task.FromResult(false));
        await Should.ThrowAsync<RaceLostException>(
            () => context.SaveWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct));
        context.ChangeTracker.Clear();
        await using (await context.BeginAsync(Ct))
        {
        }

        await context.RecordAsync(TestDatabase.Inquiry, Ct);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_transaction_that_cannot_even_be_undone_gives_its_turn_back()
    {
        var queue = new WriteQueue(TimeSpan.FromMilliseconds(1), () => new SqliteException("locked", 5));
        var own = new OwnTransaction(new Broken(), await queue.EnterAsync(Ct));

        await Should.ThrowAsync<IOException>(() => own.DisposeAsync().AsTask());

        (await queue.EnterAsync(Ct)).Dispose();
    }

    private sealed class Broken : IDbContextTransaction
    {
        public Guid TransactionId => Guid.Empty;

        public void Commit() => throw new IOException();

        public void Rollback() => throw new IOException();

        public Task CommitAsync(CancellationToken cancellationToken = default) => throw new IOException();

        public Task RollbackAsync(CancellationToken cancellationToken = default) => throw new IOException();

        public void Dispose() => throw new IOException();

        public ValueTask DisposeAsync() => throw new IOException();
    }

    /// <summary>How many transactions, and statements outside one, are under way at once.</summary>
    private sealed class Meetings : DbTransactionInterceptor
    {
        private int now;
        private int most;
        private int all;

        public Meetings() => Statements = new Outside(this);

        public Outside Statements { get; }

        public int Most => most;

        public int All => all;

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default)
        {
            Begin();
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            End();
            return Task.CompletedTask;
        }

        private void Begin()
        {
            Interlocked.Increment(ref all);
            var met = Interlocked.Increment(ref now);
            for (var seen = most; met > seen; seen = Interlocked.CompareExchange(ref most, met, seen))
            {
            }
        }

        private void End() => Interlocked.Decrement(ref now);

        public sealed class Outside(Meetings meetings) : DbCommandInterceptor
        {
            // Done here, so that it is over before its turn is.
            public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
                DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
                CancellationToken cancellationToken = default)
            {
                if (command.Transaction is not null)
                {
                    return result;
                }

                meetings.Begin();
                var met = await command.ExecuteNonQueryAsync(cancellationToken);
                meetings.End();
                return InterceptionResult<int>.SuppressWithResult(met);
            }
        }
    }
}
