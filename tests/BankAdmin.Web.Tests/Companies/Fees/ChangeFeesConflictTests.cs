using BankAdmin.Domain.Fees;
using BankAdmin.Testing;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>The bank or a colleague was faster.</summary>
public sealed class ChangeFeesConflictTests : WebTest
{
    private const string Screen = "BKGK022";

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task A_standard_published_after_the_confirm_page_is_shown_before_it_is_used(string screen)
    {
        var kind = FeeScreens.Of(screen).Kind;
        var browser = await LoggedInAsync("sakura01");
        await browser.ChangeFeesAsync("sakura01", screen, ("fees[0].sameBank", "111"));
        var before = await Bank.FeeTableAsync(kind);
        var confirm = await (await browser.OpenAsync(screen)).Choose("useStandard:true").SubmitAsync("change");
        await Bank.PublishAsync(App.Today(), new FeeBand(1, 0, 220, 440), new FeeBand(40_000, 0, 330, 550));

        var refused = await confirm.ExecuteAsync("Confirm01");

        refused.Status.ShouldBe(409, refused.Summary);
        refused.Screen.ShouldBe(screen + "C");
        refused.ErrorKeys.ShouldBe(["E-COM-004@fees[0].sameBank", "E-COM-004@boundaries[0]"]);
        refused.Errors[0].Text.ShouldContain("220円");
        refused.Document.QuerySelectorAll("[data-testid=error-summary] a").Select(link => link.GetAttribute("href"))
            .ShouldAllBe(href => href!.StartsWith("#sheet-", StringComparison.Ordinal));
        refused.Sheet["fees[0].sameBank"].ShouldBe(new SheetLine("220円", true, "111円"));
        (await Bank.FeeTableAsync(kind)).Version.ShouldBe(before.Version, "nothing is stored");
        (await Bank.NewRecordsAsync())[^1].Outcome.ToString().ShouldBe("Refused");

        var result = await refused.ExecuteAsync("Confirm01");

        result.Screen.ShouldBe(FeeScreens.Of(screen).Result, result.Summary);
        result.Sheet["fees[0].sameBank"].Value.ShouldBe("220円");
        (await Bank.FeeTableAsync(kind)).UsesStandard.ShouldBeTrue();
    }

    [Fact]
    public async Task A_standard_that_lost_a_range_says_so()
    {
        var browser = await LoggedInAsync("sakura01");
        var confirm = await (await browser.OpenAsync(Screen)).Choose("useStandard:true").SubmitAsync("change");
        await Bank.PublishAsync(App.Today(), new FeeBand(1, 0, 110, 440));

        var refused = await confirm.ExecuteAsync("Confirm01");

        refused.Status.ShouldBe(409, refused.Summary);
        refused.ErrorKeys.ShouldBe(
            new[] { "boundaries[0]" }.Concat(FeeScreens.FeeKeys(1)).Select(key => $"E-COM-004@{key}"), ignoreOrder: true);
        refused.Sheet["boundaries[0]"].ShouldBe(new SheetLine("なし", true, "30,000円"));
        (await refused.ExecuteAsync("Confirm01")).Screen.ShouldBe("BKGK023");
    }

