using AngleSharp.Dom;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>The table of spec rules.md §1 as the pages and the addresses behind them answer it.</summary>
public sealed class UserAuthorityTests(Staff staff) : SharedWebTest(staff), IClassFixture<Staff>
{
    private const string Master = Staff.Master;
    private const string Administrator = Staff.Administrator;
    private const string OtherAdministrator = Staff.OtherAdministrator;
    private const string General = Staff.General;
    private const string Stranger = Staff.Stranger;
    private const string Nobody = "nobody01";

    /// <summary>Actor, target; then deletion's answer, and what of 利用者変更 is open: profile, role, rights, limits.</summary>
    public static TheoryData<string, string, string, string> Table => new()
    {
        { Master, Master, "E-RSK-005", "profile limits" },
        { Master, OtherAdministrator, "", "profile role rights limits" },
        { Master, General, "", "profile role rights limits" },
        { Administrator, Master, "E-RSK-006", "" },
        { Administrator, Administrator, "E-RSK-005", "profile rights limits" },
        { Administrator, OtherAdministrator, "", "profile role rights limits" },
        { Administrator, General, "", "profile role rights limits" },
    };

    /// <summary>Actor, target, and what of 利用者変更 is open.</summary>
    public static TheoryData<string, string, string> Opened => new(Table.Select(row => (row.Data.Item1, row.Data.Item2, row.Data.Item4)));

    /// <summary>Actor, target, and why a deletion is refused.</summary>
    public static TheoryData<string, string, string> RefusedDeletions => new(
        Table.Where(row => row.Data.Item3.Length > 0).Select(row => (row.Data.Item1, row.Data.Item2, row.Data.Item3)));

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Deletion_and_change_open_what_the_table_allows(string actor, string target, string deletion, string open)
    {
        var browser = await LoggedInAsync(actor);

        var delete = await browser.WithUserAsync(target, "delete");
        delete.ErrorKeys.ShouldBe(deletion == "" ? [] : [$"{deletion}@"]);
        (delete.Status, delete.Screen).ShouldBe(deletion == "" ? (200, "BRSK021") : (422, "BRSK005"));

        var basic = await browser.WithUserAsync(target, "change");
        basic.Screen.ShouldBe("BRSK011", basic.Summary);
        var rights = await basic.SubmitAsync("next");
        var accounts = await rights.SubmitAsync("next");
        string.Join(' ', new[]
        {
            ("profile", IsOpen(basic, "loginId") && IsOpen(basic, "loginIdAgain") && IsOpen(basic, "userName")),
            ("role", basic.Has("isAdministrator:true")),
            ("rights", IsOpen(rights, "rights:Balance") && IsOpen(accounts, "accounts:081-9000001")),
            ("limits", IsOpen(accounts, "userLimits.salary")),
        }.Where(part => part.Item2).Select(part => part.Item1)).ShouldBe(open);
        new[] { "email", "changeLoginPassword", "loginPassword", "changeConfirmationPassword", "confirmPw" }.ShouldAllBe(
            key => IsOpen(basic, key));
    }

