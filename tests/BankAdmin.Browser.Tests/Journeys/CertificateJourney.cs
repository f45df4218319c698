using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Domain.Users;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>Getting a certificate, coming in with it, renewing it and giving it up, in a browser that shows it.</summary>
public sealed class CertificateJourney(BrowserFixture browser) : JourneyTest(browser, A.Fixture(
    A.Company("9000000641").ByCertificate().WithMaster(Holder.Id).HoldingCertificate()
        .WithUser(Newcomer.Id, UserRole.General, Permission.Balance)))
{
    private static readonly Login Holder = new("kanri001", A.LoginPassword, A.ConfirmationPassword);
    private static readonly Login Newcomer = new("ippan001", A.LoginPassword, A.ConfirmationPassword);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_fetched_once_and_opens_the_door(bool javaScript)
    {
        var person = await PersonAsync(javaScript);
        await person.PressAsync(ScreenCatalogue.CertificateLogIn.Id);
        await person.ShouldBeAtAsync(ScreenCatalogue.CertificateLogIn);
        (await person.LogInAsync(Newcomer)).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.IssueCertificate);
        (await person.PressAsync("execute")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.IssueCertificateResult);
        var (file, password) = await FetchAsync(person);
        await person.PressAsync("close");
        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
        await person.GoBackAsync();
        await Expect(person.Page.Locator("body")).Not.ToContainTextAsync(password);

        var inside = await PersonWithAsync(file, password, javaScript);
        await Expect(inside["loginId"]).ToHaveCountAsync(0);
        await inside.TypeAsync("password", Newcomer.Password);
        (await inside.PressAsync("login")).ShouldBe(200);
        await inside.ShouldBeAtAsync(ScreenCatalogue.Top);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_its_last_days_it_is_renewed_and_the_old_one_ends(bool javaScript)
    {
        Site.Advance(TimeSpan.FromDays(340));
        var person = await LoggedInWithAsync(Site.CertificateFile(Holder.Id), A.CertificatePassword, javaScript);
        (await person.PressAsync(ScreenCatalogue.IssueCertificate.Id)).ShouldBe(200);
        await person.ExecuteAsync(Holder, ScreenCatalogue.IssueCertificateResult);
        var (file, password) = await FetchAsync(person);
        await person.Page.ReloadAsync();
        await Expect(person["p12Password"]).ToHaveTextAsync(password);

        await LoggedInWithAsync(file, password, javaScript);
        await person.PressAsync("home");
        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
        await Expect(person["notice"]).ToHaveAttributeAsync("data-notice", "otherLogin");
        await Expect(person["loginId"]).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Ones_own_is_revoked_and_the_page_is_closed()
    {
        var person = await LoggedInWithAsync(Site.CertificateFile(Holder.Id), A.CertificatePassword);
        await person.Page.GotoAsync(ScreenCatalogue.UserMenu.Path!);
        await person.PressAsync(ScreenCatalogue.RevokeCertificate.Id);
        await person.ChooseAsync("selected", Holder.Id);
        await person.PressAsync("revoke");
        await person.ExecuteAsync(Holder, ScreenCatalogue.RevokeCertificateResult);
        await person.PressAsync("close");

        await person.ShouldBeAtAsync(ScreenCatalogue.Login);
        (await person.LogInAsync(Holder)).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-AUTH-031", ""));
    }

    private async Task<Person> LoggedInWithAsync(string file, string password, bool javaScript = true)
    {
        var person = await PersonWithAsync(file, password, javaScript);
        await person.TypeAsync("password", Holder.Password);
        (await person.PressAsync("login")).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.Top);
        return person;
    }

    private static async Task<(string File, string Password)> FetchAsync(Person person)
    {
        var password = await person["p12Password"].InnerTextAsync();
        var download = await person.Page.RunAndWaitForDownloadAsync(() => person["download"].ClickAsync());
        return (await download.PathAsync(), password);
    }
}