    [Fact]
    public async Task A_published_standard_does_not_stand_in_the_way_of_own_figures()
    {
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", Screen);
        var confirm = await input.Fill("fees[0].sameBank", "111").SubmitAsync("change");
        await Bank.PublishAsync(App.Today(), new FeeBand(1, 0, 220, 440));

        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BKGK023");
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Somebody_elses_figures_are_not_overwritten(string screen)
    {
        var kind = FeeScreens.Of(screen).Kind;
        await (await LoggedInAsync("sakura02")).ChangeFeesAsync("sakura02", screen, ("fees[0].otherBank", "441"));
        var mine = await NewBrowser().LogInAndOpenAsync("sakura01", screen);
        var atConfirm = await (await (await mine.ClickAsync("toMenu")).ClickAsync(screen))
            .Fill("fees[1].sameBank", "2").SubmitAsync("change");
        await (await LoggedInAsync("sakura02")).ChangeFeesAsync("sakura02", screen, ("fees[0].otherBank", "442"));

        foreach (var refused in new[]
        {
            await mine.Fill("fees[1].sameBank", "1").SubmitAsync("change"), await atConfirm.ExecuteAsync("Confirm01"),
        })
        {
            refused.Status.ShouldBe(409, refused.Summary);
            refused.Screen.ShouldBe(screen);
            refused.ErrorKeys.ShouldBe(["E-COM-004@fees[0].otherBank"]);
            refused.MainText.ShouldContain("鈴木 花子（sakura02）さんが");
            refused.ValueOf("fees[0].otherBank").ShouldBe("442");
            refused.ValueOf("fees[1].sameBank").ShouldBeOneOf("1", "2");
            (await Bank.FeeTableAsync(kind)).Own.Bands[1].SameBank.ShouldBe(330, "nothing of mine is stored");

            var confirm = await refused.SubmitAsync("change");
            confirm.ChangedKeys.ShouldBe(["fees[1].sameBank"]);
        }
    }

    [Fact]
    public async Task A_range_that_a_colleague_added_is_not_removed_unknowingly()
    {
        var mine = await NewBrowser().LogInAndOpenAsync("sakura01", Screen);
        var colleague = await (await LoggedInAsync("sakura02")).OpenOwnFiguresAsync(Screen);
        var three = (await colleague.SubmitAsync("addRange")).Fill("boundaries[1]", "50000").FillFees(2, "7", "8", "9");
        (await (await three.SubmitAsync("change")).ExecuteAsync("Confirm02")).Screen.ShouldBe("BKGK023");

        var refused = await mine.Fill("fees[0].sameBank", "111").SubmitAsync("change");

        refused.Status.ShouldBe(409, refused.Summary);
        refused.FeesOf(0).ShouldBe(["0", "111", "440"]);
        refused.FeesOf(2).ShouldBe(["7", "8", "9"]);
        refused.ValueOf("boundaries[1]").ShouldBe("50,000");
        (await refused.SubmitAsync("change")).ChangedKeys.ShouldBe(["fees[0].sameBank"]);
    }

    [Fact]
    public async Task A_range_of_ones_own_stays_beside_a_colleagues_figure()
    {
        var mine = await (await NewBrowser().LogInAndOpenAsync("sakura01", Screen)).SubmitAsync("addRange");
        await (await LoggedInAsync("sakura02")).ChangeFeesAsync("sakura02", Screen, ("fees[0].otherBank", "442"));

        var refused = await mine.Fill("boundaries[1]", "50000").FillFees(2, "7", "8", "9").SubmitAsync("change");

        refused.Status.ShouldBe(409, refused.Summary);
        refused.FeesOf(0).ShouldBe(["0", "110", "442"], "nobody undoes another's change unknowingly");
        refused.FeesOf(2).ShouldBe(["7", "8", "9"]);
    }

    [Fact]
    public async Task Where_a_colleague_chose_the_standard_ones_own_figures_can_be_taken_up_again()
    {
        var mine = await NewBrowser().LogInAndOpenAsync("sakura01", Screen);
        var colleague = await NewBrowser().LogInAndOpenAsync("sakura02", Screen);
        await (await colleague.Choose("useStandard:true").SubmitAsync("change")).ExecuteAsync("Confirm02");

        var refused = await mine.Fill("fees[0].sameBank", "111").SubmitAsync("change");

        refused.Status.ShouldBe(409, refused.Summary);
        refused.ChosenOf("useStandard").ShouldBe("true");
        refused.ErrorKeys.ShouldContain("E-COM-004@useStandard");
        var own = await refused.Choose("useStandard:false").SubmitAsync("change");
        own.ValueOf("fees[0].sameBank").ShouldBe("111");
        (await own.SubmitAsync("change")).ChangedKeys.ShouldBe(["useStandard", "minimumPayment", "fees[0].sameBank"]);
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task The_tables_are_independent(string screen)
    {
        var mine = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", screen);
        var confirm = await mine.Fill("fees[0].sameBank", "1").SubmitAsync("change");
        var colleague = await LoggedInAsync("sakura02");
        foreach (var other in FeeScreens.Inputs.Where(input => input.Data != screen))
        {
            (await colleague.ChangeFeesAsync("sakura02", other.Data, ("fees[0].sameBank", "2"))).Status.ShouldBe(200);
        }

        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe(FeeScreens.Of(screen).Result);
        foreach (var any in FeeScreens.Inputs)
        {
            (await Bank.FeeTableAsync(FeeScreens.Of(any.Data).Kind)).Own.Bands[0].SameBank.ShouldBe(any.Data == screen ? 1 : 2);
        }
    }
}
