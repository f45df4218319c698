using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>
/// The rows of spec rules.md §1 whose screens are still to come, over HTTP: they stand on the session, the company filter
/// and the table as every screen does, at addresses that only this test's program has.
/// </summary>
public sealed class ScreensToComeTests : WebTest
{
    private const string Master = "kanri001";
    private const string Administrator = "kanri002";
    private const string OtherAdministrator = "kanri003";
    private const string General = "ippan001";
    private const string OtherGeneral = "ippan002";
    private const string Stranger = "tanin001";

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000501").WithMaster(Master)
            .WithAdministrator(Administrator, Permission.Balance)
            .WithAdministrator(OtherAdministrator, Permission.HistoryAll)
            .WithUser(General, UserRole.General, Permission.Balance)
            .WithUser(OtherGeneral, UserRole.General, Permission.Balance, Permission.HistoryAll),
        A.Company("9000000502").WithMaster(Stranger),
    ];

    [Theory]
    [InlineData(Master, true)]
    [InlineData(Administrator, false)]
    [InlineData(OtherAdministrator, true)]
    [InlineData(General, false)]
    [InlineData(OtherGeneral, true)]
    public async Task The_history_of_others_takes_the_right_except_for_the_master(string actor, bool seesAll)
    {
        ScreenCatalogue.All.ShouldNotContain(
            known => known.Id == "BSRS001", "BSRS001 is here: let its own tests walk this row, over the screen itself.");
        var browser = await LoggedInAsync(actor);

        (await browser.GetAsync("/to-come/history/" + actor)).Status.ShouldBe(200, "one's own");
        (await browser.GetAsync("/to-come/history/" + (actor == Master ? General : Master))).Status.ShouldBe(seesAll ? 200 : 404);
        (await browser.GetAsync("/to-come/history/" + Stranger)).Status.ShouldBe(404);
    }

    /// <summary>With the right the flag may go or stay: the next request is judged by what is stored then, on whichever node.</summary>
    [Theory]
    [InlineData(OtherAdministrator)]
    [InlineData(OtherGeneral)]
    public async Task A_right_that_is_taken_away_is_dead_at_the_next_request_on_the_other_node_in_the_middle_of_a_wizard(string target)
    {
        await using var node = new TestApp(Bank, App.Clock, services: AddScreens);
        using var browser = node.NewBrowser();
        await browser.LogInAsync(target);
        var page = await browser.OpenUsersAsync("BRSK002");
        (await browser.GetAsync("/to-come/history/" + Master)).Status.ShouldBe(200);

        var master = await LoggedInAsync(Master);
        var confirm = await master.ProposeChangeAsync(
            target, rights: rights => rights.Check("rights:HistoryAll", on: false).Check("rights:Balance"));
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");

        (await browser.GetAsync("/to-come/history/" + Master)).Status.ShouldBe(404);
        (await browser.GetAsync("/to-come/history/" + target)).Status.ShouldBe(200, "the session stays");
        (await browser.GetAsync(page.Path)).Screen.ShouldBe("BRSK002", "and what needs no right");
    }

    protected override TestApp StartApp() => new(Bank, services: AddScreens);

    private static void AddScreens(IServiceCollection services) =>
        services.AddControllers().AddApplicationPart(typeof(ScreensToCome).Assembly);
}

/// <summary>Stands for the screens to come: it asks what they will ask.</summary>
[Route("to-come")]
[For(Audience.Users)]
public sealed class ScreensToCome(BankAdminDbContext context, CurrentSession session) : Controller
{
    [HttpGet("history/{loginId}")]
    public async Task<IActionResult> History(string loginId) =>
        await context.Users.SingleOrDefaultAsync(user => user.LoginIdKey == loginId) is { } target
        && (target.Id == session.RequirePerson().Id || session.Require().SeesAllHistory)
        ? Content("-")
        : NotFound();
}
