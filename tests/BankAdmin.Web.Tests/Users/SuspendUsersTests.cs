using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>BRSK016 → BRSK017 beyond who may do what.</summary>
public sealed class SuspendUsersTests : WebTest
{
    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000701").WithMaster("kanri001").WithAdministrator("kanri002", Permission.Balance)
            .WithUser("tomare001", UserRole.General, "LoginStopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("tomare002", UserRole.General, "ConfirmationStopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("tomare003", UserRole.General, "LoginPaused", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("tomare004", UserRole.General, "ConfirmationPaused", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("ippan001", UserRole.General, Permission.Balance),
    ];

    [Fact]
    public async Task One_release_lifts_every_stop_and_the_password_stays()
    {
        await Bank.SetEntriesAsync("tomare002", EntryKind.Login, UserJourney.Stopped);
        var master = await LoggedInAsync("kanri001");
        (await StateOfAsync(master, "tomare002")).ShouldBe("ログインパスワード利用停止", "the worst is shown");
        (await master.SuspendAsync("kanri001", "tomare002", "Stop")).Screen.ShouldBe("BRSK017");
        (await StateOfAsync(master, "tomare002")).ShouldBe("サービス利用停止", "the worst is shown");

        var result = await master.SuspendAsync("kanri001", "tomare002", "Release");

        result.Sheet["nextState:tomare002"].ShouldBe(new SheetLine("利用可能", true, "サービス利用停止"));
        (await StateOfAsync(master, "tomare002")).ShouldBe("利用可能");
        var released = await LoggedInAsync("tomare002");
        (await (await released.OpenUsersAsync("BRSK002"))
            .FillConfirmation(A.ConfirmationPassword, "Other2026").SubmitAsync("change")).Screen.ShouldBe("BRSK004");
    }

    [Theory]
    [InlineData("tomare001", "ログインパスワード利用停止")]
    [InlineData("tomare003", "ログインパスワード一時停止")]
    [InlineData("tomare004", "確認用パスワード一時停止")]
    public async Task Each_stop_is_shown_found_and_released(string loginId, string state)
    {
        var master = await LoggedInAsync("kanri001");
        (await StateOfAsync(master, loginId)).ShouldBe(state);
        var list = await master.GetAsync("/users?state=" + Enum.GetValues<ServiceState>().Single(known => known.Name() == state));
        list.KeysBeginning("row:").ShouldContain($"row:{loginId}");
        list.KeysBeginning("row:").Count().ShouldBe(1);

        (await master.SuspendAsync("kanri001", loginId, "Release")).Screen.ShouldBe("BRSK017");

        (await StateOfAsync(master, loginId)).ShouldBe("利用可能");
        (await NewBrowser().TryLogInAsync(loginId)).Screen.ShouldBe("BTOP001");
    }

    [Theory]
    [InlineData("loginPassword", "changeLoginPassword", "tomare001")]
    [InlineData("loginPassword", "changeLoginPassword", "tomare003")]
    [InlineData("confirmPw", "changeConfirmationPassword", "tomare002")]
    [InlineData("confirmPw", "changeConfirmationPassword", "tomare004")]
    public async Task A_new_password_by_an_administrator_ends_the_stop_of_its_kind(string field, string box, string loginId)
    {
        var other = field == "confirmPw" ? EntryKind.Login : EntryKind.Confirmation;
        await Bank.SetEntriesAsync(loginId, other, UserJourney.Stopped);
        var master = await LoggedInAsync("kanri001");

        var confirm = await master.ProposeChangeAsync(
            loginId, basic => basic.Check(box).Fill(field, "Other2026").Fill(field + "Again", "Other2026"));
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");

        (await Bank.EntriesAsync(loginId, other == EntryKind.Login ? EntryKind.Confirmation : EntryKind.Login))
            .ShouldBe(WrongEntries.Clear);
        (await Bank.EntriesAsync(loginId, other)).ShouldBe(UserJourney.Stopped, "the other kind stays");
    }

    [Fact]
    public async Task Nobody_lifts_their_own_stop_by_a_new_password()
    {
        var browser = await LoggedInAsync("kanri002");
        await Bank.SetEntriesAsync("kanri002", EntryKind.Login, UserJourney.Stopped);

        var confirm = await browser.ProposeChangeAsync("kanri002", basic => basic.Check("changeLoginPassword")
            .Fill("loginPassword", "Other2026").Fill("loginPasswordAgain", "Other2026"));
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");

        (await StateOfAsync(browser, "kanri002")).ShouldBe("ログインパスワード利用停止");
        (await NewBrowser().TryLogInAsync("kanri002", "Other2026")).ErrorKeys.ShouldBe(["E-AUTH-003@"]);
    }

    [Fact]
    public async Task A_stop_that_came_since_the_page_was_opened_is_not_lifted_unseen()
    {
        var browser = await LoggedInAsync("kanri002");
        var list = (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("tomare001", "Release"), ("ippan001", "Stop"));
        (await (await LoggedInAsync("kanri001")).SuspendAsync("kanri001", "tomare001", "Stop")).Screen.ShouldBe("BRSK017");

        var refused = await list.SubmitAsync("next");

        (refused.Status, string.Join(' ', refused.ErrorKeys)).ShouldBe((409, "E-COM-004@nextState"));
        refused.Errors[0].Text.ShouldContain("サービス利用停止");
        (await Bank.UserAsync("ippan001")).Suspended.ShouldBeFalse("nothing of it was executed");
        (await refused.ConfirmSuspensionAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK017", "now they have seen it");
        (await Bank.UserAsync("tomare001")).Suspended.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_was_deleted_in_between_is_named_and_nothing_is_executed()
    {
        var browser = await LoggedInAsync("kanri002");
        var list = (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("tomare001", "Release"), ("ippan001", "Stop"));
        (await (await LoggedInAsync("kanri001")).DeleteAsync("kanri001", "tomare001")).Screen.ShouldBe("BRSK022");

        var refused = await list.SubmitAsync("next");

        (refused.Status, string.Join(' ', refused.ErrorKeys)).ShouldBe((409, "E-COM-004@nextState"));
        refused.Errors[0].Text.ShouldContain("tomare001");
        (await Bank.UserAsync("ippan001")).Suspended.ShouldBeFalse();
        (await refused.ConfirmSuspensionAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK017", "the rest goes on");
        (await Bank.UserAsync("ippan001")).Suspended.ShouldBeTrue();
    }

    [Fact]
    public async Task Enter_in_the_search_searches_and_elsewhere_goes_on()
    {
        var browser = await LoggedInAsync("kanri001");
        var list = (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("ippan001", "Stop"));

        var found = await EnterAsync(list.Fill("q", "tomare001"));
        (found.Screen, string.Join(' ', found.ErrorKeys), found.Text("count")).ShouldBe(("BRSK016", "", "1"));

        (await EnterAsync(found)).Screen.ShouldBe("BRSK016C");
        (await Bank.UserAsync("ippan001")).Suspended.ShouldBeFalse();

        Task<Page> EnterAsync(Page page)
        {
            var (path, fields) = page.FormOf("next");
            return browser.PostAsync(path, fields.Where(field => field.Name != "action"));
        }
    }

    [Fact]
    public async Task What_changed_after_the_confirm_page_is_refused_and_stands_in_the_history()
    {
        var browser = await LoggedInAsync("kanri002");
        var confirm = await (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("ippan001", "Stop")).SubmitAsync("next");
        (await (await LoggedInAsync("kanri001")).SuspendAsync("kanri001", "ippan001", "Stop")).Screen.ShouldBe("BRSK017");

        var refused = await confirm.ExecuteAsync(A.ConfirmationPassword);

        (refused.Screen, refused.Status, string.Join(' ', refused.ErrorKeys)).ShouldBe(("BRSK016", 409, "E-COM-004@nextState"));
        var record = await Bank.LastRecordAsync("9000000701");
        (record.Code, record.Outcome, record.ErrorCodes, record.OperatorLoginId)
            .ShouldBe(("user.suspend", OperationOutcome.Refused, "E-COM-004", "kanri002"));
    }

    [Fact]
    public async Task Whose_login_ID_goes_to_somebody_else_stays_who_was_chosen()
    {
        var browser = await LoggedInAsync("kanri002");
        var list = (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("ippan001", "Stop"));
        var chosen = (await Bank.UserAsync("ippan001")).Id;
        await RenameAsync("ippan001", "moved001");
        await RenameAsync("tomare001", "ippan001");

        var refused = await list.SubmitAsync("next");

        (refused.Status, string.Join(' ', refused.ErrorKeys)).ShouldBe((409, "E-COM-004@nextState"), "the row showed another login ID");
        var result = await refused.ConfirmSuspensionAsync(A.ConfirmationPassword);
        result.SheetKeys.ShouldBe(["nextState:moved001"]);
        (await Bank.UserAsync("moved001")).Id.ShouldBe(chosen);
        (await Bank.UserAsync("ippan001")).Suspended.ShouldBeFalse();

        async Task RenameAsync(string from, string to)
        {
            var proposed = await (await LoggedInAsync("kanri001")).ProposeChangeAsync(
                from, basic => basic.Fill("loginId", to).Fill("loginIdAgain", to));
            (await proposed.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");
        }
    }

    [Fact]
    public async Task Who_is_renamed_after_the_confirm_page_is_shown_again_before_anything_happens()
    {
        var browser = await LoggedInAsync("kanri002");
        var confirm = await (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("ippan001", "Stop")).SubmitAsync("next");
        var renamed = await (await LoggedInAsync("kanri001")).ProposeChangeAsync("ippan001", basic => basic.Fill("userName", "別人　太郎"));
        (await renamed.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");

        var refused = await confirm.ExecuteAsync(A.ConfirmationPassword);

        refused.Status.ShouldBe(409);
        (await Bank.UserAsync("ippan001")).Suspended.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_releases_themselves_whatever_is_posted()
    {
        var browser = await LoggedInAsync("kanri002");
        await Bank.SetEntriesAsync("kanri002", EntryKind.Login, UserJourney.Stopped);
        var list = await browser.OpenUsersAsync("BRSK016");
        var id = (await Bank.UserAsync("kanri002")).Id;

        (await list.SubmitAsync("next", extra: [($"choice[{id}]", "Release")])).ErrorKeys.ShouldBe(["E-RSK-005@nextState"]);
    }

    [Fact]
    public async Task Nothing_chosen_leaves_nothing_to_be_taken_up_again()
    {
        var browser = await LoggedInAsync("kanri001");
        (await (await browser.OpenUsersAsync("BRSK016")).SubmitAsync("next")).ErrorKeys.ShouldBe(["E-COM-003@"]);

        (await browser.GetAsync("/")).MainText.ShouldNotContain("途中の入力");
    }

    [Fact]
    public async Task Searching_keeps_what_is_chosen_and_nothing_else()
    {
        var browser = await LoggedInAsync("kanri001");
        var list = (await browser.OpenUsersAsync("BRSK016")).FillSuspension(("ippan001", "Stop"));

        var found = await list.Fill("q", "tomare00").SubmitAsync("search");

        found.Screen.ShouldBe("BRSK016");
        found.Text("count").ShouldBe("4");
        found.KeysBeginning("row:").ShouldBe(["row:tomare001", "row:tomare002", "row:tomare003", "row:tomare004"]);
        found.MainText.ShouldContain("1名を選んでいます：検証 ｉｐｐａｎ００１さん");
        var result = await found.FillSuspension(("tomare003", "Stop")).ConfirmSuspensionAsync(A.ConfirmationPassword);
        result.SheetKeys.ShouldBe(["nextState:ippan001", "nextState:tomare003"]);
    }

    [Fact]
    public async Task A_choice_is_kept_over_the_pages_of_a_thousand_users()
    {
        var company = A.Company("9000000702").With("userMaximum", 1_000).WithMaster("crowd001");
        for (var i = 2; i <= 1_000; i++)
        {
            company.WithUser($"crowd{i:D3}", UserRole.General, Permission.Balance);
        }

        await Bank.AddAsync(company);
        var master = await LoggedInAsync("crowd001");
        var list = await master.OpenUsersAsync("BRSK016");
        (list.Text("count"), list.KeysBeginning("row:").Count()).ShouldBe(("1,000", 20));

        var second = await list.FillSuspension(("crowd002", "Stop"), ("crowd003", "Stop")).SubmitAsync("nextPage");
        var first = await second.FillSuspension(second.KeysBeginning("row:").Select(row => (row[4..], "Stop")).ToArray())
            .SubmitAsync("previousPage");
        var result = await first.FillSuspension(("crowd003", "Keep")).ConfirmSuspensionAsync(A.ConfirmationPassword);

        result.Screen.ShouldBe("BRSK017", result.Summary);
        result.SheetKeys.Count.ShouldBe(21);
        result.SheetKeys[0].ShouldBe("nextState:crowd002");
        (await master.GetAsync("/users?state=Stopped")).Text("count").ShouldBe("21");
    }

    private static async Task<string> StateOfAsync(PageClient browser, string loginId) =>
        (await browser.WithUserAsync(loginId, "inquire")).Sheet["state"].Value;
}
