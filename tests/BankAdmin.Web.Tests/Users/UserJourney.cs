using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Tests.Users;

/// <summary>What people do in 利用者管理.</summary>
internal static class UserJourney
{
    /// <summary>The login password of everybody who is registered here.</summary>
    public const string Password = "Begin2026";

    /// <summary>From the top page over the menus to a screen of 利用者管理.</summary>
    public static async Task<Page> OpenUsersAsync(this PageClient browser, string screen = "BRSK005")
    {
        var administration = await (await browser.GetAsync("/")).ClickAsync("BSSK001");
        return await (await administration.ClickAsync("BRSK001")).ClickAsync(screen);
    }

    /// <summary>Chooses a user in the list and presses a button.</summary>
    public static async Task<Page> WithUserAsync(this PageClient browser, string loginId, string button)
    {
        var list = await browser.GetAsync($"/users?q={loginId}");
        return await list.Choose($"selected:{loginId}").SubmitAsync(button);
    }

    /// <summary>The first page of a registration.</summary>
    public static async Task<Page> BeginRegistrationAsync(this PageClient browser) =>
        await (await browser.GetAsync("/users")).SubmitAsync("create");

    /// <summary>Fills 基本情報 of a registration as it should be.</summary>
    public static Page FillBasic(this Page page, string loginId, string password = Password) => page
        .Fill("loginId", loginId).Fill("loginIdAgain", loginId)
        .Fill("loginPassword", password).Fill("loginPasswordAgain", password)
        .Fill("userName", "新規　利用者").Fill("email", $"{loginId}@example.jp").Fill("emailAgain", $"{loginId}@example.jp");

    /// <summary>Ticks rights and only them, and goes on.</summary>
    public static Task<Page> ChooseRightsAsync(this Page page, params Permission[] rights)
    {
        foreach (var key in page.KeysBeginning("rights:").ToList())
        {
            page.Check(key, rights.Any(right => key == $"rights:{right}"));
        }

        return page.SubmitAsync("next");
    }

    /// <summary>Goes from the list to the confirm page of a registration.</summary>
    public static async Task<Page> ProposeRegistrationAsync(this PageClient browser, string loginId, string password = Password)
    {
        var rights = await (await browser.BeginRegistrationAsync()).FillBasic(loginId, password).SubmitAsync("next");
        return await (await rights.ChooseRightsAsync(Permission.Balance)).SubmitAsync("register");
    }

    /// <summary>Registers a user with 残高照会.</summary>
    public static async Task<Page> RegisterAsync(this PageClient browser, string by, string loginId) =>
        await (await browser.ProposeRegistrationAsync(loginId)).ExecuteAsync(Demo.ConfirmationPasswordOf(by));

    /// <summary>Goes through the pages of 利用者変更 and stops before its confirm page is answered.</summary>
    public static async Task<Page> ProposeChangeAsync(
        this PageClient browser, string loginId, Action<Page>? basic = null, Action<Page>? rights = null, Action<Page>? accounts = null)
    {
        var page = await browser.WithUserAsync(loginId, "change");
        foreach (var (fill, button) in new[] { (basic, "next"), (rights, "next"), (accounts, "change") })
        {
            fill?.Invoke(page);
            page = await page.SubmitAsync(button);
        }

        return page;
    }

    public static async Task<Page> SuspendAsync(this PageClient browser, string by, string loginId, string next)
    {
        var list = await browser.OpenUsersAsync("BRSK016");
        return await list.FillSuspension((loginId, next)).ConfirmSuspensionAsync(Demo.ConfirmationPasswordOf(by));
    }

    /// <summary>Chooses what shall become of users.</summary>
    public static Page FillSuspension(this Page page, params (string LoginId, string Next)[] users)
    {
        foreach (var (loginId, next) in users)
        {
            var select = (AngleSharp.Html.Dom.IHtmlSelectElement)page.Document.QuerySelector($"[data-testid='row:{loginId}'] select")!;
            select.Value = select.Options.Any(option => option.Value == next)
                ? next : throw new InvalidOperationException($"{loginId} is not offered {next}.");
        }

        return page;
    }

    /// <summary>Goes on to the confirm page of 停止・解除 and executes; a page that is refused before is returned as it is.</summary>
    public static async Task<Page> ConfirmSuspensionAsync(this Page list, string password)
    {
        var confirm = await list.SubmitAsync("next");
        return confirm.Screen == "BRSK016C" ? await confirm.ExecuteAsync(password) : confirm;
    }

    public static async Task<Page> DeleteAsync(this PageClient browser, string by, string loginId) =>
        await (await browser.WithUserAsync(loginId, "delete")).ExecuteAsync(Demo.ConfirmationPasswordOf(by));

    /// <summary>A user as stored, deleted or not.</summary>
    public static Task<User> UserAsync(this TestBank bank, string loginId) => bank.WithDatabaseAsync(context =>
        context.Users.IgnoreQueryFilters().AsNoTracking().SingleAsync(user => user.LoginIdKey == LoginId.Key(loginId)));

    /// <summary>Sets the count of wrong entries of somebody's password, as if they or others had typed them.</summary>
    public static async Task SetEntriesAsync(this TestBank bank, string loginId, EntryKind kind, WrongEntries count)
    {
        var id = (await bank.UserAsync(loginId)).Id;
        await using var context = bank.OpenContext();
        await new EntryGatekeeper(context, TimeProvider.System, new BankParameters()).SetAsync(id, kind, count);
    }

    /// <summary>The count of wrong entries of somebody's password.</summary>
    public static async Task<WrongEntries> EntriesAsync(this TestBank bank, string loginId, EntryKind kind)
    {
        var id = (await bank.UserAsync(loginId)).Id;
        var row = await bank.WithDatabaseAsync(context =>
            context.WrongEntries.AsNoTracking().SingleOrDefaultAsync(c => c.SubjectId == id && c.Kind == kind));
        return row?.Count ?? WrongEntries.Clear;
    }

    /// <summary>A password that wrong entries have stopped.</summary>
    public static readonly WrongEntries Stopped = new(0, 3, null, Stopped: true);

    /// <summary>How many users there are in the bank, deleted ones too.</summary>
    public static Task<int> CountUsersAsync(this TestBank bank) =>
        bank.WithDatabaseAsync(context => context.Users.IgnoreQueryFilters().CountAsync());

    public static IEnumerable<Permission> Held(this User user) => user.Rights.Select(right => right.Right).Order();
}
