using BankAdmin.Domain.Users;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>What may be typed in 利用者登録 and 利用者変更, and that nothing typed is lost. Nothing is executed here.</summary>
public sealed class UserInputTests(RunningBank running) : SharedWebTest(running), IClassFixture<RunningBank>
{
    private const string NewId = "newcomer1";

    /// <summary>A field, what is typed, what is said: of a registration and of a change alike.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { "loginId", "", "E-COM-001" },
        { "loginId", " 　 ", "E-COM-001" },
        { "loginId", "ab123", "E-COM-010" },
        { "loginId", "abcdefg123456", "E-COM-005" },
        { "loginId", "abcdefgh", "E-RSK-003" },
        { "loginId", "12345678", "E-RSK-003" },
        { "loginId", "sakura-9", "E-COM-006" },
        { "loginId", "さくら０１２３", "E-COM-006" },
        { "loginId", "sakura02", "E-RSK-001" },
        { "loginId", "SAKURA02", "E-RSK-001" },
        { "loginId", "ｓａｋｕｒａ０２", "E-RSK-001" },
        { "loginId", "midori01", "E-RSK-001" },
        { "userName", "", "E-COM-001" },
        { "userName", "　", "E-COM-001" },
        { "userName", "佐藤😀", "E-COM-006" },
        { "userName", "佐藤\u202E", "E-COM-006" },
        { "userName", "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほま", "E-COM-005" },
        { "email", "", "E-COM-001" },
        { "email", "a@b", "E-COM-010" },
        { "email", "nobody", "E-COM-011" },
        { "email", "nobody@localhost", "E-COM-011" },
        { "email", "nobody@-x.jp", "E-COM-011" },
        { "email", "nobody@[127.0.0.1]", "E-COM-011" },
        { "email", "nobody@example.jp\uFFFE", "E-COM-006" },
        { "email", "a@b@c", "E-COM-011" },
        { "email", "a b@example.jp", "E-COM-006" },
        { "email", "あ@example.jp", "E-COM-006" },
        { "email", "a@example.jp\r\nBcc: b@example.jp", "E-COM-006" },
        { "email", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.jp", "E-COM-005" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_a_bad_entry_and_gives_everything_back(string key, string typed, string code)
    {
        var browser = await LoggedInAsync("sakura01");
        foreach (var page in new[]
        {
            (await browser.BeginRegistrationAsync()).FillBasic(NewId).Choose("isAdministrator:true"),
            await browser.WithUserAsync("sakura03", "change"),
        })
        {
            page.Fill(key, typed);
            if (key != "userName")
            {
                page.Fill(key + "Again", typed);
            }

            var before = await Bank.CountUsersAsync();
            var refused = await page.SubmitAsync("next");

            refused.Status.ShouldBe(422, refused.Summary);
            refused.Screen.ShouldBe(page.Screen);
            refused.ErrorKeys.Where(error => !error.EndsWith("Again", StringComparison.Ordinal)).ShouldBe([$"{code}@{key}"]);
            refused.ErrorKeys.Where(error => error.EndsWith("Again", StringComparison.Ordinal))
                .ShouldAllBe(error => error == $"E-COM-001@{key}Again" && typed.Trim().Length == 0);
            refused.ValueOf(key).Trim().ShouldBe(page.ValueOf(key).Trim());
            refused.ValueOf("userName").Trim().ShouldBe(page.ValueOf("userName").Trim());
            refused.ChosenOf("isAdministrator").ShouldBe(page.ChosenOf("isAdministrator"));
            (await browser.GetAsync(refused.Path)).ValueOf(key).Trim().ShouldBe(page.ValueOf(key).Trim(), "the draft keeps it, too");
            (await Bank.CountUsersAsync()).ShouldBe(before);
        }
    }

    [Theory]
    [InlineData("loginId", "E-COM-007@loginIdAgain")]
    [InlineData("email", "E-COM-007@emailAgain")]
    public async Task Both_entries_must_agree(string key, string error)
    {
        var browser = await LoggedInAsync("sakura01");
        var page = (await browser.BeginRegistrationAsync()).FillBasic(NewId);
        page.Fill(key + "Again", "x" + page.ValueOf(key));

        (await page.SubmitAsync("next")).ErrorKeys.ShouldBe([error]);
    }

    [Fact]
    public async Task Ids_and_addresses_are_normalised_and_names_kept_full_width()
    {
        var browser = await LoggedInAsync("sakura01");
        var page = (await browser.BeginRegistrationAsync()).FillBasic("ｎｅｗＣｏｍｅ１", "Begin2026")
            .Fill("userName", "ﾔﾏﾀﾞ taro").Fill("email", "Ａ.b@ｅxample.jp ").Fill("emailAgain", "A.b@example.jp");

        var rights = await page.SubmitAsync("next");
        var confirm = await (await rights.ChooseRightsAsync(Permission.Balance)).SubmitAsync("register");

        confirm.Screen.ShouldBe("BRSK009", confirm.Summary);
        confirm.Sheet["loginId"].Value.ShouldBe("newCome1");
        confirm.Sheet["userName"].Value.ShouldBe("ヤマダ　ｔａｒｏ");
        confirm.Sheet["email"].Value.ShouldBe("A.b@example.jp");
        (confirm.Sheet["loginPassword"].Value, confirm.Sheet["forceChange"].Value).ShouldBe(("*****", "強制変更する"));
    }

    [Theory]
    [InlineData("yui..taro.@docomo.ne.jp")]
    [InlineData(".hana@ezweb.ne.jp")]
    [InlineData("info@xn--wgv71a119e.jp")]
    public async Task Addresses_of_old_telephones_and_of_Japanese_domains_are_kept_as_typed(string address)
    {
        var browser = await LoggedInAsync("sakura01");
        var confirm = await browser.ProposeChangeAsync("sakura03", basic => basic.Fill("email", address).Fill("emailAgain", address));

        (await confirm.ExecuteAsync("Confirm01")).Sheet["email"].Value.ShouldBe(address);
        (await Bank.UserAsync("sakura03")).Email.ShouldBe(address);
    }

    [Fact]
    public async Task A_taken_login_ID_is_told_beside_what_cannot_be_read()
    {
        var page = (await (await LoggedInAsync("sakura01")).BeginRegistrationAsync())
            .FillBasic("midori01").Fill("userName", "").Fill("email", "x");

        (await page.SubmitAsync("next")).ErrorKeys.ShouldBe(
            ["E-RSK-001@loginId", "E-COM-001@userName", "E-COM-010@email", "E-COM-007@emailAgain"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("loginId", "newcome1\u200B")]
    [InlineData("email", "a@example.jp\uFEFF")]
    [InlineData("loginPassword", "Begin2026\u2060")]
    public async Task What_nobody_can_see_is_named(string key, string typed)
    {
        var page = (await (await LoggedInAsync("sakura01")).BeginRegistrationAsync()).FillBasic(NewId);

        var refused = await page.Fill(key, typed).Fill(key + "Again", typed).SubmitAsync("next");

        refused.Errors.ShouldHaveSingleItem().Text.ShouldContain("見えない文字 U+");
    }

    [Fact]
    public async Task A_name_is_found_however_it_is_typed()
    {
        var browser = await LoggedInAsync("sakura01");
        await (await browser.ProposeChangeAsync("sakura03", basic => basic.Fill("userName", "髙𣘺\u00A0一郎"))).ExecuteAsync("Confirm01");

        foreach (var (typed, loginId) in new[] { ("佐藤太郎", "sakura01"), ("佐藤 太郎", "sakura01"), ("高橋", "sakura03") })
        {
            (await browser.GetAsync("/users?q=" + Uri.EscapeDataString(typed))).KeysBeginning("row:").ShouldBe([$"row:{loginId}"]);
            var chosen = await (await browser.OpenUsersAsync("BRSK016")).Fill("q", typed).SubmitAsync("search");
            chosen.KeysBeginning("row:").ShouldBe([$"row:{loginId}"]);
        }
    }

    [Fact]
    public async Task A_copy_brings_rights_accounts_and_limits_and_nothing_else()
    {
        var browser = await LoggedInAsync("sakura01");
        var basic = await browser.WithUserAsync("sakura03", "copy");
        basic.Screen.ShouldBe("BRSK006");
        foreach (var key in new[] { "loginId", "loginIdAgain", "userName", "email", "emailAgain", "loginPassword" })
        {
            basic.ValueOf(key).ShouldBe("", key);
        }

        basic.ChosenOf("isAdministrator").ShouldBe("false");
        var rights = await basic.FillBasic(NewId).SubmitAsync("next");
        var held = (await Bank.UserAsync("sakura03")).Held().Select(right => $"rights:{right}").ToList();
        rights.KeysBeginning("rights:").Where(rights.IsChecked).ShouldBe(held);
        var accounts = await rights.SubmitAsync("next");
        accounts.KeysBeginning("accounts:").ShouldAllBe(key => accounts.IsChecked(key));
        accounts.KeysBeginning("userLimits.").ShouldAllBe(key => accounts.ValueOf(key) == "1,000,000");
    }

    [Theory]
    [InlineData("Role", "Master")]
    [InlineData("isAdministrator", "Master")]
    [InlineData("Login.Hash", "x")]
    [InlineData("Basic.Login.Hash", "x")]
    [InlineData("LoginPasswordKept", "true")]
    [InlineData("ChangeLoginPassword", "false")]
    [InlineData("ChangeConfirmationPassword", "true")]
    [InlineData("Rights.Rights", "ApprovePayroll")]
    [InlineData("Rights", "ApprovePayroll")]
    [InlineData("FoldedLoginId", "sakura01")]
    [InlineData("Choices[ApprovePayroll]", "true")]
    [InlineData("UserLimits[salary]", "999")]
    [InlineData("CompanyId", "00000000-0000-0000-0000-000000000001")]
    public async Task What_the_form_does_not_have_changes_nothing(string name, string value)
    {
        var browser = await LoggedInAsync("sakura01");
        var basic = (await browser.BeginRegistrationAsync()).FillBasic(NewId);
        if (name is "Login.Hash" or "Basic.Login.Hash" or "LoginPasswordKept" or "ChangeLoginPassword")
        {
            basic.Fill("loginPassword", "").Fill("loginPasswordAgain", "");
            (await basic.SubmitAsync("next", extra: [(name, value)])).ErrorKeys.ShouldBe(
                ["E-COM-001@loginPassword", "E-COM-001@loginPasswordAgain"]);
            return;
        }

        var rights = await basic.SubmitAsync("next", extra: [(name, value)]);
        if (name == "isAdministrator")
        {
            rights.ErrorKeys.ShouldBe(["E-COM-009@isAdministrator"]);
            return;
        }

        var confirm = await (await rights.ChooseRightsAsync(Permission.Balance)).SubmitAsync("register");
        confirm.Screen.ShouldBe("BRSK009", confirm.Summary);
        confirm.Sheet["loginId"].Value.ShouldBe(NewId);
        confirm.Sheet["isAdministrator"].Value.ShouldBe("付与しない");
        confirm.Sheet["rights:ApprovePayroll"].Value.ShouldBe("付与しない");
        confirm.SheetKeys.ShouldNotContain("userLimits.salary");
    }

    [Theory]
    [InlineData("register")]
    [InlineData("change")]
    [InlineData("delete")]
    public async Task A_subject_that_is_none_begins_nothing(string wizard)
    {
        var browser = await LoggedInAsync("sakura01");
        await browser.GetAsync("/users");

        (await browser.PostWithTokenAsync($"/users/{wizard}/start", [("subject", new string('x', 5_000))])).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nothing_changed_is_refused()
    {
        var browser = await LoggedInAsync("sakura01");

        (await browser.ProposeChangeAsync("sakura03")).ErrorKeys.ShouldBe(["E-COM-003@"]);
    }
}
