using System.Data.Common;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>What is over goes, the rest is proved from where it begins, and nobody else can make up a beginning.</summary>
public abstract class HistoryRetentionTests(DatabaseProvider engine)
{
    private static readonly DateTime Before = JapanTime.StartUtc(JapanTime.Day(TestDatabase.Clock.GetUtcNow().UtcDateTime).AddDays(-50));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_over_goes_and_the_rest_holds()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var company = await bank.CompanyAsync("1000000001");
        await using var context = bank.Open();
        var records = context.OperationRecords.AsNoTracking().Where(row => row.ChainId == company.Id);
        var over = await records.CountAsync(row => row.OccurredAtUtc < Before, Ct);
        context.AddRange(Block(company.Id, 0), Block(company.Id, over / HistoryBlock.Size));
        await context.SaveChangesAsync(Ct);

        var (all, told) = await RetainAsync(bank);

        all.ShouldBeTrue();
        told.Single(chain => chain.Name == "1000000001").Removed.ShouldBe(over);
        (await records.MinAsync(row => row.Sequence, Ct)).ShouldBe(over + 1);
        (await records.MinAsync(row => row.OccurredAtUtc, Ct)).ShouldBeGreaterThanOrEqualTo(Before);
        var last = await records.OrderByDescending(row => row.Sequence).FirstAsync(Ct);
        OperationSentence.Tell(OperationPayload.Of(last)).ShouldBe(
            $"システムが{company.Name}（1000000001）の操作履歴のうち、保存期間を過ぎた{JapanTime.Day(Before):yyyy年M月d日}より前の記録"
            + $"（{over}件目まで）を削除しました。");
        (await context.HistoryBlocks.Where(block => block.ChainId == company.Id).Select(block => block.Number).ToListAsync(Ct))
            .ShouldBe([over / HistoryBlock.Size]);
        (await bank.IsSoundAsync()).ShouldBeTrue();
        (await RetainAsync(bank)).Told.ShouldBeEmpty("nothing is over any more");
    }

    [Fact]
    public async Task Afterwards_nothing_can_be_changed_again_and_commits_go_on()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        await RetainAsync(bank);
        await using var context = bank.Open();

        await Should.ThrowAsync<DbException>(() => context.OperationRecords.Where(row => row.Sequence > 0).ExecuteDeleteAsync(Ct));
        await Should.ThrowAsync<DbException>(() => context.OperationRecords.Where(row => row.Sequence > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OperatorName, "X"), Ct));
        context.Record(TestDatabase.Inquiry, Person.System, (await bank.CompanyAsync("1000000002")).Id);
        await context.SaveChangesAsync(Ct);

        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_that_fails_in_the_middle_leaves_everything_as_it_was()
    {
        var failing = new Failing();
        await using var bank = await TestDatabase.OpenAsync(engine, failing);
        await using var context = bank.Open();
        var before = await context.OperationRecords.CountAsync(Ct);
        failing.At = "\"HistoryBlocks\"";

        await Should.ThrowAsync<InvalidDataException>(() => RetainAsync(bank));

        failing.At = null;
        (await context.OperationRecords.CountAsync(Ct)).ShouldBe(before);
        (await context.ChainBases.AnyAsync(Ct)).ShouldBeFalse();
        await Should.ThrowAsync<DbException>(() => context.OperationRecords.Where(row => row.Sequence > 0).ExecuteDeleteAsync(Ct));
        (await bank.IsSoundAsync()).ShouldBeTrue();
        (await RetainAsync(bank)).All.ShouldBeTrue();
    }

    [Fact]
    public async Task A_chain_of_which_all_is_over_goes_on_where_it_was()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var company = await bank.CompanyAsync("1000000001");
        await using var context = bank.Open();
        var end = await context.ChainHeads.Where(head => head.ChainId == company.Id).Select(head => head.Sequence).SingleAsync(Ct);

        await RetainAsync(bank, TestDatabase.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1));

        (await context.OperationRecords.Where(row => row.ChainId == company.Id).Select(row => row.Sequence).ToListAsync(Ct))
            .ShouldBe([end + 1]);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    private static HistoryBlock Block(Guid chain, long number) => new()
    {
        ChainId = chain,
        Number = number,
        FirstAtUtc = Before,
        LastAtUtc = Before,
        Signature = new byte[1],
    };

    private static async Task<(bool All, List<ChainRetention> Told)> RetainAsync(TestDatabase bank, DateTime? before = null)
    {
        await using var context = bank.Open();
        var told = new List<ChainRetention>();
        return (await new HistoryRetention(context, bank.Keys).RunAsync(before ?? Before, told.Add, Ct), told);
    }

    private sealed class Failing : DbCommandInterceptor
    {
        /// <summary>The statement that fails; null: none.</summary>
        public string? At { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            At is { } at && command.CommandText.Contains(at, StringComparison.Ordinal)
                ? throw new InvalidDataException("broken") : ValueTask.FromResult(result);
    }
}
