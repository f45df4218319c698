using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Domain.Companies;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>Login with a certificate, and what is looked at with every request after it.</summary>
public sealed class CertificateLogInTests : CertificateScene
{
    [Fact]
    public async Task With_a_certificate_the_password_alone_is_asked()
    {
        var browser = BrowserWith(Bank.CertificateOf(Master));
        var page = await browser.GetAsync("/");
        page.Screen.ShouldBe("BLGI001");
        page.Has("loginId").ShouldBeFalse();
        page.Has("certificateLogin").ShouldBeFalse();
        (await page.SubmitAsync("login")).ErrorKeys.ShouldBe(["E-COM-001@password"]);
        (await page.Fill("password", "Falsch001").SubmitAsync("login")).ErrorKeys.ShouldBe(["E-AUTH-001@"]);

        var top = await LogInAsync(browser);

        top.Screen.ShouldBe("BTOP001");
        top.MainText.ShouldContain("電子証明書 有効期限");
    }

    [Fact]
    public async Task Without_one_the_contract_refuses_the_password_once_it_is_right()
    {
        var page = await NewBrowser(Https).GetAsync("/");
        page.Has("certificateLogin").ShouldBeTrue();

        (await NewBrowser(Https).TryLogInAsync(Master)).ErrorKeys.ShouldBe(["E-AUTH-031@"]);
        (await NewBrowser(Https).TryLogInAsync(Master, "Falsch001")).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
    }