    /// <summary>What the form has disabled and a hostile client posts all the same: nothing of it arrives.</summary>
    [Theory]
    [MemberData(nameof(Opened))]
    public async Task What_is_closed_stays_as_stored_whatever_is_posted(string actor, string target, string open)
    {
        var browser = await LoggedInAsync(actor);
        var flag = target is Master or General ? "true" : "false";

        var basic = await browser.WithUserAsync(target, "change");
        var rights = await basic.SubmitAsync(
            "next", extra: [("loginId", "changed01"), ("loginIdAgain", "changed01"), ("userName", "別人"), ("isAdministrator", flag)]);
        rights.Screen.ShouldBe("BRSK012", rights.Summary);
        var accounts = await rights.SubmitAsync(
            "next", extra: [("rights", nameof(Permission.PayrollEntry)), ("rights", nameof(Permission.HistoryAll))]);
        var confirm = await accounts.SubmitAsync("change", extra: [("accounts", "001-9000002"), ("userLimits[salary]", "7")]);

        var changed = confirm.Screen == "BRSK014" ? confirm.ChangedKeys.ToList() : [];
        (confirm.Screen == "BRSK014" || confirm.ErrorKeys.SequenceEqual(["E-COM-003@"])).ShouldBeTrue(confirm.Summary);
        var parts = new[]
        {
            ("profile", changed.Contains("loginId") && changed.Contains("userName")),
            ("role", changed.Contains("isAdministrator")),
            ("rights", changed.Contains("rights:HistoryAll")),
            ("limits", changed.Contains("userLimits.salary")),
        };
        string.Join(' ', parts.Where(part => part.Item2).Select(part => part.Item1)).ShouldBe(open);
        (open.Contains("profile", StringComparison.Ordinal) || !changed.Any(key => key is "loginId" or "userName")).ShouldBeTrue();
        (open.Contains("rights", StringComparison.Ordinal) || !changed.Any(key =>
            key.StartsWith("rights", StringComparison.Ordinal) || key.StartsWith("accounts", StringComparison.Ordinal))).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(RefusedDeletions))]
    public async Task A_deletion_that_is_not_offered_is_not_begun_by_its_address(string actor, string target, string deletion)
    {
        var browser = await LoggedInAsync(actor);
        await browser.GetAsync("/users");

        var refused = await browser.PostWithTokenAsync(
            "/users/delete/start", [("subject", (await Bank.UserAsync(target)).Id.ToString())]);

        (refused.Status, refused.Screen).ShouldBe((422, "error-422"));
        refused.ErrorKeys.ShouldBe([$"{deletion}@"]);
        (await Bank.UserAsync(target)).DeletedAtUtc.ShouldBeNull();
    }

    [Theory]
    [InlineData(Master)]
    [InlineData(Administrator)]
    public async Task Everybody_is_stopped_by_administrators_and_nobody_releases_themselves(string actor)
    {
        var browser = await LoggedInAsync(actor);
        var list = await browser.OpenUsersAsync("BRSK016");

        foreach (var (target, offered) in new[]
        {
            (Master, "Keep Stop"), (Administrator, "Keep Stop"), (General, "Keep Stop"),
            ("tomare001", "Keep Release"), ("tomare002", "Keep Stop Release"), ("tomare003", "Keep Stop Release"),
        })
        {
            string.Join(' ', Options(list, target)).ShouldBe(offered, target);
        }

        var idle = await list.SubmitAsync("next", extra: [(await ChoiceAsync(actor), "Release")]);
        (idle.Status, string.Join(' ', idle.ErrorKeys)).ShouldBe((409, "E-COM-004@nextState"), "there is nothing to release");

        // Somebody guessed this person's login password until it was stopped, and they are still here.
        await Bank.SetEntriesAsync(actor, EntryKind.Login, UserJourney.Stopped);
        try
        {
            var again = await browser.OpenUsersAsync("BRSK016");
            string.Join(' ', Options(again, actor)).ShouldBe("Keep Stop");
            again.Document.QuerySelector($"[data-testid='row:{actor}']")!.TextContent.ShouldContain("ご自身の停止を解除することはできません");
            var refused = await again.SubmitAsync("next", extra: [(await ChoiceAsync(actor), "Release")]);
            (refused.Status, string.Join(' ', refused.ErrorKeys)).ShouldBe((422, "E-RSK-005@nextState"));
        }
        finally
        {
            await Bank.SetEntriesAsync(actor, EntryKind.Login, WrongEntries.Clear);
        }

        foreach (var garbage in new[] { "7", "1", "stop", "Stop,Release", "Delete" })
        {
            var again = await browser.OpenUsersAsync("BRSK016");
            var answer = await again.SubmitAsync("next", extra: [(await ChoiceAsync(General), garbage)]);
            answer.ErrorKeys.ShouldBe(["E-COM-009@nextState"], garbage);
        }
    }

    [Fact]
    public async Task General_users_find_their_own_passwords_and_nothing_else()
    {
        var browser = await LoggedInAsync(General);
        var menu = await browser.GetAsync("/users/menu");
        menu.KeysBeginning("BRSK").ShouldBe(["BRSK002"]);
        var own = (await Bank.UserAsync(General)).Id;
        foreach (var path in new[]
        {
            "/users", "/users/rights", "/users/rights/csv", "/users/rights/print", $"/users/view/{own}", $"/users/view/{own}/print",
        })
        {
            var answer = await browser.GetAsync(path);
            (answer.Status, string.Join(' ', answer.ErrorKeys)).ShouldBe((403, "E-COM-012@"), path);
        }

        foreach (var path in new[]
        {
            "/users", "/users/register/start", "/users/change/start", "/users/delete/start", "/users/suspend/start",
        })
        {
            await browser.GetAsync("/users/menu");
            (await browser.PostWithTokenAsync(
                path, [("subject", own.ToString()), ("action", "change"), ("selected", General)])).Status.ShouldBe(403, path);
        }

        (await browser.OpenUsersAsync("BRSK002")).Screen.ShouldBe("BRSK002");
    }

    [Fact]
    public async Task A_user_of_another_company_is_answered_like_one_that_does_not_exist()
    {
        var browser = await LoggedInAsync(Master);
        var (theirs, none) = ((await Bank.UserAsync(Stranger)).Id, Guid.CreateVersion7());
        foreach (var path in new[] { "/users/view/{0}", "/users/view/{0}/print" })
        {
            var existing = await browser.GetAsync(string.Format(null, path, theirs));
            var missing = await browser.GetAsync(string.Format(null, path, none));
            (existing.Status, existing.MainText).ShouldBe((404, missing.MainText), path);
        }

        foreach (var path in new[] { "/users/change/start", "/users/delete/start" })
        {
            (await PostAsync(path, ("subject", theirs.ToString())))
                .ShouldBe((404, (await PostAsync(path, ("subject", none.ToString()))).Text), path);
        }

        foreach (var action in new[] { "change", "delete", "inquire", "copy" })
        {
            (await PostAsync("/users", ("selected", Stranger), ("action", action)))
                .ShouldBe((404, (await PostAsync("/users", ("selected", Nobody), ("action", action))).Text), action);
        }

        await browser.GetAsync("/users");
        var copied = await browser.PostWithTokenAsync("/users/register/start", [("subject", theirs.ToString())]);
        var rights = await copied.FillBasic("copycat1").SubmitAsync("next");
        rights.KeysBeginning("rights:").ShouldAllBe(key => !rights.IsChecked(key), "nothing of it is copied");
        (await browser.GetAsync($"/users?q={Stranger}")).Text("count").ShouldBe("0");
        (await browser.OpenUsersAsync("BRSK040")).Html.ShouldNotContain(Stranger);
        var list = await browser.OpenUsersAsync("BRSK016");
        list.Html.ShouldNotContain(Stranger);
        (await list.SubmitAsync("next", extra: [(await ChoiceAsync(Stranger), "Stop")])).ErrorKeys.ShouldBe(["E-COM-004@nextState"]);
        list = await browser.OpenUsersAsync("BRSK016");
        (await list.SubmitAsync("next", extra: [($"choice[{Guid.NewGuid()}]", "Stop")])).ErrorKeys.ShouldBe(
            ["E-COM-004@nextState"], "like nobody");
        (await Bank.UserAsync(Stranger)).Suspended.ShouldBeFalse();

        async Task<(int Status, string Text)> PostAsync(string path, params (string Name, string Value)[] fields)
        {
            await browser.GetAsync("/users");
            var answer = await browser.PostWithTokenAsync(path, fields);
            return (answer.Status, answer.MainText);
        }
    }

    private async Task<string> ChoiceAsync(string loginId) => $"choice[{(await Bank.UserAsync(loginId)).Id}]";

    private static IEnumerable<string> Options(Page list, string loginId) =>
        list.Document.QuerySelectorAll($"[data-testid='row:{loginId}'] option").Select(option => option.GetAttribute("value")!);

    private static bool IsOpen(Page page, string key) =>
        page.Document.QuerySelectorAll("[data-testid]").Single(element => element.GetAttribute("data-testid") == key) is { } field
            && !field.IsDisabled();
}
