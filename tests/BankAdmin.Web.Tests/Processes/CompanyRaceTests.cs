using System.Net;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Many people and one company: what one was shown is not overwritten by another unseen.</summary>
public abstract class CompanyRaceTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private const int People = 8;

    [Fact]
    public async Task Of_eight_administrators_one_succeeds_and_seven_are_told_who_was_first()
    {
        for (var round = 0; round < ProcessCollection.Rounds(3); round++)
        {
            var firm = await Firm.OpenAsync(Nodes.Bank, People);
            var people = new List<(Administrator Person, ConfirmForm Confirm)>();
            for (var i = 0; i < People; i++)
            {
                var person = await Administrator.LogInAsync(Nodes[i], firm, i);
                people.Add((person, await person.ProposeAsync(Nodes[i], i)));
            }

            var answers = await Task.WhenAll(people.Select((p, i) => p.Person.ExecuteAsync(Nodes[i + round], p.Confirm)));

            var told = string.Join('\n', answers.Select(answer => answer.ToString()));
            var winner = answers.Index().Where(a => a.Item.Status == HttpStatusCode.SeeOther).ShouldHaveSingleItem(told);
            winner.Item.Location.ShouldBe(people[winner.Index].Confirm.ResultPath);
            foreach (var answer in answers.Where(answer => answer.Status != HttpStatusCode.SeeOther))
            {
                answer.Status.ShouldBe(HttpStatusCode.Conflict, told);
                answer.Screen.ShouldBe("BKGK002");
                answer.Errors.Distinct().ShouldBe([ErrorCodes.ChangedByOther], told);
            }

            await firm.ShouldHaveChangedOnceAsync(
                winner.Index, await people[winner.Index].Person.ReceiptAsync(Nodes[round], people[winner.Index].Confirm));
            var refusals = (await firm.ChangesAsync()).Where(change => change.Outcome == OperationOutcome.Refused).ToList();
            refusals.Count.ShouldBe(People - 1);
            refusals.ShouldAllBe(refusal => refusal.ErrorCodes == ErrorCodes.ChangedByOther && refusal.ReceiptNumber == null);
            people.ForEach(p => p.Person.Dispose());
        }

        await Proofs.ShouldVerifyAsync(Nodes.Bank);
    }

    [Fact]
    public async Task Eight_who_print_and_inquire_at_once_are_all_served_and_all_recorded()
    {
        for (var round = 0; round < ProcessCollection.Rounds(3); round++)
        {
            var firm = await Firm.OpenAsync(Nodes.Bank, People);
            var people = new List<(Administrator Person, ConfirmForm Done)>();
            for (var i = 0; i < People; i++)
            {
                var person = await Administrator.LogInAsync(Nodes[i], firm, i);
                var confirm = await person.ProposeAsync(Nodes[i], i);
                (await person.ExecuteAsync(Nodes[i], confirm)).LeadsTo(confirm.ResultPath).ShouldBeTrue();
                people.Add((person, confirm));
            }

            var before = await firm.RecordsAsync();
            var answers = await Task.WhenAll(people.SelectMany((p, i) => new[]
            {
                p.Person.Browser.GetAsync(Nodes[i], p.Done.BasePath + "/print"),
                p.Person.Browser.GetAsync(Nodes[i + 1], "/companies/information"),
            }));

            answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
            (await firm.AwaitRecordsAsync(before + (2 * People))).ShouldBe(before + (2 * People));
            people.ForEach(p => p.Person.Dispose());
        }

        await Proofs.ShouldVerifyAsync(Nodes.Bank);
    }
}
