using BankAdmin.Domain.Companies;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Tests.Scenes;

/// <summary>Ways that people go through the application.</summary>
internal static class Journey
{
    /// <summary>From the top page over the menus to a screen of 企業管理.</summary>
    public static async Task<Page> OpenAsync(this PageClient browser, string screen)
    {
        var top = await browser.GetAsync("/");
        var administration = await top.ClickAsync("BSSK001");
        var menu = await administration.ClickAsync("BKGK001");
        return await menu.ClickAsync(screen);
    }

    public static async Task<Page> LogInAndOpenAsync(this PageClient browser, string loginId, string screen)
    {
        await browser.LogInAsync(loginId);
        return await browser.OpenAsync(screen);
    }

    /// <summary>Presses 実行 with a password.</summary>
    public static Task<Page> ExecuteAsync(this Page confirm, string password, bool follow = true) =>
        confirm.Fill("confirmationPassword", password).SubmitAsync("execute", follow);

    /// <summary>Executes with a one-time password too.</summary>
    public static Task<Page> ExecuteAsync(this Page confirm, string password, string code, string button = "execute") =>
        confirm.Fill("confirmationPassword", password).Fill("otp", code).SubmitAsync(button);

    /// <summary>Changes one field of 企業情報 and executes; returns the result.</summary>
    public static async Task<Page> ChangeCompanyAsync(this PageClient browser, string loginId, string key, string value)
    {
        var input = await browser.OpenAsync("BKGK002");
        var confirm = await input.Fill(key, value).SubmitAsync("change");
        return await confirm.ExecuteAsync(Demo.ConfirmationPasswordOf(loginId));
    }

    /// <summary>The address of a draft, from any of its pages.</summary>
    public static string DraftAddress(this Page page) => page.Path[..page.Path.LastIndexOf('/')];

    /// <summary>A company as it is stored.</summary>
    public static Task<Company> CompanyAsync(this TestBank bank, string contractNumber = "1000000001") =>
        bank.WithDatabaseAsync(
            context => context.Companies.AsNoTracking().SingleAsync(company => company.ContractNumber == contractNumber));
}
