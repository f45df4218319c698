using System.Net;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Engines;
using Npgsql;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>
/// What happens to a database server (spec quality.md §3): nothing is half done, the history holds, and the nodes go on by themselves.
/// </summary>
[Collection(ProcessCollection.Name)]
public sealed class PostgresFaultTests
{
    private static readonly TimeSpan LongWhile = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_killed_while_two_nodes_commit_leaves_whole_changes_or_none()
    {
        await using var server = await PostgresServer.StartNewAsync();
        using var bank = await TestBank.OpenAsync(server.Engine);
        await using var first = await ServerProcess.StartAsync(bank);
        await using var second = await ServerProcess.StartAsync(bank);
        var scene = new CommitScene(bank);
        for (var round = 0; round < ProcessCollection.Rounds(3); round++)
        {
            await scene.PrepareAsync(first, second);
            var duration = await scene.MeasureAsync(first);
            var all = scene.SendAll(first, second);
            Moments.SpinFor(duration * Moments.Fraction(round) * 2, until: all);
            await server.KillAsync();
            await IsLiveAsync(first);
            await Moments.IsLostAsync(all);
            await server.StartAsync();
            await Task.WhenAll(first.WhenReadyAsync(LongWhile), second.WhenReadyAsync(LongWhile));
            await scene.ShouldBeWholeAsync(round % 2 == 0 ? first : second);
        }

        ProcessCollection.Note(scene.ToString());
    }

    [Theory]
    [InlineData(Cut.BeforeCommit, false)]
    [InlineData(Cut.AfterCommit, true)]
    public async Task Of_a_commit_whose_line_was_cut_nothing_is_guessed_and_all_can_be_looked_up(Cut cut, bool stored)
    {
        await using var server = await PostgresServer.StartNewAsync();
        using var bank = await TestBank.OpenAsync(server.Engine);
        await using var proxy = new CuttingProxy(server.Port);
        await using var node = await ServerProcess.StartAsync(bank, Through(bank, $"127.0.0.1:{proxy.Port}"));
        var firm = await Firm.OpenAsync(bank);
        using var person = await Administrator.LogInAsync(node, firm);
        var confirm = await person.ProposeAsync(node, 1);

        proxy.CutNext(cut);
        var answer = await person.ExecuteAsync(node, confirm);

        proxy.Cuts.ShouldBe(1);
        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, answer.ToString());
        answer.Text.ShouldContain("変更が行われたかどうかを確認できませんでした。");
        var again = await person.OpenAgainAsync(node, confirm);
        again.LeadsTo(confirm.ResultPath).ShouldBe(stored, again.ToString());
        (await person.ExecuteAsync(node, confirm)).LeadsTo(confirm.ResultPath).ShouldBeTrue();
        await firm.ShouldHaveChangedOnceAsync(1, await person.ReceiptAsync(node, confirm));
        await Proofs.ShouldVerifyAsync(bank);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_changed_and_work_goes_on_when_there_is_room()
    {
        // Files end within a block, as they do on a full disk; the write-ahead log's are shorter.
        const long limit = (3 * 1_048_576) + 4_096;
        await using var server = await PostgresServer.StartNewAsync("autovacuum=off"); // it would make room
        using var bank = await TestBank.OpenAsync(server.Engine);
        await using var node = await ServerProcess.StartAsync(bank);
        var firms = await Firm.OpenManyAsync(bank, 2);
        using var person = await Administrator.LogInAsync(node, firms[0]);
        using var other = await Administrator.LogInAsync(node, firms[1]);
        var (confirm, later) = (await person.ProposeAsync(node, 1), await other.ProposeAsync(node, 2));
        await server.LimitFilesAsync(limit);
        await FillHistoryAsync(bank);

        var answers = new[] { await person.ExecuteAsync(node, confirm), await other.ExecuteAsync(node, later) };

        foreach (var answer in answers)
        {
            answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, answer.ToString());
            answer.Text.ShouldContain("何も変更していません");
        }

