using System.Data.Common;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>A verification is remembered, and goes on beside commits.</summary>
public abstract class HistoryVerificationTests(DatabaseProvider engine)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_verdict_is_kept_and_the_whole_is_one_record_of_the_bank()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var first = await RunAsync(bank, null);
        var second = await RunAsync(bank, null);

        first.ShouldAllBe(verdict => verdict.Fault == null);
        second.Sum(verdict => verdict.Rows).ShouldBe(first.Sum(verdict => verdict.Rows) + 1, "the first verification is a record");
        await using var context = bank.Open();
        var kept = await context.ChainVerifications.AsNoTracking().ToListAsync(Ct);
        kept.Select(k => (k.ChainId, k.Records, k.Fault)).OrderBy(k => k.ChainId)
            .ShouldBe(second.Select(v => (v.ChainId!.Value, v.Rows, (string?)null)).OrderBy(v => v.Value));
        var last = await LastAsync(context, ChainHead.Bank);
        OperationSentence.Tell(OperationPayload.Of(last))
            .ShouldBe($"システムが全企業と金融機関の操作履歴を検査しました（{second.Sum(verdict => verdict.Rows):N0}件、異常なし）。");
    }

    [Fact]
    public async Task A_company_alone_is_told_in_its_own_chain()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var company = await bank.CompanyAsync("1000000001");

        (await RunAsync(bank, company.Id)).ShouldHaveSingleItem().ChainId.ShouldBe(company.Id);

        await using var context = bank.Open();
        (await context.ChainVerifications.AsNoTracking().SingleAsync(Ct)).ChainId.ShouldBe(company.Id);
        (await LastAsync(context, company.Id)).Subject.ShouldBe(company.AsSubject().Title);
    }

    [Fact]
    public async Task What_does_not_hold_is_kept_as_it_is()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var company = await bank.CompanyAsync("1000000001");
        await using var context = bank.Open();
        await context.ChainHeads.Where(head => head.ChainId == company.Id).ExecuteDeleteAsync(Ct);

        var fault = (await RunAsync(bank, company.Id)).ShouldHaveSingleItem().Fault.ShouldNotBeNull();

        (await context.ChainVerifications.AsNoTracking().SingleAsync(Ct)).Fault.ShouldBe(fault);
        (await context.ChainHeads.AnyAsync(head => head.ChainId == company.Id, Ct)).ShouldBeFalse("nothing was recorded there");
        OperationSentence.Tell(OperationPayload.Of(await LastAsync(context, ChainHead.Bank))).ShouldContain("異常1件");
    }

    [Fact]
    public async Task What_is_committed_meanwhile_is_no_fault()
    {
        var meanwhile = new Meanwhile();
        await using var bank = await TestDatabase.OpenAsync(engine, meanwhile);
        var company = await bank.CompanyAsync("1000000001");
        await using var other = bank.OpenAnotherNode().OpenForSystem(TestDatabase.Clock);
        meanwhile.Commit = async () =>
        {
            other.Record(TestDatabase.Inquiry, Person.System, company.Id);
            await other.SaveChangesAsync(Ct);
        };

        (await RunAsync(bank, company.Id)).ShouldHaveSingleItem().Fault.ShouldBeNull();

        meanwhile.Commits.ShouldBe(1);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    private static async Task<List<ChainVerdict>> RunAsync(TestDatabase bank, Guid? company)
    {
        await using var context = bank.Open();
        var verification = new HistoryVerification(
            context, bank.Keys, TestDatabase.Clock, NullLogger<HistoryVerification>.Instance);
        var verdicts = new List<ChainVerdict>();
        await foreach (var verdict in verification.RunAsync(company, null, null, Ct))
        {
            verdicts.Add(verdict);
        }

        return verdicts;
    }

    private static Task<OperationRecord> LastAsync(BankAdminDbContext context, Guid chain) => context.OperationRecords.AsNoTracking()
        .Where(row => row.ChainId == chain).OrderByDescending(row => row.Sequence).FirstAsync(Ct);

    /// <summary>Commits once, between the look at the end of a chain and the reading of its records.</summary>
    private sealed class Meanwhile : DbCommandInterceptor
    {
        public Func<Task>? Commit { get; set; }

        public int Commits { get; private set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            if (Commit is { } commit && command.CommandText.Contains("ChainBases", StringComparison.Ordinal))
            {
                (Commit, Commits) = (null, Commits + 1);
                await commit();
            }

            return result;
        }
    }
}
