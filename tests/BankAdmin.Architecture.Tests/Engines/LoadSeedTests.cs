using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>A large data set is like one that people made, and always the same.</summary>
public abstract class LoadSeedTests(DatabaseProvider engine)
{
    private const int Records = 25_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_loaded_holds_can_be_told_and_goes_on()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        await using var context = bank.Open();
        var before = await context.OperationRecords.CountAsync(Ct);
        var told = await LoadAsync(bank, new LoadSize(2, 3, Records));

        told.Count.ShouldBeGreaterThan(3);
        var chains = await context.Companies.IgnoreAutoIncludes().Where(c => c.ContractNumber.StartsWith("5"))
            .OrderBy(c => c.ContractNumber).Select(c => c.Id).ToListAsync(Ct);
        var own = await context.OperationRecords.AsNoTracking()
            .Where(row => chains.Contains(row.ChainId) && row.OperatorId != null).ToListAsync(Ct);
        own.Count.ShouldBe(Records);
        (await context.OperationRecords.CountAsync(Ct)).ShouldBeGreaterThan(before + Records);
        own.Select(row => row.Code).Distinct().Count().ShouldBeGreaterThan(10);
        own.ShouldContain(row => row.Outcome == OperationOutcome.Refused);
        own.Where(row => row.ReceiptOf != null).ShouldAllBe(row => row.Part == 1);
        own.Where(row => row.ReceiptNumber != null).Select(row => row.ReceiptNumber).ShouldBeUnique();
        own.Take(500).ShouldAllBe(row => OperationSentence.Tell(OperationPayload.Of(row)).Length > 0);
        own.ShouldAllBe(row => JapanTime.Of(row.OccurredAtUtc).Hour >= 8 && JapanTime.Of(row.OccurredAtUtc).Hour < 18);
        (await context.HistoryBlocks.CountAsync(block => block.ChainId == chains[0], Ct))
            .ShouldBe((int)HistoryBlock.FilledAt(own.Where(row => row.ChainId == chains[0]).Max(row => row.Sequence)));

        var progress = new List<VerificationProgress>();
        await foreach (var verdict in new OperationVerifier(context, bank.Keys).ChainsAsync(null, null, progress.Add, Ct))
        {
            verdict.Fault.ShouldBeNull(verdict.Name);
        }

        progress.Select(p => p.All).ShouldBe([10_000, 20_000]);
        context.Record(TestDatabase.Inquiry, Person.System, chains[0]);
        await context.SaveChangesAsync(Ct);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_numbers_give_the_same_and_a_second_load_goes_on_behind_the_first()
    {
        await using var one = await TestDatabase.OpenAsync(engine);
        await using var other = await TestDatabase.OpenAsync(engine);
        await LoadAsync(one, new LoadSize(2, 2, 300));
        await LoadAsync(other, new LoadSize(1, 2, 150));
        await LoadAsync(other, new LoadSize(1, 2, 150));

        var first = await NamesAsync(one);
        first.Count.ShouldBe(2 + 4);
        (await NamesAsync(other)).ShouldBe(first);
        (await KindsAsync(other)).ShouldBe(await KindsAsync(one));
        (await other.IsSoundAsync()).ShouldBeTrue();
    }

    private static async Task<List<string>> LoadAsync(TestDatabase bank, LoadSize size)
    {
        using var hashing = new PasswordHashing(1_000);
        var told = new List<string>();
        await new LoadSeed(
            bank.Database, bank.Seeds(hashing), new BankParameters(), bank.Keys, TestDatabase.Clock, NullLogger<HistoryIndexer>.Instance)
            .AddAsync(size, told.Add, Ct);
        return told;
    }

    private static async Task<List<string>> NamesAsync(TestDatabase bank)
    {
        await using var context = bank.Open();
        return
        [
            .. await context.Companies.IgnoreAutoIncludes().Where(c => c.ContractNumber.StartsWith("5"))
                .OrderBy(c => c.ContractNumber).Select(c => c.ContractNumber + c.Name + c.NameKana).ToListAsync(Ct),
            .. await context.Users.Where(u => u.LoginIdKey.StartsWith("load"))
                .OrderBy(u => u.LoginIdKey).Select(u => u.LoginId + u.Name).ToListAsync(Ct),
        ];
    }

    private static async Task<List<string>> KindsAsync(TestDatabase bank)
    {
        await using var context = bank.Open();
        return await (
            from row in context.OperationRecords
            join company in context.Companies.IgnoreAutoIncludes() on row.ChainId equals company.Id
            where company.ContractNumber.StartsWith("5") && row.OperatorId != null
            orderby company.ContractNumber, row.Sequence
            select row.OperatorLoginId + row.Code + row.Subject).ToListAsync(Ct);
    }
}
