using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Engines;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Two nodes whose clocks are 70 seconds apart (spec quality.md §3): who works on both notices nothing.</summary>
public abstract class ClocksApartTests(DatabaseProvider engine)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(70);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_begun_on_one_and_carried_out_on_the_other_is_done_once_and_sealed(bool beginsAhead)
    {
        TestEngine.SkipIfAbsent(engine);
        using var bank = await TestBank.OpenAsync(engine);
        var ahead = new TestClock();
        ahead.Advance(Apart);
        await using var one = new TestApp(bank, beginsAhead ? ahead : null);
        await using var two = new TestApp(bank, beginsAhead ? null : ahead);
        using var here = one.NewBrowser();
        await here.LogInAsync("sakura01");
        using var there = two.NewBrowser();
        TakeCookies(here, there);

        var confirm = await (await there.OpenAsync("BKGK002")).Fill("companyLimits.bonus", "1").SubmitAsync("change");
        TakeCookies(there, here);
        var shown = await here.GetAsync(confirm.Path);
        var result = await shown.ExecuteAsync("Confirm01");

        result.Screen.ShouldBe("BKGK004", result.Summary);
        (await there.GetAsync(result.Path)).ReceiptNumber.ShouldBe(result.ReceiptNumber);
        (await there.GetAsync("/companies/information")).Screen.ShouldBe("BKGK005");
        (await here.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "2")).Screen.ShouldBe("BKGK004");
        (await there.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "3")).Screen.ShouldBe("BKGK004");
        (await bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(3);
        (await bank.HistoryFaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pause_holds_on_both_and_no_longer_than_it_should_on_the_one_ahead()
    {
        TestEngine.SkipIfAbsent(engine);
        using var bank = await TestBank.OpenAsync(engine);
        var ahead = new TestClock();
        ahead.Advance(Apart);
        await using var one = new TestApp(bank);
        await using var two = new TestApp(bank, ahead);
        using var here = one.NewBrowser();
        using var there = two.NewBrowser();
        for (var entry = 0; entry < 5; entry++)
        {
            await here.TryLogInAsync("sakura01", "Wrong0001");
        }

        (await there.TryLogInAsync("sakura01")).ErrorKeys.ShouldBe(["E-AUTH-002@"]);
        ahead.Advance(TimeSpan.FromMinutes(30));
        (await there.TryLogInAsync("sakura01")).Screen.ShouldBe("BTOP001");
    }

    private static void TakeCookies(PageClient from, PageClient to)
    {
        foreach (var name in from.Cookies.Names)
        {
            to.Cookies.Plant(name, from.Cookies[name].Value.ToString());
        }
    }
}
