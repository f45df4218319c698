using BankAdmin.Domain.Credentials;
using BankAdmin.Infrastructure.Certificates;
using BankAdmin.Testing.Builders;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>更新, and what becomes of the old certificate.</summary>
public sealed class RenewCertificateTests : CertificateScene
{
    [Fact]
    public async Task Another_page_ends_it()
    {
        using var browser = await RenewableAsync(Administrator);
        var result = await RenewAsync(browser);
        var file = result.Document.QuerySelector("[data-testid=download]")!.GetAttribute("href")!;
        (await browser.PostWithTokenAsync("/session/keep", [])).Status.ShouldBe(204);
        (await browser.GetAsync(file)).Status.ShouldBe(200);
        (await browser.GetAsync("/certificate/login")).Screen.ShouldBe("BTOP001");

        (await browser.GetAsync(result.Path)).Has("p12Password").ShouldBeFalse();
        (await browser.GetAsync(file)).Status.ShouldBe(409);
        (await ShownAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task In_its_last_days_a_certificate_is_renewed_from_its_end()
    {
        using var old = Bank.CertificateOf(Administrator);
        using var early = await LoggedInWithAsync(old);
        (await early.GetAsync("/")).Has("BSMS002").ShouldBeFalse();
        using var browser = await RenewableAsync(Administrator);
        var confirm = await (await browser.GetAsync("/")).SubmitAsync("BSMS002");
        confirm.Screen.ShouldBe("BSMS002", confirm.Summary);
        confirm = await confirm.SubmitAsync("execute");
        confirm.ErrorKeys.ShouldBe(["E-COM-001@confirmationPassword"]);

        var result = await confirm.Fill("confirmationPassword", A.ConfirmationPassword).SubmitAsync("execute");

        result.Screen.ShouldBe("BSMS004", result.Summary);
        using var renewed = await FetchAsync(result);
        renewed.NotAfter.ToUniversalTime().ShouldBe(CertificateIssuer.EndOf(old.NotAfter.ToUniversalTime()));
        (await browser.GetAsync("/")).Has("BSMS002").ShouldBeFalse("it was renewed");
        using var with = await LoggedInWithAsync(renewed);
        (await CertificatesAsync(Administrator)).ShouldContain(c => c.Reason == RevocationReason.Superseded && c.RevokedAtUtc <= Now);
        (await browser.GetAsync("/")).Notice.ShouldBe("otherLogin");
        (await BrowserWith(old).GetAsync("/")).Has("loginId").ShouldBeTrue("nobody logs in with the old one");
    }

    [Fact]
    public async Task The_old_one_is_good_for_ten_minutes_or_until_its_session_ends()
    {
        using var browser = await RenewableAsync(Administrator);
        await RenewAsync(browser);
        (await browser.GetAsync("/administration")).Screen.ShouldBe("BSSK001");
        (await BrowserWith(Bank.CertificateOf(Administrator)).GetAsync("/")).Has("loginId").ShouldBeTrue("it opens no other session");
        App.Clock.Advance(TenMinutes);

        (await browser.GetAsync("/administration", follow: false)).Location.ShouldBe("/");
        (await browser.GetAsync("/")).Notice.ShouldBe("ended");

        using var master = await LoggedInWithAsync(Master);
        var result = await RenewAsync(master);
        await (await master.GetAsync(result.Path)).SubmitAsync("logout");
        (await CertificatesAsync(Master)).Count(c => c.IsRevokedAt(Now)).ShouldBe(1);
    }
}
