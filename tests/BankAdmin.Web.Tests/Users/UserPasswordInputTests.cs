using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>What may be typed as passwords in 利用者登録 and 利用者変更. Nothing is executed here.</summary>
public sealed class UserPasswordInputTests(RunningBank running) : SharedWebTest(running), IClassFixture<RunningBank>
{
    private const string NewId = "newcomer1";

    public static TheoryData<string, string, string> RefusedPasswords => new()
    {
        { "", "", "E-COM-001@loginPassword E-COM-001@loginPasswordAgain" },
        { "Begin2026", "", "E-COM-001@loginPasswordAgain" },
        { "Begin2026", "begin2026", "E-COM-007@loginPasswordAgain" },
        { "Ab123", "Ab123", "E-COM-010@loginPassword" },
        { "Abcdefg123456", "Abcdefg123456", "E-COM-005@loginPassword" },
        { "Abcdefgh", "Abcdefgh", "E-RSK-003@loginPassword" },
        { "12345678", "12345678", "E-RSK-003@loginPassword" },
        { "Begin 2026", "Begin 2026", "E-COM-006@loginPassword" },
        { "Ｂｅｇｉｎ２０２６", "Ｂｅｇｉｎ２０２６", "E-COM-006@loginPassword" },
        { "newcomer1", "newcomer1", "E-RSK-002@loginPassword" },
        { "NewComer1", "NewComer1", "E-RSK-002@loginPassword" },
    };

    [Theory]
    [MemberData(nameof(RefusedPasswords))]
    public async Task Refuses_a_bad_password_and_gives_it_not_back(string typed, string again, string errors)
    {
        var browser = await LoggedInAsync("sakura01");
        var registration = (await browser.BeginRegistrationAsync())
            .FillBasic(NewId).Fill("loginPassword", typed).Fill("loginPasswordAgain", again);
        var change = (await browser.WithUserAsync("sakura03", "change")).Fill("loginId", NewId).Fill("loginIdAgain", NewId)
            .Check("changeLoginPassword").Fill("loginPassword", typed).Fill("loginPasswordAgain", again);
        foreach (var page in new[] { registration, change })
        {
            var refused = await page.SubmitAsync("next");

            refused.Status.ShouldBe(422);
            string.Join(' ', refused.ErrorKeys).ShouldBe(errors);
            (refused.ValueOf("loginPassword") + refused.ValueOf("loginPasswordAgain")).ShouldBe("");
            refused.MainText.ShouldNotContain("入力済みです");
            refused.MainText.ShouldContain("入力したパスワードは画面に残していません");
        }
    }

    /// <summary>
    /// Login box, login password, confirmation box, confirmation password, the answer; sakura03 has Login003 and Confirm03.
    /// </summary>
    public static TheoryData<bool, string, bool, string, string> Repeats => new()
    {
        { true, "Login003", false, "", "" }, // what is stored is told at the commit and no earlier (UserGuessTests)
        { true, "Confirm03", false, "", "" },
        { false, "", true, "Login003", "" },
        { true, "sakura03", false, "", "E-RSK-002@loginPassword" },
        { true, "SAKURA03", false, "", "E-RSK-002@loginPassword" },
        { false, "", true, "sakura03", "E-RSK-002@confirmPw" },
        { true, "Other2026", true, "Other2026", "E-RSK-002@confirmPw" },
        { true, "Confirm03", true, "Login003", "" }, // both new, and different from each other and from what each replaces
        // Fields count only while their box is on, and what is typed without it is never ignored in silence.
        { false, "Login003", false, "Confirm03", "E-COM-001@changeLoginPassword E-COM-001@changeConfirmationPassword" },
        { true, "Other2026", false, "x", "E-COM-001@changeConfirmationPassword" },
    };

    [Theory]
    [MemberData(nameof(Repeats))]
    public async Task New_passwords_differ_from_what_the_page_knows(
        bool login, string loginPassword, bool confirmation, string confirmPw, string errors)
    {
        var browser = await LoggedInAsync("sakura01");
        var page = Passwords(await browser.WithUserAsync("sakura03", "change"), login, loginPassword, confirmation, confirmPw)
            .Fill("loginId", "sakura03");

        var answer = await page.SubmitAsync("next");

        string.Join(' ', answer.ErrorKeys).ShouldBe(errors);
        answer.Screen.ShouldBe(errors == "" ? "BRSK012" : "BRSK011");
    }

    /// <summary>First visit, then second visit of the page: boxes and passwords; the answer to the second.</summary>
    public static TheoryData<string, string, string, string, string> Revisits => new()
    {
        { "Other2026", "", "on", "", "" }, // the accepted one stands
        { "Other2026", "", "on", "Other2026", "E-RSK-002@confirmPw" },
        { "Other2026", "", "off", "Login003", "" }, // given up: the stored one is in force again, and told at the commit
        { "Other2026", "Login003", "off", "", "E-COM-001@confirmPw E-COM-001@confirmPwAgain" }, // was allowed only because of the other
        { "Other2026", "Login003", "on", "", "" },
    };

    [Theory]
    [MemberData(nameof(Revisits))]
    public async Task What_was_accepted_is_held_against_what_is_in_force_in_the_end(
        string login, string confirmPw, string loginThen, string confirmPwThen, string errors)
    {
        var browser = await LoggedInAsync("sakura01");
        var first = Passwords(await browser.WithUserAsync("sakura03", "change"), true, login, confirmPw != "", confirmPw);
        var rights = await first.SubmitAsync("next");
        rights.Screen.ShouldBe("BRSK012", rights.Summary);
        var again = await rights.SubmitAsync("back");
        again.MainText.ShouldContain("入力済みです");

        var answer = await Passwords(again, loginThen == "on", "", confirmPw != "" || confirmPwThen != "", confirmPwThen)
            .SubmitAsync("next");

        string.Join(' ', answer.ErrorKeys).ShouldBe(errors);
    }

    [Fact]
    public async Task A_login_id_changed_after_the_password_was_accepted_asks_for_the_password_again()
    {
        var browser = await LoggedInAsync("sakura01");
        var rights = await (await browser.BeginRegistrationAsync()).FillBasic(NewId, "Follow2026").SubmitAsync("next");
        var basic = await rights.SubmitAsync("back");
        basic.Fill("loginId", "Follow2026").Fill("loginIdAgain", "Follow2026");

        var refused = await basic.SubmitAsync("next");

        refused.ErrorKeys.ShouldBe(["E-COM-001@loginPassword", "E-COM-001@loginPasswordAgain"]);
        (await refused.Fill("loginId", NewId).Fill("loginIdAgain", NewId).SubmitAsync("next"))
            .Status.ShouldBe(422, "it is gone, not put aside");
    }

    private static Page Passwords(Page page, bool login, string loginPassword, bool confirmation, string confirmPw) => page
        .Check("changeLoginPassword", login).Fill("loginPassword", loginPassword).Fill("loginPasswordAgain", loginPassword)
        .Check("changeConfirmationPassword", confirmation).Fill("confirmPw", confirmPw).Fill("confirmPwAgain", confirmPw);
}
