using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Authorization;

/// <summary>
/// Every address of the program, as it is mapped: whoever may not use it gets no data. A new address is tested the day
/// it is mapped; one that is open on purpose is written down here.
/// </summary>
public sealed class RoutesTests(RunningBank running) : SharedWebTest(running), IClassFixture<RunningBank>
{
    private const string NoSuchDraft = "01900000-0000-7000-8000-000000000000";

    /// <summary>Open to everybody, each for a reason that spec quality.md §2 names.</summary>
    private static readonly string[] Open =
    [
        "GET /", "POST /", "GET /certificate/login", "POST /certificate/login", "GET /healthz/live", "GET /healthz/ready",
        "GET /pki/ca.crt", "GET /pki/bankadmin.crl",
    ];

    /// <summary>Open to every user, whatever the role.</summary>
    private static readonly string[] OfEveryUser =
    [
        "GET /administration", "GET /password", "POST /password", "GET /token", "POST /token", "POST /logout", "POST /session/keep",
        "GET /users/menu", "GET /certificate",
    ];

    /// <summary>The one wizard of every user: their own passwords.</summary>
    private const string OwnPasswords = "/users/password/";

    /// <summary>And their own certificate, where the contract has them.</summary>
    private const string OwnCertificate = "/credentials/certificate/";

    /// <summary>And their own history; how it was verified is for administrators.</summary>
    private const string OwnHistory = "/history";

    private const string Verification = "/history/verification";

    /// <summary>Everybody throws away drafts of their own.</summary>
    private const string OwnDrafts = "/drafts/";

    private static readonly string[] Inner = ["error", "error/{status:int}"];

    // What stands in pages of the company and nowhere else.
    private static readonly string[] Data = ["さくら", "1234567", "100,000,000", "ｻｸﾗ", "Confirm"];

    [Fact]
    public void Routes_are_found() => AllRoutes(NoSuchDraft).Count.ShouldBeGreaterThan(20);

