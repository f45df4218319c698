using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>企業情報変更, a fee table and a registration with Tab, arrows, Space and Enter alone; wherever the focus goes, it is seen.</summary>
public sealed class KeyboardTests(BrowserFixture browser) : JourneyTest(browser)
{
    private const int MostStops = 60;
    private const int MostStopsOfRights = 90;

    private const string FocusScript = """
        () => {
          const element = document.activeElement;
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          return [element.dataset.testid ?? element.textContent.trim(), style.outlineStyle, style.outlineWidth, style.outlineColor,
            String(box.bottom > 0 && box.top < innerHeight)];
        }
        """;

    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Wide)]
    [InlineData(true, Narrow)]
    public async Task The_main_flow_needs_no_mouse(bool javaScript, int width)
    {
        var person = await PersonAsync(javaScript, width);
        await TypeAtAsync(person, "loginId", Login.Master.Id);
        await TypeAtAsync(person, "password", Login.Master.Password);
        await person.LeaveByAsync(() => person.Page.Keyboard.PressAsync("Enter"));
        foreach (var screen in (Screen[])[ScreenCatalogue.Administration, ScreenCatalogue.CompanyMenu, ScreenCatalogue.ChangeCompany])
        {
            await PressAtAsync(person, screen.Id, "Enter");
            await person.ShouldBeAtAsync(screen);
        }

        await TabToAsync(person, "approval.bulkTransfer:Single");
        await person.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(person["approval.bulkTransfer:DoubleUnordered"]).ToBeCheckedAsync();
        await TypeAtAsync(person, "accountLimits[0].total", "90000000");
        await PressAtAsync(person, "change", "Space");
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
        await TypeAtAsync(person, "confirmationPassword", Login.Master.Confirmation);
        await TabToAsync(person, "back");
        await PressAtAsync(person, "execute", "Enter");
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyResult);
        await Expect(person.Value("accountLimits[0].total")).ToHaveTextAsync("90,000,000円");
        await Expect(person.Value("approval.bulkTransfer")).ToHaveTextAsync("ダブル承認(順序なし)");
        await TabToAsync(person, "print");
        await TabToAsync(person, "logout");
    }

    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task Fees_are_unlocked_typed_tried_and_changed_without_a_mouse(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Master, javaScript, width);
        var pages = FeePages.PayeeTransfer;
        foreach (var screen in (Screen[])[ScreenCatalogue.Administration, ScreenCatalogue.CompanyMenu, pages.Input])
        {
            await PressAtAsync(person, screen.Id, "Enter");
            await person.ShouldBeAtAsync(screen);
        }

        await TabToAsync(person, "useStandard:true");
        await person.Page.Keyboard.PressAsync("ArrowDown");
        if (!javaScript)
        {
            await PressAtAsync(person, "openFields", "Space");
        }

        await Expect(person["useStandard:false"]).ToBeCheckedAsync();
        await TypeAtAsync(person, "fees[0].sameBank", "220");
        await PressAtAsync(person, "addRange", "Enter");
        await PressAtAsync(person, "removeRange:2", "Enter");
        await TypeAtAsync(person, "trial.payment", "29999");
        await TabToAsync(person, "trial.pattern");
        await person.Page.Keyboard.PressAsync("ArrowDown");
        await PressAtAsync(person, "trial", "Enter");
        await person.ShouldComeToAsync("Fixed", "440", "29,559", "440", "29,999", "0");

        // Enter in a field changes: it neither loads the standard fees nor deletes the first range.
        await TabToAsync(person, "fees[0].sameBank");
        await person.LeaveByAsync(() => person.Page.Keyboard.PressAsync("Enter"));
        await person.ShouldBeAtAsync(pages.Confirm);
        await Expect(person.Value("fees[0].sameBank")).ToHaveTextAsync("220円");
        await TypeAtAsync(person, "confirmationPassword", Login.Master.Confirmation);
        await PressAtAsync(person, "execute", "Enter");
        await person.ShouldBeAtAsync(pages.Result);
        await TabToAsync(person, "print");
    }

    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task Somebody_is_registered_without_a_mouse(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Master, javaScript, width);
        foreach (var screen in (Screen[])[ScreenCatalogue.Administration, ScreenCatalogue.UserMenu, ScreenCatalogue.Users])
        {
            await PressAtAsync(person, screen.Id, "Enter");
            await person.ShouldBeAtAsync(screen);
        }

        await PressAtAsync(person, "create", "Enter");
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUser);
        foreach (var (key, text) in new[]
        {
            ("loginId", "sakura06"), ("loginIdAgain", "sakura06"), ("userName", "松本　十郎"), ("email", "m@example.jp"),
            ("emailAgain", "m@example.jp"), ("loginPassword", "Passw0rd9"), ("loginPasswordAgain", "Passw0rd9"),
        })
        {
            await TypeAtAsync(person, key, text);
        }

        // Enter in a field goes on: it neither goes back nor takes all rights.
        await person.LeaveByAsync(() => person.Page.Keyboard.PressAsync("Enter"));
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUserRights);
        await TabToAsync(person, "rights:Balance");
        await person.Page.Keyboard.PressAsync("Space");
        await TabToAsync(person, "rights:BulkTransferEntry");
        await person.Page.Keyboard.PressAsync("Space");
        await TabToAsync(person, "next");
        await TabToAsync(person, "rights:BulkTransferEntry", MostStopsOfRights);
        await person.LeaveByAsync(() => person.Page.Keyboard.PressAsync("Enter"));
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUserAccounts);
        await TabToAsync(person, "accounts:081-1234567");
        await person.Page.Keyboard.PressAsync("Space");
        await PressAtAsync(person, "register", "Enter");
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUserConfirm);
        await TypeAtAsync(person, "confirmationPassword", Login.Master.Confirmation);
        await PressAtAsync(person, "execute", "Enter");
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUserResult);
        await Expect(person.Value("rights:BulkTransferEntry")).ToHaveTextAsync("付与する");
        await Expect(person.Value("rights:BulkTransferFile")).ToHaveTextAsync("付与しない");
        await TabToAsync(person, "print");
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        var person = await PersonAsync(javaScript: false);
        await person.Page.Keyboard.PressAsync("Tab");
        var skip = person.Page.GetByText("本文へ進む");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await person.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(person, "loginId", mostStops: 1);
    }

    [Fact]
    public async Task After_a_step_the_title_and_after_a_refusal_the_summary_has_the_focus()
    {
        var person = await ChangingCompanyAsync(Login.Master);
        await Expect(person.Page.Locator("h1")).ToBeFocusedAsync();
        await PressAtAsync(person, "change", "Enter");
        await Expect(person["error-summary"]).ToBeFocusedAsync();
        var (_, visible) = await FocusAsync(person);
        visible.ShouldBeTrue();
    }

    /// <summary>Goes on with Tab until a place has the focus; every place on the way shows it.</summary>
    private static async Task TabToAsync(Person person, string key, int mostStops = MostStops)
    {
        var stops = new List<string>();
        while (stops.LastOrDefault() != key)
        {
            stops.Count.ShouldBeLessThan(mostStops, $"「{key}」 is not reached by Tab: {string.Join(" → ", stops)}");
            await person.Page.Keyboard.PressAsync("Tab");
            var (place, visible) = await FocusAsync(person);
            visible.ShouldBeTrue($"the focus is not seen at 「{place}」");
            stops.Add(place);
        }
    }

    private static async Task TypeAtAsync(Person person, string key, string text)
    {
        await TabToAsync(person, key);
        await person.Page.Keyboard.TypeAsync(text);
    }

    private static async Task PressAtAsync(Person person, string key, string press)
    {
        await TabToAsync(person, key);
        await person.LeaveByAsync(() => person.Page.Keyboard.PressAsync(press));
    }

    private static async Task<(string Place, bool Visible)> FocusAsync(Person person)
    {
        var focus = await person.Page.EvaluateAsync<string[]>(FocusScript);
        var (place, style, width, color) = (focus[0], focus[1], focus[2], focus[3]);
        var drawn = style is not ("none" or "") && width is not ("0px" or "1px" or "2px") && color != "rgba(0, 0, 0, 0)";

        // Between the last stop and the first the browser itself has the focus, or the document.
        return (place, (drawn && focus[4] == "true") || await person.Page.EvaluateAsync<bool>("document.activeElement === document.body"));
    }
}
