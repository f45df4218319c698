using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>
/// 証明書失効 (BRSK018 – BRSK020), in a company whose contract has left certificates: the list stays while anybody holds one.
/// </summary>
public sealed class RevokeCertificateTests : WebTest
{
    private const string Master = "kanri001";
    private const string Holder = "ippan001";
    private const string Expired = "ippan002";
    private const string Revoked = "ippan003";
    private const string Without = "ippan004";
    private static readonly string[] Everybody = [Master, Holder, Expired, Revoked, Without];

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000621").WithMaster(Master).HoldingCertificate()
            .WithUser(Holder, UserRole.General, Permission.Balance).HoldingCertificate()
            .WithUser(Expired, UserRole.General, Permission.Balance).HoldingCertificate("Expired")
            .WithUser(Revoked, UserRole.General, Permission.Balance).HoldingCertificate("Revoked")
            .WithUser(Without, UserRole.General, Permission.Balance),
        A.Company("9000000622").WithMaster("tanin001"),
    ];

    [Fact]
    public async Task The_list_tells_each_state_and_lets_those_be_chosen_whose_certificate_can_be_revoked()
    {
        var list = await (await LoggedInAsync(Master)).OpenUsersAsync("BRSK018");

        list.Screen.ShouldBe("BRSK018");
        Everybody.Where(loginId => !list.Document.QuerySelector($"[data-testid='selected:{loginId}']")!.HasAttribute("disabled"))
            .ShouldBe([Master, Holder, Expired]);
        list.Text("row:" + Expired).ShouldContain("有効期限切れ");
        list.Text("row:" + Revoked).ShouldContain("失効済み");
        list.Text("row:" + Without).ShouldContain("未発行");
        (await list.SubmitAsync("revoke")).ErrorKeys.ShouldBe(["E-COM-001@selected"]);
    }

    [Fact]
    public async Task A_revoked_certificate_ends_its_owners_session_and_tells_them_and_the_others()
    {
        var holder = await LoggedInAsync(Holder);
        var browser = await LoggedInAsync(Master);
        var confirm = await ChooseAsync(browser, Holder);
        confirm.Screen.ShouldBe("BRSK019");
        confirm.Sheet["loginId"].Value.ShouldBe(Holder);
        confirm.Sheet["certificateState"].ShouldBe(new("失効済み", true, "発行済み"));
        confirm.Sheet["certificateEndsAt"].Value.ShouldEndWith("08時59分59秒");

        var result = await confirm.ExecuteAsync(A.ConfirmationPassword);

        result.Screen.ShouldBe("BRSK020", result.Summary);
        (await result.ClickAsync("print")).ContentType.ShouldBe("application/pdf");
        (await holder.GetAsync("/administration")).Notice.ShouldBe("ended");
        (await browser.WithUserAsync(Holder, "inquire")).Sheet["certificateState"].Value.ShouldBe("対象外", "the contract has none");
        (await Bank.WithDatabaseAsync(context => context.OutgoingMails.AsNoTracking().Select(mail => mail.To).ToListAsync()))
            .ShouldBe([$"{Holder}@example.jp"]);
        (await (await ChooseAsync(browser, Expired)).ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK020");
    }

    [Fact]
    public async Task Ones_own_ends_with_a_button_that_closes()
    {
        var browser = await LoggedInAsync(Master);

        var result = await (await ChooseAsync(browser, Master)).ExecuteAsync(A.ConfirmationPassword, follow: false);

        result.Status.ShouldBe(200);
        result.Screen.ShouldBe("BRSK020");
        result.Has("home").ShouldBeFalse();
        (await result.ClickAsync("close")).Screen.ShouldBe("BLGI001");
    }

    [Fact]
    public async Task What_cannot_be_revoked_is_refused_whoever_posts_it()
    {
        var browser = await LoggedInAsync(Master);
        var list = await browser.OpenUsersAsync("BRSK018");
        var id = (await Bank.UserAsync(Without)).Id;

        (await list.SubmitAsync("revoke", true, ("only", id.ToString()))).ErrorKeys.ShouldBe(["E-CRT-001@selected"]);
        list = await browser.OpenUsersAsync("BRSK018");
        (await list.SubmitAsync("revoke", true, ("only", "nobody"))).ErrorKeys.ShouldBe(["E-COM-004@selected"]);
        var stranger = (await Bank.UserAsync("tanin001")).Id;
        list = await browser.OpenUsersAsync("BRSK018");
        (await list.SubmitAsync("revoke", true, ("only", stranger.ToString()))).ErrorKeys.ShouldBe(["E-COM-004@selected"]);
    }

    [Fact]
    public async Task A_deletion_revokes_and_says_so()
    {
        var browser = await LoggedInAsync(Master);
        var confirm = await browser.WithUserAsync(Holder, "delete");
        confirm.Sheet["certificateState"].Value.ShouldBe("発行済み（削除と同時に失効します）");

        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK022");

        var id = (await Bank.UserAsync(Holder)).Id;
        var certificate = await Bank.WithDatabaseAsync(context => context.Certificates.AsNoTracking().SingleAsync(c => c.UserId == id));
        certificate.RevokedAtUtc.ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_nobody_ever_had_one_there_is_no_list()
    {
        var browser = await LoggedInAsync("tanin001");
        (await browser.GetAsync("/users/menu")).Has("BRSK018").ShouldBeFalse();
        (await browser.PostWithTokenAsync("/credentials/revoke-certificate/start", [])).Status.ShouldBe(404);
    }

    private static async Task<Page> ChooseAsync(PageClient browser, string loginId) =>
        await (await browser.OpenUsersAsync("BRSK018")).Check($"selected:{loginId}").SubmitAsync("revoke");
}
