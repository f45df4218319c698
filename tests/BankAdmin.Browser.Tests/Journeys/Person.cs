using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Screens;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>Somebody at a browser. Knows the program by the contract of docs/qa-guide.md alone: screen IDs and test IDs.</summary>
internal sealed class Person(IPage page)
{
    private static readonly TimeSpan LoadLimit = TimeSpan.FromSeconds(30);

    public IPage Page => page;

    /// <summary>An input, a button, a row or a value.</summary>
    public ILocator this[string key] => page.GetByTestId(key);

    /// <summary>The value of a sheet row.</summary>
    public ILocator Value(string key) => this[$"sheet:{key}"].GetByTestId("value");

    /// <summary>Does something that leads to another page, and waits for it.</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<int> LeaveByAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var status = 0;
        page.Response += OnResponse;
        page.Load += OnLoad;
        try
        {
            await act();
            await loaded.Task.WaitAsync(LoadLimit);
            return status;
        }
        finally
        {
            page.Response -= OnResponse;
            page.Load -= OnLoad;
        }

        void OnLoad(object? sender, IPage loadedPage) => loaded.TrySetResult();
        void OnResponse(object? sender, IResponse response) =>
            status = response.Request.IsNavigationRequest ? response.Status : status;
    }

    /// <summary>Presses a button or link that leads to another page.</summary>
    public Task<int> PressAsync(string key) => LeaveByAsync(() => this[key].ClickAsync());

    /// <summary>Follows a link that is no part of the contract.</summary>
    public Task<int> FollowAsync(string text) => LeaveByAsync(() => page.GetByRole(AriaRole.Link, new() { Name = text }).ClickAsync());

    public Task GoBackAsync() => LeaveByAsync(() => page.GoBackAsync());

    public Task TypeAsync(string key, string text) => this[key].FillAsync(text);

    public Task ChooseAsync(string key, string value) => this[$"{key}:{value}"].CheckAsync();

    /// <summary>A second tab of the same person.</summary>
    public async Task<Person> NewTabAsync(string address)
    {
        var tab = new Person(await page.Context.NewPageAsync());
        await tab.Page.GotoAsync(address);
        return tab;
    }

    public async Task<int> LogInAsync(Login login)
    {
        await TypeAsync("loginId", login.Id);
        await TypeAsync("password", login.Password);
        return await PressAsync("login");
    }

    /// <summary>BTOP001 → BSSK001 → BKGK001.</summary>
    public async Task OpenCompanyMenuAsync()
    {
        await ShouldBeAtAsync(ScreenCatalogue.Top);
        await PressAsync(ScreenCatalogue.Administration.Id);
        await ShouldBeAtAsync(ScreenCatalogue.Administration);
        await PressAsync(ScreenCatalogue.CompanyMenu.Id);
        await ShouldBeAtAsync(ScreenCatalogue.CompanyMenu);
    }

    /// <summary>… → BKGK002.</summary>
    public async Task OpenChangeCompanyAsync()
    {
        await OpenCompanyMenuAsync();
        await PressAsync(ScreenCatalogue.ChangeCompany.Id);
        await ShouldBeAtAsync(ScreenCatalogue.ChangeCompany);
    }

    /// <summary>… → BKGK019, BKGK022 or BKGK025.</summary>
    public async Task OpenChangeFeesAsync(FeePages pages)
    {
        await OpenCompanyMenuAsync();
        await PressAsync(pages.Input.Id);
        await ShouldBeAtAsync(pages.Input);
    }

    /// <summary>Chooses 使用しない: then the figures can be typed, at once or, without script, after a button of its own.</summary>
    public async Task UnlockFeesAsync()
    {
        await ChooseAsync("useStandard", "false");
        if (await this["openFields"].CountAsync() > 0)
        {
            (await PressAsync("openFields")).ShouldBe(200);
        }

        await Expect(this["fees[0].sameBank"]).ToBeEnabledAsync();
        await Expect(this["useStandard:false"]).ToBeCheckedAsync();
    }

    /// <summary>Types the fees of a range, in the order of the columns.</summary>
    public async Task TypeFeesAsync(int range, string sameBranch, string sameBank, string otherBank)
    {
        await TypeAsync($"fees[{range}].sameBranch", sameBranch);
        await TypeAsync($"fees[{range}].sameBank", sameBank);
        await TypeAsync($"fees[{range}].otherBank", otherBank);
    }

    /// <summary>Tries a payment with what is typed.</summary>
    public async Task TryAsync(string payment, string pattern, bool refused = false)
    {
        await TypeAsync("trial.payment", payment);
        await this["trial.pattern"].SelectOptionAsync(pattern);
        (await PressAsync("trial")).ShouldBe(refused ? 422 : 200);
        if (refused)
        {
            await ShouldSeeErrorsAsync(("E-FEE-003", "trial.payment"));
        }
    }

    /// <summary>F, T, A, W and D of a method, as the trial shows them.</summary>
    public async Task ShouldComeToAsync(string method, params string[] figures)
    {
        foreach (var (key, figure) in "FTAWD".Zip(figures))
        {
            await Expect(this[$"trial:{method}:{key}"]).ToHaveTextAsync(figure);
        }
    }

    /// <summary>… → BKGK003, with one limit changed.</summary>
    public async Task ChangeLimitAsync(string key, string amount)
    {
        await TypeAsync(key, amount);
        (await PressAsync("change")).ShouldBe(200);
        await ShouldBeAtAsync(ScreenCatalogue.ChangeCompanyConfirm);
    }

    /// <summary>BKGK003 → BKGK004.</summary>
    public Task<string> ExecuteAsync(Login login) => ExecuteAsync(login, ScreenCatalogue.ChangeCompanyResult);

    /// <summary>A confirm page → its result.</summary>
    public async Task<string> ExecuteAsync(Login login, Screen result)
    {
        await TypeAsync("confirmationPassword", login.Confirmation);
        (await PressAsync("execute")).ShouldBe(200);
        await ShouldBeAtAsync(result);
        return await ReceiptNumberAsync();
    }

    public async Task<string> ReceiptNumberAsync() => (await this["receiptNumber"].TextContentAsync())!;

    public Task<IReadOnlyList<SheetLine>> SheetAsync() => SheetLine.ReadAsync(page);

    public async Task ShouldBeAtAsync(Screen screen)
    {
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-screen", screen.Id);
        await Expect(page.Locator("h1")).ToHaveTextAsync(screen.Title);
    }

    public Task ShouldBeAtErrorAsync(int status) => Expect(page.Locator("body")).ToHaveAttributeAsync("data-screen", $"error-{status}");

    public Task ShouldHoldAsync(string key, string text) => Expect(this[key]).ToHaveValueAsync(text);

    /// <summary>The errors of the page, each at its field too, and nothing else.</summary>
    public async Task ShouldSeeErrorsAsync(params (string Code, string Field)[] errors)
    {
        var links = this["error-summary"].Locator("[data-error]");
        await Expect(links).ToHaveCountAsync(errors.Length);
        var seen = await links.EvaluateAllAsync<string[][]>("links => links.map(link => [link.dataset.error, link.dataset.for])");
        seen.Select(link => (link[0], link[1])).ShouldBe(errors);
        (await page.TitleAsync()).ShouldStartWith("エラー：");
    }

    /// <summary>An error stands at its field, is tied to it, and the link of the summary leads there.</summary>
    public async Task ShouldSeeErrorAtAsync(string key, string text)
    {
        await Expect(this[key]).ToHaveAttributeAsync("aria-invalid", "true");
        var described = (await this[key].GetAttributeAsync("aria-describedby"))!.Split(' ')[0];
        await Expect(page.Locator($"#{described}")).ToContainTextAsync(text);
        await this["error-summary"].Locator($"[data-for='{key}']").ClickAsync();
        await Expect(this[key]).ToBeFocusedAsync();
    }
}
