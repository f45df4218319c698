using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>BRSK011: a password that was typed without its box is never ignored in silence.</summary>
public sealed class UntickedPasswordTests(Staff staff) : SharedWebTest(staff), IClassFixture<Staff>
{
    [Theory]
    [InlineData("loginPassword", "changeLoginPassword")]
    [InlineData("loginPasswordAgain", "changeLoginPassword")]
    [InlineData("confirmPw", "changeConfirmationPassword")]
    [InlineData("confirmPwAgain", "changeConfirmationPassword")]
    public async Task It_is_refused_at_the_box_and_goes_on_once_it_was_read(string typed, string box)
    {
        var page = await (await LoggedInAsync(Staff.Master)).WithUserAsync(Staff.General, "change");

        var refused = await page.Fill(typed, UserJourney.Password).SubmitAsync("next");

        refused.Status.ShouldBe(422, refused.Summary);
        refused.ErrorKeys.ShouldBe([$"E-COM-001@{box}"]);
        refused.Errors[0].Text.ShouldContain("「変更する」を選ばずにパスワードが入力されました");
        refused.Document.QuerySelectorAll(".invalid-feedback").Length.ShouldBe(1, "it stands at the box, too");
        (await refused.SubmitAsync("next")).Screen.ShouldBe("BRSK012", "nothing is typed any more");
    }

    [Fact]
    public async Task Ticked_it_counts()
    {
        var page = await (await LoggedInAsync(Staff.Master)).WithUserAsync(Staff.General, "change");

        var next = await page.Check("changeLoginPassword", true)
            .Fill("loginPassword", UserJourney.Password).Fill("loginPasswordAgain", UserJourney.Password).SubmitAsync("toConfirm");

        next.Sheet["changeLoginPassword"].Value.ShouldBe("変更する");
    }
}
