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

/// <summary>The rule that a new password differs from the stored ones (E-RSK-002) answers nobody's guesses for nothing.</summary>
public sealed class UserGuessTests : WebTest
{
    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000601").WithMaster("kanri001")
            .WithAdministrator("kanri002", Permission.Balance).WithUser("ippan001", UserRole.General, Permission.Balance)
            .WithUser("tomare003", UserRole.General, "ConfirmationStopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser(
                "tomare004", UserRole.Administrator, "ConfirmationStopped", A.ConfirmationPassword, forceChange: false, Permission.Balance),
    ];

    [Theory]
    [InlineData("kanri001", A.LoginPassword)]
    [InlineData("kanri001", A.ConfirmationPassword)]
    [InlineData("kanri002", A.ConfirmationPassword)] // one's own: a stolen session must not find the step-up
    public async Task A_stored_password_looks_like_any_other_until_the_commit(string target, string stored)
    {
        var browser = await LoggedInAsync("kanri002");
        var pages = new List<string>();
        foreach (var password in new[] { stored, "Guess2026" })
        {
            var basic = await browser.WithUserAsync(target, "change");
            var rights = await basic.Check("changeConfirmationPassword")
                .Fill("confirmPw", password).Fill("confirmPwAgain", password).SubmitAsync("next");
            var confirm = await (await rights.SubmitAsync("next")).SubmitAsync("change");
            confirm.Screen.ShouldBe("BRSK014", confirm.Summary);
            pages.Add(confirm.MainText);
            var back = await (await confirm.ClickAsync("back")).SubmitAsync("back");
            pages[^1] += (await back.SubmitAsync("back")).MainText;
            confirm = await browser.GetAsync(confirm.Path);
            (await confirm.ExecuteAsync("Wrong0001")).ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"], "the entry is judged first");
            var executed = await (await browser.GetAsync(confirm.Path)).ExecuteAsync(A.ConfirmationPassword);
            executed.ErrorKeys.ShouldBe(password == stored ? ["E-RSK-002@confirmPw"] : [], "the other guess was a change");
        }

        pages[0].ShouldBe(pages[1], "nothing on any page tells them apart");
    }

    [Theory]
    [InlineData("changeLoginPassword", "loginPassword", A.LoginPassword)]
    [InlineData("changeLoginPassword", "loginPassword", A.ConfirmationPassword)]
    [InlineData("changeConfirmationPassword", "confirmPw", A.ConfirmationPassword)]
    [InlineData("changeConfirmationPassword", "confirmPw", A.LoginPassword)]
    public async Task At_the_commit_it_is_refused_and_recorded_and_mended_where_it_was_typed(string box, string field, string stored)
    {
        var browser = await LoggedInAsync("kanri001");
        var confirm = await browser.ProposeChangeAsync(
            "ippan001", basic => basic.Check(box).Fill(field, stored).Fill(field + "Again", stored));

        var refused = await confirm.ExecuteAsync(A.ConfirmationPassword);

        (refused.Status, refused.Screen, string.Join(' ', refused.ErrorKeys)).ShouldBe((422, "BRSK011", $"E-RSK-002@{field}"));
        var record = await Bank.LastRecordAsync("9000000601");
        (record.Code, record.Outcome, record.ErrorCodes).ShouldBe(("user.change", OperationOutcome.Refused, "E-RSK-002"));
        var mended = await refused.Fill(field, "Other2026").Fill(field + "Again", "Other2026").SubmitAsync("next");
        var again = await (await mended.SubmitAsync("next")).SubmitAsync("change");
        (await again.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");
    }

    [Fact]
    public async Task A_password_is_asked_again_when_the_stored_one_it_was_held_against_has_changed()
    {
        var browser = await LoggedInAsync("kanri001");
        var confirm = await browser.ProposeChangeAsync("ippan001", basic => basic.Check("changeLoginPassword")
            .Fill("loginPassword", "Other2026").Fill("loginPasswordAgain", "Other2026"));
        var themselves = await LoggedInAsync("ippan001");
        (await (await themselves.OpenUsersAsync("BRSK002")).FillLogin(A.LoginPassword, "Other2026").SubmitAsync("change"))
            .Screen.ShouldBe("BRSK004");
        var conflict = await confirm.ExecuteAsync(A.ConfirmationPassword);
        conflict.Status.ShouldBe(409);

        var refused = await conflict.SubmitAsync("change");

        (refused.Screen, string.Join(' ', refused.ErrorKeys)).ShouldBe(("BRSK011", "E-COM-001@loginPassword"));
        refused.MainText.ShouldNotContain("入力済みです");
        (await refused.SubmitAsync("next")).ErrorKeys.ShouldBe(["E-COM-001@loginPassword", "E-COM-001@loginPasswordAgain"]);
    }

    [Fact]
    public async Task Who_changes_one_password_again_and_again_to_find_the_other_is_counted_until_it_pauses()
    {
        var browser = await LoggedInAsync("sakura03");
        var current = "Login003";
        (await ChangeAsync("Guess2000")).Screen.ShouldBe("BRSK004");
        (await EntriesAsync()).ShouldBe((0, 0), "the first in a long time is a change, not a guess");

        for (var i = 1; i <= 5; i++)
        {
            (await ChangeAsync($"Guess200{i}")).Screen.ShouldBe("BRSK004");
        }

        (await EntriesAsync()).ShouldBe((0, 1), "a 一時停止");
        (await ChangeAsync("Confirm03")).ErrorKeys.ShouldBe(["E-AUTH-012@newLoginPassword"], "right or wrong, nothing is judged");

        async Task<Page> ChangeAsync(string next)
        {
            var answer = await (await browser.OpenUsersAsync("BRSK002")).FillLogin(current, next).SubmitAsync("change");
            current = answer.Screen == "BRSK004" ? next : current;
            return answer;
        }
    }

    [Fact]
    public async Task A_hit_is_counted_too_and_clears_nothing()
    {
        var browser = await LoggedInAsync("sakura03");
        (await (await browser.OpenUsersAsync("BRSK002")).FillLogin("Login003", "Guess2000").SubmitAsync("change"))
            .Screen.ShouldBe("BRSK004");

        for (var i = 1; i <= 2; i++)
        {
            (await (await browser.OpenUsersAsync("BRSK002")).FillLogin("Guess2000", "Confirm03").SubmitAsync("change"))
                .ErrorKeys.ShouldBe(["E-RSK-002@newLoginPassword"]);
            (await EntriesAsync()).ShouldBe((i, 0));
        }
    }

    [Fact]
    public async Task A_stopped_confirmation_password_blocks_commits_that_ask_for_none()
    {
        var general = await LoggedInAsync("tomare003");
        (await (await general.OpenUsersAsync("BRSK002")).FillLogin(A.LoginPassword, "Other2026").SubmitAsync("change"))
            .ErrorKeys.ShouldBe(["E-AUTH-012@"]);
        (await NewBrowser().TryLogInAsync("tomare003")).Screen.ShouldBe("BTOP001", "nothing was changed");

        var administrator = await LoggedInAsync("tomare004");
        var memos = await administrator.OpenAsync("BKGK015");
        memos.Screen.ShouldBe("BKGK015", "reading is open");
        (await memos.Fill("memos[0]", "経費").SubmitAsync("change")).ErrorKeys.ShouldBe(["E-AUTH-012@"]);
    }

    private async Task<(int Failures, int Pauses)> EntriesAsync()
    {
        var count = await Bank.EntriesAsync("sakura03", EntryKind.Confirmation);
        return (count.Failures, count.Pauses);
    }
}
