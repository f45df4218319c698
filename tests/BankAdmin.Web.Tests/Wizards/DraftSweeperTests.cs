using BankAdmin.Infrastructure.Drafts;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>Old drafts go, results stay.</summary>
public sealed class DraftSweeperTests : WebTest
{
    [Fact]
    public async Task Expired_drafts_are_deleted_after_a_day_and_results_never()
    {
        var browser = NewBrowser();
        await browser.LogInAsync("sakura01");
        var result = await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1");
        var open = await browser.OpenAsync("BKGK002");
        var sweeper = new ExpiredDraftSweeper(Bank.Database(), App.Clock, NullLogger<ExpiredDraftSweeper>.Instance);

        App.Clock.Advance(TimeSpan.FromHours(24));
        (await sweeper.SweepAsync(CancellationToken.None)).ShouldBe(0);
        await browser.GetAsync("/");
        await browser.LogInAsync("sakura01");
        (await browser.GetAsync(open.Path)).Status.ShouldBe(409, "who comes late is told that it expired");
        App.Clock.Advance(TimeSpan.FromHours(1));
        (await sweeper.SweepAsync(CancellationToken.None)).ShouldBe(1);

        (await Bank.WithDatabaseAsync(context => context.Drafts.CountAsync())).ShouldBe(1);
        await browser.GetAsync("/");
        await browser.LogInAsync("sakura01");
        (await browser.GetAsync(open.Path)).Status.ShouldBe(404);
        (await browser.GetAsync(result.Path)).ReceiptNumber.ShouldBe(result.ReceiptNumber);
    }
}
