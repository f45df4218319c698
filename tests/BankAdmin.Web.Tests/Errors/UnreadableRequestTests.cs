using System.Text;
using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Errors;

/// <summary>What no page of ours sends is the sender's mistake, on every address that takes a form.</summary>
public sealed class UnreadableRequestTests(RunningBank running) : SharedWebTest(running), IClassFixture<RunningBank>
{
    // Named in the header the field is not looked for in the body: what reads the body then is the action itself.
    private const string TokenHeader = "RequestVerificationToken";
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly Dictionary<string, (string Type, string Body)> Unreadable = new()
    {
        ["multipart without boundary"] = ("multipart/form-data", "x"),
        ["multipart with an empty boundary"] = ("multipart/form-data; boundary=", "x"),
        ["multipart with a boundary longer than any"] = ($"multipart/form-data; boundary={new string('b', 200)}", "x"),
        ["multipart that ends in the middle"] =
            ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue"),
        ["multipart without a disposition"] =
            ("multipart/form-data; boundary=b", "--b\r\nContent-Type: text/plain\r\n\r\nvalue\r\n--b--\r\n"),
        ["multipart with a header that is none"] = ("multipart/form-data; boundary=b", "--b\r\nnonsense\r\n\r\nvalue\r\n--b--\r\n"),
        ["multipart with a header without end"] =
            ("multipart/form-data; boundary=b", $"--b\r\nContent-Disposition: {new string('x', 40_000)}\r\n\r\nvalue\r\n--b--\r\n"),
        ["a name longer than any"] = (Form, new string('n', 3_000) + "=1"),
        ["a value longer than any"] = (Form, "action=" + new string('v', 30_000)),
        ["more fields than any page has"] = (Form, string.Join('&', Enumerable.Range(0, 10_100).Select(i => $"f{i}=1"))),
    };

    // Where a screen is not offered its address answers 404, whatever is sent.
    private static readonly Contract Midori = new(BankingService.All.ToHashSet(), LoginMethod.Password, OtpRequired: true, 100);

    /// <summary>The login page is looked at below; pages of the login order are closed unless they are due.</summary>
    private static readonly string[] Elsewhere = ["/", "/password", "/token"];

    public static TheoryData<string> Names => [.. Unreadable.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_body_that_cannot_be_read_is_400_wherever_it_is_sent(string name)
    {
        var (type, body) = Unreadable[name];
        var browser = NewBrowser();
        var draft = (await browser.LogInAndOpenAsync("midori01", "BKGK002")).DraftAddress();
        draft = draft[(draft.LastIndexOf('/') + 1)..];
        var token = browser.Current!.AntiforgeryToken!;
        foreach (var path in Posts(draft).Except(Elsewhere))
        {
            foreach (var proof in new[] { token, null })
            {
                var answer = await browser.SendAsync(Request(path, type, body, proof));

                answer.Status.ShouldBe(400, $"{path}: {answer.Summary}");
                answer.MainText.ShouldContain("何も変更していません", Case.Sensitive, path);
            }
        }

        (await browser.GetAsync("/companies")).Screen.ShouldBe("BKGK001", "nothing of it was a logout");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task So_is_one_of_a_stranger(string name)
    {
        var (type, body) = Unreadable[name];
        var browser = NewBrowser();
        var token = (await browser.GetAsync("/")).AntiforgeryToken!;

        var answer = await browser.SendAsync(Request("/", type, body, token));

        answer.Status.ShouldBe(400, answer.Summary);
        answer.Screen.ShouldBe("error-400");
    }

    private static HttpRequestMessage Request(string path, string type, string body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (token is not null)
        {
            request.Headers.Add(TokenHeader, token);
        }

        return request;
    }

    private List<string> Posts(string draft) => App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
        .Where(endpoint => endpoint.Metadata.GetMetadata<IForWhom>()?.Screen?.IsOfferedBy(Midori) != false)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/')
            .Replace("{id:guid}", draft, StringComparison.Ordinal).Replace("{step}", "edit", StringComparison.Ordinal))
        .Distinct().Order(StringComparer.Ordinal).ToList();
}
