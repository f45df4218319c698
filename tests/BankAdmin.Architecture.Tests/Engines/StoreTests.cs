using System.Data.Common;
using BankAdmin.Domain;
using BankAdmin.Domain.Approvals;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>What the store promises.</summary>
public abstract class StoreTests(DatabaseProvider engine)
{
    private const string Sakura = "1000000001", Midori = "1000000002";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_and_its_sealed_record_are_stored_together()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        (await bank.IsSoundAsync()).ShouldBeTrue();
        var sakura = await bank.CompanyAsync(Sakura);
        await using (var context = bank.OpenFor(sakura.Id))
        {
            var company = await context.Companies.SingleAsync(Ct);
            company.ChangeInformation(Renamed(company, "株式会社さくら\uFA19社"), (await LossGuard.ReadAsync(context, company, Ct)).Approvers);
            var receipt = await context.SaveWithReceiptAsync(
                new OperationCompleted(OperationCatalogue.ChangeCompany, company.AsSubject()),
                (number, at) => new Receipt("BKGK004", "", number, at, company.Name, "", "", "", new Sheet(Compares: true, []), null), Ct);
            receipt.Number.ShouldMatch(@"^\d{8}-000001$");
        }

        var stored = await bank.CompanyAsync(Sakura);
        (stored.Name, stored.Version).ShouldBe(("株式会社さくら\uFA19社", sakura.Version + 1));
        await using var reading = bank.OpenFor(sakura.Id);
        var last = await reading.OperationRecords.OrderByDescending(row => row.Sequence).Take(2).ToListAsync(Ct);
        last.ShouldAllBe(row => row.Code == OperationCatalogue.ChangeCompany.Code && row.OperatorLoginId == "sakura01");
        var (part, holder) = (OperationPayload.Read(last[0].Payload), OperationPayload.Read(last[1].Payload));
        (holder.Event, holder.ReceiptOf, holder.Receipt!.Number).ShouldBe(("operation-completed", null, last[1].ReceiptNumber));
        (part.Event, part.ReceiptOf, part.Receipt).ShouldBe(("company-information-changed", last[1].ReceiptNumber, null));
        last.ShouldAllBe(row => row.OccurredAtUtc.Ticks % TimeSpan.TicksPerMicrosecond == 0);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_commits_at_once_never_fork_the_chain_and_the_older_version_loses()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var id = (await bank.CompanyAsync(Sakura)).Id;
        await using var first = bank.OpenFor(id);
        await using var second = bank.OpenFor(id);
        var (a, b) = (await first.Companies.SingleAsync(Ct), await second.Companies.SingleAsync(Ct));
        a.ChangeAccountMemos(["一", ""]);
        b.ChangeAccountMemos(["二", ""]);
        await first.SaveChangesAsync(Ct);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Ct));
        (await bank.CompanyAsync(Sakura)).Accounts[0].Memo.ShouldBe("一");
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_history_refuses_updates_and_deletions()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        await using var context = bank.Open();
        var rows = await context.OperationRecords.CountAsync(Ct);
        Should.Throw<DbException>(() => context.OperationRecords.ExecuteUpdate(set => set.SetProperty(r => r.OperatorName, "誰か")))
            .Message.ShouldContain("append-only");
        Should.Throw<DbException>(() => context.OperationRecords.ExecuteDelete()).Message.ShouldContain("append-only");
        (await context.OperationRecords.CountAsync(Ct)).ShouldBe(rows);
        (await bank.IsSoundAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_by_the_database()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        await using var context = bank.Open();
        context.Users.Where(user => user.LoginIdKey == "sakura01")
            .ExecuteUpdate(set => set.SetProperty(u => u.Email, new string('m', 64))).ShouldBe(1);
        Should.Throw<DbException>(() => context.Users.Where(user => user.LoginIdKey == "sakura01")
            .ExecuteUpdate(set => set.SetProperty(u => u.Email, new string('m', 65))));
    }

    [Fact]
    public async Task Another_company_is_not_to_be_seen()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var (sakura, midori) = (await bank.CompanyAsync(Sakura), await bank.CompanyAsync(Midori));
        await using var context = bank.OpenFor(sakura.Id);
        (await context.Companies.AnyAsync(company => company.Id == midori.Id, Ct)).ShouldBeFalse();
        (await context.Users.Select(user => user.CompanyId).Distinct().ToListAsync(Ct)).ShouldBe([sakura.Id]);
        (await context.OperationRecords.Select(row => row.ChainId).Distinct().ToListAsync(Ct)).ShouldBe([sakura.Id]);
        (await context.Users.IgnoreQueryFilters().AnyAsync(user => user.CompanyId == midori.Id, Ct)).ShouldBeTrue();
        await using var nobody = bank.Database.Open(new(), TestDatabase.Clock);
        (await nobody.Users.AnyAsync(Ct)).ShouldBeFalse("Who acts for no company sees none.");
    }

    [Fact]
    public async Task A_change_that_recorded_nothing_is_not_saved()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        await using var context = bank.OpenFor((await bank.CompanyAsync(Sakura)).Id);
        var company = await context.Companies.SingleAsync(Ct);
        context.Entry(company).Property(c => c.Name).CurrentValue = "記録のない変更";
        (await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync(Ct))).Message.ShouldContain("recorded nothing");
        context.ChangeTracker.Clear();

        var account = (await context.Companies.SingleAsync(Ct)).Accounts[0];
        context.Entry(account).Property(a => a.Memo).CurrentValue = "記録のない変更";
        (await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync(Ct))).Message.ShouldContain("recorded nothing");
        context.ChangeTracker.Clear();

        context.Remove((await context.Users.SingleAsync(user => user.LoginIdKey == "sakura02", Ct)).Rights.First());
        (await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync(Ct))).Message.ShouldContain("recorded nothing");
    }

    [Fact]
    public async Task Nothing_of_another_company_is_saved()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var (sakura, midori) = (await bank.CompanyAsync(Sakura), await bank.CompanyAsync(Midori));
        await using var context = bank.OpenFor(sakura.Id);
        context.Add(new WizardDraft { Wizard = "w", CompanyId = midori.Id });
        (await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync(Ct))).Message.ShouldContain("another company");
        context.ChangeTracker.Clear();

        var foreign = await context.Companies.IgnoreQueryFilters().SingleAsync(company => company.Id == midori.Id, Ct);
        foreign.ChangeAccountMemos(["侵入"]);
        (await Should.ThrowAsync<InvalidOperationException>(() => context.SaveChangesAsync(Ct))).Message.ShouldContain("another company");
        (await bank.CompanyAsync(Midori)).Accounts[0].Memo.ShouldBe("");
    }

    [Fact]
    public async Task Wrong_entries_are_counted_in_the_database_and_pause()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        const int Guesses = 12;
        var (subject, hashing, allHash) = (Guid.NewGuid(), 0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var entries = await Task.WhenAll(Enumerable.Range(0, Guesses).Select(async _ =>
        {
            await using var context = bank.Open();
            var gatekeeper = new EntryGatekeeper(context, TestDatabase.Clock, new BankParameters());
            return await gatekeeper.JudgeAsync(subject, EntryKind.Login, async () =>
            {
                // Every guess has found the gate open before the first is counted.
                if (Interlocked.Increment(ref hashing) == Guesses)
                {
                    allHash.SetResult();
                }

                await allHash.Task;
                return false;
            });
        }));
        entries.Count(entry => entry.Gate == EntryGate.Open).ShouldBe(5);
        entries.ShouldAllBe(entry => !entry.Right);
    }

    [Fact]
    public async Task Login_ids_are_unique_and_approvers_are_counted_alike()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        var midori = await bank.CompanyAsync(Midori);
        await using var context = bank.Open();
        var terms = new UserTerms(midori.Id, "SAKURA01", "二人目", "a@example.jp", UserRole.General, StoredPassword.None, StoredPassword.None);
        context.Add(User.Register(terms));
        await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync(Ct));

        // sakura01 is the Master, sakura02 may approve everything, the others nothing.
        await using var counting = bank.Open();
        (await LossGuard.ReadAsync(counting, await bank.CompanyAsync(Sakura), Ct)).Approvers.Values.ShouldBe([2, 2, 2, 2]);
    }

    [Fact]
    public async Task What_no_database_can_store_finds_nobody_and_fails_nowhere()
    {
        await using var bank = await TestDatabase.OpenAsync(engine);
        await using var context = bank.Open();
        foreach (var typed in (string[])["sakura01\0", "\0", "佐藤\0", "'", "%", "\\"])
        {
            var (id, name) = (LoginId.Key(typed), SearchKey.Of(typed));
            (await context.Users.AnyAsync(user => user.LoginIdKey == id || user.LoginIdKey.Contains(id) || user.NameKey.Contains(name), Ct))
                .ShouldBeFalse(typed);
        }
    }

    private static CompanyInformation Renamed(Company company, string name) => company.Information with
    {
        Name = name,
        Modes = company.Information.Modes.ToDictionary(
            m => m.Key, m => m.Key == BankingService.BulkTransfer ? ApprovalMode.DoubleOrdered : m.Value),
    };
}
