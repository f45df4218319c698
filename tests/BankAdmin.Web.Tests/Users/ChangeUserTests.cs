using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>利用者登録, 利用者変更 and 利用者削除 to their ends, and two people at one user.</summary>
public sealed class ChangeUserTests : WebTest
{
    [Fact]
    public async Task A_registered_user_holds_what_was_shown_and_begins_with_their_own_passwords()
    {
        var browser = await LoggedInAsync("sakura02");
        var confirm = await browser.ProposeRegistrationAsync("newcomer1");

        var result = await confirm.ExecuteAsync("Confirm02");

        result.Screen.ShouldBe("BRSK010", result.Summary);
        result.SheetKeys.ShouldBe(confirm.SheetKeys);
        var user = await Bank.UserAsync("newcomer1");
        (user.Name, user.Role, user.MustSetPasswords, user.LoginPassword.MustChange).ShouldBe(("新規　利用者", UserRole.General, true, true));
        user.Held().ShouldBe([Permission.Balance]);
        (await NewBrowser().LogInAsync("newcomer1", UserJourney.Password)).Screen.ShouldBe("BLGI010");
    }

    [Fact]
    public async Task A_right_that_is_taken_away_takes_its_limit_along()
    {
        var browser = await LoggedInAsync("sakura01");
        var confirm = await browser.ProposeChangeAsync(
            "sakura03", rights: page => page.Check("rights:BulkTransferEntry", on: false).Check("rights:BulkTransferFile", on: false));

        confirm.Screen.ShouldBe("BRSK014", confirm.Summary);
        confirm.ChangedKeys.ShouldBe(["rights:BulkTransferEntry", "rights:BulkTransferFile", "userLimits.bulkTransfer"], ignoreOrder: true);
        confirm.Sheet["userLimits.bulkTransfer"].ShouldBe(new SheetLine("対象外", true, "1,000,000円"));
        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BRSK015");

        var limits = (await Bank.UserAsync("sakura03")).Limits;
        (limits.BulkTransfer.Amount, limits.Salary.Amount).ShouldBe((0, 1_000_000));
    }

