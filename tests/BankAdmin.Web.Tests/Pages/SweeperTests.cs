using BankAdmin.Domain;
using BankAdmin.Infrastructure;
using BankAdmin.Testing;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Pages;

/// <summary>What nobody needs any more goes; the history stays.</summary>
public sealed class SweeperTests : WebTest
{
    [Fact]
    public async Task Expired_drafts_go_after_a_day_and_results_after_thirty()
    {
        var browser = await LoggedInAsync("sakura01");
        var result = await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1");
        var open = await browser.OpenAsync("BKGK002");

        App.Clock.Advance(TimeSpan.FromHours(24));
        await SweepAsync();
        await AgainAsync();
        (await browser.GetAsync(open.Path)).Status.ShouldBe(409, "who comes late is told that it expired");
        App.Clock.Advance(TimeSpan.FromHours(1));
        await SweepAsync();
        await AgainAsync();
        (await browser.GetAsync(open.Path)).Status.ShouldBe(404);
        (await browser.GetAsync(result.Path)).ReceiptNumber.ShouldBe(result.ReceiptNumber);

        App.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync();
        (await Bank.WithDatabaseAsync(context => context.Drafts.CountAsync())).ShouldBe(0);
        (await Bank.NewRecordsAsync()).ShouldContain(record => record.ReceiptNumber == result.ReceiptNumber);

        async Task AgainAsync()
        {
            await browser.GetAsync("/");
            await browser.LogInAsync("sakura01");
        }
    }

    [Fact]
    public async Task Sessions_go_thirty_days_after_they_began_whether_they_were_ended_or_not()
    {
        await LoggedInAsync("sakura01");
        await LoggedInAsync("sakura01");
        await LoggedInAsync("sakura02");
        App.Clock.Advance(TimeSpan.FromDays(29));
        await LoggedInAsync("sakura03");
        await SweepAsync();
        (await CountAsync()).ShouldBe(4);

        App.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();

        (await CountAsync()).ShouldBe(1);
        (await (await LoggedInAsync("sakura01")).GetAsync("/")).MainText.ShouldNotContain("初めてのログイン", Case.Sensitive, "the history knows");

        Task<int> CountAsync() => Bank.WithDatabaseAsync(context => context.Sessions.CountAsync());
    }

    [Fact]
    public async Task Counters_of_strangers_go_a_day_after_their_last_entry_and_others_never()
    {
        await NewBrowser().TryLogInAsync("nobody01", "Wrong0001");
        await NewBrowser().TryLogInAsync("sakura01", "Wrong0001");
        App.Clock.Advance(TimeSpan.FromHours(23));
        await NewBrowser().TryLogInAsync("nobody01", "Wrong0001");
        App.Clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync();
        (await CountersAsync()).Count.ShouldBe(2, "the last entry counts");

        App.Clock.Advance(TimeSpan.FromHours(23));
        await SweepAsync();

        (await CountersAsync()).ShouldBe([(await Bank.UserAsync("sakura01")).Id]);

        Task<List<Guid>> CountersAsync() => Bank.WithDatabaseAsync(
            context => context.WrongEntries.Where(entry => entry.LastAtUtc > Bank.OpenedAtUtc)
                .Select(entry => entry.SubjectId).ToListAsync());
    }

    [Fact]
    public async Task Counts_of_repeated_refusals_go_after_their_day()
    {
        var general = await LoggedInAsync("sakura03");
        (await general.GetAsync("/companies/change-company/00000000-0000-0000-0000-000000000000/edit")).Status.ShouldBe(403);
        App.Clock.Advance(TimeSpan.FromHours(47));
        await SweepAsync();
        (await Bank.WithDatabaseAsync(context => context.RepeatCounts.CountAsync())).ShouldBe(1);

        App.Clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync();

        (await Bank.WithDatabaseAsync(context => context.RepeatCounts.CountAsync())).ShouldBe(0);
    }

    private Task<int> SweepAsync() =>
        new Sweeper(Bank.Database(), new BankParameters(), App.Clock, NullLogger<Sweeper>.Instance).SweepAsync(CancellationToken.None);
}