        (await firms[0].StateAsync()).ShouldBe((null, 0L));
        await server.LimitFilesAsync(null);
        (await person.ExecuteAsync(node, confirm)).LeadsTo(confirm.ResultPath).ShouldBeTrue();
        (await other.ExecuteAsync(node, later)).LeadsTo(later.ResultPath).ShouldBeTrue();
        await firms[0].ShouldHaveChangedOnceAsync(1);
        await firms[1].ShouldHaveChangedOnceAsync(2);
        await Proofs.ShouldVerifyAsync(bank);
    }

    /// <summary>The standby confirms every commit before it is answered; the nodes know both and take the one that writes.</summary>
    [Fact]
    public async Task A_standby_that_takes_over_has_all_that_was_answered_and_the_nodes_find_it()
    {
        Assert.SkipUnless(
            (await PostgresPrograms.GetAsync()).HasBaseBackup, "This PostgreSQL has no pg_basebackup: a standby cannot be made.");
        await using var primary = await PostgresServer.StartNewAsync();
        using var bank = await TestBank.OpenAsync(primary.Engine);
        await using var standby = await primary.StartStandbyAsync();
        await primary.ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await primary.ExecuteAsync("SELECT pg_reload_conf()");
        var both = Through(bank, $"127.0.0.1:{primary.Port},127.0.0.1:{standby.Port}");
        both["ConnectionStrings__BankAdmin"] += ";Target Session Attributes=read-write";
        await using var first = await ServerProcess.StartAsync(bank, both);
        await using var second = await ServerProcess.StartAsync(bank, both);
        var scene = new CommitScene(bank);
        await scene.PrepareAsync(first, second);
        await scene.MeasureAsync(first);
        var all = scene.SendAll(first, second);

        await primary.KillAsync();
        await standby.PromoteAsync();
        await Moments.IsLostAsync(all);
        await Task.WhenAll(first.WhenReadyAsync(LongWhile), second.WhenReadyAsync(LongWhile));

        bank.ConnectTo(both["ConnectionStrings__BankAdmin"]);
        await scene.ShouldBeWholeAsync(second);
        ProcessCollection.Note(scene.ToString());
    }

    private static Dictionary<string, string> Through(TestBank bank, string hosts) => new()
    {
        ["ConnectionStrings__BankAdmin"] = new NpgsqlConnectionStringBuilder(bank.ConnectionString) { Host = hosts }.ConnectionString,
    };

    private static async Task IsLiveAsync(ServerProcess node)
    {
        using var client = new HttpClient();
        (await client.GetAsync(new Uri(node.Address, "/healthz/live"), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri(node.Address, "/healthz/ready"), Cancelled)).StatusCode
            .ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    // Until it takes no more, not even one: the next commit finds no room for its record.
    private static async Task FillHistoryAsync(TestBank bank)
    {
        // Long names, so that the rows are full before their indexes are; then one by one, and short ones, for what is left anywhere.
        var inquiry = new SheetInquired(OperationCatalogue.InquireCompany, null);
        var longName = new string('名', 120);
        const int most = 1_000;
        foreach (var (batch, name) in ((int, string)[])[(100, longName), (1, longName), (1, "")])
        {
            var saves = 0;
            await bank.ExecuteAsync("VACUUM \"OperationRecords\"");
            while (await TakesAsync(batch, Person.System with { Name = name }))
            {
                (++saves).ShouldBeLessThan(most, "the disk is never full");
            }
        }

        async Task<bool> TakesAsync(int records, Person somebody)
        {
            await using var context = bank.OpenContext();
            Enumerable.Range(0, records).ToList().ForEach(_ => context.Record(inquiry, somebody, ChainHead.Bank));
            try
            {
                await context.SaveChangesAsync(Cancelled);
                return true;
            }
            catch (Exception full) when (Engine.IsUnavailable(full))
            {
                return false;
            }
        }
    }
}
