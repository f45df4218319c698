using BankAdmin.Domain.Operations;
using BankAdmin.Testing;
using Shouldly;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>People of different companies who press 実行 at once while something fails, and what must hold of each afterwards.</summary>
internal sealed class CommitScene(TestBank bank)
{
    public const int People = 5;

    private readonly List<(Administrator Person, ConfirmForm Confirm)> people = [];
    private List<Task<RawPage>> sent = [];
    private int before;
    private int unanswered;
    private int answered;

    /// <summary>Everybody at their confirm page.</summary>
    public async Task PrepareAsync(params ServerProcess[] nodes)
    {
        people.Clear();
        foreach (var (i, firm) in (await Firm.OpenManyAsync(bank, People)).Index())
        {
            var person = await Administrator.LogInAsync(nodes[i % nodes.Length], firm);
            people.Add((person, await person.ProposeAsync(nodes[i % nodes.Length], i)));
        }
    }

    /// <summary>One execution that nothing disturbs: how long one takes here and now.</summary>
    public async Task<TimeSpan> MeasureAsync(ServerProcess node)
    {
        var (first, form) = people[0];
        return await Moments.MeasureAsync(async () => (await first.ExecuteAsync(node, form)).LeadsTo(form.ResultPath).ShouldBeTrue());
    }

    /// <summary>All others press it at once; ends when all have their answers, or have none.</summary>
    public Task SendAll(params ServerProcess[] nodes)
    {
        sent = people.Skip(1).Select((p, i) => p.Person.ExecuteAsync(nodes[i % nodes.Length], p.Confirm)).ToList();
        return Task.WhenAll(sent);
    }

    /// <summary>All of each change or nothing of it, as everything tells alike; and it can be carried out once after all.</summary>
    public async Task ShouldBeWholeAsync(ServerProcess node)
    {
        await Proofs.ShouldVerifyAsync(bank);
        foreach (var ((person, confirm), request) in people.Skip(1).Zip(sent))
        {
            var succeeded = !await Moments.IsLostAsync(request) && (await request).LeadsTo(confirm.ResultPath);
            await ShouldBeWholeAsync(node, person, confirm, succeeded);
            person.Dispose();
        }

        people[0].Person.Dispose();
    }

    public override string ToString() =>
        $"commits cut off before they were stored: {before}; stored and not answered so: {unanswered}; stored and answered: {answered}";

    private async Task ShouldBeWholeAsync(ServerProcess node, Administrator person, ConfirmForm confirm, bool succeeded)
    {
        var (state, changes) = await person.Firm.StateAsync();
        var history = (await person.Firm.ChangesAsync()).Where(change => change.Outcome == OperationOutcome.Succeeded).ToList();
        var draft = await person.Firm.DraftAsync(confirm.BasePath);
        var committed = changes == 1;
        state.ShouldBe(committed ? confirm.Proposal : null, "fields and version tell different stories");
        history.Count.ShouldBe(committed ? 1 : 0, "company and history tell different stories");
        (draft.CompletedAtUtc is not null).ShouldBe(committed, "draft and company tell different stories");
        draft.ReceiptNumber.ShouldBe(history.SingleOrDefault()?.ReceiptNumber);
        (succeeded && !committed).ShouldBeFalse("an answer came for what is not stored");
        _ = committed ? succeeded ? answered++ : unanswered++ : before++;

        var again = await person.OpenAgainAsync(node, confirm);
        again.LeadsTo(confirm.ResultPath).ShouldBe(committed, again.ToString());
        (await person.ExecuteAsync(node, confirm)).LeadsTo(confirm.ResultPath).ShouldBeTrue();
        await person.Firm.ShouldHaveChangedOnceAsync(confirm.Proposal, await person.ReceiptAsync(node, confirm));
    }
}
