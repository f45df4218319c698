using BankAdmin.Domain.Users;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>Between the steps of 利用者登録 and 利用者変更: back to those that are done, on to 内容確認, and all accounts at once.</summary>
public sealed class UserStepsTests(Staff staff) : SharedWebTest(staff), IClassFixture<Staff>
{
    [Theory]
    [InlineData("basic")]
    [InlineData("rights")]
    public async Task One_thing_is_changed_without_walking_through_the_other_steps(string step)
    {
        var browser = await LoggedInAsync(Staff.Master);
        var page = await browser.WithUserAsync(Staff.General, "change");
        var confirm = step == "basic"
            ? await page.Fill("userName", "近道").SubmitAsync("toConfirm")
            : await (await page.SubmitAsync("next")).Check($"rights:{Permission.Statements}", true).SubmitAsync("toConfirm");

        confirm.Screen.ShouldBe("BRSK014", confirm.Summary);
        confirm.ChangedKeys.ShouldBe([step == "basic" ? "userName" : "rights:Statements"]);
    }

    [Fact]
    public async Task What_is_wrong_is_told_where_it_can_be_mended()
    {
        var browser = await LoggedInAsync(Staff.Master);
        var basic = await browser.WithUserAsync(Staff.General, "change");

        var unchanged = await basic.SubmitAsync("toConfirm");
        (unchanged.Screen, unchanged.Status).ShouldBe(("BRSK011", 422));
        unchanged.ErrorKeys.ShouldBe(["E-COM-003@"]);
        (await unchanged.Fill("userName", "").SubmitAsync("toConfirm")).ErrorKeys.ShouldBe(["E-COM-001@userName"]);
    }

    [Fact]
    public async Task A_registration_offers_it_once_the_other_steps_are_right()
    {
        var browser = await LoggedInAsync(Staff.Master);
        var basic = await browser.BeginRegistrationAsync();
        basic.Has("toConfirm").ShouldBeFalse("no right is chosen yet");
        var rights = await basic.FillBasic("tsugi0001").SubmitAsync("next");
        rights.Has("toConfirm").ShouldBeTrue("what is typed here decides alone");

        // Asked for nevertheless, it leads to what is missing.
        var refused = await rights.SubmitAsync("toConfirm");
        refused.ErrorKeys.ShouldBe(["E-RSK-008@rights"]);
        (await refused.Check($"rights:{Permission.Balance}", true).SubmitAsync("toConfirm")).Screen.ShouldBe("BRSK009");
    }

    [Fact]
    public async Task Done_steps_are_links_and_the_others_are_not()
    {
        var browser = await LoggedInAsync(Staff.Master);
        var basic = await browser.WithUserAsync(Staff.General, "change");
        LinksOf(basic).ShouldBeEmpty();
        var rights = await basic.Fill("userName", "別名").SubmitAsync("next");
        LinksOf(rights).Count.ShouldBe(1);
        var confirm = await rights.SubmitAsync("toConfirm");
        LinksOf(confirm).Select(link => link[(link.LastIndexOf('/') + 1)..]).ShouldBe(["basic", "rights", "accounts"]);

        (await browser.GetAsync(LinksOf(confirm)[0])).ValueOf("userName").ShouldBe("別名");
        var result = await confirm.ExecuteAsync(Testing.Builders.Demo.ConfirmationPasswordOf(Staff.Master));
        result.Screen.ShouldBe("BRSK015", result.Summary);
        LinksOf(result).ShouldBeEmpty("it is done");
    }

    [Fact]
    public async Task All_accounts_are_chosen_and_cleared_at_once()
    {
        var browser = await LoggedInAsync(Staff.Master);
        var rights = await (await browser.BeginRegistrationAsync()).FillBasic("kouza0001").SubmitAsync("next");
        var accounts = await rights.ChooseRightsAsync(Permission.BulkTransferEntry);

        var all = await accounts.Fill("userLimits.bulkTransfer", "5").SubmitAsync("selectAll");
        Checked(all).ShouldBe(["accounts:081-9000001", "accounts:001-9000002"]);
        all.ValueOf("userLimits.bulkTransfer").ShouldBe("5", "what is typed stays");
        Checked(await all.SubmitAsync("clearAll")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Masters_accounts_offer_no_choice()
    {
        var browser = await LoggedInAsync(Staff.Administrator);
        var page = await browser.WithUserAsync(Staff.Master, "change");
        page = await (await page.SubmitAsync("next")).SubmitAsync("next");

        page.Screen.ShouldBe("BRSK013");
        page.Has("selectAll").ShouldBeFalse();
    }

    private static List<string> LinksOf(Page page) =>
        page.Document.QuerySelectorAll("ol[data-testid=steps] a").Select(link => link.GetAttribute("href")!).ToList();

    private static IEnumerable<string> Checked(Page page) => page.KeysBeginning("accounts:")
        .Where(key => page.Document.QuerySelector($"[data-testid='{key}']")!.HasAttribute("checked"));
}
