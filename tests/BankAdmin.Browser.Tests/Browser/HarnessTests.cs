using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>The harness itself: what it promises to see it sees, and it causes no complaint of its own.</summary>
public sealed class HarnessTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Site = "http://bankadmin.test";
    private const string StrictPolicy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    [Theory]
    [InlineData("sans-serif", "利用者情報の変更", "BIZ UDPGothic")]
    [InlineData("monospace", "1,234,567円", "BIZ UDGothic")]
    [InlineData("sans-serif", "𠮷", "Noto Sans JP")]
    public async Task Japanese_is_drawn_with_the_fonts_of_the_receipts(string family, string text, string font)
    {
        var page = await NewPageAsync();
        await page.SetContentAsync($"<!DOCTYPE html><p style='font-family: {family}'>{text}</p>");

        (await FontsAsync(page, "p")).ShouldBe([font]);
    }

    [Fact]
    public async Task A_page_without_fault_passes()
    {
        var page = await NewPageAsync();
        await page.SetContentAsync(Page("<label>金額 <input name='amount'></label><button>確認</button>"));

        await page.ShouldHaveNoAxeViolationsAsync();
    }

    [Theory]
    [InlineData("<input name='amount'>", "label")]
    [InlineData("<p style='color: #bbb; background: #fff'>限度額</p>", "color-contrast")]
    [InlineData("<button style='all: unset; font-size: 8px'>可</button><button style='all: unset; font-size: 8px'>否</button>",
        "target-size")]
    public async Task A_planted_fault_is_found_with_its_rule_and_markup(string fault, string rule)
    {
        var page = await NewPageAsync();
        await page.SetContentAsync(Page(fault));

        var found = await Assert.ThrowsAsync<ShouldAssertException>(page.ShouldHaveNoAxeViolationsAsync);
        found.Message.ShouldContain($"{rule} (");
        found.Message.ShouldContain(fault.Split('=')[0]);
    }

    [Theory]
    [InlineData("<script>console.error('broken')</script>", "console: broken")]
    [InlineData("<script>throw new Error('broken')</script>", "script error: Error: broken")]
    [InlineData("<img src='/missing.png' alt='印'>", "answered: 404 GET " + Site + "/missing.png")]
    [InlineData("<img src='/unreachable.png' alt='印'>", "failed: net::ERR_CONNECTION_REFUSED GET " + Site + "/unreachable.png")]
    public async Task A_complaint_of_the_browser_is_seen(string fault, string complaint)
    {
        var page = await SiteAsync(Page(fault));
        await page.GotoAsync("/");

        Complaint().ShouldContain(complaint);
        Watch.Expect(complaint);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_style_against_the_policy_is_seen(bool javaScript)
    {
        var page = await SiteAsync(Page("<p style='color: red'>入力</p>"), StrictPolicy, javaScript: javaScript);
        await page.GotoAsync("/");

        Complaint().ShouldContain("Content Security Policy");
        Watch.Expect("Content Security Policy");
    }

    [Fact]
    public async Task A_refused_page_is_no_complaint_but_a_broken_one_is()
    {
        var page = await SiteAsync(Page("<p>お探しの画面はありません。</p>"), status: 404);
        await page.GotoAsync("/");
        Watch.ShouldHaveSeenNothing();

        var broken = await SiteAsync(Page("<p>しばらくお待ちください。</p>"), status: 503);
        await broken.GotoAsync("/");
        Complaint().ShouldContain("answered: 503");
        Watch.Expect("503");
    }

    [Fact]
    public async Task Looking_at_a_page_under_the_strict_policy_does_not_break_it()
    {
        var page = await SiteAsync(Page("<p>確認</p>"), StrictPolicy);
        await page.GotoAsync("/");

        await page.ShouldHaveNoAxeViolationsAsync();
        await page.SaveScreenshotAsync("harness");
        await page.ScreenshotAsync();
    }

    [Theory]
    [InlineData(true, "動作中")]
    [InlineData(false, "停止中")]
    public async Task Script_can_be_switched_off(bool javaScript, string text)
    {
        var page = await NewPageAsync(javaScript: javaScript, width: 320);
        await page.SetContentAsync(
            Page("<p data-testid='state'>停止中</p><script>document.querySelector('p').textContent = '動作中'</script>"));

        await Assertions.Expect(page.GetByTestId("state")).ToHaveTextAsync(text);
        await page.ShouldHaveNoAxeViolationsAsync();
    }

    private static string Page(string body) =>
        "<!DOCTYPE html><html lang='ja'><head><meta charset='utf-8'><title>試験</title></head>"
        + $"<body><main><h1>試験</h1>{body}</main></body></html>";

    /// <summary>A site of one page, answered by the harness, because a policy needs a response header.</summary>
    private async Task<IPage> SiteAsync(string html, string policy = "", int status = 200, bool javaScript = true)
    {
        var page = await NewPageAsync(Site, javaScript);
        await page.RouteAsync("**/*", route => new Uri(route.Request.Url).AbsolutePath switch
        {
            "/" => route.FulfillAsync(new()
            {
                Status = status,
                Body = html,
                Headers = [new("Content-Type", "text/html; charset=utf-8"), new("Content-Security-Policy", policy)],
            }),
            "/unreachable.png" => route.AbortAsync("connectionrefused"),
            _ => route.FulfillAsync(new() { Status = 404 }),
        });
        return page;
    }

    private string Complaint() => Should.Throw<ShouldAssertException>(Watch.ShouldHaveSeenNothing).Message;

    private static async Task<IEnumerable<string>> FontsAsync(IPage page, string selector)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("DOM.enable");
        await session.SendAsync("CSS.enable");
        var document = await session.SendAsync("DOM.getDocument");
        var root = document!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        var node = await session.SendAsync("DOM.querySelector", new() { ["nodeId"] = root, ["selector"] = selector });
        var fonts = await session.SendAsync(
            "CSS.getPlatformFontsForNode", new() { ["nodeId"] = node!.Value.GetProperty("nodeId").GetInt32() });
        return fonts!.Value.GetProperty("fonts").EnumerateArray()
            .Select(font => font.GetProperty("familyName").GetString()!).ToList();
    }
}