    [Fact]
    public async Task A_change_of_the_Master_goes_on_when_one_of_the_rights_is_offered_no_more()
    {
        var browser = await LoggedInAsync("midori01");
        var basic = await browser.WithUserAsync("midori01", "change");
        var rights = await basic.Fill("email", "master@example.jp").Fill("emailAgain", "master@example.jp").SubmitAsync("next");
        var colleague = await LoggedInAsync("midori02");
        var company = await (await colleague.OpenAsync("BKGK002")).Choose("approval.transfer:None").SubmitAsync("change");
        await Bank.SetEntriesAsync("midori02", EntryKind.Code, WrongEntries.Clear);
        (await company.ExecuteAsync("Confirm102", App.NextCode(Demo.TokenSecretOf("midori02")))).Screen.ShouldBe("BKGK004");

        var confirm = await (await rights.SubmitAsync("next")).SubmitAsync("change");

        confirm.Screen.ShouldBe("BRSK014", confirm.Summary);
        (await confirm.ExecuteAsync("Confirm101", App.NextCode(Demo.TokenSecretOf("midori01")))).Screen.ShouldBe("BRSK015");
        (await Bank.UserAsync("midori01")).Email.ShouldBe("master@example.jp");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // the mode is raised between the first page and the confirm page
    public async Task A_hidden_approval_survives_a_change(bool appears)
    {
        var browser = await LoggedInAsync("sakura01");
        (await Bank.UserAsync("sakura02")).Held().ShouldContain(Permission.ApproveTransfer);
        var basic = await browser.WithUserAsync("sakura02", "change");
        var rights = await basic.Fill("userName", "別の名前").SubmitAsync("next");
        rights.Has("rights:ApproveTransfer").ShouldBeFalse("さくら: 承認なし");
        var accounts = await rights.SubmitAsync("next");
        if (appears)
        {
            var colleague = await LoggedInAsync("sakura02");
            var company = await (await colleague.OpenAsync("BKGK002")).Choose("approval.transfer:Single").SubmitAsync("change");
            (await company.ExecuteAsync("Confirm02")).Screen.ShouldBe("BKGK004");
        }

        var confirm = await accounts.SubmitAsync("change");
        confirm.Screen.ShouldBe("BRSK014", confirm.Summary);
        confirm.ChangedKeys.ShouldBe(["userName"]);
        confirm.SheetKeys.Contains("rights:ApproveTransfer").ShouldBe(appears);
        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BRSK015");

        (await Bank.UserAsync("sakura02")).Held().ShouldContain(Permission.ApproveTransfer);
    }

    [Fact]
    public async Task Two_administrators_change_different_rights_of_one_user_and_both_count()
    {
        var mine = await LoggedInAsync("sakura01");
        var confirm = await mine.ProposeChangeAsync("sakura03", rights: page => page.Check("rights:HistoryAll"));
        var colleague = await LoggedInAsync("sakura02");
        var theirs = await colleague.ProposeChangeAsync(
            "sakura03", rights: page => page.Check("rights:Statements").Check("rights:PayrollFile", on: false));
        (await theirs.ExecuteAsync("Confirm02")).Screen.ShouldBe("BRSK015");

        var refused = await confirm.ExecuteAsync("Confirm01");

        refused.Status.ShouldBe(409, refused.Summary);
        refused.ErrorKeys.ShouldBe(["E-COM-004@rights:Statements", "E-COM-004@rights:PayrollFile"], ignoreOrder: true);
        refused.MainText.ShouldContain("鈴木 花子（sakura02）さんが");
        var again = await refused.SubmitAsync("change");
        again.Screen.ShouldBe("BRSK014", again.Summary);
        again.ChangedKeys.ShouldBe(["rights:HistoryAll"]);
        (await again.ExecuteAsync("Confirm01")).Screen.ShouldBe("BRSK015");
        var held = (await Bank.UserAsync("sakura03")).Held().ToList();
        held.ShouldContain(Permission.HistoryAll);
        held.ShouldContain(Permission.Statements);
        held.ShouldNotContain(Permission.PayrollFile);
    }

    [Theory]
    [InlineData("BRSK011")]
    [InlineData("BRSK014")]
    [InlineData("BRSK021")]
    public async Task Who_was_deleted_in_between_leaves_a_page_with_a_way_out(string screen)
    {
        var mine = await LoggedInAsync("sakura01");
        var page = screen switch
        {
            "BRSK011" => await mine.WithUserAsync("sakura03", "change"),
            "BRSK014" => await mine.ProposeChangeAsync("sakura03", basic => basic.Fill("userName", "別の名前")),
            _ => await mine.WithUserAsync("sakura03", "delete"),
        };
        page.Screen.ShouldBe(screen, page.Summary);
        (await (await LoggedInAsync("sakura02")).DeleteAsync("sakura02", "sakura03")).Screen.ShouldBe("BRSK022");

        var refused = screen == "BRSK011" ? await page.SubmitAsync("next") : await page.ExecuteAsync("Confirm01");

        refused.Status.ShouldBe(409, refused.Summary);
        refused.ErrorKeys.ShouldBe(["E-COM-008@"]);
        refused.Document.QuerySelector("main a[href^='/users?q=sakura03']").ShouldNotBeNull("the list as it was searched");
        (await mine.GetAsync("/users")).KeysBeginning("row:").ShouldNotContain("row:sakura03");
    }

    [Fact]
    public async Task Who_was_stopped_in_between_is_a_conflict_with_what_was_typed_kept()
    {
        var mine = await LoggedInAsync("sakura01");
        var confirm = await mine.ProposeChangeAsync("sakura03", basic => basic.Fill("userName", "別の名前"));
        (await (await LoggedInAsync("sakura02")).SuspendAsync("sakura02", "sakura03", "Stop")).Screen.ShouldBe("BRSK017");

        var refused = await confirm.ExecuteAsync("Confirm01");

        refused.Status.ShouldBe(409);
        refused.ErrorKeys.ShouldBe(["E-COM-004@"]);
        var again = await refused.SubmitAsync("change");
        again.ChangedKeys.ShouldBe(["userName"]);
        (await again.ExecuteAsync("Confirm01")).Screen.ShouldBe("BRSK015");
        (await Bank.UserAsync("sakura03")).Suspended.ShouldBeTrue("it is a change of the name and nothing else");
    }

    [Fact]
    public async Task The_id_of_a_deleted_user_is_free_after_a_hundred_days()
    {
        (await (await LoggedInAsync("sakura01")).DeleteAsync("sakura01", "sakura03")).Screen.ShouldBe("BRSK022");
        App.Clock.Advance(TimeSpan.FromDays(100) - TimeSpan.FromMinutes(5));
        foreach (var loginId in new[] { "sakura01", "kanri001" })
        {
            var early = await (await (await LoggedInAsync(loginId)).BeginRegistrationAsync()).FillBasic("SAKURA03").SubmitAsync("next");
            early.ErrorKeys.ShouldBe(["E-RSK-001@loginId"], loginId);
        }
    }

    [Fact]
    public async Task After_a_hundred_days_another_company_registers_it()
    {
        (await (await LoggedInAsync("sakura01")).DeleteAsync("sakura01", "sakura03")).Screen.ShouldBe("BRSK022");
        App.Clock.Advance(TimeSpan.FromDays(100) + TimeSpan.FromMinutes(1));
        var other = await LoggedInAsync("kanri001");

        (await other.RegisterAsync("kanri001", "sakura03")).Screen.ShouldBe("BRSK010");

        (await NewBrowser().LogInAsync("sakura03", UserJourney.Password)).Screen.ShouldBe("BLGI010");
    }

    [Fact]
    public async Task The_maximum_of_users_is_told_before_anything_is_typed()
    {
        await Bank.WithDatabaseAsync(context => context.Companies.Where(company => company.ContractNumber == "9000000501")
            .ExecuteUpdateAsync(set => set.SetProperty(company => company.UserMaximum, 1)));
        var browser = await LoggedInAsync("kanri001");
        (await browser.BeginRegistrationAsync()).ErrorKeys.ShouldBe(["E-RSK-004@"]);

        await browser.GetAsync("/users");
        var begun = await browser.PostWithTokenAsync("/users/register/start", []);
        (begun.Status, begun.Screen, string.Join(' ', begun.ErrorKeys))
            .ShouldBe((422, "error-422", "E-RSK-004@"), "by its address likewise");
        (await browser.DeleteAsync("kanri001", "ippan001")).Screen.ShouldBe("BRSK022", "fewer is always allowed");
    }

    [Fact]
    public async Task Approvers_that_a_mode_needs_are_not_taken_away()
    {
        var browser = await LoggedInAsync("sakura01");

        (await browser.WithUserAsync("sakura02", "delete")).ErrorKeys.ShouldBe(["E-RSK-007@"]);
        var refused = await browser.ProposeChangeAsync("sakura02", rights: page => page.Check("rights:ApprovePayroll", on: false));
        refused.ErrorKeys.ShouldBe(["E-RSK-007@rights"]);
        refused.Errors[0].Text.ShouldContain("給与・賞与振込");
        refused.Errors[0].Text.ShouldContain("ダブル承認");

        var free = await browser.ProposeChangeAsync("sakura02", rights: page => page.Check("rights:ApproveBulkTransfer", on: false));
        free.Screen.ShouldBe("BRSK014", free.Summary);
        var password = await browser.ProposeChangeAsync("sakura02", basic => basic.Check("changeLoginPassword")
            .Fill("loginPassword", "Other2026").Fill("loginPasswordAgain", "Other2026"));
        (await password.ExecuteAsync("Confirm01")).Screen.ShouldBe("BRSK015", "a new password is never refused for this");
    }

    [Fact]
    public async Task A_conflict_names_who_changed_this_user_and_leads_to_the_step_of_each_item()
    {
        var mine = await LoggedInAsync("sakura01");
        var confirm = await mine.ProposeChangeAsync("sakura03", rights: page => page.Check("rights:HistoryAll"));
        (await (await mine.ProposeChangeAsync("sakura05", basic => basic.Fill("userName", "伊東　三郎"))).ExecuteAsync("Confirm01"))
            .Screen.ShouldBe("BRSK015");
        var colleague = await LoggedInAsync("sakura02");
        var everything = await colleague.ProposeChangeAsync(
            "sakura03", basic => basic.Fill("userName", "高橋　市郎"), rights => rights.Check("rights:Statements"));
        (await everything.ExecuteAsync("Confirm02")).Screen.ShouldBe("BRSK015");
        (await (await colleague.ProposeChangeAsync("sakura05", basic => basic.Fill("userName", "井藤　三郎"))).ExecuteAsync("Confirm02"))
            .Screen.ShouldBe("BRSK015");

        var refused = await confirm.ExecuteAsync("Confirm01");

        refused.Status.ShouldBe(409);
        refused.MainText.ShouldContain("鈴木 花子（sakura02）さんが");
        refused.Errors.Select(error => error.Text.Split('：')[0]).ShouldBe(["利用者名", "入出金明細照会　照会"]);
        var links = refused.Document.QuerySelectorAll("[data-testid=error-summary] a").Select(a => a.GetAttribute("href")!).ToList();
        links[0].ShouldEndWith("/basic");
        links[1].ShouldEndWith("/rights");
    }

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000501").WithMaster("kanri001").WithUser("ippan001", UserRole.General, Permission.Balance),
    ];
}
