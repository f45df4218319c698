using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>Whether a context sees one company or all is decided when it is opened, and by nothing later.</summary>
public abstract class ScopeTests(DatabaseProvider engine)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_company_is_a_plain_condition_and_the_system_has_none()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        await using var one = bank.OpenFor((await bank.CompanyAsync("1000000001")).Id);
        await using var all = bank.Open();
        foreach (var (narrow, wide) in Queries(one).Zip(Queries(all)))
        {
            narrow.ShouldMatch(@"WHERE .*""(Id|CompanyId|ChainId)"" = @");
            narrow.ShouldNotContain(" OR ");
            wide.ShouldNotMatch(@"""(Id|CompanyId|ChainId)"" = @");
        }

        all.Users.ToQueryString().ShouldContain("\"DeletedAtUtc\" IS NULL", Case.Sensitive, "deleted users are out of sight everywhere");
    }

    [Fact]
    public async Task Who_acts_changes_what_a_request_sees_and_never_widens_it()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var (sakura, midori) = ((await bank.CompanyAsync("1000000001")).Id, (await bank.CompanyAsync("1000000002")).Id);
        var operation = new OperationContext();
        await using var context = bank.Database.Open(operation, TestDatabase.Clock);
        (await SeenAsync()).ShouldBeEmpty("nobody is known yet");
        (await context.OperationRecords.AnyAsync(Ct)).ShouldBeFalse("the bank's chain is not nobody's");
        operation.ActAs(Of(sakura));
        (await SeenAsync()).ShouldBe([sakura]);
        operation.ActAs(Of(midori));
        (await SeenAsync()).ShouldBe([midori]);
        operation.ActAs(Person.System);
        (await SeenAsync()).ShouldBeEmpty();

        Task<List<Guid>> SeenAsync() => context.Companies.Select(company => company.Id).ToListAsync(Ct);
    }

    [Fact]
    public async Task What_happens_without_a_session_is_recorded_where_it_belongs_and_shows_nothing_more()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var sakura = await bank.CompanyAsync("1000000001");
        await using (var context = bank.Database.Open(new OperationContext(), TestDatabase.Clock))
        {
            context.Record(new SheetInquired(OperationCatalogue.InquireCompany, sakura.AsSubject()), Of(sakura.Id), sakura.Id);
            context.Record(new SheetInquired(OperationCatalogue.InquireCompany, null), Person.Unknown("192.0.2.9"), ChainHead.Bank);
            await context.SaveChangesAsync(Ct);
            (await context.Companies.AnyAsync(Ct)).ShouldBeFalse();
        }

        await using var reading = bank.Open();
        var last = await reading.OperationRecords.Where(row => row.Code == OperationCatalogue.InquireCompany.Code)
            .OrderByDescending(row => row.OccurredAtUtc).Take(2).ToListAsync(Ct);
        last.Select(row => (row.ChainId, row.OperatorLoginId, row.Terminal)).ShouldBe(
            [(sakura.Id, "sakura01", "192.0.2.1"), (ChainHead.Bank, "", "192.0.2.9")], ignoreOrder: true);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    private static Person Of(Guid company) => new(Realm.Company, Guid.AllBitsSet, "sakura01", "佐藤　太郎", company, null, "192.0.2.1");

    private static string[] Queries(BankAdminDbContext context) =>
    [
        context.Companies.IgnoreAutoIncludes().ToQueryString(), context.Users.ToQueryString(), context.FeeTables.ToQueryString(),
        context.Drafts.ToQueryString(), context.OperationRecords.ToQueryString(), context.OutgoingMails.ToQueryString(),
    ];
}
