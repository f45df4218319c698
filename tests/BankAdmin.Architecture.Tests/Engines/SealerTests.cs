using System.Data.Common;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>Commits queue at their chains and at the serial of the day, in one order, and begin them without colliding.</summary>
public abstract class SealerTests(DatabaseProvider engine)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chains_are_reserved_in_the_order_of_their_keys_and_the_serial_is_taken_last()
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

        locks.Taken.ShouldBe([.. chains.Order().Select(chain => chain.ToString().ToUpperInvariant()), Locks.Serial]);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    /// <summary>What a node meets when another one begins the same chain and the same day between its look and its insert.</summary>
    [Fact]
    public async Task A_row_that_somebody_else_began_meanwhile_is_counted_on()
    {
        var race = new LostRace(TestEngine.Of(engine).Duplicate());
        await using var bank = await TestDatabase.OpenAsync(engine, race);
        await using var context = bank.Open();
        var before = await context.ChainHeads.Where(head => head.ChainId == ChainHead.Bank).Select(head => head.Sequence).SingleAsync(Ct);
        var first = await context.SaveWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct);
        race.Begin();

        var second = await context.SaveWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct);

        race.Lost.ShouldBe(["ChainHeads", "ReceiptDays"]);
        (first.Number[^6..], second.Number[^6..]).ShouldBe(("000001", "000002"));
        (await context.ChainHeads.AsNoTracking().SingleAsync(head => head.ChainId == ChainHead.Bank, Ct)).Sequence.ShouldBe(before + 2);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    /// <summary>The rows that are locked, in order: a chain by its key, then the serial.</summary>
    private sealed class Locks : DbCommandInterceptor
    {
        public const string Serial = "serial";

        public List<string> Taken { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (new[] { "\"Sequence\" +", "\"LastSerial\" +" }.Any(count => command.CommandText.Contains(count, StringComparison.Ordinal)))
            {
                var keys = command.Parameters.Cast<DbParameter>().Where(parameter => parameter.Value is not int and not long);
                var key = keys.Single().Value!.ToString()!;
                Taken.Add(Guid.TryParse(key, out _) ? key.ToUpperInvariant() : Serial);
            }

            return ValueTask.FromResult(result);
        }
    }

    private sealed class LostRace(DbException duplicate) : DbCommandInterceptor
    {
        private readonly Queue<string> hidden = new();

        public List<string> Lost { get; } = [];

        public void Begin()
        {
            hidden.Enqueue("ChainHeads");
            hidden.Enqueue("ReceiptDays");
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!hidden.TryPeek(out var table) || !command.CommandText.Contains(table, StringComparison.Ordinal))
            {
                return ValueTask.FromResult(result);
            }

            if (command.CommandText.StartsWith("INSERT", StringComparison.Ordinal))
            {
                Lost.Add(hidden.Dequeue());
                throw duplicate;
            }

            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
        }
    }
}
