using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>A print, an export, a refusal: where another commit came first it is recorded at the next try.</summary>
public abstract class RecordingTests(DatabaseProvider engine)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_came_second_is_recorded_once_at_the_next_try()
    {
        var race = new LostRace();
        await using var bank = await TestDatabase.OpenAsync(engine, race);
        await using var context = bank.Open();
        var before = await context.OperationRecords.CountAsync(Ct);

        race.ToLose = 2;
        await context.RecordAsync(TestDatabase.Inquiry, Ct);
        race.ToLose = 2;
        var receipt = await context.RecordWithReceiptAsync(TestDatabase.Inquiry, TestDatabase.Receipt, Ct);

        race.ToLose.ShouldBe(0);
        receipt.Number[^6..].ShouldBe("000003", "numbers of what was not stored are not used again");
        (await context.OperationRecords.CountAsync(Ct)).ShouldBe(before + 2);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    /// <summary>What a node meets whose place in the chain another one took.</summary>
    private sealed class LostRace : SaveChangesInterceptor
    {
        public int ToLose { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ToLose > 0 && ToLose-- > 0 ? throw new DbUpdateConcurrencyException("Another came first.") : ValueTask.FromResult(result);
    }
}
