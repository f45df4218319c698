using BankAdmin.Web.Screens;
using Shouldly;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>What somebody does in 利用者管理.</summary>
internal static class PersonAtUsers
{
    /// <summary>A password that nobody has yet.</summary>
    public const string Password = "Passw0rd9";

    /// <summary>BTOP001 → BSSK001 → BRSK001.</summary>
    public static async Task OpenUserMenuAsync(this Person person)
    {
        foreach (var screen in (Screen[])[ScreenCatalogue.Administration, ScreenCatalogue.UserMenu])
        {
            await person.PressAsync(screen.Id);
            await person.ShouldBeAtAsync(screen);
        }
    }

    /// <summary>… → BRSK005.</summary>
    public static async Task OpenUsersAsync(this Person person)
    {
        await person.OpenUserMenuAsync();
        await person.PressAsync(ScreenCatalogue.Users.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.Users);
    }

    /// <summary>Chooses somebody in the list and presses a button below it.</summary>
    public static async Task StartAsync(this Person person, string loginId, string action, Screen screen)
    {
        await person.ChooseAsync("selected", loginId);
        (await person.PressAsync(action)).ShouldBe(200);
        await person.ShouldBeAtAsync(screen);
    }

    public static async Task TypeUserAsync(this Person person, string loginId, string name)
    {
        foreach (var (key, text) in new[]
        {
            ("loginId", loginId), ("loginIdAgain", loginId), ("userName", name), ("email", $"{loginId}@example.jp"),
            ("emailAgain", $"{loginId}@example.jp"), ("loginPassword", Password), ("loginPasswordAgain", Password),
        })
        {
            await person.TypeAsync(key, text);
        }
    }

    /// <summary>Chooses what becomes of somebody in BRSK016.</summary>
    public static Task NextStateAsync(this Person person, string loginId, string next) =>
        person[$"row:{loginId}"].GetByTestId("nextState").SelectOptionAsync(next);

    /// <summary>What BRSK016 offers for somebody.</summary>
    public static async Task ShouldOfferAsync(this Person person, string loginId, params string[] states) =>
        (await person[$"row:{loginId}"].GetByTestId("nextState").Locator("option")
            .EvaluateAllAsync<string[]>("options => options.map(option => option.value)")).ShouldBe(states);
}
