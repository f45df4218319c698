using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Screens;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>The three fee tables, from the menu to the printed receipt, each page looked at on the way.</summary>
public sealed class FeesJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData("PayeeTransfer", true, Narrow)]
    [InlineData("PayeeBulkTransfer", true, Wide)]
    [InlineData("PayeeBulkTransfer", false, Narrow)]
    [InlineData("PayerBulkTransfer", false, Wide)]
    public async Task What_was_tried_is_confirmed_done_shown_and_printed(string key, bool javaScript, int width)
    {
        var pages = FeeTables.Of(key);
        var person = await LoggedInAsync(Login.Master, javaScript, width);
        var before = await Site.CountAsync(pages.Kind.Change);
        await person.OpenChangeFeesAsync(pages);
        await person.Page.ShouldBeInOrderAsync($"{pages.Input.Id}-opened");
        await Expect(person["minimumPayment"]).ToHaveCountAsync(pages.Kind.HasMinimum ? 1 : 0);
        await Expect(person["method:Fixed"]).ToHaveCountAsync(pages.Kind.HasMethod ? 1 : 0);
        await person.UnlockFeesAsync();
        await Expect(person["error-summary"]).ToHaveCountAsync(0);

        await EditAsync(person, pages);
        await TryAsync(person, pages);
        await ConfirmAsync(person, pages);
        (await Site.CountAsync(pages.Kind.Change)).ShouldBe(before);

        var number = await person.ExecuteAsync(Login.Master, pages.Result);
        await person.Page.ShouldBeInOrderAsync(pages.Result.Id);
        (await Site.CountAsync(pages.Kind.Change)).ShouldBe(before + 1);
        (await Print.OpenAsync(person)).FileName.ShouldBe($"{pages.Result.Id}-{number}.pdf");

        await person.PressAsync("toMenu");
        await person.PressAsync(FeeTables.InquiryOf(pages).Id);
        await person.ShouldBeAtAsync(FeeTables.InquiryOf(pages));
        await Expect(person.Value("fees[1].otherBank")).ToHaveTextAsync("880円");
        await Expect(person.Value("boundaries[0]")).ToHaveTextAsync("1,000,000円");
        (await person.SheetAsync()).ShouldAllBe(line => !line.Changed);
        await person.Page.ShouldBeInOrderAsync(FeeTables.InquiryOf(pages).Id);
        (await Print.OpenAsync(person)).FileName.ShouldStartWith($"{FeeTables.InquiryOf(pages).Id}-");
    }

    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task A_payment_is_tried_by_itself(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Administrator, javaScript, width);
        await person.OpenCompanyMenuAsync();
        await person.PressAsync(ScreenCatalogue.TryFees.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.TryFees);
        await person.Page.ShouldBeInOrderAsync("BKGK028");

        await person.TypeAsync("trial.payment", "三万円");
        (await person.PressAsync("trial")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-002", "trial.payment"));
        await person.Page.ShouldBeInOrderAsync("BKGK028-error");

        // The worked example of the rules, on the side of the boundary where the methods part.
        await person["table"].SelectOptionAsync("PayeeBulkTransfer");
        await person.TryAsync("３０，１１０円", "sameBank");
        await person.ShouldHoldAsync("trial.payment", "30,110");
        await person.ShouldComeToAsync("Fixed", "330", "29,780", "110", "29,890", "+220 *");
        await person.ShouldComeToAsync("AddLowerFee", "330", "29,780", "110", "29,890", "+220 *");
        await person.ShouldComeToAsync("AddUpperFee", "110", "30,000", "330", "30,330", "-220 *");
        await Expect(person.Page.Locator("svg[role=img] > title")).ToContainTextAsync("据置型は");
        await person.Page.ShouldBeInOrderAsync("BKGK028-tried");

        await person.TryAsync("30,330", "sameBank");
        await person.ShouldComeToAsync("AddUpperFee", "330", "30,000", "330", "30,330", "0");
        await person["table"].SelectOptionAsync("PayeeTransfer");
        await person.TryAsync("110", "sameBank", refused: true);
        await person.ShouldComeToAsync("Fixed", "110", "0", "—", "—", "振込不可");
        await person.Page.ShouldBeInOrderAsync("BKGK028-refused");
    }

    /// <summary>The standard figures, with the first range up to a million and two cells of an own.</summary>
    private static async Task EditAsync(Person person, FeePages pages)
    {
        await person.TypeAsync("fees[0].sameBank", "9");
        (await person.PressAsync("loadFees")).ShouldBe(200);
        await person.ShouldHoldAsync("fees[0].sameBank", "110");
        await person.ShouldHoldAsync("boundaries[0]", "30,000");
        await Expect(person["useStandard:false"]).ToBeCheckedAsync();
        if (pages.Kind.HasMinimum)
        {
            await person.ShouldHoldAsync("minimumPayment", "1");
        }

        await person.TypeAsync("fees[0].sameBank", "２２０円");
        (await person.PressAsync("addRange")).ShouldBe(200);
        await person.ShouldHoldAsync("fees[0].sameBank", "220");
        await person.ShouldHoldAsync("fees[2].sameBank", "");
        await Expect(person["addRange"]).ToHaveCountAsync(0);
        await person.Page.ShouldBeInOrderAsync($"{pages.Input.Id}-three");

        await person.TypeAsync("boundaries[1]", "20,000");
        await person.TypeFeesAsync(2, "0", "660", "880");
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldBeAtAsync(pages.Input);
        await person.ShouldSeeErrorAtAsync("boundaries[1]", "30,000円");
        await Expect(person["error-summary"].Locator("[data-error=E-FEE-001]")).ToHaveAttributeAsync("data-for", "boundaries[1]");
        await Expect(person.Page.Locator("svg[role=img]")).ToHaveCountAsync(0);
        await person.Page.ShouldBeInOrderAsync($"{pages.Input.Id}-descending");
        await person.TypeAsync("boundaries[1]", "");
        await person.TypeAsync("fees[1].otherBank", "百円");
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-001", "boundaries[1]"), ("E-COM-002", "fees[1].otherBank"));
        await person.ShouldSeeErrorAtAsync("fees[1].otherBank", "0〜9の数字");
        await person.Page.ShouldBeInOrderAsync($"{pages.Input.Id}-error");

        await person.TypeAsync("boundaries[1]", "1000000");
        (await person.PressAsync("removeRange:1")).ShouldBe(200);
        await person.ShouldHoldAsync("boundaries[0]", "1,000,000");
        await person.ShouldHoldAsync("fees[1].sameBank", "660");
        await Expect(person["fees[2].sameBank"]).ToHaveCountAsync(0);
    }

    private static async Task TryAsync(Person person, FeePages pages)
    {
        await person.TryAsync("1,000,000", "sameBank");
        if (!pages.Kind.HasMethod && pages.Kind.HasMinimum)
        {
            await person.ShouldComeToAsync("Fixed", "660", "999,340", "330", "999,670", "+330 *");
            await Expect(person["trial:AddUpperFee:F"]).ToHaveCountAsync(0);
        }
        else if (pages.Kind.HasMinimum)
        {
            await person.ShouldComeToAsync("Fixed", "660", "999,340", "330", "999,670", "+330 *");
            await person.ShouldComeToAsync("AddUpperFee", "220", "999,780", "330", "1,000,110", "-110 *");
            await person.ShouldComeToAsync("AddLowerFee", "220", "999,780", "330", "1,000,110", "-110 *");
        }
        else
        {
            await person.ShouldComeToAsync("Fixed", "330", "999,670", "220", "999,890", "+110 *");
        }

        await Expect(person.Page.Locator("svg[role=img] > title").Last).ToContainTextAsync(
            pages.Kind.HasMethod || !pages.Kind.HasMinimum ? "据置型は999," : "999,");
        await Expect(person["warnings"].Locator("[data-warning]")).ToHaveCountAsync(1);
        await Expect(person["warnings"].Locator("[data-warning=W-FEE-003]")).ToBeVisibleAsync();
        await person.Page.ShouldBeInOrderAsync($"{pages.Input.Id}-tried");
    }

    private static async Task ConfirmAsync(Person person, FeePages pages)
    {
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(pages.Confirm);
        (string, string?, string) first = pages.Kind == Domain.Fees.FeeTableKind.PayeeBulkTransfer
            ? ("minimumPayment", "10,000円", "1円")
            : ("useStandard", "使用する(常に最新の基準手数料を使用する)", "使用しない");
        (await person.SheetAsync()).Where(line => line.Changed).Select(line => (line.Key, line.Before, line.Value)).ShouldBe(
        [
            first,
            ("fees[0].sameBank", "110円", "220円"),
            ("boundaries[0]", "30,000円", "1,000,000円"),
            ("fees[1].sameBank", "330円", "660円"),
            ("fees[1].otherBank", "550円", "880円"),
        ]);
        await Expect(person["sheet:fees[0].sameBank"].GetByText("変更", new() { Exact = true })).ToBeVisibleAsync();
        await person.Page.ShouldBeInOrderAsync(pages.Confirm.Id);
        (await person.PressAsync("execute")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-001", "confirmationPassword"));
        await person.Page.ShouldBeInOrderAsync($"{pages.Confirm.Id}-error");
    }
}