    [Fact]
    public async Task Certificate_and_login_ID_belong_together()
    {
        var browser = BrowserWith(Bank.CertificateOf(Master));
        await browser.GetAsync("/");

        (await browser.PostWithTokenAsync("/", [("loginId", Administrator), ("password", A.LoginPassword)]))
            .ErrorKeys.ShouldBe(["E-AUTH-031@"]);
        (await browser.PostWithTokenAsync("/", [("loginId", Master), ("password", A.LoginPassword)])).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task Where_the_contract_has_left_certificates_one_is_of_no_use()
    {
        var browser = BrowserWith(Bank.CertificateOf(Leftover));
        var page = await browser.GetAsync("/");
        page.Warnings.ShouldBe(["E-AUTH-031"]);

        (await browser.TryLogInAsync(Leftover)).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task Nobody_logs_in_with_a_certificate_that_is_not_good()
    {
        using var authority = CertificateAuthority.Open(Bank.CaFolder, new MasterKeys(Bank.KeyFolder));
        var owner = (await Bank.UserAsync(Master)).Id;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = App.Clock.GetUtcNow().UtcDateTime;
        var self = new CertificateRequest($"CN={owner:N}", key, HashAlgorithmName.SHA256);
        using var foreign = ForeignAuthority();
        X509Certificate2[] bad =
        [
            Bank.CertificateOf(Expired),
            self.CreateSelfSigned(now.AddDays(-1), now.AddDays(1)),
            foreign.Issue(owner, new PublicKey(key), now.AddDays(-1), now.AddDays(1)),
            authority.Issue(owner, new PublicKey(key), now.AddDays(-1), now.AddDays(1)), // never told to the bank
            authority.Issue(owner, new PublicKey(key), now.AddDays(1), now.AddDays(2)),
            authority.IssueForThisMachine(now),
            authority.Certificate,
        ];

        foreach (var certificate in bad)
        {
            var browser = BrowserWith(certificate);
            var page = await browser.GetAsync("/");
            page.Has("loginId").ShouldBeTrue(certificate.Subject);
            page.Warnings.ShouldBe(["E-AUTH-031"], certificate.Subject);
            (await browser.PostWithTokenAsync("/", [("password", A.LoginPassword)])).ErrorKeys.ShouldBe(["E-COM-001@loginId"]);
            (await browser.TryLogInAsync(Master)).ErrorKeys.ShouldBe(["E-AUTH-031@"]);
        }
    }

    [Fact]
    public async Task The_session_goes_on_with_its_certificate_and_not_without()
    {
        using var browser = await LoggedInWithAsync(Master);
        browser.Certificate = null;
        (await browser.GetAsync("/administration", follow: false)).Location.ShouldBe("/", "a stolen cookie is worth nothing");
        browser.Certificate = Bank.CertificateOf(Administrator);
        (await browser.GetAsync("/administration", follow: false)).Location.ShouldBe("/");

        browser.Certificate = Bank.CertificateOf(Master);
        (await browser.GetAsync("/administration")).Screen.ShouldBe("BSSK001");
    }

    [Fact]
    public async Task After_its_revocation_the_next_request_ends_on_the_login_page()
    {
        using var owner = await LoggedInWithAsync(Administrator);
        using var master = await LoggedInWithAsync(Master);
        await RevokeAsync(master, Administrator);

        (await owner.GetAsync("/administration", follow: false)).Location.ShouldBe("/");
        var page = await owner.GetAsync("/");
        page.Notice.ShouldBe("ended");
        page.Warnings.ShouldBe(["E-AUTH-031"]);
        (await owner.TryLogInAsync(Administrator)).ErrorKeys.ShouldBe(["E-AUTH-031@"]);
        (await TryIssueAsync(NewBrowser(Https), Administrator)).Screen.ShouldBe("BSMS002");
    }

    [Fact]
    public async Task Ones_own_ends_with_close()
    {
        using var master = await LoggedInWithAsync(Master);

        var result = await RevokeAsync(master, Master);

        result.Has("close").ShouldBeTrue();
        (await master.GetAsync("/administration", follow: false)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task When_it_expires_the_session_is_over_and_what_is_typed_then_is_kept()
    {
        using var master = await LoggedInWithAsync(Master);
        var input = await master.OpenAsync("BKGK002");
        var id = (await Bank.UserAsync(Master)).Id;
        await Bank.WithDatabaseAsync(context => context.Certificates.Where(c => c.UserId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndsAtUtc, App.Clock.GetUtcNow().UtcDateTime.AddSeconds(-1))));

        var ended = await input.Fill("companyName", "TYPED-THEN").SubmitAsync("change");

        ended.Notice.ShouldBe("ended");
        (await KeptAsync()).ShouldContain("TYPED-THEN");
    }

    [Fact]
    public async Task A_cookie_without_its_certificate_keeps_nothing_after_a_timeout()
    {
        using var master = await LoggedInWithAsync(Master);
        var input = await master.OpenAsync("BKGK002");
        App.Clock.Advance(TimeSpan.FromMinutes(16));
        master.Certificate = null;

        await input.Fill("companyName", "TYPED-BY-A-THIEF").SubmitAsync("change", follow: false);

        (await KeptAsync()).ShouldNotContain("TYPED-BY-A-THIEF");
    }

    [Fact]
    public async Task Another_contract_counts_from_the_next_login()
    {
        using var master = await LoggedInWithAsync(Master);
        await Bank.WithDatabaseAsync(context => context.Companies.Where(c => c.ContractNumber == "9000000631")
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LoginMethod, LoginMethod.Password)));

        (await master.GetAsync("/administration")).Screen.ShouldBe("BSSK001");
        (await NewBrowser(Https).TryLogInAsync(Without)).Screen.ShouldBe("BTOP001");
        (await BrowserWith(Bank.CertificateOf(Administrator)).GetAsync("/")).Has("loginId").ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_passwords_with_anothers_login_ID_count_like_others()
    {
        var browser = BrowserWith(Bank.CertificateOf(Master));
        await browser.GetAsync("/");
        for (var i = 0; i < 5; i++)
        {
            (await browser.PostWithTokenAsync("/", [("loginId", Administrator), ("password", "Falsch001")]))
                .ErrorKeys.ShouldBe(["E-AUTH-001@"]);
        }

        (await browser.PostWithTokenAsync("/", [("loginId", Administrator), ("password", A.LoginPassword)]))
            .ErrorKeys.ShouldBe(["E-AUTH-002@"]);
    }

    private Task<string> KeptAsync() =>
        Bank.WithDatabaseAsync(context => context.Drafts.Select(draft => draft.InputJson).SingleAsync());

    private static async Task<Page> RevokeAsync(PageClient browser, string loginId)
    {
        var confirm = await (await browser.OpenUsersAsync("BRSK018")).Check($"selected:{loginId}").SubmitAsync("revoke");
        return await confirm.ExecuteAsync(A.ConfirmationPassword);
    }

    private static CertificateAuthority ForeignAuthority()
    {
        var folder = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
        try
        {
            KeyFiles.CreateIfMissing(folder, MasterKeys.Purpose, TimeProvider.System.GetUtcNow());
            CertificateAuthority.CreateIfMissing(folder, new MasterKeys(folder), "別の銀行", TimeProvider.System.GetUtcNow());
            return CertificateAuthority.Open(folder, new MasterKeys(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
