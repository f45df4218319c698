using System.Net;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>A database that somebody else holds (spec quality.md §3): a short while is waited for, a long one is said.</summary>
public abstract class LockedDatabaseTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private static readonly TimeSpan ShortLock = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_execution_waits_for_three_seconds_and_succeeds()
    {
        var firm = await Firm.OpenAsync(Nodes.Bank);
        using var person = await Administrator.LogInAsync(Nodes[0], firm);
        var confirm = await person.ProposeAsync(Nodes[0], 1);
        Task<RawPage> executing;
        await using (await Nodes.Bank.LockAsync())
        {
            executing = person.ExecuteAsync(Nodes[0], confirm);
            await Task.WhenAny(executing, Task.Delay(ShortLock, Cancelled));
            executing.IsCompleted.ShouldBeFalse("nothing can be answered while nothing can be stored");
        }

        (await executing).LeadsTo(confirm.ResultPath).ShouldBeTrue();
        await firm.ShouldHaveChangedOnceAsync(1);
    }

    [Fact]
    public async Task Under_a_lock_without_end_every_write_is_answered_503_and_the_draft_is_kept()
    {
        var firm = await Firm.OpenAsync(Nodes.Bank, users: 2);
        using var person = await Administrator.LogInAsync(Nodes[0], firm);
        var confirm = await person.ProposeAsync(Nodes[0], 1);
        var input = (await person.OpenAgainAsync(Nodes[0], confirm)).Form("change");
        using var other = new RawBrowser();
        var login = (await other.GetAsync(Nodes[0], "/", Cancelled)).Form("login")
            .With("loginId", firm.UserLoginId(1)).With("password", Firm.LoginPassword);
        var before = await firm.DraftAsync(confirm.BasePath);

        // The lock goes only after the answers have come: that they come is what shows that nobody waits for it.
        await using (await Nodes.Bank.LockAsync())
        {
            var answers = await Task.WhenAll(
                person.ExecuteAsync(Nodes[0], confirm),
                person.Browser.PostAsync(Nodes[1], Proposal.Fill(input, 2), Cancelled),
                other.PostAsync(Nodes[1], login, Cancelled));
            foreach (var answer in answers)
            {
                answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, answer.ToString());
                answer.RetryAfter.ShouldNotBeNull();
                answer.Screen.ShouldBe("error-503");
                answer.Text.ShouldContain("何も変更していません");
            }
        }

        var after = await firm.DraftAsync(confirm.BasePath);
        (after.Revision, after.InputJson, after.CompletedAtUtc).ShouldBe((before.Revision, before.InputJson, null));
        (await firm.StateAsync()).ShouldBe((null, 0L));
        (await other.PostAsync(Nodes[1], login, Cancelled)).LeadsTo("/").ShouldBeTrue();
        (await person.ExecuteAsync(Nodes[1], confirm)).LeadsTo(confirm.ResultPath).ShouldBeTrue();
        await firm.ShouldHaveChangedOnceAsync(1);
    }
}
