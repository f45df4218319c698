using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>BRSK002: what may not be typed. Nothing is executed here.</summary>
public sealed class OwnPasswordInputTests(RunningBank running) : SharedWebTest(running), IClassFixture<RunningBank>
{
    private const string New = "Fresh2026";

    public static TheoryData<string, string[], string> Refused => new()
    {
        { "current login missing", ["", New, New, "", "", ""], "E-COM-001@currentLoginPassword" },
        { "new login missing", ["Login003", "", "", "", "", ""], "E-COM-001@newLoginPassword E-COM-001@newLoginPasswordAgain" },
        { "again missing", ["Login003", New, "", "", "", ""], "E-COM-001@newLoginPasswordAgain" },
        { "differ", ["Login003", New, "Fresh2027", "", "", ""], "E-COM-007@newLoginPasswordAgain" },
        { "case differs", ["Login003", New, "fresh2026", "", "", ""], "E-COM-007@newLoginPasswordAgain" },
        { "short", ["Login003", "Ab123", "Ab123", "", "", ""], "E-COM-010@newLoginPassword" },
        { "long", ["Login003", "Abcdefg123456", "Abcdefg123456", "", "", ""], "E-COM-005@newLoginPassword" },
        { "letters", ["Login003", "Abcdefgh", "Abcdefgh", "", "", ""], "E-RSK-003@newLoginPassword" },
        { "digits", ["Login003", "12345678", "12345678", "", "", ""], "E-RSK-003@newLoginPassword" },
        { "full width", ["Login003", "Ｆｒｅｓｈ２０２６", "Ｆｒｅｓｈ２０２６", "", "", ""], "E-COM-006@newLoginPassword" },
        { "as current", ["Login003", "Login003", "Login003", "", "", ""], "E-RSK-002@newLoginPassword" },
        { "as ID", ["Login003", "sakura03", "sakura03", "", "", ""], "E-RSK-002@newLoginPassword" },
        { "as ID, other case", ["Login003", "SAKURA03", "SAKURA03", "", "", ""], "E-RSK-002@newLoginPassword" },
        { "as the confirmation password", ["Login003", "Confirm03", "Confirm03", "", "", ""], "E-RSK-002@newLoginPassword" },
        { "confirmation as current", ["", "", "", "Confirm03", "Confirm03", "Confirm03"], "E-RSK-002@newConfirmationPassword" },
        { "confirmation as login", ["", "", "", "Confirm03", "Login003", "Login003"], "E-RSK-002@newConfirmationPassword" },
        { "confirmation as ID", ["", "", "", "Confirm03", "sakura03", "sakura03"], "E-RSK-002@newConfirmationPassword" },
        { "both new alike", ["Login003", New, New, "Confirm03", New, New], "E-RSK-002@newConfirmationPassword" },
        { "wrong login", ["Wrong0003", New, New, "", "", ""], "E-AUTH-001@currentLoginPassword" },
        { "wrong confirmation", ["", "", "", "Wrong0003", New, New], "E-AUTH-011@currentConfirmationPassword" },
        { "wrong login, new one taken", ["Wrong0003", "Login003", "Login003", "", "", ""], "E-AUTH-001@currentLoginPassword" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_breaks_a_rule_and_leaves_everything(string what, string[] typed, string errors)
    {
        var browser = await LoggedInAsync("sakura03");
        var before = await Bank.UserAsync("sakura03");

        var refused = await (await browser.OpenUsersAsync("BRSK002"))
            .FillLogin(typed[0], typed[1], typed[2]).FillConfirmation(typed[3], typed[4], typed[5]).SubmitAsync("change");

        refused.Status.ShouldBe(422, what + refused.Summary);
        refused.Screen.ShouldBe("BRSK002");
        string.Join(' ', refused.ErrorKeys).ShouldBe(errors, what);
        refused.KeysBeginning("newLogin").ShouldAllBe(key => refused.ValueOf(key) == "");
        var after = await Bank.UserAsync("sakura03");
        (after.Version, after.LoginPassword, after.ConfirmationPassword)
            .ShouldBe((before.Version, before.LoginPassword, before.ConfirmationPassword));
    }
}
