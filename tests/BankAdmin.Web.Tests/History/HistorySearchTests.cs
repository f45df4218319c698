using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.History;

/// <summary>
/// What a search finds is what reading everything would find, whatever of it is covered by blocks: page by page in both directions,
/// counted, and in the order of time, which is not that of the chain.
/// </summary>
public abstract class HistorySearchTests(DatabaseProvider engine) : IAsyncLifetime
{
    private const int Records = 1_100;
    private const int PageSize = 40;

    private static readonly DateTime End = new(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc);
    private static readonly OperationSubject Sakura = new(SubjectKind.Company, "9000000801", "検索用企業");

    private static readonly Person[] People =
    [
        new(Realm.Company, Guid.CreateVersion7(), "search01", "髙橋　一郎", null, Guid.CreateVersion7(), "192.0.2.1 Chrome 142 Windows"),
        new(Realm.Company, Guid.CreateVersion7(), "search02", "渡邉　花子", null, Guid.CreateVersion7(), "192.0.2.20 Edge 142 Windows"),
        new(Realm.Company, Guid.CreateVersion7(), "kensaku1", "100%_'の人", null, null, "2001:db8::1 Safari 18 iPhone"),
    ];

    private TestBank bank = null!;
    private BankAdminDbContext context = null!;
    private Guid chain;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bank = await TestBank.OpenAsync(engine);
        await bank.AddAsync(A.Company(Sakura.Key).WithMaster("search01"));
        context = bank.OpenContext();
        chain = await context.Companies.IgnoreAutoIncludes().Where(c => c.ContractNumber == Sakura.Key).Select(c => c.Id).SingleAsync(Ct);
        await FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        bank.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Whatever_is_searched_is_found_with_blocks_and_without()
    {
        await CompareAllAsync();
        await new HistoryIndexer(bank.Database(), TimeProvider.System, NullLogger<HistoryIndexer>.Instance).IndexAllAsync(Ct);
        (await context.HistoryBlocks.CountAsync(block => block.ChainId == chain, Ct)).ShouldBe(Records / HistoryBlock.Size);
        await CompareAllAsync();
    }

    [Fact]
    public async Task Blocks_are_made_once_and_for_what_is_new()
    {
        var indexer = new HistoryIndexer(bank.Database(), TimeProvider.System, NullLogger<HistoryIndexer>.Instance);
        await Task.WhenAll(indexer.IndexAllAsync(Ct), indexer.IndexAllAsync(Ct));
        await FillAsync();
        await indexer.IndexAllAsync(Ct);

        var blocks = await context.HistoryBlocks.AsNoTracking()
            .Where(block => block.ChainId == chain).OrderBy(b => b.Number).ToListAsync(Ct);
        blocks.Select(block => block.Number).ShouldBe(Enumerable.Range(0, blocks.Count).Select(number => (long)number));
        blocks.Count.ShouldBeGreaterThanOrEqualTo(2 * Records / HistoryBlock.Size);
    }

    private async Task CompareAllAsync()
    {
        var all = new HistoryConditions(chain, End.AddDays(-30), End);
        HistoryConditions[] searches =
        [
            all, all with { FromUtc = End.AddDays(-2), UntilUtc = End.AddDays(-1) }, all with { UserName = "高橋" },
            all with { UserName = "SEARCH0" }, all with { UserName = "earch" }, all with { UserName = "渡辺花" }, all with { UserName = "子" },
            all with { Terminal = "edge" }, all with { Terminal = "２００１" }, all with { Terminal = "192.0.2.2" },
            all with { Category = "company" }, all with { Operation = "auth.logout" }, all with { Text = "企業情報" },
            all with { Text = "E-AUTH-001" }, all with { Text = "珍" }, all with { Text = "珍しい 一件" }, all with { Text = "%" },
            all with { Text = "_'" }, all with { Text = "ないもの" }, all with { Text = new string('あ', 100) },
            all with { OwnOf = People[1].Id }, all with { OperatorId = People[0].Id }, all with { SessionId = People[1].SessionId },
            all with { SubjectKey = Sakura.FullKey }, all with { OwnOf = People[1].Id, OperatorId = People[0].Id },
            all with { UserName = "高橋", Category = "signIn", Text = "ログアウト", Terminal = "chrome" },
        ];
        foreach (var search in searches)
        {
            await CompareAsync(search);
        }
    }

