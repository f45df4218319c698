using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>kill -9 in the middle of commits (spec quality.md §1 and §3): all of a change or nothing of it.</summary>
public abstract class CrashTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private const int People = 5;
    private static readonly TimeSpan LongestCommit = TimeSpan.FromSeconds(30);

    private readonly Tally tally = new();

    [Fact]
    public async Task A_server_killed_while_it_commits_leaves_whole_changes_or_none()
    {
        using var bank = await TestBank.OpenAsync(Engine);
        var server = await ServerProcess.StartAsync(bank);
        try
        {
            for (var round = 0; round < ProcessCollection.Rounds(3); round++)
            {
                var people = await PrepareAsync(bank, server);
                var sent = await KillWithinCommitsAsync(bank, server, people, round);
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(bank);
                await Proofs.ShouldVerifyAsync(bank);
                foreach (var ((person, confirm), request) in people.Zip(sent))
                {
                    await ShouldBeWholeAsync(server, person, confirm, answered: !await Moments.IsLostAsync(request));
                    person.Dispose();
                }
            }
        }
        finally
        {
            await server.DisposeAsync();
        }

        ProcessCollection.Note(tally.ToString());
    }

    private static async Task<IReadOnlyList<(Administrator Person, ConfirmForm Confirm)>> PrepareAsync(TestBank bank, ServerProcess server)
    {
        var people = new List<(Administrator, ConfirmForm)>();
        foreach (var (i, firm) in (await Firm.OpenManyAsync(bank, People)).Index())
        {
            var person = await Administrator.LogInAsync(server, firm);
            people.Add((person, await person.ProposeAsync(server, i)));
        }

        return people;
    }

    private async Task<IReadOnlyList<Task<RawPage>>> KillWithinCommitsAsync(
        TestBank bank, ServerProcess server, IReadOnlyList<(Administrator Person, ConfirmForm Confirm)> people, int round)
    {
        // The first commit is not disturbed; it says how long one takes here and now.
        var (first, form) = people[0];
        var duration = await Moments.MeasureAsync(
            async () => (await first.ExecuteAsync(server, form)).LeadsTo(form.ResultPath).ShouldBeTrue());
        var isWritten = bank.WatchWrites();
        var sent = people.Select((p, i) => i == 0 ? null : p.Person.ExecuteAsync(server, p.Confirm)).OfType<Task<RawPage>>().ToList();
        if (round % 2 == 0)
        {
            Moments.SpinFor(duration * Moments.Fraction(round / 2) * 3, until: Task.WhenAll(sent));
        }
        else
        {
            // Whatever is first seen in the write-ahead log is the beginning of a commit.
            tally.SeenInLog += Moments.SpinUntilSeen(isWritten, until: Task.WhenAll(sent), LongestCommit) ? 1 : 0;
        }

        server.Kill();
        await server.KillAsync();
        return [Task.FromResult<RawPage>(null!), .. sent];
    }

    private async Task ShouldBeWholeAsync(ServerProcess server, Administrator person, ConfirmForm confirm, bool answered)
    {
        var (state, changes) = await person.Firm.StateAsync();
        var history = await person.Firm.ChangesAsync();
        var draft = await person.Firm.DraftAsync(confirm.BasePath);
        var committed = changes == 1;
        state.ShouldBe(committed ? confirm.Proposal : null, "fields and version tell different stories");
        history.Count(change => change.Outcome == OperationOutcome.Succeeded)
            .ShouldBe(committed ? 1 : 0, "company and history tell different stories");
        (draft.CompletedAtUtc is not null).ShouldBe(committed, "draft and company tell different stories");
        draft.ReceiptNumber.ShouldBe(history.SingleOrDefault()?.ReceiptNumber);
        (answered && !committed).ShouldBeFalse("an answer came for what is not stored");
        tally.Count(committed, answered);

        var again = await person.OpenAgainAsync(server, confirm);
        again.LeadsTo(confirm.ResultPath).ShouldBe(committed, again.ToString());
        (await person.ExecuteAsync(server, confirm)).LeadsTo(confirm.ResultPath).ShouldBeTrue();
        await person.Firm.ShouldHaveChangedOnceAsync(confirm.Proposal, await person.ReceiptAsync(server, confirm));
    }

    private sealed class Tally
    {
        private int before;
        private int afterUnanswered;
        private int afterAnswered;

        public int SeenInLog { get; set; }

        public void Count(bool committed, bool answered) => _ = committed ? answered ? afterAnswered++ : afterUnanswered++ : before++;

        public override string ToString() =>
            $"commits cut off before they were stored: {before}; stored and unanswered: {afterUnanswered}; "
            + $"stored and answered: {afterAnswered} "
            + $"(one undisturbed commit a round among them); kills at the first byte in the log: {SeenInLog}";
    }
}
