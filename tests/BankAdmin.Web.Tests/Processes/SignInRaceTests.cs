using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>One session for each user (spec credentials.md §2), whatever races.</summary>
public abstract class SignInRaceTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_logins_at_once_one_session_stays_and_the_other_is_told_of_it()
    {
        for (var round = 0; round < ProcessCollection.Rounds(5); round++)
        {
            var firm = await Firm.OpenAsync(Nodes.Bank);
            using var first = new RawBrowser();
            using var second = new RawBrowser();
            var browsers = new[] { first, second };
            var forms = await Task.WhenAll(browsers.Select((browser, i) => browser.GetAsync(Nodes[i], "/", Cancelled)));

            var answers = await Task.WhenAll(browsers.Select((browser, i) => browser.PostAsync(
                Nodes[i], forms[i].Form("login").With("loginId", firm.UserLoginId()).With("password", Firm.LoginPassword), Cancelled)));

            answers.ShouldAllBe(answer => answer.LeadsTo("/"));
            // each asks the node that it did not log in at
            var pages = await Task.WhenAll(browsers.Select((browser, i) => browser.GetAsync(Nodes[i + 1], "/", Cancelled)));
            pages.Select(page => page.Screen).Order().ShouldBe(["BLGI001", "BTOP001"]);
            pages.Single(page => page.Screen == "BLGI001").Notice.ShouldBe("otherLogin");
            var userId = await firm.UserIdAsync();
            await using var context = Nodes.Bank.OpenContext();
            (await context.Sessions.CountAsync(session => session.UserId == userId && session.EndedAtUtc == null, Cancelled)).ShouldBe(1);
            (await context.Sessions.CountAsync(session => session.UserId == userId, Cancelled)).ShouldBe(2);
            await Proofs.ShouldVerifyAsync(Nodes.Bank, firm.Id);
        }
    }
}
