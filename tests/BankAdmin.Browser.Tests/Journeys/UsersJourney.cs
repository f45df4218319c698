using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Screens;
using BankAdmin.Domain.Operations;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>利用者管理 from the menu to the printed receipt, each page looked at on the way.</summary>
public sealed class UsersJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task Somebody_is_registered_in_five_pages_and_printed(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Master, javaScript, width);
        var before = await Site.CountAsync(OperationCatalogue.RegisterUser);
        await person.OpenUsersAsync();
        await person.Page.ShouldBeInOrderAsync("BRSK005");
        (await person.PressAsync("change")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-001", "selected"));
        await person.Page.ShouldBeInOrderAsync("BRSK005-unchosen");

        await person.PressAsync("create");
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUser);
        await person.Page.ShouldBeInOrderAsync("BRSK006");
        await person.TypeUserAsync("sakura06", "松本 十郎");
        (await person.PressAsync("next")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUserRights);
        await person.Page.ShouldBeInOrderAsync("BRSK007");
        (await person.PressAsync("selectAll")).ShouldBe(200);
        await Expect(person["rights:BulkTransferFile"]).ToBeCheckedAsync();
        await Expect(person["rights:Balance"]).Not.ToBeCheckedAsync();
        (await person.PressAsync("clearAll")).ShouldBe(200);
        await person.ChooseAsync("rights", "Balance");
        await person.ChooseAsync("rights", "BulkTransferEntry");
        (await person.PressAsync("next")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUserAccounts);
        await Expect(person["userLimits.payroll"]).ToHaveCountAsync(0);
        await person.Page.ShouldBeInOrderAsync("BRSK008");
        await person.ChooseAsync("accounts", "081-1234567");
        await person.TypeAsync("userLimits.bulkTransfer", "１，０００，０００円");
        (await person.PressAsync("register")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.RegisterUserConfirm);
        await person.Page.ShouldBeInOrderAsync("BRSK009");
        (await Site.CountAsync(OperationCatalogue.RegisterUser)).ShouldBe(before);

        var number = await person.ExecuteAsync(Login.Master, ScreenCatalogue.RegisterUserResult);
        await person.Page.ShouldBeInOrderAsync("BRSK010");
        (await Site.CountAsync(OperationCatalogue.RegisterUser)).ShouldBe(before + 1);
        await Expect(person.Value("userName")).ToHaveTextAsync("松本　十郎");
        await Expect(person.Value("rights:BulkTransferEntry")).ToHaveTextAsync("付与する");
        await Expect(person.Value("rights:BulkTransferFile")).ToHaveTextAsync("付与しない");
        await Expect(person.Value("accounts:001-7654321")).ToHaveTextAsync("利用しない");
        await Expect(person.Value("userLimits.bulkTransfer")).ToHaveTextAsync("1,000,000円");
        await Expect(person.Page.GetByText(PersonAtUsers.Password)).ToHaveCountAsync(0);
        (await Print.OpenAsync(person)).FileName.ShouldBe($"BRSK010-{number}.pdf");
        await person.PressAsync("toList");
        await Expect(person["row:sakura06"]).ToContainTextAsync("松本　十郎");
        await Expect(person["count"]).ToHaveTextAsync("6");
    }

    [Theory]
    [InlineData(true, Narrow)]
    [InlineData(false, Wide)]
    public async Task What_is_wrong_stands_where_it_is_wrong(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Administrator, javaScript, width);
        await person.OpenUsersAsync();
        await person.PressAsync("create");
        (await person.PressAsync("next")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(
            ("E-COM-001", "loginId"), ("E-COM-001", "loginIdAgain"), ("E-COM-001", "userName"),
            ("E-COM-001", "email"), ("E-COM-001", "emailAgain"), ("E-COM-001", "loginPassword"), ("E-COM-001", "loginPasswordAgain"));
        await person.ShouldSeeErrorAtAsync("email", "入力してください。");
        await person.Page.ShouldBeInOrderAsync("BRSK006-error");

        await person.TypeUserAsync("sakura07", LongNames.User);
        await person.PressAsync("next");
        (await person.PressAsync("next")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-RSK-008", "rights"));
        await person.ChooseAsync("rights", "ZenginStatementsAll");
        await person.ChooseAsync("rights", "TransferPreRegistered");
        (await person.PressAsync("next")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-RSK-008", "rights"));
        await Expect(person["rights:ZenginStatementsAll"]).ToBeCheckedAsync();
        await person.Page.ShouldBeInOrderAsync("BRSK007-error");

        await person.ChooseAsync("rights", "ZenginStatements");
        await person.PressAsync("next");
        await person.TypeAsync("userLimits.transferPreRegistered", "百万円");
        (await person.PressAsync("register")).ShouldBe(422);
        await Expect(person["error-summary"].Locator("[data-for=accounts]")).ToHaveAttributeAsync("data-error", "E-RSK-009");
        await person.ShouldSeeErrorAtAsync("userLimits.transferPreRegistered", "0〜9の数字");
        await person.Page.ShouldBeInOrderAsync("BRSK008-error");

        await person.ChooseAsync("accounts", "001-7654321");
        await person.TypeAsync("userLimits.transferPreRegistered", "0");
        await person.PressAsync("register");
        await person.TypeAsync("confirmationPassword", "wrong01");
        (await person.PressAsync("execute")).ShouldBe(422);
        await person.Page.ShouldBeInOrderAsync("BRSK009-error");

        // Going back leaves everything typed, but the password, which is kept unseen.
        await person.PressAsync("back");
        await Expect(person["accounts:001-7654321"]).ToBeCheckedAsync();
        await person.PressAsync("back");
        await person.PressAsync("back");
        await person.ShouldHoldAsync("userName", LongNames.User);
        await person.ShouldHoldAsync("loginPassword", "");
        await person.Page.ShouldBeInOrderAsync("BRSK006-kept");
        (await person.PressAsync("next")).ShouldBe(200);
    }

    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task A_right_taken_away_takes_its_limit_along(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Master, javaScript, width);
        await person.OpenUsersAsync();
        await person.StartAsync("sakura03", "change", ScreenCatalogue.ChangeUser);
        await person.ShouldHoldAsync("loginIdAgain", "sakura03");
        await person.ShouldHoldAsync("emailAgain", "sakura03@example.jp");
        await person.Page.ShouldBeInOrderAsync("BRSK011");
        await person["changeLoginPassword"].CheckAsync();
        await person.TypeAsync("confirmPw", "Ignored01");
        (await person.PressAsync("next")).ShouldBe(422);
        (string, string)[] missing = [("E-COM-001", "loginPassword"), ("E-COM-001", "loginPasswordAgain")];
        if (javaScript)
        {
            // Typing ticked the box.
            await Expect(person["changeConfirmationPassword"]).ToBeCheckedAsync();
            await person.ShouldSeeErrorsAsync([.. missing, ("E-COM-001", "confirmPwAgain")]);
            await person["changeConfirmationPassword"].UncheckAsync();
        }
        else
        {
            await person.ShouldSeeErrorsAsync([.. missing, ("E-COM-001", "changeConfirmationPassword")]);
        }

        await person.Page.ShouldBeInOrderAsync("BRSK011-error");
        await person.TypeAsync("loginPassword", PersonAtUsers.Password);
        await person.TypeAsync("loginPasswordAgain", PersonAtUsers.Password);
        await person["forceChange"].UncheckAsync();
        (await person.PressAsync("next")).ShouldBe(200);

        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeUserRights);
        await person["rights:BulkTransferEntry"].UncheckAsync();
        await person["rights:BulkTransferFile"].UncheckAsync();
        await person.Page.ShouldBeInOrderAsync("BRSK012");
        (await person.PressAsync("next")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeUserAccounts);
        await Expect(person["userLimits.bulkTransfer"]).ToHaveCountAsync(0);
        await person.Page.ShouldBeInOrderAsync("BRSK013");
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeUserConfirm);
        (await person.SheetAsync()).Where(line => line.Changed).Select(line => (line.Key, line.Before, line.Value)).ShouldBe(
        [
            ("changeLoginPassword", "", "変更する"),
            ("forceChange", "対象外", "強制変更しない"),
            ("rights:BulkTransferEntry", "付与する", "付与しない"),
            ("rights:BulkTransferFile", "付与する", "付与しない"),
            ("userLimits.bulkTransfer", "1,000,000円", "対象外"),
        ]);
        await Expect(person["sheet:userLimits.bulkTransfer"].GetByText("変更", new() { Exact = true })).ToBeVisibleAsync();
        await person.Page.ShouldBeInOrderAsync("BRSK014");
        var number = await person.ExecuteAsync(Login.Master, ScreenCatalogue.ChangeUserResult);
        await person.Page.ShouldBeInOrderAsync("BRSK015");
        (await Print.OpenAsync(person)).FileName.ShouldBe($"BRSK015-{number}.pdf");

        await person.PressAsync("logout");
        await person.LogInAsync(Login.General with { Password = PersonAtUsers.Password });
        await person.ShouldBeAtAsync(ScreenCatalogue.Top);
    }

    [Theory]
    [InlineData(true, Narrow)]
    [InlineData(false, Wide)]
    public async Task Somebody_is_copied_looked_up_and_deleted_by_name(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Master, javaScript, width);
        await person.OpenUsersAsync();
        await person.StartAsync("sakura03", "copy", ScreenCatalogue.RegisterUser);
        await person.ShouldHoldAsync("loginId", "");
        await person.ShouldHoldAsync("userName", "");
        await person.TypeUserAsync("sakura08", "松本 十郎");
        await person.PressAsync("next");
        await Expect(person["rights:BulkTransferEntry"]).ToBeCheckedAsync();
        await person.PressAsync("next");
        await person.ShouldHoldAsync("userLimits.bulkTransfer", "1,000,000");
        await person.PressAsync("register");
        await person.ExecuteAsync(Login.Master, ScreenCatalogue.RegisterUserResult);
        await person.PressAsync("toList");

        await person.StartAsync("sakura08", "inquire", ScreenCatalogue.ViewUser);
        await Expect(person.Value("loginPassword")).ToHaveTextAsync("*****");
        await Expect(person.Value("confirmPw")).ToHaveTextAsync("未登録");
        await Expect(person.Value("rights:BulkTransferEntry")).ToHaveTextAsync("付与する");
        (await person.SheetAsync()).ShouldAllBe(line => !line.Changed);
        await person.Page.ShouldBeInOrderAsync("BRSK023");
        (await Print.OpenAsync(person)).FileName.ShouldStartWith("BRSK023-");
        await person.PressAsync("toList");

        // Nobody deletes themselves.
        await person.ChooseAsync("selected", "sakura01");
        (await person.PressAsync("delete")).ShouldBe(422);
        await Expect(person["error-summary"].Locator("[data-error=E-RSK-005]")).ToBeVisibleAsync();
        await person.Page.ShouldBeInOrderAsync("BRSK005-refused");
        await person.StartAsync("sakura08", "delete", ScreenCatalogue.DeleteUserConfirm);
        await Expect(person["execute"]).ToHaveTextAsync("松本　十郎さんを削除");
        await person.Page.ShouldBeInOrderAsync("BRSK021");
        (await person.PressAsync("execute")).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-COM-001", "confirmationPassword"));
        await person.Page.ShouldBeInOrderAsync("BRSK021-error");
        var number = await person.ExecuteAsync(Login.Master, ScreenCatalogue.DeleteUserResult);
        await person.Page.ShouldBeInOrderAsync("BRSK022");
        (await Print.OpenAsync(person)).FileName.ShouldBe($"BRSK022-{number}.pdf");
        await person.PressAsync("toList");
        await Expect(person["row:sakura08"]).ToHaveCountAsync(0);
        await person.TypeAsync("q", "sakura08");
        await person.PressAsync("search");
        await Expect(person["count"]).ToHaveTextAsync("0");
        await person.Page.ShouldBeInOrderAsync("BRSK005-empty");
    }

    [Theory]
    [InlineData(true, Narrow)]
    [InlineData(false, Wide)]
    public async Task Several_are_stopped_and_released_at_once(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Master, javaScript, width);
        await person.OpenUserMenuAsync();
        await person.PressAsync(ScreenCatalogue.SuspendUsers.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.SuspendUsers);
        await person.ShouldOfferAsync("sakura03", "Keep", "Stop");
        await person.Page.ShouldBeInOrderAsync("BRSK016");
        (await person.PressAsync("next")).ShouldBe(422);
        await person.Page.ShouldBeInOrderAsync("BRSK016-error");
        await person.NextStateAsync("sakura03", "Stop");
        await person.NextStateAsync("sakura04", "Release");
        await person.NextStateAsync("sakura05", "Stop");
        (await person.PressAsync("next")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.SuspendUsersConfirm);
        await person.Page.ShouldBeInOrderAsync("BRSK016C");
        var number = await person.ExecuteAsync(Login.Master, ScreenCatalogue.SuspendUsersResult);
        (await person.SheetAsync()).Select(line => (line.Before, line.Value)).ShouldBe(
        [
            ("利用可能", "サービス利用停止"), ("ログインパスワード利用停止", "利用可能"), ("利用可能", "サービス利用停止"),
        ]);
        await person.Page.ShouldBeInOrderAsync("BRSK017");
        (await Print.OpenAsync(person)).FileName.ShouldBe($"BRSK017-{number}.pdf");

        var other = await LoggedInAsync(Login.Stopped, javaScript, width);
        await other.ShouldBeAtAsync(ScreenCatalogue.Top);
        await other.PressAsync("logout");
        await other.LogInAsync(Login.General);
        await other.ShouldBeAtAsync(ScreenCatalogue.Login);
        await Expect(other["error-summary"]).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true, Wide)]
    [InlineData(false, Narrow)]
    public async Task A_general_user_finds_their_own_passwords_and_nothing_else(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.General, javaScript, width);
        await person.OpenUserMenuAsync();
        await Expect(person.Page.Locator("main [data-testid^=BRSK]")).ToHaveCountAsync(1);
        await person.Page.ShouldBeInOrderAsync("BRSK001-general");
        await person.PressAsync(ScreenCatalogue.ChangeOwnPassword.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeOwnPassword);
        await person.Page.ShouldBeInOrderAsync("BRSK002");
        await person.TypeAsync("currentLoginPassword", "wrong01");
        await person.TypeAsync("newLoginPassword", "short");
        await person.TypeAsync("newLoginPasswordAgain", "other");
        (await person.PressAsync("change")).ShouldBe(422);
        await Expect(person["error-summary"].Locator("[data-for=newLoginPassword]").First).ToBeVisibleAsync();
        await person.ShouldHoldAsync("newLoginPassword", "");
        await person.Page.ShouldBeInOrderAsync("BRSK002-error");
        await person.TypeAsync("currentLoginPassword", Login.General.Password);
        await person.TypeAsync("newLoginPassword", PersonAtUsers.Password);
        await person.TypeAsync("newLoginPasswordAgain", PersonAtUsers.Password);
        (await person.PressAsync("change")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ChangeOwnPasswordResult);
        await person.Page.ShouldBeInOrderAsync("BRSK004");
        await person.PressAsync("logout");
        await person.LogInAsync(Login.General with { Password = PersonAtUsers.Password });
        await person.ShouldBeAtAsync(ScreenCatalogue.Top);

        foreach (var screen in (Screen[])[ScreenCatalogue.Users, ScreenCatalogue.UserRights])
        {
            await person.Page.GotoAsync(screen.Path!);
            await person.ShouldBeAtErrorAsync(403);
        }
    }

    [Theory]
    [InlineData(true, Narrow)]
    [InlineData(false, Wide)]
    public async Task All_rights_are_read_in_one_table_and_taken_along(bool javaScript, int width)
    {
        var person = await LoggedInAsync(Login.Administrator, javaScript, width);
        await person.OpenUserMenuAsync();
        await person.Page.ShouldBeInOrderAsync("BRSK001");
        await person.PressAsync(ScreenCatalogue.UserRights.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.UserRights);
        await Expect(person["cell:sakura01:BulkTransferEntry"]).ToContainTextAsync("付与する");
        await Expect(person["cell:sakura02:BulkTransferEntry"]).ToContainTextAsync("付与しない");
        await Expect(person["cell:sakura03:BulkTransferEntry"]).ToContainTextAsync("付与する");
        await person.Page.ShouldBeInOrderAsync("BRSK040");
        await ShouldScrollUnderNamesAsync(person, scrolls: width == Narrow);

        var file = await person.Page.Context.APIRequest.GetAsync((await person["csv"].GetAttributeAsync("href"))!);
        file.Headers["content-type"].ShouldStartWith("text/csv");
        var lines = (await file.TextAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(6);
        lines[0].ShouldStartWith("\"ログインID\",\"利用者名\"");
        lines[1].ShouldStartWith("\"sakura01\",\"佐藤　太郎\",\"マスターユーザ\"");
        (await Print.OpenAsync(person)).FileName.ShouldStartWith("BRSK040-");
    }

    /// <summary>A window too narrow for all rights moves them under the names; the page itself stays where it is.</summary>
    private static async Task ShouldScrollUnderNamesAsync(Person person, bool scrolls)
    {
        var moved = await person.Page.EvaluateAsync<double[]>("""
            () => {
              const region = document.querySelector('.ba-matrix');
              region.scrollLeft = 10000;
              const edge = region.getBoundingClientRect();
              const of = selector => region.querySelector(selector).getBoundingClientRect();
              return [region.scrollLeft, of('tbody th').left - edge.left, edge.right - of('tbody td:last-child').right];
            }
            """);
        (moved[0] > 0).ShouldBe(scrolls);
        moved[1].ShouldBeInRange(0, 2, "the name is out of sight");
        moved[2].ShouldBeInRange(0, scrolls ? 2 : 60, "the last right is out of sight");
        await person.Page.SaveScreenshotAsync("BRSK040-scrolled");
    }
}