    [Fact]
    public async Task Without_a_session_every_address_sends_to_the_login_page()
    {
        foreach (var (method, path) in Closed(NoSuchDraft))
        {
            var answer = await SendAsync(NewBrowser(), method, path);

            answer.Status.ShouldBe(303, $"{method} {path}");
            answer.Location.ShouldBe("/");
            answer.Bytes.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task With_a_made_up_cookie_it_is_the_same()
    {
        foreach (var (method, path) in Closed(NoSuchDraft))
        {
            var browser = NewBrowser();
            browser.Cookies.Plant("bankadmin", Convert.ToBase64String(Guid.NewGuid().ToByteArray()));
            (await SendAsync(browser, method, path)).Status.ShouldBe(303, $"{method} {path}");
        }
    }

    [Fact]
    public async Task A_general_user_is_refused_everywhere_in_the_administration()
    {
        var draft = await DraftOfAsync("sakura01", "BKGK002");
        var browser = await LoggedInAsync("sakura03");
        foreach (var (method, path) in Closed(draft).Where(route => !OfEveryUser.Contains($"{route.Method} {route.Path}")
            && !route.Path.StartsWith(OwnPasswords, StringComparison.Ordinal)
            && (!route.Path.StartsWith(OwnHistory, StringComparison.Ordinal) || route.Path == Verification)
            && !route.Path.StartsWith(OwnCertificate, StringComparison.Ordinal)
            && !route.Path.StartsWith(OwnDrafts, StringComparison.Ordinal)))
        {
            var answer = await SendAsync(browser, method, path);

            answer.Status.ShouldBe(403, $"{method} {path}");
            answer.Screen.ShouldBe("error-403");
            answer.ErrorKeys.ShouldBe(["E-COM-012@"]);
            answer.MainText.ShouldNotContain("100,000,000");
        }
    }

    [Theory]
    [InlineData("midori01", "BKGK002")]
    [InlineData("midori01", "BKGK015")]
    [InlineData("midori01", "BKGK019")]
    [InlineData("midori01", "BKGK022")]
    [InlineData("midori01", "BKGK025")]
    [InlineData("sakura02", "BKGK002")]
    public async Task Somebody_elses_draft_is_answered_like_one_that_does_not_exist(string other, string screen)
    {
        var draft = await DraftOfAsync("sakura01", screen);
        var browser = await LoggedInAsync(other);
        foreach (var ((method, path), (_, nowhere)) in WithDraft(draft).Zip(WithDraft(NoSuchDraft)))
        {
            var existing = await SendAsync(browser, method, path);
            await browser.GetAsync("/");
            var missing = await SendAsync(browser, method, nowhere);
            await browser.GetAsync("/");

            existing.Status.ShouldBe(missing.Status, $"{method} {path}");
            (existing.Status is 404 or 204).ShouldBeTrue($"{method} {path}: {existing.Summary}");
            existing.MainText.ShouldBe(missing.MainText);
            if (other == "midori01")
            {
                Data.ShouldAllBe(word => !existing.Html.Contains(word, StringComparison.Ordinal));
            }
        }

        (await Bank.CompanyAsync()).Version.ShouldBe(1, "nothing was changed");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("' OR 1=1")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF")]
    public async Task Garbage_in_an_address_is_a_page_that_does_not_exist(string garbage)
    {
        var browser = await LoggedInAsync("sakura01");
        foreach (var (method, path) in WithDraft(garbage))
        {
            var answer = await SendAsync(browser, method, path);
            await browser.GetAsync("/");

            (answer.Status is 404 or 400 or 204).ShouldBeTrue($"{method} {path}: {answer.Summary}");
        }
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/error")]
    [InlineData("/error/403")]
    [InlineData("/error/200")]
    [InlineData("/Features/Home/top.cshtml")]
    [InlineData("/appsettings.json")]
    [InlineData("/companies/information/..%2f..%2fappsettings.json")]
    public async Task What_is_not_mapped_does_not_exist(string path)
    {
        var answer = await (await LoggedInAsync("sakura01")).GetAsync(path);

        answer.Status.ShouldBe(404);
        answer.Screen.ShouldBe("error-404");
        answer.MainText.ShouldContain("何も変更していません");
    }

    [Fact]
    public async Task A_wrong_verb_does_nothing()
    {
        var browser = await LoggedInAsync("sakura01");

        (await browser.GetAsync("/logout")).Status.ShouldBe(405);
        (await browser.GetAsync("/companies/change-company/start")).Status.ShouldBe(405);
        (await browser.GetAsync("/companies")).Screen.ShouldBe("BKGK001");
    }

    private async Task<string> DraftOfAsync(string loginId, string screen)
    {
        var draft = (await NewBrowser().LogInAndOpenAsync(loginId, screen)).DraftAddress();
        return draft[(draft.LastIndexOf('/') + 1)..];
    }

    private IEnumerable<(string Method, string Path)> Closed(string id) =>
        AllRoutes(id).Where(route => !Open.Contains($"{route.Method} {route.Path}"));

    private IEnumerable<(string Method, string Path)> WithDraft(string id) =>
        AllRoutes(id).Where(route => route.Path.Contains(id, StringComparison.Ordinal));

    private IReadOnlyList<(string Method, string Path)> AllRoutes(string id) =>
        App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>().Where(endpoint => !Inner.Contains(endpoint.RoutePattern.RawText!.Trim('/')))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .SelectMany(method => Steps(endpoint.RoutePattern).Select(step => (method, Address(endpoint.RoutePattern, id, step)))))
            .Distinct().OrderBy(route => route.Item2, StringComparer.Ordinal).ToList();

    private static string[] Steps(RoutePattern pattern) => pattern.GetParameter("step") is null ? [""] : ["edit", "memos", "fees"];

    private static string Address(RoutePattern pattern, string id, string step) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "id" } => id,
            RoutePatternParameterPart { Name: "step" } => step,
            RoutePatternParameterPart { Name: "number" } => "20260101-000001",
            RoutePatternParameterPart { Name: "part" or "sequence" } => "1",
            _ => throw new InvalidOperationException($"Say what stands for the parameters of {pattern.RawText}."),
        }))));

    private static Task<Page> SendAsync(PageClient browser, string method, string path) => method switch
    {
        "GET" => browser.GetAsync(path, follow: false),
        "POST" => browser.PostWithTokenAsync(
            path, [("revision", "1"), ("confirmationPassword", "Confirm01"), ("companyName", "X")], follow: false),
        _ => throw new InvalidOperationException($"Nobody asks with {method}."),
    };
}
