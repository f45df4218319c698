using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>証明書発行 (BSMS001, BSMS002, BSMS004).</summary>
public sealed class IssueCertificateTests : CertificateScene
{
    // P-256 again, spelled out instead of named.
    private const string OfNamelessCurve =
        """
        -----BEGIN CERTIFICATE REQUEST-----
        MIIBvDCCAWICAQAwDDEKMAgGA1UEAwwBeDCCAUswggEDBgcqhkjOPQIBMIH3AgEB
        MCwGByqGSM49AQECIQD/////AAAAAQAAAAAAAAAAAAAAAP///////////////zBb
        BCD/////AAAAAQAAAAAAAAAAAAAAAP///////////////AQgWsY12Ko6k+ez671V
        dpiGvGUdBrDMU7D2O848PifSYEsDFQDEnTYIhucEk2pmeOETnSa3gZ9+kARBBGsX
        0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT+NC4v4af5uO5+tKfA+eFivO
        M1drMV7Oy7ZAaDe/UfUCIQD/////AAAAAP//////////vOb6racXnoTzucrC/GMl
        UQIBAQNCAARXGt8wN6uSx7U1KjE+cKztObNlzepoi0rlYBc9ZboH1w9Tyby7Yf4j
        5oUVLBSU5PBrJVz/GkRg676GyA5Qoo8DoAAwCgYIKoZIzj0EAwIDSAAwRQIgSrFO
        Sq071NDLG6thqr7t1cJc0H3/7Sj6WuVnEo14ukgCIQDkfGeNlMeNQTNHqgyScX6i
        LH3twUTsQXGldqlGwnPcxA==
        -----END CERTIFICATE REQUEST-----
        """;

    [Fact]
    public async Task Whoever_has_none_gets_a_file_and_logs_in_with_it()
    {
        var browser = NewBrowser(Https);
        var confirm = await TryIssueAsync(browser, Without);
        confirm.Screen.ShouldBe("BSMS002", confirm.Summary);
        confirm.Has("confirmationPassword").ShouldBeFalse();
        foreach (var elsewhere in new[] { "/", "/administration", "/users/menu", "/token" })
        {
            (await browser.GetAsync(elsewhere, follow: false)).Location.ShouldBe("/certificate", "this session is for one thing");
        }

        var result = await (await browser.GetAsync("/certificate")).SubmitAsync("execute");

        result.Screen.ShouldBe("BSMS004", result.Summary);
        result.Sheet["loginId"].Value.ShouldBe(Without);
        result.Sheet["certificateState"].ShouldBe(new("発行済み", true, "未発行"));
        result.Sheet["certificateEndsAt"].Value.ShouldEndWith("08時59分59秒");
        using var certificate = await FetchAsync(result);
        certificate.Subject.ShouldBe($"CN={(await Bank.UserAsync(Without)).Id:N}");
        (await result.ClickAsync("print")).ContentType.ShouldBe("application/pdf");
        (await browser.GetAsync(result.Path)).Has("p12Password").ShouldBeTrue("a reload is no other page");
        (await LogInAsync(BrowserWith(certificate))).Screen.ShouldBe("BTOP001");
        (await ShownAsync()).ShouldBe(0, "what was shown went with its session");
    }

    [Fact]
    public async Task A_new_user_changes_the_password_that_somebody_else_knows_first()
    {
        var page = await TryIssueAsync(NewBrowser(Https), New);
        page.Screen.ShouldBe("BLGI010");
        page = await page.Fill("currentLoginPassword", A.LoginPassword)
            .Fill("newLoginPassword", "Neues001").Fill("newLoginPasswordAgain", "Neues001")
            .Fill("newConfirmationPassword", "Kakunin1").Fill("newConfirmationPasswordAgain", "Kakunin1").SubmitAsync("change");
        page.Screen.ShouldBe("BSMS002", page.Summary);

        using var certificate = await FetchAsync(await page.SubmitAsync("execute"));

        (await LogInAsync(BrowserWith(certificate), "Neues001")).Screen.ShouldBe("BTOP001");
    }

    [Theory]
    [InlineData(Master, "E-CRT-003@")]
    [InlineData(Expired, "E-CRT-002@")]
    [InlineData(ByPassword, "E-AUTH-031@")]
    [InlineData("nobody01", "E-AUTH-001@")]
    public async Task Who_may_not_is_told_why_once_the_password_is_right(string loginId, string refused)
    {
        var page = await TryIssueAsync(NewBrowser(Https), loginId);
        page.Screen.ShouldBe("BSMS001");
        page.ErrorKeys.ShouldBe([refused]);

        (await TryIssueAsync(NewBrowser(Https), loginId, "Falsch001")).ErrorKeys.ShouldBe(["E-AUTH-001@"]);
    }

    [Fact]
    public async Task An_expired_one_is_revoked_first()
    {
        using var master = await LoggedInWithAsync(Master);
        var list = await master.OpenUsersAsync("BRSK018");
        var confirm = await list.Check($"selected:{Expired}").SubmitAsync("revoke");
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK020");

        (await TryIssueAsync(NewBrowser(Https), Expired)).Screen.ShouldBe("BSMS002");
    }

    [Fact]
    public async Task A_request_of_ones_own_gives_its_key_and_nothing_else()
    {
        using var key = RSA.Create(2048);
        var confirm = await TryIssueAsync(NewBrowser(Https), Without);
        var request = RequestOf(
            key, new X509BasicConstraintsExtension(true, false, 0, true),
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));

        var result = await confirm.Fill("csr", request).SubmitAsync("execute");

