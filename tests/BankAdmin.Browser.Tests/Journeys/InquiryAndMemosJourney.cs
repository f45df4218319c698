using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>企業情報照会, and memos, which are done without confirmation.</summary>
public sealed class InquiryAndMemosJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task The_inquiry_shows_ceilings_and_use_and_prints_what_it_shows(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Administrator, javaScript, width);
        await person.OpenCompanyMenuAsync();
        await person.PressAsync(ScreenCatalogue.ViewCompany.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.ViewCompany);
        await Expect(person.Value("companyName")).ToHaveTextAsync("株式会社さくら商事");
        await Expect(person.Value("accountLimits[0].total")).ToHaveTextAsync("100,000,000円");
        await Expect(person["used:accountLimits[0].total"]).ToHaveTextAsync("0円");
        (await person.SheetAsync()).ShouldAllBe(line => !line.Changed);

        var printed = await Print.OpenAsync(person);
        printed.FileName.ShouldMatch(@"^BKGK005-\d{8}-\d{6}\.pdf$");
        await person.PressAsync("toMenu");
        await person.ShouldBeAtAsync(ScreenCatalogue.CompanyMenu);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Account_memos_are_changed_at_once_and_exactly_once(bool javaScript)
    {
        var person = await LoggedInAsync(Login.Master, javaScript);
        await person.OpenCompanyMenuAsync();
        await person.PressAsync(ScreenCatalogue.ChangeAccountMemos.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeAccountMemos);

        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-003", ""));
        await person.TypeAsync("memos[0]", "一二三四五六七八九十一二三四五六七八九十一");
        await person.TypeAsync("memos[1]", "印\u202e鑑");
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-005", "memos[0]"), ("E-COM-006", "memos[1]"));
        await person.ShouldSeeErrorAtAsync("memos[0]", "20文字以内");

        await person.TypeAsync("memos[0]", "経費の支払い");
        await person.TypeAsync("memos[1]", "");
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeAccountMemosResult);
        var memo = (await person.SheetAsync()).Single(line => line.Changed);
        (memo.Key, memo.Before, memo.Value).ShouldBe(("memos[0]", "（未設定）", "経費の支払い"));
        await ShouldBeDoneAsync(person, ScreenCatalogue.ChangeAccountMemosResult, OperationCatalogue.ChangeAccountMemos);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Consignor_memos_are_changed_at_once(bool javaScript)
    {
        var person = await LoggedInAsync(Login.Master, javaScript);
        await person.OpenCompanyMenuAsync();
        await person.PressAsync(ScreenCatalogue.ChangeConsignorMemos.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeConsignorMemos);
        await person.TypeAsync("memos[0]", "会費の引き落とし");
        (await person.PressAsync("change")).ShouldBe(200);
        await ShouldBeDoneAsync(person, ScreenCatalogue.ChangeConsignorMemosResult, OperationCatalogue.ChangeConsignorMemos);
    }

    private async Task ShouldBeDoneAsync(Person person, Screen screen, Operation operation)
    {
        await person.ShouldBeAtAsync(screen);
        var number = await person.ReceiptNumberAsync();
        (await Print.OpenAsync(person)).FileName.ShouldBe($"{screen.Id}-{number}.pdf");
        await person.LeaveByAsync(() => person.Page.ReloadAsync());
        (await person.ReceiptNumberAsync()).ShouldBe(number);
        (await Site.CountAsync(operation)).ShouldBe(1);
        await person.PressAsync("toMenu");
        await person.ShouldBeAtAsync(ScreenCatalogue.CompanyMenu);
    }
}
