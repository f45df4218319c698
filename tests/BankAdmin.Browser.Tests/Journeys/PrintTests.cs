using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Screens;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>What is printed is what is shown, row by row.</summary>
public sealed class PrintTests(BrowserFixture browser) : JourneyTest(browser, LongNames.Fixture)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_result_of_a_change_reads_as_it_is_shown(bool longNames)
    {
        var login = longNames ? LongNames.Master : Login.Master;
        var person = await ChangingCompanyAsync(login);
        await person.TypeAsync("accountLimits[0].total", longNames ? "999,999,999,999,999" : "200,000,000");
        await person.ChangeLimitAsync("companyLimits.bonus", "800,000,000");
        var number = await person.ExecuteAsync(login);

        var text = (await Print.OpenAsync(person)).Read();
        Print.ShouldShow(text, await person.SheetAsync());
        Print.ShouldSay(
            text, "企業情報変更結果", number, longNames ? LongNames.Company : "株式会社さくら商事",
            longNames ? $"{LongNames.User}（nagai001）" : "佐藤　太郎（sakura01）", "変更した項目は2件です。");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_inquiry_reads_as_it_is_shown(bool longNames)
    {
        var person = await LoggedInAsync(longNames ? LongNames.Master : Login.Administrator);
        await person.OpenCompanyMenuAsync();
        await person.PressAsync(ScreenCatalogue.ViewCompany.Id);

        var text = (await Print.OpenAsync(person)).Read();
        Print.ShouldShow(text, await person.SheetAsync());
        Print.ShouldSay(text, "企業情報照会");
    }

    [Theory]
    [InlineData("PayeeTransfer")]
    [InlineData("PayeeBulkTransfer")]
    [InlineData("PayerBulkTransfer")]
    public async Task A_fee_table_reads_as_it_is_shown_changed_and_inquired(string key)
    {
        var pages = FeeTables.Of(key);
        var person = await LoggedInAsync(Login.Master);
        await person.OpenChangeFeesAsync(pages);
        await person.UnlockFeesAsync();
        await person.PressAsync("addRange");
        await person.TypeAsync("boundaries[1]", "999,999,999");
        await person.TypeFeesAsync(2, "99,998", "99,999", "99,999");
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(pages.Confirm);
        var number = await person.ExecuteAsync(Login.Master, pages.Result);
        await ReadAsync(pages.Result.Title, number);

        await person.PressAsync("toMenu");
        await person.PressAsync(FeeTables.InquiryOf(pages).Id);
        await person.ShouldBeAtAsync(FeeTables.InquiryOf(pages));
        await ReadAsync(FeeTables.InquiryOf(pages).Title);

        async Task ReadAsync(params string[] facts)
        {
            var text = (await Print.OpenAsync(person)).Read();
            Print.ShouldShow(text, await person.SheetAsync());
            Print.ShouldSay(text, facts);
        }
    }

    [Fact]
    public async Task Memos_read_as_they_are_shown_the_empty_ones_too()
    {
        var person = await LoggedInAsync(Login.Master);
        await person.OpenCompanyMenuAsync();
        await person.PressAsync(ScreenCatalogue.ChangeAccountMemos.Id);
        await person.TypeAsync("memos[0]", "経費の支払い");
        await person.PressAsync("change");
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeAccountMemosResult);

        var text = (await Print.OpenAsync(person)).Read();
        Print.ShouldShow(text, await person.SheetAsync());
        Print.ShouldSay(text, "口座メモ変更結果", "変更した項目は1件です。");
    }
}
