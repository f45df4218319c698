using BankAdmin.Domain.Credentials;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>利用停止解除 (BRSK024) and トークンの失効 (BRSK026).</summary>
public sealed class TokenListTests : TokenScene
{
    private static readonly string[] Everybody = [Master, Administrator, Suspended, General, Without];

    [Theory]
    [InlineData("BRSK024", new[] { Suspended })]
    [InlineData("BRSK026", new[] { Master, Administrator, Suspended, General })]
    public async Task Only_those_it_can_be_done_to_can_be_chosen(string screen, string[] choosable)
    {
        var list = await (await LoggedInAsync(Administrator)).OpenUsersAsync(screen);

        list.Screen.ShouldBe(screen);
        Everybody.Where(loginId => !list.Document.QuerySelector($"[data-testid='selected:{loginId}']")!.HasAttribute("disabled"))
            .ShouldBe(choosable);
        list.Text("row:" + Without).ShouldContain("未登録");
        list.Has("row:tanin001").ShouldBeFalse("another company's people");
    }

    [Fact]
    public async Task A_stopped_token_is_released_without_a_code_by_somebody_else()
    {
        var browser = await LoggedInAsync(Administrator);
        var confirm = await ChooseAsync(browser, "BRSK024", Suspended);
        confirm.Screen.ShouldBe("BRSK024C");
        confirm.Has("otp").ShouldBeFalse();
        confirm.Sheet["selected:" + Suspended].ShouldBe(new("利用中", true, "利用停止"));

        var result = await confirm.Fill("confirmationPassword", A.ConfirmationPassword).SubmitAsync("release");

        result.Screen.ShouldBe("BRSK025", result.Summary);
        (await result.ClickAsync("print")).ContentType.ShouldBe("application/pdf");
        (await StateOfAsync(browser, Suspended)).ShouldBe("利用中");
        (await Bank.EntriesAsync(Suspended, EntryKind.Code)).ShouldBe(WrongEntries.Clear);
    }

    [Fact]
    public async Task Nobody_releases_oneself_in_a_list_with_others()
    {
        await Bank.SetEntriesAsync(Administrator, EntryKind.Code, UserJourney.Stopped);
        var browser = await LoggedInAsync(Administrator);
        var list = await browser.OpenUsersAsync("BRSK024");
        list.Text("row:" + Administrator).ShouldContain("ご自身");
        var mine = (await Bank.UserAsync(Administrator)).Id;

        var refused = await list.Check("selected:" + Suspended).SubmitAsync("next", true, ($"choice[{mine}]", "Selected"));

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe(["E-RSK-005@selected"]);
        (await Bank.EntriesAsync(Suspended, EntryKind.Code)).Stopped.ShouldBeTrue("nothing is half done");
    }

    [Fact]
    public async Task Several_tokens_are_revoked_at_once_also_ones_own_and_no_code_of_theirs_is_right_any_more()
    {
        var browser = await LoggedInAsync(Administrator);
        var other = await ProposeAsync(await LoggedInAsync(Master), "失効商事");
        var confirm = await ChooseAsync(browser, "BRSK026", Administrator, Master);
        confirm.Screen.ShouldBe("BRSK026C");

        var result = await confirm.ExecuteAsync(A.ConfirmationPassword, NewCode, "revoke");

        result.Screen.ShouldBe("BRSK027", result.Summary);
        result.Sheet["selected:" + Master].Value.ShouldBe("失効");
        (await Bank.WithDatabaseAsync(context => context.TokenSecrets.CountAsync())).ShouldBe(
            5, "two of the demo data and three that are left here and next door");
        (await other.ExecuteAsync(A.ConfirmationPassword, NewCode)).ErrorKeys.ShouldBe(["E-AUTH-023@otp"]);
    }

    [Fact]
    public async Task What_was_revoked_meanwhile_is_told()
    {
        var browser = await LoggedInAsync(Administrator);
        var confirm = await ChooseAsync(browser, "BRSK026", General);
        var master = await LoggedInAsync(Master);
        (await (await ChooseAsync(master, "BRSK026", General)).ExecuteAsync(A.ConfirmationPassword, NewCode, "revoke"))
            .Screen.ShouldBe("BRSK027");

        var refused = await confirm.ExecuteAsync(A.ConfirmationPassword, NewCode, "revoke");

        refused.ErrorKeys.ShouldBe(["E-COM-004@selected"]);
        refused.Errors[0].Text.ShouldContain("失効");
    }

    [Fact]
    public async Task A_deletion_takes_the_token_along()
    {
        var browser = await LoggedInAsync(Administrator);
        (await browser.DeleteAsync(Administrator, General)).Screen.ShouldBe("BRSK022");

        var user = await Bank.UserAsync(General);
        user.Token.IsHeld.ShouldBeFalse();
        (await Bank.WithDatabaseAsync(context => context.TokenSecrets.AnyAsync(token => token.UserId == user.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_the_contract_asks_for_no_codes_the_lists_are_there_while_anybody_holds_a_token()
    {
        var browser = await LoggedInAsync("tanin001");
        var confirm = await ChooseAsync(browser, "BRSK026", "tanin001");
        confirm.Has("otp").ShouldBeFalse("the contract asks for none");
        (await confirm.Fill("confirmationPassword", A.ConfirmationPassword).SubmitAsync("revoke")).Screen.ShouldBe("BRSK027");

        (await browser.GetAsync("/users/menu")).Has("BRSK026").ShouldBeFalse();
        (await browser.WithUserAsync("tanin001", "inquire")).Sheet["tokenState"].Value.ShouldBe("対象外");
    }

    [Fact]
    public async Task A_general_user_is_refused()
    {
        var browser = await LoggedInAsync(General);
        (await browser.PostWithTokenAsync("/credentials/revoke-tokens/start", [])).Status.ShouldBe(403);
    }
}
