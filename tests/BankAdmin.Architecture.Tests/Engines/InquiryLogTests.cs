using System.Data.Common;
using BankAdmin.Domain;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>What was looked at is written in batches, late but surely.</summary>
public abstract class InquiryLogTests(DatabaseProvider engine) : IAsyncLifetime
{
    private readonly Disturbance disturbance = new();

    private TestDatabase bank = null!;
    private InquiryLog log = null!;
    private Person person = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bank = await TestDatabase.OpenAsync(engine, disturbance, disturbance.Commits);
        log = new InquiryLog(bank.Database, TestDatabase.Clock, NullLogger<InquiryLog>.Instance);
        person = Person("sakura01", (await bank.CompanyAsync("1000000001")).Id);
        disturbance.Commits.Count = 0;
    }

    public async ValueTask DisposeAsync()
    {
        log.Dispose();
        await bank.DisposeAsync();
    }

    [Fact]
    public async Task Many_share_a_commit_and_each_keeps_its_chain_and_its_time()
    {
        var other = Person("midori01", (await bank.CompanyAsync("1000000002")).Id);
        for (var i = 0; i < 600; i++)
        {
            await NoteAsync(person);
            await NoteAsync(other);
        }

        var noted = TestDatabase.Clock.GetUtcNow().UtcDateTime;
        await log.WriteAsync(Ct);

        disturbance.Commits.Count.ShouldBe(3);
        foreach (var who in (Person[])[person, other])
        {
            var times = await TimesAsync(who);
            times.Count.ShouldBe(600);
            times.ShouldBeInOrder();
            times[^1].ShouldBeLessThanOrEqualTo(noted);
        }

        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task What_cannot_be_written_now_waits_for_the_database()
    {
        await NoteAsync(person);
        disturbance.Fails = _ => TestEngine.Of(engine).Locked();
        await Should.ThrowAsync<DbException>(() => log.WriteAsync(Ct));
        await NoteAsync(person);
        (await TimesAsync(person)).ShouldBeEmpty();

        disturbance.Fails = _ => null;
        await log.WriteAsync(Ct);

        (await TimesAsync(person)).Count.ShouldBe(2);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_too_many_wait_whoever_looks_waits_for_the_database_too()
    {
        for (var i = 0; i < InquiryLog.MostWaiting; i++)
        {
            await NoteAsync(person);
        }

        disturbance.Fails = _ => TestEngine.Of(engine).Locked();
        await Should.ThrowAsync<DbException>(() => NoteAsync(person));
        disturbance.Fails = _ => null;
        await log.WriteAsync(Ct);

        (await TimesAsync(person)).Count.ShouldBe(InquiryLog.MostWaiting, "who was refused saw nothing");
    }

    [Fact]
    public async Task One_that_can_never_be_written_holds_up_nobody()
    {
        await NoteAsync(person);
        await NoteAsync(person with { Name = "書けない" });
        await NoteAsync(person);
        disturbance.Fails = row => row.OperatorName == "書けない" ? new InvalidOperationException("Never.") : null;

        await log.WriteAsync(Ct);

        (await TimesAsync(person)).Count.ShouldBe(2);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_that_ends_writes_what_waits()
    {
        await log.StartAsync(Ct);
        await NoteAsync(person);

        await log.StopAsync(Ct);

        (await TimesAsync(person)).Count.ShouldBe(1);
    }

    private static Person Person(string loginId, Guid companyId) =>
        new(Realm.Company, Guid.CreateVersion7(), loginId, "佐藤　太郎", companyId, null, "192.0.2.1");

    private Task NoteAsync(Person by) => log.NoteAsync(TestDatabase.Inquiry, by, Ct);

    private async Task<IReadOnlyList<DateTime>> TimesAsync(Person by)
    {
        await using var context = bank.Open();
        return await context.OperationRecords.Where(row => row.ChainId == by.CompanyId && row.OperatorId == by.Id)
            .OrderBy(row => row.Sequence).Select(row => row.OccurredAtUtc).ToListAsync(Ct);
    }

    /// <summary>Fails the saves of some records, as a database does.</summary>
    private sealed class Disturbance : SaveChangesInterceptor
    {
        public CommitCounter Commits { get; } = new();

        public Func<OperationRecord, Exception?> Fails { get; set; } = _ => null;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            eventData.Context!.ChangeTracker.Entries<OperationRecord>().Select(entry => Fails(entry.Entity))
                .FirstOrDefault(failure => failure is not null) is { } failure ? throw failure : ValueTask.FromResult(result);
    }

    private sealed class CommitCounter : DbTransactionInterceptor
    {
        public int Count { get; set; }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Count++;
            return Task.CompletedTask;
        }
    }
}