        result.Screen.ShouldBe("BSMS004", result.Summary);
        result.Sheet["csr"].Value.ShouldContain("CSR");
        result.Has("p12Password").ShouldBeFalse();
        var file = await result.ClickAsync("download");
        using var certificate = X509Certificate2.CreateFromPem(file.Body);
        certificate.Subject.ShouldBe($"CN={(await Bank.UserAsync(Without)).Id:N}");
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority.ShouldBeFalse();
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<Oid>().Single().Value
            .ShouldBe("1.3.6.1.5.5.7.3.2");
        using var withKey = certificate.CopyWithPrivateKey(key);
        (await LogInAsync(BrowserWith(withKey))).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task A_bad_request_is_refused_and_stays_to_be_mended()
    {
        using var weak = RSA.Create(1024);
        using var strange = ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1);
        using var good = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = RequestOf(good);
        var confirm = await TryIssueAsync(NewBrowser(Https), Without);
        string[] unusable =
            ["x", RequestOf(weak), RequestOf(strange), OfNamelessCurve, WithBrokenSignature(request), good.ExportPkcs8PrivateKeyPem()];
        foreach (var bad in unusable)
        {
            confirm = await confirm.Fill("csr", bad).SubmitAsync("execute");
            confirm.ErrorKeys.ShouldBe(["E-COM-011@csr"], bad);
        }

        foreach (var length in new[] { SigningRequests.MaxLength + 1, 1_000_000 })
        {
            confirm = await confirm.Fill("csr", new string('A', length)).SubmitAsync("execute");
            confirm.Status.ShouldBe(422);
            confirm.ErrorKeys.ShouldBe(["E-COM-005@csr"]);
        }

        (await CertificatesAsync(Without)).ShouldBeEmpty();
        (await confirm.Fill("csr", request).SubmitAsync("execute")).Screen.ShouldBe("BSMS004");
    }

    [Fact]
    public async Task The_file_is_there_for_ten_minutes_and_for_the_session_that_issued_it_alone()
    {
        var browser = NewBrowser(Https);
        var result = await (await TryIssueAsync(browser, Without)).SubmitAsync("execute");
        var password = result.Text("p12Password");
        browser.KeepSecret(password);
        var (page, file) = (result.Path, result.Document.QuerySelector("[data-testid=download]")!.GetAttribute("href")!);
        (await ShownAsync()).ShouldBe(1);
        (await Bank.WithDatabaseAsync(context => context.Disclosures.Select(shown => shown.Box).SingleAsync()))
            .ShouldNotContain(password);

        App.Clock.Advance(TenMinutes);
        var late = await browser.GetAsync(page);
        late.Screen.ShouldBe("BSMS004");
        late.Has("download").ShouldBeFalse();
        (await browser.GetAsync(file)).Status.ShouldBe(409);

        (await NewBrowser(Https).GetAsync(file, follow: false)).Location.ShouldBe("/");
        using var stranger = await LoggedInWithAsync(Master);
        (await stranger.GetAsync(file)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Pressed_twice_it_is_issued_once_and_handed_out_all_the_same()
    {
        var browser = NewBrowser(Https);
        var confirm = await TryIssueAsync(browser, Without);
        await confirm.SubmitAsync("execute");

        var again = await confirm.SubmitAsync("execute");

        again.Screen.ShouldBe("BSMS004");
        again.Has("p12Password").ShouldBeTrue();
        (await CertificatesAsync(Without)).Count.ShouldBe(1);
        (await browser.GetAsync("/")).Notice.ShouldBe("ended", "there is nothing else that such a session is for");
    }

    [Fact]
    public async Task It_is_told_to_its_owner_and_to_the_administrators_and_what_is_suspicious_is_named()
    {
        using var master = await LoggedInWithAsync(Master);
        await (await TryIssueAsync(NewBrowser(Https), Without)).SubmitAsync("execute");
        var usual = (await master.GetAsync("/")).Text("alert:0");
        usual.ShouldContain("証明書発行");
        usual.ShouldContain("検証　ｉｐｐａｎ００１");
        usual.ShouldNotContain("24時間");
        (await MailsAsync()).ShouldBe([$"{Without}@example.jp", $"{Master}@example.jp", $"{Administrator}@example.jp"], ignoreOrder: true);

        using var browser = await RenewableAsync(Administrator);
        (await Bank.WithDatabaseAsync(context => context.Users.Where(u => u.LoginIdKey == Administrator)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordSetByOtherAtUtc, Now.AddHours(-23))))).ShouldBe(1);
        await RenewAsync(browser);

        using var again = await LoggedInWithAsync(Master);
        (await again.GetAsync("/")).Text("alert:0").ShouldContain("24時間以内に、ほかの利用者がパスワードを設定");
    }

    [Fact]
    public async Task A_login_elsewhere_ends_it_and_wrong_passwords_count_with_those_of_the_login()
    {
        var browser = NewBrowser(Https);
        await TryIssueAsync(browser, Without);
        await TryIssueAsync(NewBrowser(Https), Without);
        (await browser.GetAsync("/")).Notice.ShouldBe("otherLogin");

        for (var i = 0; i < 4; i++)
        {
            await TryIssueAsync(NewBrowser(Https), Without, "Falsch001");
        }

        await NewBrowser(Https).TryLogInAsync(Without, "Falsch001");
        (await TryIssueAsync(NewBrowser(Https), Without)).ErrorKeys.ShouldBe(["E-AUTH-002@"]);
    }

    private static string WithBrokenSignature(string request)
    {
        var der = PemEncoding.Find(request) is var fields ? Convert.FromBase64String(request[fields.Base64Data]) : [];
        der[^1] ^= 1;
        return PemEncoding.WriteString("CERTIFICATE REQUEST", der);
    }
}
