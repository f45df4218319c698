using BankAdmin.Domain.Users;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>What may be chosen and typed on the pages of rights, accounts and limits. Nothing is executed here.</summary>
public sealed class UserRightsInputTests(RunningBank running) : SharedWebTest(running), IClassFixture<RunningBank>
{
    private const string NewId = "newcomer1";

    [Theory]
    [InlineData(new Permission[0], "E-RSK-008@rights")]
    [InlineData(new[] { Permission.ZenginStatementsAll }, "E-RSK-008@rights")]
    [InlineData(new[] { Permission.ZenginReceiptsAll, Permission.ZenginStatements }, "E-RSK-008@rights")]
    public async Task Rights_are_refused_as_a_whole_and_given_back(Permission[] rights, string error)
    {
        var browser = await LoggedInAsync("sakura01");
        var page = await (await browser.BeginRegistrationAsync()).FillBasic(NewId).SubmitAsync("next");

        var refused = await page.ChooseRightsAsync(rights);

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe([error]);
        rights.ShouldAllBe(right => refused.IsChecked($"rights:{right}"));
    }

    /// <summary>What no browser posts: the name, the value, the code.</summary>
    [Theory]
    [InlineData("Rights", "ApproveTransfer")] // さくら: 承認なし
    [InlineData("Rights", "balance")]
    [InlineData("Rights", "0")]
    [InlineData("Rights", "Everything")]
    public async Task A_right_that_is_not_offered_is_refused(string name, string value)
    {
        var browser = await LoggedInAsync("sakura01");
        var page = await (await browser.BeginRegistrationAsync()).FillBasic(NewId).SubmitAsync("next");
        page.Check("rights:Statements");

        var answer = await page.SubmitAsync("next", extra: [(name, value)]);

        (answer.Status, answer.Screen, string.Join(' ', answer.ErrorKeys)).ShouldBe((422, "BRSK007", "E-COM-009@rights"));
    }

    [Fact]
    public async Task What_a_draft_keeps_of_rights_cannot_be_posted()
    {
        var browser = await LoggedInAsync("sakura01");
        var page = await (await browser.BeginRegistrationAsync()).FillBasic(NewId).SubmitAsync("next");
        page.Check("rights:Statements");

        var refused = await page.SubmitAsync("next", extra: [("Choices[ApproveTransfer]", "true")]);

        (refused.Status, refused.Screen, string.Join(' ', refused.ErrorKeys)).ShouldBe((422, "BRSK007", "E-COM-009@rights"));
    }

    [Fact]
    public async Task Funds_rights_need_an_account_and_limits_appear_with_them()
    {
        var browser = await LoggedInAsync("sakura01");
        var rights = await (await browser.BeginRegistrationAsync()).FillBasic(NewId).SubmitAsync("next");
        var accounts = await rights.ChooseRightsAsync(Permission.TransferNewPayee, Permission.ApprovePayroll);

        accounts.KeysBeginning("userLimits.").ShouldBe(["userLimits.transferNewPayee", "userLimits.salary", "userLimits.bonus"]);
        accounts.KeysBeginning("userLimits.").ShouldAllBe(key => accounts.ValueOf(key) == "0");
        var refused = await accounts.SubmitAsync("register");
        refused.ErrorKeys.ShouldBe(["E-RSK-009@accounts"]);

        refused.Check("accounts:081-1234567");
        foreach (var (typed, code) in new[] { ("", "E-COM-001"), ("x", "E-COM-002"), ("1234567890123", "E-COM-005") })
        {
            refused = await refused.Fill("userLimits.salary", typed).SubmitAsync("register");
            refused.ErrorKeys.ShouldBe([$"{code}@userLimits.salary"], typed);
            refused.ValueOf("userLimits.salary").ShouldBe(typed);
            refused.IsChecked("accounts:081-1234567").ShouldBeTrue();
        }

        var confirm = await refused.Fill("userLimits.salary", "１２３，４５６").SubmitAsync("register");
        confirm.Screen.ShouldBe("BRSK009", confirm.Summary);
        confirm.Sheet["userLimits.salary"].Value.ShouldBe("123,456円");
        confirm.SheetKeys.Where(key => key.StartsWith("userLimits", StringComparison.Ordinal)).Count().ShouldBe(3);
        confirm.Sheet["accounts:081-1234567"].Value.ShouldBe("利用する");
        confirm.Sheet["accounts:001-7654321"].Value.ShouldBe("利用しない");
    }

    [Theory]
    [InlineData("002-2345678")] // みどり's
    [InlineData("081-0000000")]
    public async Task An_account_of_somebody_else_answers_like_none(string account)
    {
        var browser = await LoggedInAsync("sakura01");
        var rights = await (await browser.BeginRegistrationAsync()).FillBasic(NewId).SubmitAsync("next");
        var accounts = await rights.ChooseRightsAsync(Permission.TransferNewPayee);

        var refused = await accounts.SubmitAsync("register", extra: [("Accounts", account)]);

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe(["E-COM-009@accounts"]);
    }

    [Fact]
    public async Task Select_all_and_clear_all_work_without_scripts_and_touch_funds_only()
    {
        var browser = await LoggedInAsync("sakura01");
        var rights = await (await browser.BeginRegistrationAsync()).FillBasic(NewId).SubmitAsync("next");
        rights.Check("rights:Balance").Check("rights:PayrollEntry");

        var all = await rights.SubmitAsync("selectAll");
        var funds = Rights.All.Where(right => right.Block == Rights.Funds).Select(right => $"rights:{right.Key}").ToList();
        all.KeysBeginning("rights:").Where(all.IsChecked).ShouldBe(["rights:Balance", .. funds]);
        var none = await all.SubmitAsync("clearAll");
        none.KeysBeginning("rights:").Where(none.IsChecked).ShouldBe(["rights:Balance"]);
    }

    [Theory]
    [InlineData("sakura01", "sakura03", "承認なしで行えます", "取消")]
    [InlineData("midori01", "midori03", "自分が依頼者または承認者", "編集")]
    public async Task The_page_explains_transfers_as_the_contract_has_them(string loginId, string target, params string[] words)
    {
        var browser = await LoggedInAsync(loginId);
        var rights = await (await browser.WithUserAsync(target, "change")).SubmitAsync("next");

        words.ShouldAllBe(word => rights.MainText.Contains(word, StringComparison.Ordinal));
        rights.MainText.Contains("承認なしで行えます", StringComparison.Ordinal).ShouldBe(loginId == "sakura01");
    }

    [Fact]
    public async Task More_than_any_page_asks_for_is_refused_before_it_is_kept()
    {
        var browser = await LoggedInAsync("sakura01");
        var rights = await (await browser.BeginRegistrationAsync()).FillBasic(NewId).SubmitAsync("next");
        var accounts = await rights.ChooseRightsAsync(Permission.TransferNewPayee);

        var refused = await accounts.SubmitAsync(
            "register", extra: [.. Enumerable.Range(0, 60).Select(i => ("Accounts", i + new string('x', 19_000)))]);

        (refused.Status, refused.Screen).ShouldBe((400, "error-400"));
        (await browser.GetAsync(accounts.Path)).Screen.ShouldBe("BRSK008", "what was typed before is there");
    }
}
