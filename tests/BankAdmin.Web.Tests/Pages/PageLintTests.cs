using BankAdmin.Testing.Pages;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Pages;

/// <summary>The linter finds what it is there for: each rule with a page that breaks it.</summary>
public sealed class PageLintTests
{
    private const string Proper =
        """
        <!DOCTYPE html>
        <html lang="ja"><head><title>エラー：企業情報変更 | 青空銀行</title><script src="/js/bankadmin.js"></script></head>
        <body data-screen="BKGK002"><main id="main"><h1>企業情報変更</h1>
        <div data-testid="error-summary"><ul><li><a href="#name" data-error="E-COM-001" data-for="companyName">入力してください。</a></li></ul></div>
        <form method="post" action="/x"><input type="hidden" name="__RequestVerificationToken" value="t">
        <label for="name">企業名</label>
        <input id="name" data-testid="companyName" name="companyName" value="さくら" aria-describedby="hint"><span id="hint">全角</span>
        <input type="password" aria-label="確認用パスワード" data-testid="confirmationPassword" name="confirmationPassword">
        <span data-testid="value">1</span><span data-testid="value">2</span>
        <button type="submit" data-testid="change">変更</button></form></main></body></html>
        """;

    private static readonly Dictionary<string, string> Headers = new()
    {
        ["Content-Type"] = "text/html; charset=utf-8",
        ["Content-Security-Policy"] = "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
        ["X-Content-Type-Options"] = "nosniff",
        ["Cache-Control"] = "no-store",
        ["Referrer-Policy"] = "same-origin",
    };

    [Fact]
    public void A_proper_page_passes() => Lint(Proper).ShouldBeEmpty();

    [Theory]
    [InlineData(" data-screen=\"BKGK002\"", "", "data-screen")]
    [InlineData("data-screen=\"BKGK002\"", "data-screen=\"BKGK999\"", "data-screen 'BKGK999'")]
    [InlineData("<h1>企業情報変更</h1>", "", "0 h1")]
    [InlineData("</main>", "<h1>企業情報変更</h1></main>", "2 h1")]
    [InlineData("<h1>企業情報変更</h1>", "<h1>企業情報の変更</h1>", "the catalogue")]
    [InlineData("</form>", "</form><h3>口座</h3><p>普通</p>", "h3 '口座' follows h1")]
    [InlineData("</form>", "</form><h2>口座</h2><h2>限度額</h2><p>1円</p>", "nothing stands under '口座'")]
    [InlineData("</form>", "</form><h2>口座</h2>", "nothing stands under '口座'")]
    [InlineData("name=\"confirmationPassword\"", "name=\"secret\"", "SecretFields does not know")]
    [InlineData("<title>エラー：", "<title>", "title")]
    [InlineData("企業情報変更 | 青空銀行", "青空銀行", "title")]
    [InlineData("data-error=\"E-COM-001\"", "", "names no error")]
    [InlineData("lang=\"ja\"", "lang=\"en\"", "lang=ja")]
    [InlineData("<label for=\"name\">企業名</label>", "", "<input companyName> has no label")]
    [InlineData("<label for=\"name\">企業名</label>", "<label for=\"name\"> </label>", "has no label")]
    [InlineData(" aria-label=\"確認用パスワード\"", "", "<input confirmationPassword> has no label")]
    [InlineData("</form>", "<select name=\"s\"></select></form>", "<select s> has no label")]
    [InlineData("</form>", "<textarea name=\"t\"></textarea></form>", "<textarea t> has no label")]
    [InlineData("name=\"__RequestVerificationToken\"", "name=\"token\"", "antiforgery")]
    [InlineData("id=\"hint\"", "id=\"name\"", "the id 'name' is there 2 times")]
    [InlineData("id=\"hint\"", "", "points to 'hint'")]
    [InlineData("label for=\"name\"", "label for=\"nome\"", "points to 'nome'")]
    [InlineData("href=\"#name\"", "href=\"#nome\"", "points to 'nome'")]
    [InlineData("href=\"#name\"", "href=\"#hint\"", "cannot take the focus")]
    [InlineData("</form>", "</form><a href=\"/print\" data-testid=\"print\">印刷</a>", "takes the place of the page")]
    [InlineData("<script src=\"/js/bankadmin.js\"></script>", "<script>alert(1)</script>", "inline script")]
    [InlineData("</head>", "<style>p{}</style></head>", "inline script or style")]
    [InlineData("<main id=\"main\">", "<main id=\"main\" style=\"color:red\">", "inline script or style")]
    [InlineData("<main id=\"main\">", "<main id=\"main\" onclick=\"x()\">", "script in onclick")]
    [InlineData("href=\"#name\"", "href=\"javascript:x()\"", "script in href")]
    [InlineData("name=\"confirmationPassword\"", "name=\"confirmationPassword\" value=\"\"", "password field with a value")]
    [InlineData("data-testid=\"change\"", "data-testid=\"companyName\"", "data-testid 'companyName' is there 2 times")]
    [InlineData("さくら", "Secret001", "a secret")]
    public void A_page_that_breaks_a_rule_is_named(string proper, string broken, string problem)
    {
        var html = Proper.Replace(proper, broken, StringComparison.Ordinal);
        html.ShouldNotBe(Proper);

        Lint(html).ShouldContain(found => found.Contains(problem, StringComparison.Ordinal), string.Join('\n', Lint(html)));
    }

    [Theory]
    [InlineData("Content-Security-Policy", "default-src 'self'; form-action 'self'; frame-ancestors 'none'")]
    [InlineData("Content-Security-Policy", "default-src 'none'; form-action 'self'")]
    [InlineData("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'unsafe-inline'")]
    [InlineData("X-Content-Type-Options", "")]
    [InlineData("Cache-Control", "public, max-age=60")]
    [InlineData("Referrer-Policy", "unsafe-url")]
    public void A_missing_or_weak_header_is_named(string name, string value) =>
        Lint(Proper, 422, new Dictionary<string, string>(Headers) { [name] = value }).ShouldHaveSingleItem().ShouldContain(name);

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public void A_screen_does_not_come_with_the_status_of_an_error(int status) =>
        Lint(Proper, status).ShouldHaveSingleItem().ShouldContain("does not fit");

    [Fact]
    public void A_refusal_without_its_summary_is_named()
    {
        var html = Proper.Replace("error-summary", "other", StringComparison.Ordinal).Replace("エラー：", "", StringComparison.Ordinal);

        Lint(html).ShouldHaveSingleItem().ShouldContain("no error summary");
    }

    [Fact]
    public void Every_page_that_a_test_fetches_is_linted()
    {
        var page = Page.Of(Proper.Replace("lang=\"ja\"", "", StringComparison.Ordinal), 422, Headers);

        new PageLintException(page, PageLint.Problems(page, [])).Message.ShouldContain("lang=ja");
    }

    private static IReadOnlyList<string> Lint(string html, int status = 422, Dictionary<string, string>? headers = null) =>
        PageLint.Problems(Page.Of(html, status, headers ?? Headers), ["Secret001"]);
}
