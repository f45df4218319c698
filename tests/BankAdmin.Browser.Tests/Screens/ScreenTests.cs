using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Web.Screens;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>
/// Every screen in every state, at both ends of the widths: nothing axe finds, nothing that scrolls sideways, and a
/// picture of it where pictures are asked for.
/// </summary>
public sealed class ScreenTests(BrowserFixture browser) : JourneyTest(browser, LongNames.Fixture)
{
    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task Logging_in(int width)
    {
        var person = await PersonAsync(width: width);
        await person.Page.ShouldBeInOrderAsync("BLGI001");
        await person.PressAsync("login");
        await person.Page.ShouldBeInOrderAsync("BLGI001-missing");
        await person.LogInAsync(Login.Master with { Password = "wrong" });
        await person.Page.ShouldBeInOrderAsync("BLGI001-refused");

        await person.LogInAsync(Login.New);
        await person.ShouldBeAtAsync(ScreenCatalogue.ForcedPasswordChange);
        await person.Page.ShouldBeInOrderAsync("BLGI010");
        await person.PressAsync("change");
        await person.Page.ShouldBeInOrderAsync("BLGI010-error");
        await person.PressAsync("logout");
        await person.Page.ShouldBeInOrderAsync("BLGI001-ended");

        await person.LogInAsync(Login.General);
        await person.Page.ShouldBeInOrderAsync("BTOP001-general");
        await person.PressAsync(ScreenCatalogue.Administration.Id);
        await person.Page.ShouldBeInOrderAsync("BSSK001-general");
    }

    [Theory]
    [InlineData(Wide, false)]
    [InlineData(Narrow, false)]
    [InlineData(Wide, true)]
    [InlineData(Narrow, true)]
    public async Task Changing_a_company(int width, bool longNames)
    {
        var login = longNames ? LongNames.Master : Login.Master;
        var suffix = longNames ? "-long" : "";
        var person = await LoggedInAsync(login, width: width);
        await person.Page.ShouldBeInOrderAsync("BTOP001" + suffix);
        await person.PressAsync(ScreenCatalogue.Administration.Id);
        await person.Page.ShouldBeInOrderAsync("BSSK001" + suffix);
        await person.PressAsync(ScreenCatalogue.CompanyMenu.Id);
        await person.Page.ShouldBeInOrderAsync("BKGK001" + suffix);
        await person.PressAsync(ScreenCatalogue.ChangeCompany.Id);
        await person.Page.ShouldBeInOrderAsync("BKGK002" + suffix);
        await person.PressAsync("change");
        await person.Page.ShouldBeInOrderAsync("BKGK002-unchanged" + suffix);
        await MakeMistakesAsync(person);
        await person.PressAsync("change");
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.Page.ShouldBeInOrderAsync("BKGK002-error" + suffix);

        await MendAsync(person, longNames);
        await person.ChangeLimitAsync("companyLimits.bonus", "800,000,000");
        await person.Page.ShouldBeInOrderAsync("BKGK003" + suffix);
        await person.TypeAsync("confirmationPassword", "wrong01");
        await person.PressAsync("execute");
        await person.Page.ShouldBeInOrderAsync("BKGK003-error" + suffix);
        await OtherChangesAsync(longNames ? LongNames.Administrator : Login.Administrator);
        await person.TypeAsync("confirmationPassword", login.Confirmation);
        await person.PressAsync("execute");
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
        await person.Page.ShouldBeInOrderAsync("BKGK002-conflict" + suffix);

        await person.PressAsync("change");
        await person.ExecuteAsync(login);
        await person.Page.ShouldBeInOrderAsync("BKGK004" + suffix);
    }

