using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>What is refused says so on top and at its field, keeps what was typed, and changes nothing.</summary>
public sealed class RefusalsJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wrong_amounts_are_named_and_can_be_mended(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.TypeAsync("companyName", "");
        await person.ChooseAsync("approval.directDebit", "DoubleOrdered");
        await person.TypeAsync("accountLimits[0].total", "1,5");
        await person.TypeAsync("accountLimits[0].adHoc", "12.5");
        await person.TypeAsync("accountLimits[1].total", "1234567890123456");
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.ShouldSeeErrorsAsync(
            ("E-COM-001", "companyName"), ("E-COM-002", "accountLimits[0].total"), ("E-COM-002", "accountLimits[0].adHoc"),
            ("E-COM-005", "accountLimits[1].total"));
        if (javaScript)
        {
            await Expect(person["error-summary"]).ToBeFocusedAsync();
        }

        await person.ShouldSeeErrorAtAsync("accountLimits[0].adHoc", "0〜9の数字");
        await person.ShouldHoldAsync("accountLimits[0].adHoc", "12.5");
        await Expect(person["approval.directDebit:DoubleOrdered"]).ToBeCheckedAsync();

        await person.TypeAsync("companyName", "株式会社さくら商事");
        await person.TypeAsync("accountLimits[0].total", "600000000");
        await person.TypeAsync("accountLimits[0].adHoc", "30000000");
        await person.TypeAsync("accountLimits[1].total", "40000000");
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(
            ("E-KGK-001", "accountLimits[0].total"), ("E-KGK-002", "accountLimits[1].preRegistered"));
        await person.ShouldSeeErrorAtAsync("accountLimits[0].total", "契約上限（500,000,000円）以下");
        await person.ShouldSeeErrorAtAsync("accountLimits[1].preRegistered", "合計（40,000,000円）以下");
        await person.ShouldHoldAsync("accountLimits[0].total", "600,000,000");

        await person.TypeAsync("accountLimits[0].total", "500,000,000");
        await person.TypeAsync("accountLimits[1].preRegistered", "40,000,000");
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        (await person.Page.TitleAsync()).ShouldStartWith("企業情報変更確認");
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_left_as_it_was_is_refused(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-003", ""));
        await Expect(person["error-summary"]).ToContainTextAsync("変更された項目がありません");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_confirmation_password_says_how_many_tries_are_left(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.ChangeLimitAsync("companyLimits.bonus", "800000000");
        (await person.PressAsync("execute")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-001", "confirmationPassword"));

        for (var left = 4; left > 0; left--)
        {
            await person.TypeAsync("confirmationPassword", "confirm01");
            (await person.PressAsync("execute")).ShouldBe(422);
            await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
            await person.ShouldSeeErrorsAsync(("E-AUTH-011", "confirmationPassword"));
            await person.ShouldSeeErrorAtAsync("confirmationPassword", $"あと{left}回");
            await person.ShouldHoldAsync("confirmationPassword", "");
        }

        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(0);
        await person.ExecuteAsync(Login.Master);
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_fifth_wrong_confirmation_password_makes_it_pause(bool javaScript)
    {
        var person = await ChangingCompanyAsync(Login.Master, javaScript);
        await person.ChangeLimitAsync("companyLimits.bonus", "800000000");
        for (var entry = 0; entry < 5; entry++)
        {
            await person.TypeAsync("confirmationPassword", "wrong01");
            (await person.PressAsync("execute")).ShouldBe(422);
        }

        await person.ShouldSeeErrorsAsync(("E-AUTH-011", "confirmationPassword"));
        await person.TypeAsync("confirmationPassword", Login.Master.Confirmation);
        (await person.PressAsync("execute")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-AUTH-012", "confirmationPassword"));
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_login_is_refused_by_one_answer_and_only_the_stopped_are_told(bool javaScript)
    {
        var person = await PersonAsync(javaScript);
        (await person.PressAsync("login")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-001", "loginId"), ("E-COM-001", "password"));
        (await person.LogInAsync(Login.Master with { Password = "Login002" })).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-AUTH-001", ""));
        await person.ShouldHoldAsync("loginId", Login.Master.Id);
        await person.ShouldHoldAsync("password", "");
        (await person.LogInAsync(new Login("nobody01", "Login001"))).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-AUTH-001", ""));
        (await person.LogInAsync(Login.Stopped)).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-AUTH-003", ""));
        (await person.LogInAsync(Login.WithCertificate)).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-AUTH-031", ""));
        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
    }
}
