using System.Diagnostics;
using System.Net;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>One 実行, one execution (spec screens.md §5), over two processes.</summary>
public abstract class ExactlyOnceTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private const int Parallel = 16;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sixteen_executions_of_one_draft_at_once_are_one_change_and_all_end_at_its_result(bool underLoad)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var load = underLoad ? LoadAsync(over.Token) : Task.CompletedTask;
        for (var round = 0; round < ProcessCollection.Rounds(4); round++)
        {
            var firm = await Firm.OpenAsync(Nodes.Bank);
            using var person = await Administrator.LogInAsync(Nodes[round], firm);
            var confirm = await person.ProposeAsync(Nodes[round], round);

            var answers = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(i => person.ExecuteAsync(Nodes[i], confirm)));

            answers.ShouldAllBe(answer => answer.LeadsTo(confirm.ResultPath), string.Join('\n', answers.Select(a => a.ToString())));
            var receipt = await person.ReceiptAsync(Nodes[0], confirm);
            (await person.ReceiptAsync(Nodes[1], confirm)).ShouldBe(receipt);
            await firm.ShouldHaveChangedOnceAsync(round, receipt);
            (await firm.ChangesAsync()).ShouldHaveSingleItem("nobody was refused, so no refusal is recorded");
        }

        await over.CancelAsync();
        await load;
    }

    [Fact]
    public async Task A_change_of_the_input_and_an_execution_at_once_never_both_count()
    {
        var executed = 0;
        var duration = TimeSpan.Zero;
        var rounds = ProcessCollection.Rounds(4) * 2;
        for (var round = 0; round < rounds; round++)
        {
            var firm = await Firm.OpenAsync(Nodes.Bank);
            using var person = await Administrator.LogInAsync(Nodes[round], firm);
            var confirm = await person.ProposeAsync(Nodes[round], round);
            var input = (await person.OpenAgainAsync(Nodes[round], confirm)).Form("change");

            var clock = Stopwatch.StartNew();
            var executing = person.ExecuteAsync(Nodes[round + 1], confirm);
            Moments.SpinFor(duration * Moments.Fraction(round), until: executing);
            var changing = person.Browser.PostAsync(Nodes[round], Proposal.Fill(input, round + 500), Cancelled);
            var execution = await executing;
            duration = clock.Elapsed;
            var change = await changing;

            if (execution.LeadsTo(confirm.ResultPath))
            {
                executed++;
                change.Status.ShouldBe(HttpStatusCode.Conflict, change.ToString());
                change.Errors.ShouldBe([ErrorCodes.StaleDraft]);
                change.Text.ShouldContain("すでに実行されています");
                change.Text.ShouldNotContain("まだ行われていません");
                await firm.ShouldHaveChangedOnceAsync(round);
            }
            else
            {
                execution.Status.ShouldBe(HttpStatusCode.Conflict, execution.ToString());
                execution.Errors.ShouldBe([ErrorCodes.StaleDraft]);
                change.LeadsTo(confirm.Form.Action).ShouldBeTrue(change.ToString());
                (await firm.StateAsync()).ShouldBe((null, 0L), "what is committed is what was shown");
            }
        }

        ProcessCollection.Note($"{rounds} races: execution first {executed}, change first {rounds - executed}");
    }

    [Fact]
    public async Task Ten_companies_at_once_get_ten_receipts_and_whole_chains()
    {
        for (var round = 0; round < ProcessCollection.Rounds(3); round++)
        {
            var people = new List<(Administrator Person, ConfirmForm Confirm)>();
            foreach (var (i, firm) in (await Firm.OpenManyAsync(Nodes.Bank, 10)).Index())
            {
                var person = await Administrator.LogInAsync(Nodes[i], firm);
                people.Add((person, await person.ProposeAsync(Nodes[i], i)));
            }

            var answers = await Task.WhenAll(people.Select((p, i) => p.Person.ExecuteAsync(Nodes[i], p.Confirm)));

            answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
            var receipts = new List<string>();
            foreach (var (person, confirm) in people)
            {
                receipts.Add(await person.ReceiptAsync(Nodes[round], confirm));
                await person.Firm.ShouldHaveChangedOnceAsync(confirm.Proposal, receipts[^1]);
                person.Dispose();
            }

            receipts.ShouldBeUnique();
        }

        await Proofs.ShouldVerifyAsync(Nodes.Bank);
    }

    [Fact]
    public async Task Who_hangs_up_after_executing_finds_the_result_or_the_draft_and_changes_once()
    {
        var (lost, committed) = (0, 0);
        for (var round = 0; round < ProcessCollection.Rounds(5); round++)
        {
            var firms = await Firm.OpenManyAsync(Nodes.Bank, 4);
            using var timed = await Administrator.LogInAsync(Nodes[round], firms[0]);
            var duration = await Moments.MeasureAsync(
                async () => await timed.ExecuteAsync(Nodes[round], await timed.ProposeAsync(Nodes[round], 0)));
            foreach (var (i, firm) in firms.Skip(1).Index())
            {
                using var person = await Administrator.LogInAsync(Nodes[i], firm);
                var confirm = await person.ProposeAsync(Nodes[i], i);
                using var hangUp = new CancellationTokenSource();
                var sent = person.ExecuteAsync(Nodes[i], confirm, hangUp.Token);
                Moments.SpinFor(duration * Moments.Fraction(round * 3 + i), until: sent);
                await hangUp.CancelAsync();
                lost += await Moments.IsLostAsync(sent) ? 1 : 0;

                var again = await person.OpenAgainAsync(Nodes[i + 1], confirm);
                committed += again.LeadsTo(confirm.ResultPath) ? 1 : 0;
                (again.Screen == "BKGK002" || again.LeadsTo(confirm.ResultPath)).ShouldBeTrue(again.ToString());
                var repeated = await person.ExecuteAsync(Nodes[i + 1], confirm);
                repeated.LeadsTo(confirm.ResultPath).ShouldBeTrue(repeated.ToString());
                await firm.ShouldHaveChangedOnceAsync(i, await person.ReceiptAsync(Nodes[i + 1], confirm));
            }
        }

        ProcessCollection.Note($"answers lost {lost}, of which the draft was done when opened again {committed}");
    }

    // What else a busy day does: pages, drafts, logins and wrong passwords of other people, until it is over.
    private Task LoadAsync(CancellationToken over) => Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
    {
        var firm = await Firm.OpenAsync(Nodes.Bank, users: 2);
        using var person = await Administrator.LogInAsync(Nodes[i], firm);
        using var stranger = new RawBrowser();
        while (!over.IsCancellationRequested)
        {
            await person.ProposeAsync(Nodes[i], i);
            await Administrator.LogInAsync(stranger, Nodes[i + 1], firm.UserLoginId(1), "Wrong001");
        }

        (await firm.ChangesAsync()).ShouldAllBe(change => change.Outcome == OperationOutcome.Refused);
    }));
}
