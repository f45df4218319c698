using System.Buffers.Binary;
using BankAdmin.Testing;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.SignIn;

/// <summary>Once the bank asks for more rounds, each password gets them when its owner types it next; nobody notices.</summary>
public sealed class StrengthenTests : WebTest
{
    private const int Rounds = 3 * TestBank.PasswordRounds;

    protected override TestApp StartApp() =>
        new(Bank, settings: new Dictionary<string, string> { ["BankAdmin:Security:PasswordRounds"] = $"{Rounds}" });

    [Fact]
    public async Task Login_and_confirmation_passwords_are_hashed_anew_when_they_are_typed_right()
    {
        var browser = NewBrowser();
        (await browser.TryLogInAsync("sakura01", "Wrong0001")).Screen.ShouldBe("BLGI001");
        (await RoundsAsync()).ShouldBe((TestBank.PasswordRounds, TestBank.PasswordRounds));

        await browser.LogInAsync("sakura01");
        (await RoundsAsync()).ShouldBe((Rounds, TestBank.PasswordRounds));

        (await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1")).Screen.ShouldBe("BKGK004");
        (await RoundsAsync()).ShouldBe((Rounds, Rounds));
        (await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "2")).Screen.ShouldBe("BKGK004");
    }

    // The framework's format holds the rounds at a fixed place.
    private async Task<(int Login, int Confirmation)> RoundsAsync()
    {
        static int Of(string? hash) => (int)BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash!).AsSpan(5));
        var user = await Bank.WithDatabaseAsync(context => context.Users.AsNoTracking().SingleAsync(u => u.LoginId == "sakura01"));
        return (Of(user.LoginPassword.Hash), Of(user.ConfirmationPassword.Hash));
    }
}
