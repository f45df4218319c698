using BankAdmin.Domain.Users;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Wizards;

/// <summary>What would be changed stands on top of a confirm page, item by item, with a link to its row.</summary>
public sealed class ChangesTests(Staff staff) : SharedWebTest(staff), IClassFixture<Staff>
{
    [Fact]
    public async Task A_long_sheet_begins_with_its_changed_rows_and_leads_to_each()
    {
        var browser = await LoggedInAsync(Staff.Master);
        var confirm = await browser.ProposeChangeAsync(
            Staff.General, basic => basic.Fill("email", "new@example.jp").Fill("emailAgain", "new@example.jp"),
            rights => rights.Check($"rights:{Permission.Statements}", true));

        confirm.MainText.ShouldContain("変更する項目（2件）");
        ChangesOf(confirm).ShouldBe(
        [
            ("email", $"メールアドレス {Staff.General}@example.jp →から new@example.jp"),
            ("rights:Statements", "入出金明細照会　照会 付与しない →から 付与する"),
        ]);
    }

    [Fact]
    public async Task Accounts_are_named_and_passwords_are_not_shown()
    {
        var browser = await LoggedInAsync(Staff.Master);
        var company = await (await browser.OpenAsync("BKGK002"))
            .Fill("accountLimits[1].total", "123456789").Fill("accountLimits[1].adHoc", "0")
            .Fill("accountLimits[1].preRegistered", "0").SubmitAsync("change");
        ChangesOf(company).Select(change => change.Text).ShouldContain(
            "本店営業部 (001) 普通 9000002　振込振替(合計) 100,000,000円 →から 123,456,789円");

        var user = await browser.ProposeChangeAsync(Staff.General, basic => basic.Check("changeLoginPassword", true)
            .Fill("loginPassword", UserJourney.Password).Fill("loginPasswordAgain", UserJourney.Password));
        ChangesOf(user).Select(change => change.Key).ShouldBe(["changeLoginPassword", "forceChange"]);
    }

    [Fact]
    public async Task A_registration_compares_nothing_and_has_no_such_list()
    {
        var browser = await LoggedInAsync(Staff.Master);

        (await browser.ProposeRegistrationAsync("hajime001")).Has("changes").ShouldBeFalse();
    }

    private static List<(string Key, string Text)> ChangesOf(Page page) => page.Document.QuerySelectorAll("[data-testid=changes] li")
        .Select(item => (
            page.Document.GetElementById(item.QuerySelector("a")!.GetAttribute("href")!.TrimStart('#'))!
                .GetAttribute("data-testid")!["sheet:".Length..],
            string.Join(' ', item.TextContent.Split((char[]?)[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))))
        .ToList();
}
