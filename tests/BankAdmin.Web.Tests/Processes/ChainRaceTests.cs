using System.Net;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Many commits at once in several companies by two processes, while the history is verified again and again.</summary>
public abstract class ChainRaceTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private const int Firms = 8;
    private const int People = 4;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_two_commits_leave_no_gap_no_fork_and_no_duplicate_and_a_verification_meanwhile_finds_nothing()
    {
        for (var round = 0; round < ProcessCollection.Rounds(2); round++)
        {
            var people = new List<(Administrator Person, ConfirmForm Confirm)>();
            var firms = new List<Firm>();
            for (var i = 0; i < Firms; i++)
            {
                firms.Add(await Firm.OpenAsync(Nodes.Bank, People));
                for (var user = 0; user < People; user++)
                {
                    var person = await Administrator.LogInAsync(Nodes[user], firms[i], user);
                    people.Add((person, await person.ProposeAsync(Nodes[user], user)));
                }
            }

            var commits = Task.WhenAll(people.Select((each, i) => each.Person.ExecuteAsync(Nodes[i], each.Confirm)));
            var verifications = 0;
            do
            {
                await Proofs.ShouldVerifyAsync(Nodes.Bank, firms[verifications++ % Firms].Id);
            }
            while (!commits.IsCompleted);

            (await commits).Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(Firms, "one of each company");
            foreach (var firm in firms)
            {
                (await firm.ChangesAsync()).Count.ShouldBe(People);
                await ShouldBeOneChainAsync(firm);
                await Proofs.ShouldVerifyAsync(Nodes.Bank, firm.Id);
            }

            people.ForEach(each => each.Person.Dispose());
            ProcessCollection.Note($"{verifications} verifications while {people.Count} commits went on");
        }

        await Proofs.ShouldVerifyAsync(Nodes.Bank);
    }

    private async Task ShouldBeOneChainAsync(Firm firm)
    {
        await using var context = Nodes.Bank.OpenContext();
        var rows = await context.OperationRecords.AsNoTracking().Where(row => row.ChainId == firm.Id).OrderBy(row => row.Sequence)
            .Select(row => new { row.Sequence, row.PreviousSeal, row.Seal }).ToListAsync(Cancelled);
        rows.Select(row => row.Sequence).ShouldBe(Enumerable.Range(1, rows.Count).Select(place => (long)place));
        rows.Skip(1).Select(row => Convert.ToHexString(row.PreviousSeal))
            .ShouldBe(rows.SkipLast(1).Select(row => Convert.ToHexString(row.Seal)));
        rows.DistinctBy(row => Convert.ToHexString(row.Seal)).Count().ShouldBe(rows.Count);
    }
}
