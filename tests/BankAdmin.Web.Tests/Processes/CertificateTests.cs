using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain.Rules;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>Certificates over real TLS, at two nodes.</summary>
public abstract class CertificateTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private const string Front = "/";
    private static readonly TimeSpan CurlLimit = TimeSpan.FromSeconds(30);
    private static int serials;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_revoked_on_one_node_is_refused_on_both_with_the_next_request()
    {
        for (var round = 0; round < ProcessCollection.Rounds(2); round++)
        {
            var serial = await OpenAsync();
            using var master = BrowserOf($"cm{serial}");
            using var user = BrowserOf($"cu{serial}");
            foreach (var browser in new[] { master, user })
            {
                (await LogInAsync(browser, Nodes[round])).LeadsTo(Front).ShouldBeTrue();
            }

            foreach (var node in new[] { Nodes[0], Nodes[1] })
            {
                (await user.GetAsync(node, "/administration", Cancelled)).Screen.ShouldBe("BSSK001");
            }

            (await RevokeAsync(master, Nodes[round + 1], $"cu{serial}")).Location.ShouldEndWith("/result");

            foreach (var node in new[] { Nodes[0], Nodes[1] })
            {
                (await user.GetAsync(node, "/administration", Cancelled)).LeadsTo(Front).ShouldBeTrue();
            }

            (await user.GetAsync(Nodes[round], Front, Cancelled)).Notice.ShouldBe("ended");
        }
    }

    [Fact]
    public async Task Of_two_issues_at_once_one_certificate_comes()
    {
        for (var round = 0; round < ProcessCollection.Rounds(3); round++)
        {
            var serial = await OpenAsync();
            using var browser = new RawBrowser();
            var form = (await browser.GetAsync(Nodes[round], "/certificate/login", Cancelled)).Form("login");
            var session = await browser.PostAsync(
                Nodes[round], form.With("loginId", $"cn{serial}").With("password", A.LoginPassword), Cancelled);
            session.LeadsTo(Front).ShouldBeTrue(session.ToString());
            var forms = new List<RawForm>();
            for (var i = 0; i < 2; i++)
            {
                var begun = await browser.GetAsync(Nodes[i], "/certificate", Cancelled);
                forms.Add((await browser.GetAsync(Nodes[i], begun.Location!, Cancelled)).Form("execute"));
            }

            // Two tabs, each pressed twice.
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => browser.PostAsync(Nodes[i], forms[i % 2], Cancelled)));

            answers.Where(UserClerk.Succeeded).Select(answer => answer.Location).Distinct().ShouldHaveSingleItem();
            answers.Where(answer => !UserClerk.Succeeded(answer)).ShouldAllBe(answer => RefusedAsSecond.Contains(answer.Errors.Single()));
            await using var context = Nodes.Bank.OpenContext();
            var id = await context.Users.Where(user => user.LoginIdKey == $"cn{serial}").Select(user => user.Id).SingleAsync(Cancelled);
            (await context.Certificates.CountAsync(certificate => certificate.UserId == id, Cancelled)).ShouldBe(1);

            // None where the other tab came after it: that is another page.
            var shown = await context.Disclosures.Where(d => context.Sessions.Any(s => s.Id == d.SessionId && s.UserId == id))
                .Select(d => d.DraftId).ToListAsync(Cancelled);
            var done = answers.First(UserClerk.Succeeded).Location!;
            shown.ShouldAllBe(draft => done.Contains($"{draft}", StringComparison.Ordinal));
            await Proofs.ShouldVerifyAsync(Nodes.Bank, null);
        }
    }

    [Fact]
    public async Task A_strangers_certificate_makes_the_server_fetch_nothing()
    {
        using var issuer = new TcpListener(IPAddress.Loopback, 0);
        issuer.Start();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=stranger", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509AuthorityInformationAccessExtension(null, [$"http://{issuer.LocalEndpoint}/ca.crt"], false));
        var now = TimeProvider.System.GetUtcNow();
        using var bare = request.Create(
            new X500DistinguishedName("CN=unknown"), X509SignatureGenerator.CreateForECDsa(authorityKey),
            now.AddDays(-1), now.AddDays(1), [1]);
        using var stranger = bare.CopyWithPrivateKey(key);
        using var browser = new RawBrowser(stranger, Nodes.Bank.Authority);

        (await browser.GetAsync(Nodes[0], Front, Cancelled))["loginId"].ShouldNotBeNull();

        issuer.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Another_program_logs_in_with_a_certificate()
    {
        Programs.SkipWithout("curl");
        var serial = await OpenAsync();
        var jar = Path.Combine(Nodes.Bank.Folder, $"cookies{serial}");

        (await CurlAsync("-w", "%{http_code}")).ShouldNotContain("loginId");
        var token = (await CurlAsync()).Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        string[] form = ["--data-urlencode", $"__RequestVerificationToken={token}", "-d", $"password={A.LoginPassword}"];
        (await CurlAsync(["-w", "%{http_code}", .. form])).ShouldEndWith("303");
        (await CurlAsync()).ShouldContain("data-screen=\"BTOP001\"");

        Task<string> CurlAsync(params string[] more) => Programs.RunAsync(
            "curl",
            [
                "-sS", "--cacert", Path.Combine(Nodes.Bank.CaFolder, "ca.crt"), "--cert-type", "P12",
                "--cert", $"{Nodes.Bank.CertificateFile($"cm{serial}")}:{A.CertificatePassword}",
                "-c", jar, "-b", jar, .. more, Nodes[0].HttpsAddress.ToString(),
            ],
            CurlLimit);
    }

    // The other tab's certificate is there, or was made while this one waited; or the same tab's first press is under way.
    private static readonly string[] RefusedAsSecond =
        [ErrorCodes.CertificateExists, ErrorCodes.ChangedByOther, ErrorCodes.StaleDraft];

    private async Task<string> OpenAsync()
    {
        var serial = Interlocked.Increment(ref serials).ToString("D5", CultureInfo.InvariantCulture);
        await Nodes.Bank.AddAsync(A.Company("93000" + serial).ByCertificate().WithMaster($"cm{serial}").HoldingCertificate()
            .WithUser($"cu{serial}", UserRole.General, Permission.Balance).HoldingCertificate()
            .WithUser($"cn{serial}", UserRole.General, Permission.Balance));
        return serial;
    }

    private RawBrowser BrowserOf(string loginId) => new(Nodes.Bank.CertificateOf(loginId), Nodes.Bank.Authority);

    private static async Task<RawPage> LogInAsync(RawBrowser browser, ServerProcess node)
    {
        var page = await browser.GetAsync(node, Front, Cancelled);
        page["loginId"].ShouldBeNull("the certificate says who it is");
        return await browser.PostAsync(node, page.Form("login").With("password", A.LoginPassword), Cancelled);
    }

    private static async Task<RawPage> RevokeAsync(RawBrowser browser, ServerProcess node, string loginId)
    {
        var menu = await browser.GetAsync(node, "/users/menu", Cancelled);
        var list = await FollowAsync(await browser.PostAsync(node, menu.Form("BRSK018"), Cancelled));
        var form = list.Form("revoke");
        var chosen = list.NameIn($"row:{loginId}", $"selected:{loginId}");
        var value = list.ValueIn($"row:{loginId}", $"selected:{loginId}");
        var confirm = await FollowAsync(await browser.PostAsync(
            node, form with { Fields = new Dictionary<string, string>(form.Fields) { [chosen] = value } }, Cancelled));
        return await browser.PostAsync(
            node, confirm.Form("execute").With("confirmationPassword", A.ConfirmationPassword), Cancelled);

        async Task<RawPage> FollowAsync(RawPage answer)
        {
            answer.Status.ShouldBe(HttpStatusCode.SeeOther, $"{answer}\n{answer.Text}");
            return await browser.GetAsync(node, answer.Location!, Cancelled);
        }
    }
}
