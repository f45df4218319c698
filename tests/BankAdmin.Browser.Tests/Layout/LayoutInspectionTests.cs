using BankAdmin.Browser.Tests.Browser;
using Shouldly;
using Xunit;

namespace BankAdmin.Browser.Tests.Layout;

/// <summary>The inspection itself: every fault that it is there for is found, and a page without one is left alone.</summary>
public sealed class LayoutInspectionTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Amount = "999,999,999,999,999";

    [Theory]
    [InlineData("<div style='width: 2000px'>限度額</div>", "the page scrolls sideways")]
    [InlineData("<p style='width: 90px; overflow: hidden; white-space: nowrap'>利用者一回当たり限度額</p>", "letters are cut")]
    [InlineData("<p style='width: 200px; height: 1.5em; overflow: hidden'>利用者一回当たり限度額を変更しました。</p>", "letters are cut")]
    [InlineData($"<p><input type=text data-amount value='{Amount}' style='width: 80px' aria-label=金額></p>", "text is wider than its field")]
    [InlineData(
        "<p><input type=text value='株式会社日本東海道新幹線沿線地域振興開発' style='width: 80px' aria-label=企業名></p>", "text is wider than its field")]
    [InlineData("<select style='width: 60px'><option>ログインパスワード利用停止</option></select>", "text is wider than its field")]
    [InlineData("<p>合計</p><p style='margin-top: -1.5em'>都度指定</p>", "overlap")]
    [InlineData(
        "<div style='display: flex; width: 300px'><input style='flex: none; width: 250px'><p style='margin-left: -40px'>円</p></div>",
        "overlap")]
    [InlineData($"<table style='table-layout: fixed; width: 200px'><tr><td>{Amount}円<td>{Amount}円</table>", "overlap")]
    [InlineData($"<table style='table-layout: fixed; width: 100px'><tr><td>{Amount}円</table>", "reaches out of its frame")]
    [InlineData("<div style='width: 100px; border: 1px solid'><button style='width: 150px'>実行</button></div>", "reaches out of its frame")]
    [InlineData(
        "<div style='width: 100px; border: 1px solid'><table style='width: 150px'><tr><td>口座</table></div>", "reaches out of its frame")]
    [InlineData("<p style='width: 3em; overflow-wrap: anywhere'>sakura01</p>", "a word is torn apart")]
    [InlineData("<p style='width: 2em'>マスター</p>", "a word is torn apart")]
    [InlineData("<p><span class=badge style='display: block; width: 3em'>一時停止</span></p>", "a word is torn apart")]
    [InlineData("<table><tr><th scope=col style='width: 2em; overflow-wrap: anywhere'>証明書状態</table>", "a word is torn apart")]
    [InlineData("<div tabindex=0 style='overflow: auto; width: 200px'><p style='width: 400px'>表</p></div>", "does not say so")]
    [InlineData(
        "<p>表は横にスクロールできます。</p><div style='overflow: auto; width: 200px'><p style='width: 400px'>表</p></div>", "the keyboard cannot")]
    [InlineData(
        "<p>表は横にスクロールできます。</p><div tabindex=0 style='overflow: auto; width: 200px'><p style='width: 400px'>変更後の状態"
        + "<select style='margin-left: 200px'><option>停止</option></select></p></div>", "an input is out of sight")]
    public async Task A_planted_fault_is_found(string fault, string kind)
    {
        var page = await PageAsync(fault);

        (await page.FindLayoutFaultsAsync(1280)).ShouldContain(found => found.Contains(kind, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>限度額は1,000,000円です。</p><p><label>金額 <input type=text data-amount value='1,000,000'></label>円</p>")]
    [InlineData("<p style='position: absolute; width: 1px; height: 1px; overflow: hidden'>読み上げるための長い文章です。</p><button>実行</button>")]
    [InlineData("<p><input type=text value='株式会社日本東海道新幹線沿線地域振興開発総合研究所ホールディングスアンドパートナーズ' style='box-sizing: border-box; width: 100%'></p>")]
    [InlineData("<p>表は横にスクロールできます。</p><div tabindex=0 style='overflow: auto; width: 200px'><p style='width: 400px'>表</p></div>")]
    [InlineData("<p style='width: 5em'>アレクサンドリアマクシミリアーノヴナフォン</p>")]
    public async Task A_page_without_fault_is_left_alone(string content) =>
        (await (await PageAsync(content)).FindLayoutFaultsAsync()).ShouldBeEmpty();

    [Fact]
    public async Task A_fault_of_one_width_is_found_at_that_width_and_the_window_is_as_before()
    {
        var page = await PageAsync("<style>@media (width: 853px) { p { width: 900px } }</style><p>限度額</p>");

        (await page.FindLayoutFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("853: the page scrolls sideways");
        page.ViewportSize!.Width.ShouldBe(1280);
    }

    private async Task<Microsoft.Playwright.IPage> PageAsync(string content)
    {
        var page = await NewPageAsync();
        await page.SetContentAsync($"<!DOCTYPE html><html lang=ja><meta charset=utf-8><title>試験</title><body><main>{content}</main>");
        return page;
    }
}
