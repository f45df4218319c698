using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>A row that cannot be read, damaged or of a newer version, does not take the company's pages with it.</summary>
public sealed class UnreadableRowTests : WebTest
{
    [Theory]
    [InlineData("UPDATE Users SET Role = 'Emperor' WHERE LoginIdKey = 'sakura03'", "（読み取れません）")]
    [InlineData("UPDATE Users SET Role = '' WHERE LoginIdKey = 'sakura03'", "（読み取れません）")]
    [InlineData("UPDATE UserRights SET Right = 'Fly' WHERE Right = 'Balance'", "高橋")]
    [InlineData("INSERT INTO UserRights (UserId, Right) SELECT Id, 'Fly' FROM Users; "
        + "INSERT INTO UserRights (UserId, Right) SELECT Id, 'Swim' FROM Users", "高橋")]
    public async Task Lists_matrix_and_the_persons_own_pages_open(string damage, string shown)
    {
        await Bank.ExecuteAsync(damage);
        var browser = await LoggedInAsync("sakura01");

        foreach (var page in new[]
        {
            await browser.GetAsync("/users"), await browser.GetAsync("/users/rights"), await browser.OpenUsersAsync("BRSK016"),
            await browser.WithUserAsync("sakura03", "inquire"),
        })
        {
            page.Status.ShouldBe(200, page.Summary);
            page.MainText.ShouldContain(shown);
        }

        var proposed = await browser.ProposeChangeAsync("sakura03", basic => basic.Fill("userName", "別名　健"));
        var changed = await proposed.ExecuteAsync("Confirm01");
        changed.Screen.ShouldBe("BRSK015", changed.Summary);
        (await Bank.WithDatabaseAsync(context => Task.FromResult(context.Users.Single(user => user.LoginIdKey == "sakura03").Name)))
            .ShouldBe("別名　健");
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("")]
    [InlineData("AAAA")]
    public async Task A_hash_that_cannot_be_read_is_a_wrong_password(string hash)
    {
        await Bank.ExecuteAsync($"UPDATE Users SET LoginPassword_Hash = '{hash}' WHERE LoginIdKey = 'sakura03'");

        (await NewBrowser().TryLogInAsync("sakura03")).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
    }
}
