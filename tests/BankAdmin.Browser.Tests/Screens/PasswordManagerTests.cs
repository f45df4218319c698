using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Web.Screens;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>
/// Browsers that have saved a login fill it into the login page, and into no search box and no 確認用パスワード of any screen (rule: spec
/// rulings.md „確認用パスワード and password managers“).
/// </summary>
public sealed class PasswordManagerTests(BrowserFixture browser) : ScreenTour(browser)
{
    private const string Filled = "input:autofill";

    /// <summary>What a saved login password is for.</summary>
    private static readonly string[] ForIt = ["loginId", "password", "currentLoginPassword"];

    private readonly BrowserFixture browser = browser;
    private readonly DirectoryInfo profiles = Directory.CreateTempSubdirectory("bankadmin-profiles-");
    private readonly List<string> faults = [];
    private int people;

    // Where a server's certificate is of an authority it does not know, a browser fills nothing in.
    private protected override bool ShowsCertificates => false;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        profiles.Delete(recursive: true);
    }

    [Fact]
    public async Task A_saved_login_is_filled_in_where_it_belongs_and_nowhere_else()
    {
        await GoAsync();
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public async Task Counter_example_a_search_box_beside_a_password_is_filled()
    {
        var person = await LoggedInAsync(LongNames.Master);
        await person.Page.EvaluateAsync("""
            document.querySelector('main').insertAdjacentHTML('beforeend',
                '<form><input name="q"><input type="password" name="confirmationPassword" autocomplete="current-password"></form>')
            """);

        await LookAtAsync(person, "counter-example");

        faults.ShouldBe(["counter-example: q", "counter-example: confirmationPassword"]);
    }

    /// <summary>Each person has a browser of their own, with the login of the company's master in it.</summary>
    protected override async Task<IPage> NewPageAsync(
        string? baseUrl = null, bool javaScript = true, int width = 1280, Action<BrowserNewContextOptions>? configure = null)
    {
        var profile = Path.Combine(profiles.FullName, $"{people++}");
        var first = await browser.OpenProfileAsync(profile, baseUrl);
        await first.Pages[0].GotoAsync(Site.Url); // a page with a password: now the browser has made the file that keeps them
        await first.CloseAsync();
        Assert.SkipUnless(File.Exists(SavedLogin.FileIn(profile)), "This Chromium has no password manager: it is a headless shell.");
        await SavedLogin.AddAsync(profile, Site.Url, LongNames.Master.Id, LongNames.Master.Password);
        return Follow(await browser.OpenProfileAsync(profile, baseUrl)).Pages[0];
    }

    private protected override async Task LookAtAsync(Person person, string name)
    {
        if (name == ScreenCatalogue.Login.Id)
        {
            await Expect(person.Page.Locator(Filled)).ToHaveCountAsync(2);
        }

        // A login form put behind all others: once it is filled, the browser has seen to those before it.
        await person.Page.EvaluateAsync("""
            document.body.insertAdjacentHTML('beforeend',
                '<form id="last"><input autocomplete="username"><input type="password" autocomplete="current-password"></form>')
            """);
        await Expect(person.Page.Locator("#last " + Filled)).ToHaveCountAsync(2);
        var filled = await person.Page.Locator($"main {Filled}").EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.name)");
        faults.AddRange(filled.Except(ForIt).Select(field => $"{name}: {field}"));
        await person.Page.EvaluateAsync("document.getElementById('last').remove()");
    }
}
