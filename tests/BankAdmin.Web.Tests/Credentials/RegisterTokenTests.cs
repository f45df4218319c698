using BankAdmin.Domain.Credentials;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>ワンタイムパスワード利用登録 at login (BLGI022).</summary>
public sealed class RegisterTokenTests : TokenScene
{
    [Fact]
    public async Task A_token_is_registered_at_login_with_a_code_of_the_key_that_is_shown()
    {
        var browser = NewBrowser();
        var page = await browser.TryLogInAsync(Without);
        page.Screen.ShouldBe("BLGI022");
        page.Document.QuerySelector("svg[role=img] path").ShouldNotBeNull();
        var secret = page.Text("tokenSecret");
        (await browser.GetAsync("/users/menu", follow: false)).Location.ShouldBe("/token");
        (await browser.GetAsync("/token")).Text("tokenSecret").ShouldBe(secret, "a reload keeps what the phone has read");

        page = await page.Fill("otp", "000000").SubmitAsync("register");
        page.ErrorKeys.ShouldBe(["E-AUTH-021@otp"]);
        page.Text("tokenSecret").ShouldBe(secret);
        (await Bank.EntriesAsync(Without, EntryKind.Code)).ShouldBe(WrongEntries.Clear, "there is nothing to be guessed yet");
        var code = App.NextCode(secret);
        page = await page.Fill("otp", code).SubmitAsync("register");

        page.Screen.ShouldBe("BTOP001", page.Summary);
        page.MainText.ShouldContain("利用中");
        page.Text("alert:0").ShouldContain("ワンタイムパスワード利用登録");
        var master = await LoggedInAsync(Master);
        (await StateOfAsync(master, Without)).ShouldBe("利用中");
        (await master.GetAsync("/")).Text("alert:0").ShouldContain("検証　ｉｐｐａｎ００３");
        (await NewBrowser().TryLogInAsync(Without)).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task It_can_be_put_off_until_the_next_login()
    {
        var browser = NewBrowser();
        var page = await (await browser.TryLogInAsync(Without)).SubmitAsync("later");
        page.Screen.ShouldBe("BTOP001");
        (await browser.GetAsync("/token", follow: false)).Location.ShouldBe("/", "what is not due is closed");

        (await NewBrowser().TryLogInAsync(Without)).Screen.ShouldBe("BLGI022");
    }

    [Fact]
    public async Task After_a_revocation_it_is_offered_at_logins_half_an_hour_later()
    {
        var master = await LoggedInAsync(Master);
        (await (await ChooseAsync(master, "BRSK026", General)).ExecuteAsync(A.ConfirmationPassword, NewCode, "revoke"))
            .Screen.ShouldBe("BRSK027");
        (await StateOfAsync(master, General)).ShouldBe("失効");
        var top = await NewBrowser().TryLogInAsync(General);
        top.Screen.ShouldBe("BTOP001");
        top.MainText.ShouldContain("以降にログイン");

        App.Clock.Advance(TimeSpan.FromMinutes(30));
        var offered = await NewBrowser().TryLogInAsync(General);
        offered.Screen.ShouldBe("BLGI022");
        (await StateOfAsync(await LoggedInAsync(Master), General)).ShouldBe("未登録");
        var secret = offered.Text("tokenSecret");
        (await offered.Fill("otp", App.NextCode(secret)).SubmitAsync("register")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task Due_passwords_come_first()
    {
        var master = await LoggedInAsync(Master);
        var registered = await (await master.ProposeRegistrationAsync("shinki001")).ExecuteAsync(A.ConfirmationPassword, NewCode);
        registered.Screen.ShouldBe("BRSK010", registered.Summary);

        var browser = NewBrowser();
        var due = await browser.TryLogInAsync("shinki001", UserJourney.Password);
        due.Screen.ShouldBe("BLGI010");
        (await browser.GetAsync("/token", follow: false)).Location.ShouldBe("/password");
        var page = await due.Fill("currentLoginPassword", UserJourney.Password)
            .Fill("newLoginPassword", "Other2026").Fill("newLoginPasswordAgain", "Other2026")
            .Fill("newConfirmationPassword", "Third2026").Fill("newConfirmationPasswordAgain", "Third2026").SubmitAsync("change");
        page.Screen.ShouldBe("BLGI022", page.Summary);
    }

    [Fact]
    public async Task In_two_tabs_the_second_registration_changes_nothing()
    {
        var browser = NewBrowser();
        var page = await browser.TryLogInAsync(Without);
        var other = await browser.GetAsync("/token");
        var secret = page.Text("tokenSecret");

        (await page.Fill("otp", App.NextCode(secret)).SubmitAsync("register")).Screen.ShouldBe("BTOP001");
        (await other.Fill("otp", App.NextCode(secret)).SubmitAsync("register")).Screen.ShouldBe("BTOP001");
        (await Bank.UserAsync(Without)).Token.IsHeld.ShouldBeTrue();
    }
}
