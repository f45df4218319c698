using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>What the pages of fees say and offer: ranges by number and amounts, fields that open where they can be typed in.</summary>
public sealed class FeePageTests(RunningBank running) : FeeInputTest(running), IClassFixture<RunningBank>
{
    [Theory]
    [InlineData("BKGK019", "範囲1（500円以上30,000円未満）")]
    [InlineData("BKGK022", "範囲1（500円以上30,000円未満）")]
    [InlineData("BKGK025", "範囲1（0円以上30,000円未満）")]
    public async Task Ranges_have_the_same_number_where_they_are_typed_and_where_they_are_shown(string screen, string first)
    {
        var (_, input) = await OpenAsync(screen);
        if (input.Has(Minimum))
        {
            input.Fill(Minimum, "500");
        }

        var three = await input.SubmitAsync("addRange");
        Texts(three, ".table-fee .range > b").ShouldBe(["範囲1", "範囲2", "範囲3"]);
        var confirm = await three.Fill("boundaries[1]", "100000").FillFees(2, "1", "2", "3").SubmitAsync("change");

        confirm.Screen.ShouldBe(screen + "C", confirm.Summary);
        Texts(confirm, "th[scope=rowgroup]").ShouldBe([first, "範囲2（30,000円以上100,000円未満）", "範囲3（100,000円以上）"]);
    }

    [Theory]
    [InlineData("BKGK021")]
    [InlineData("BKGK024")]
    public async Task The_minimum_stands_with_the_figures(string inquiry)
    {
        var page = await NewBrowser().LogInAndOpenAsync("sakura01", inquiry);

        page.Document.QuerySelector("[data-testid='sheet:minimumPayment'] td")!.ClassList.ShouldContain("num");
        Texts(page, "th[scope=rowgroup]")[1].ShouldBe("範囲2（30,000円以上）");
    }

    [Theory]
    [InlineData("BKGK019", "1")]
    [InlineData("BKGK025", "0")]
    public async Task A_locked_table_offers_to_open_its_fields_and_nothing_else(string screen, string minimum)
    {
        var locked = await NewBrowser().LogInAndOpenAsync("sakura01", screen);
        locked.IsDisabled(Fee).ShouldBeTrue();
        foreach (var key in (string[])["loadFees", "addRange", "removeRange:0"])
        {
            locked.Has(key).ShouldBeFalse(key);
        }

        // For the script, the same fields to be typed in; inert until they are put in their place.
        locked.Document.QuerySelectorAll("template[data-open='useStandard=false']").Length.ShouldBeGreaterThan(1);
        var open = await locked.SubmitAsync("openFields");

        open.Screen.ShouldBe(screen);
        open.ChosenOf("useStandard").ShouldBe("false");
        open.IsDisabled(Fee).ShouldBeFalse();
        open.Has("openFields").ShouldBeFalse();
        open.Has("loadFees").ShouldBeTrue();
        open.Document.QuerySelectorAll("template").ShouldBeEmpty();
        if (open.Has(Minimum))
        {
            open.ValueOf(Minimum).ShouldBe(minimum);
        }

        (await open.Fill(Fee, "7").SubmitAsync("change")).Sheet[Fee].Value.ShouldBe("7円");
        await NothingIsStoredAsync();
    }

    private static List<string> Texts(Page page, string selector) =>
        page.Document.QuerySelectorAll(selector).Select(element => element.TextContent.Trim()).ToList();
}
