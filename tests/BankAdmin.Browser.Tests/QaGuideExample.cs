using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests;

/// <summary>The example of docs/qa-guide.md; a test holds the guide to this text and runs it.</summary>
public static class QaGuideExample
{
    // <example>
    /// <summary>Raises a limit of さくら商事 from login to receipt.</summary>
    public static async Task<string> RaiseLimitAsync(IPage page, string address)
    {
        ILocator At(string key) => page.GetByTestId(key);
        Task ShouldBeAtAsync(string screen) => Expect(page.Locator($"body[data-screen={screen}]")).ToBeVisibleAsync();

        await page.GotoAsync(address);
        await At("loginId").FillAsync("sakura01");
        await At("password").FillAsync("Login001");
        await At("login").ClickAsync();
        await At("BSSK001").ClickAsync();
        await At("BKGK001").ClickAsync();
        await At("BKGK002").ClickAsync();

        // Refused first: one error, on top and at its field.
        await ShouldBeAtAsync("BKGK002");
        await At("accountLimits[0].total").FillAsync("600000000");
        await At("change").ClickAsync();
        await Expect(At("error-summary").Locator("[data-error=E-KGK-001][data-for='accountLimits[0].total']")).ToBeVisibleAsync();

        // Mended, confirmed, done.
        await At("accountLimits[0].total").FillAsync("２００，０００，０００円");
        await At("approval.bulkTransfer:DoubleUnordered").CheckAsync();
        await At("change").ClickAsync();
        await ShouldBeAtAsync("BKGK003");
        var row = At("sheet:accountLimits[0].total");
        await Expect(row).ToHaveAttributeAsync("data-changed", "true");
        await Expect(row.GetByTestId("value")).ToHaveTextAsync("200,000,000円");
        await At("confirmationPassword").FillAsync("Confirm01");
        await At("execute").ClickAsync();
        await ShouldBeAtAsync("BKGK004");
        var number = await At("receiptNumber").InnerTextAsync();

        // 印刷 is a link to a PDF file: ask for it with the cookies of the page.
        var href = await At("print").GetAttributeAsync("href");
        var print = await page.Context.APIRequest.GetAsync(new Uri(new Uri(address), href).ToString());
        await Expect(print).ToBeOKAsync();
        if (!print.Headers["content-disposition"].Contains($"BKGK004-{number}.pdf", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The receipt has another name.");
        }

        return number;
    }
    // </example>
}