    private async Task CompareAsync(HistoryConditions conditions)
    {
        var expectedRows = (await HistoryRows.ReadAsync(context.OperationRecords.Where(row => row.ChainId == chain), Ct))
            .Where(row => IsMeant(conditions, row)).OrderByDescending(row => row.Place).ToList();
        var expected = expectedRows.Select(row => row.Place).ToList();
        var search = new HistorySearch(context);

        var pages = new List<HistoryPage>();
        for (HistoryCursor? cursor = null; pages.Count == 0 || cursor is not null; cursor = pages[^1].Older)
        {
            pages.Add(await search.PageAsync(conditions, cursor, PageSize, Ct));
        }

        pages.SelectMany(page => page.Rows).Select(row => row.Place).ShouldBe(expected, conditions.ToString());
        for (var i = pages.Count - 1; i > 0; i--)
        {
            var back = await search.PageAsync(conditions, pages[i].Newer, PageSize, Ct);
            back.Rows.Select(row => row.Place).ShouldBe(pages[i - 1].Rows.Select(row => row.Place), conditions.ToString());
            back.HasNewer.ShouldBe(i > 1);
            back.HasOlder.ShouldBeTrue();
        }

        (await search.AllAsync(conditions, Ct).Select(row => row.Place).ToListAsync(Ct)).ShouldBe(expected);
        (await search.CountAsync(conditions, pages[0], 3_000, Ct)).ShouldBe(
            conditions.AreSelective ? new HistoryCount(pages[0].Rows.Count, IsAll: expected.Count <= PageSize)
                : new HistoryCount(expected.Count, IsAll: true), conditions.ToString());
        var days = await search.DaysAsync(conditions, 3_000, Ct);
        days.ShouldNotBeNull().Select(day => (day.Day, day.Succeeded, day.Refused)).ShouldBe(expectedRows
            .GroupBy(row => JapanTime.Day(row.AtUtc)).OrderByDescending(day => day.Key)
            .Select(day => (
                day.Key, day.Count(row => row.Outcome != OperationOutcome.Refused),
                day.Count(row => row.Outcome == OperationOutcome.Refused))), conditions.ToString());
        var few = expected.Count / 2;
        (await search.DaysAsync(conditions, few, Ct) is null).ShouldBe(expected.Count > few);
    }

    // By itself, and not as the product asks.
    private static bool IsMeant(HistoryConditions search, HistoryRow row) =>
        row.AtUtc >= search.FromUtc && row.AtUtc < search.UntilUtc
        && (SearchKey.Of(row.OperatorName).Contains(SearchKey.Of(search.UserName), StringComparison.Ordinal)
            || row.OperatorLoginId.StartsWith(search.UserName, StringComparison.OrdinalIgnoreCase))
        && row.Terminal.Contains(search.Terminal.Normalize(System.Text.NormalizationForm.FormKC), StringComparison.OrdinalIgnoreCase)
        && (search.Category is null || row.Operation.Category.Code == search.Category)
        && (search.Operation is null || row.Code == search.Operation)
        && row.SearchText.Contains(SearchKey.Of(search.Text), StringComparison.Ordinal)
        && (search.OwnOf is null || row.OperatorId == search.OwnOf) && (search.OperatorId is null || row.OperatorId == search.OperatorId)
        && (search.SessionId is null || row.SessionId == search.SessionId)
        && (search.SubjectKey is null || row.SubjectKey == search.SubjectKey);

    private async Task FillAsync()
    {
        var operation = new OperationContext();
        await using var writing = bank.Database().OpenForSystem(TimeProvider.System, operation);
        var end = await context.ChainHeads.Where(head => head.ChainId == chain).Select(head => head.Sequence).SingleAsync(Ct);
        for (var i = (int)end; i < end + Records; i++)
        {
            var who = People[i * 7 % 5 % 3];

            // Now and then later ones are written first, and some at the same time.
            operation.HappenedAtUtc = End.AddMinutes((-13 * (Records - i)) - (i % 10 == 0 ? 45 : 0));
            OperationEvent happened = (i % 11) switch
            {
                0 => new SheetInquired(OperationCatalogue.InquireCompany, Sakura),
                1 => new LoginRefused(OperationSubject.Of(who), ["E-AUTH-001"]),
                2 => new LoggedOut(OperationSubject.Of(who)),
                3 when i % 1_000 == 300 => new ListInquired(OperationCatalogue.ListUsers, null, "珍しい一件"),
                3 => new ListInquired(OperationCatalogue.ListUsers, null, "100%_'"),
                _ => new LoggedIn(OperationSubject.Of(who)),
            };
            writing.Record(happened, who, chain);
            if (i % 100 == 99)
            {
                await writing.SaveChangesAsync(Ct);
                writing.ChangeTracker.Clear();
            }
        }

        await writing.SaveChangesAsync(Ct);
    }
}

public sealed class HistorySearchOnSqliteTests() : HistorySearchTests(DatabaseProvider.Sqlite);

public sealed class HistorySearchOnPostgresTests() : HistorySearchTests(DatabaseProvider.Postgres);
