using System.Data.Common;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>Commits queue at their chains, in one order and at nothing else, and begin them without colliding.</summary>
public abstract class SealerTests(DatabaseProvider engine)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chains_are_reserved_in_the_order_of_their_keys_and_the_serial_is_taken_before()
    {
        var locks = new Locks();
        await using var bank = await TestDatabase.OpenAsync(engine, locks);
        await using var context = bank.Open();
        var chains = await context.ChainHeads.Select(head => head.ChainId).ToListAsync(Ct);
        chains.Count.ShouldBeGreaterThan(2);
        await context.SaveWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct);
        chains.OrderDescending().ToList().ForEach(chain => context.Record(TestDatabase.Inquiry, Person.System, chain));
        locks.Taken.Clear();

        await context.SaveWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct);

        locks.Taken.ShouldBe(chains.Order().Select(chain => chain.ToString().ToUpperInvariant()));
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    /// <summary>What a node meets when another one begins the same day and the same chain between its look and its insert.</summary>
    [Fact]
    public async Task A_row_that_somebody_else_began_meanwhile_is_counted_on()
    {
        var race = new LostRace(TestEngine.Of(engine).Duplicate());
        await using var bank = await TestDatabase.OpenAsync(engine, race);
        await using var context = bank.Open();
        var before = await context.ChainHeads.Where(head => head.ChainId == ChainHead.Bank).Select(head => head.Sequence).SingleAsync(Ct);
        Receipt? first = null;
        race.Begin(async () => first = await bank.OpenAnotherNode().OpenForSystem(TestDatabase.Clock)
            .SaveWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct));

        var second = await context.SaveWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct);

        race.Lost.ShouldBe(["ReceiptDays", "ChainHeads"]);
        (first!.Number[^6..], second.Number[^6..]).ShouldBe(("000001", $"{ReceiptNumbers.Block + 1:D6}"));
        (await context.ChainHeads.AsNoTracking().SingleAsync(head => head.ChainId == ChainHead.Bank, Ct)).Sequence.ShouldBe(before + 2);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    /// <summary>The chains that are locked, in order.</summary>
    private sealed class Locks : DbCommandInterceptor
    {
        public List<string> Taken { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"Sequence\" +", StringComparison.Ordinal))
            {
                var key = command.Parameters.Cast<DbParameter>().Single(parameter => parameter.Value is not int and not long).Value!;
                Taken.Add(key.ToString()!.ToUpperInvariant());
            }

            return ValueTask.FromResult(result);
        }
    }

    private sealed class LostRace(DbException duplicate) : DbCommandInterceptor
    {
        private readonly Queue<string> hidden = new();
        private Func<Task> other = () => Task.CompletedTask;

        public List<string> Lost { get; } = [];

        /// <summary>Has another node come first: with the day for real, with the chain by a count that does not meet it.</summary>
        public void Begin(Func<Task> otherCommits)
        {
            other = otherCommits;
            hidden.Enqueue("ReceiptDays");
            hidden.Enqueue("ChainHeads");
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!hidden.TryPeek(out var table) || !command.CommandText.Contains(table, StringComparison.Ordinal))
            {
                return result;
            }

            if (!command.CommandText.StartsWith("INSERT", StringComparison.Ordinal))
            {
                return InterceptionResult<int>.SuppressWithResult(0);
            }

            Lost.Add(hidden.Dequeue());
            if (Lost.Count == 1)
            {
                await other();
            }

            throw duplicate;
        }
    }
}