    [Theory]
    [InlineData(Wide, false)]
    [InlineData(Narrow, false)]
    [InlineData(Wide, true)]
    [InlineData(Narrow, true)]
    public async Task Inquiry_and_memos(int width, bool longNames)
    {
        var suffix = longNames ? "-long" : "";
        var person = await LoggedInAsync(longNames ? LongNames.Master : Login.Master, width: width);
        await person.OpenCompanyMenuAsync();
        await person.PressAsync(ScreenCatalogue.ViewCompany.Id);
        await person.Page.ShouldBeInOrderAsync("BKGK005" + suffix);
        await person.PressAsync("toMenu");
        foreach (var (menu, input, result) in new[]
        {
            (ScreenCatalogue.ChangeAccountMemos, "BKGK015", "BKGK016"), (ScreenCatalogue.ChangeConsignorMemos, "BKGK017", "BKGK018"),
        })
        {
            await person.PressAsync(menu.Id);
            await person.Page.ShouldBeInOrderAsync(input + suffix);
            await person.TypeAsync("memos[0]", "東海道沿線の取引先への毎月末の支払いに使う口座");
            await person.PressAsync("change");
            await person.Page.ShouldBeInOrderAsync($"{input}-error{suffix}");
            await person.TypeAsync("memos[0]", "東海道沿線の取引先への毎月の支払いに使う");
            await person.PressAsync("change");
            await person.Page.ShouldBeInOrderAsync(result + suffix);
            await person.PressAsync("toMenu");
        }
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task Errors_and_the_end_of_a_session(int width)
    {
        var person = await PersonAsync(width: width);
        await person.Page.Clock.InstallAsync();
        await person.LogInAsync(Login.General);
        await person.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!);
        await person.Page.ShouldBeInOrderAsync("error-403");
        await person.Page.GotoAsync("/no-such-page");
        await person.Page.ShouldBeInOrderAsync("error-404");
        await person.PressAsync("logout");

        await person.LogInAsync(Login.Master);
        await person.OpenChangeCompanyAsync();
        var edit = person.Page.Url;
        var late = await person.NewTabAsync(edit);
        await person.ChangeLimitAsync("companyLimits.bonus", "800,000,000");
        await late.TypeAsync("companyLimits.bonus", "700,000,000");
        await late.PressAsync("change");
        await late.Page.ShouldBeInOrderAsync("BKGK002-stale");
        await late.PressAsync("change");
        await person.TypeAsync("confirmationPassword", Login.Master.Confirmation);
        await person.PressAsync("execute");
        await person.Page.ShouldBeInOrderAsync("BKGK003-stale");
        await late.PressAsync("back");
        await person.ExecuteAsync(Login.Master);
        await late.PressAsync("change");
        await late.Page.ShouldBeInOrderAsync("error-409");
        await late.Page.CloseAsync();

        await person.PressAsync("toMenu");
        await person.PressAsync(ScreenCatalogue.ChangeCompany.Id);
        await person.TypeAsync("companyLimits.bonus", "600,000,000");
        await person.Page.Clock.FastForwardAsync((long)TimeSpan.FromMinutes(13.5).TotalMilliseconds);
        await Expect(person.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await person.Page.ShouldBeInOrderAsync("dialog");
        Site.Advance(TimeSpan.FromMinutes(16));
        await person.LeaveByAsync(() => person.Page.Clock.FastForwardAsync(120_000));
        await person.Page.ShouldBeInOrderAsync("BLGI001-timeout");
        await person.LogInAsync(Login.Master);
        await person.Page.ShouldBeInOrderAsync("BTOP001-draft");
    }

    private static async Task MakeMistakesAsync(Person person)
    {
        await person.TypeAsync("companyName", "");
        await person.ChooseAsync("approval.directDebit", "DoubleOrdered");
        await person.TypeAsync("accountLimits[0].total", "1234567890123456");
        await person.TypeAsync("accountLimits[1].adHoc", "-1");
        await person.TypeAsync("companyLimits.salary", "五千万円");
    }

    private static async Task MendAsync(Person person, bool longNames)
    {
        await person.TypeAsync("companyName", longNames ? LongNames.Company : "株式会社さくら商事");
        await person.ChooseAsync("approval.directDebit", "Single");
        await person.TypeAsync("accountLimits[0].total", longNames ? "999,999,999,999,999" : "200,000,000");
        await person.TypeAsync("accountLimits[1].adHoc", "50,000,000");
        await person.TypeAsync("companyLimits.salary", "400,000,000");
    }

    private async Task OtherChangesAsync(Login login)
    {
        var other = await ChangingCompanyAsync(login);
        await other.TypeAsync("companyLimits.salary", "300,000,000");
        await other.ChangeLimitAsync("accountLimits[1].preRegistered", "20,000,000");
        await other.ExecuteAsync(login);
    }
}
