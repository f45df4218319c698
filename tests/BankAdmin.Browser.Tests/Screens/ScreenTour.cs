using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Domain.Fees;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Screens;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>Goes to every screen of the catalogue, with its errors and with the longest that may stand there.</summary>
public abstract class ScreenTour(BrowserFixture browser) : JourneyTest(browser, TourBank.Fixture)
{
    private const string Most = "999,999,999,999,999";

    private readonly HashSet<string> seen = [];

    /// <summary>One test, because only the whole tour can say that no screen was left out.</summary>
    private protected async Task GoAsync()
    {
        await LogInAsync();
        var person = await LoggedInAsync(LongNames.Master);
        await ChangeTheCompanyAsync(person);
        await InquireAndMakeNotesAsync(person);
        foreach (var pages in (FeePages[])[FeePages.PayeeTransfer, FeePages.PayeeBulkTransfer, FeePages.PayerBulkTransfer])
        {
            await ChangeFeesAsync(person, pages);
        }

        await TryFeesAsync(person);
        await BeginAsync(person);
        await RegisterAsync(person);
        await ChangeAndDeleteAsync(person);
        await StopAsync(person);
        await ChangeOwnPasswordAsync(person);
        await LookAtHistoryAsync(person);
        await RegisterTokenAsync();
        await LookAtTokensAsync();
        await IssueAsync();
        await OtherContractsAsync();
        ScreenCatalogue.All.Select(screen => screen.Id).Except(seen).ShouldBeEmpty("screens that the tour leaves out");
    }

    /// <summary>Whether its browsers show certificates.</summary>
    private protected virtual bool ShowsCertificates => true;

    /// <summary>Looks at a screen.</summary>
    /// <param name="person">Who is there.</param>
    /// <param name="name">The screen, and in which state it is.</param>
    private protected abstract Task LookAtAsync(Person person, string name);

    private async Task LookAsync(Person person, string state = "")
    {
        var screen = await person.Page.EvaluateAsync<string>("document.body.dataset.screen");
        seen.Add(screen);
        await LookAtAsync(person, screen + (state.Length > 0 ? "-" + state : ""));
    }

    private async Task PressAndLookAsync(Person person, string key, string state = "")
    {
        await person.PressAsync(key);
        await LookAsync(person, state);
    }

    private async Task LogInAsync()
    {
        var person = await PersonAsync();
        await LookAsync(person);
        await person.TypeAsync("loginId", "");
        await person.TypeAsync("password", "");
        await PressAndLookAsync(person, "login", "missing");
        await person.LogInAsync(Login.New);
        await LookAsync(person);
        await PressAndLookAsync(person, "change", "missing");
        await PressAndLookAsync(person, "logout", "ended");
    }

    private async Task ChangeTheCompanyAsync(Person person)
    {
        await LookAsync(person);
        await PressAndLookAsync(person, ScreenCatalogue.Administration.Id);
        await PressAndLookAsync(person, ScreenCatalogue.CompanyMenu.Id);
        await PressAndLookAsync(person, ScreenCatalogue.ChangeCompany.Id);
        await person.TypeAsync("companyName", "");
        await person.ChooseAsync("approval.directDebit", "DoubleOrdered");
        await person.TypeAsync("accountLimits[0].total", "1234567890123456");
        await person.TypeAsync("accountLimits[1].adHoc", "-1");
        await person.TypeAsync("companyLimits.salary", "五千万円");
        await PressAndLookAsync(person, "change", "error");
        await person.TypeAsync("companyName", LongNames.Company);
        await person.ChooseAsync("approval.directDebit", "Single");
        await person.TypeAsync("accountLimits[0].total", Most);
        await person.TypeAsync("accountLimits[1].adHoc", "50,000,000");
        await person.TypeAsync("companyLimits.salary", "400,000,000");
        await PressAndLookAsync(person, "change");
        await PressAndLookAsync(person, "execute", "error");
        var other = await ChangingCompanyAsync(LongNames.Administrator);
        await other.TypeAsync("companyLimits.salary", "300,000,000");
        await other.ChangeLimitAsync("accountLimits[2].preRegistered", "999,999,999,999,997");
        await other.ExecuteAsync(LongNames.Administrator);
        await person.TypeAsync("confirmationPassword", LongNames.Master.Confirmation);
        await PressAndLookAsync(person, "execute", "conflict");
        await person.PressAsync("change");
        await person.ExecuteAsync(LongNames.Master);
        await LookAsync(person);

    }

    private async Task InquireAndMakeNotesAsync(Person person)
    {
        await person.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!);
        await PressAndLookAsync(person, ScreenCatalogue.ViewCompany.Id);
        foreach (var screen in (Screen[])[ScreenCatalogue.ChangeAccountMemos, ScreenCatalogue.ChangeConsignorMemos])
        {
            await person.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!);
            await PressAndLookAsync(person, screen.Id);
            await person.TypeAsync("memos[0]", "東海道沿線の取引先への毎月末の支払いに使う口座");
            await PressAndLookAsync(person, "change", "error");
            await person.TypeAsync("memos[0]", "東海道沿線の取引先への毎月の支払いに使う");
            await PressAndLookAsync(person, "change");
        }
    }

    private async Task LookAtHistoryAsync(Person person)
    {
        await person.Page.GotoAsync(ScreenCatalogue.Administration.Path!);
        await PressAndLookAsync(person, ScreenCatalogue.History.Id);
        await PressAndLookAsync(person, "chart", "days");
        await person.TypeAsync("from", "昨日");
        await person.TypeAsync("to", "9999/12/31");
        await PressAndLookAsync(person, "search", "error");
        await person.TypeAsync("from", "");
        await person.TypeAsync("to", "");
        await person.TypeAsync("text", "ここにはない語句");
        await PressAndLookAsync(person, "search", "empty");
        await person.Page.GotoAsync(ScreenCatalogue.ViewCompany.Path!);
        await PressAndLookAsync(person, "history", "changes");
        await person["inquire"].First.ClickAsync();
        await LookAsync(person);
        await person.Page.GotoAsync(ScreenCatalogue.History.Path!);
        await PressAndLookAsync(person, ScreenCatalogue.HistoryVerification.Id);
    }

    private async Task ChangeFeesAsync(Person person, FeePages pages)
    {
        await person.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!);
        await PressAndLookAsync(person, pages.Input.Id);
        await person.UnlockFeesAsync();
        while (await person["addRange"].CountAsync() > 0)
        {
            await person.PressAsync("addRange");
        }

        await PressAndLookAsync(person, "change", "error");
        if (await person["minimumPayment"].CountAsync() > 0)
        {
            await person.TypeAsync("minimumPayment", "999,999,997");
        }

        await person.TypeAsync("boundaries[0]", "999,999,998");
        await person.TypeAsync("boundaries[1]", "999,999,999");
        for (var range = 0; range < FeeSchedule.MaxRanges; range++)
        {
            await person.TypeFeesAsync(range, "99,999", "99,999", "99,999");
        }

        await person.TryAsync("999,999,999,999", "sameBank");
        await LookAsync(person, "tried");
        await PressAndLookAsync(person, "change");
        await person.ExecuteAsync(LongNames.Master, pages.Result);
        await LookAsync(person);
        await person.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!);
        await PressAndLookAsync(person, FeeTables.InquiryOf(pages).Id);
    }

    private async Task TryFeesAsync(Person person)
    {
        await person.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!);
        await PressAndLookAsync(person, ScreenCatalogue.TryFees.Id);
        await person.TypeAsync("trial.payment", "999,999,999,999");
        await PressAndLookAsync(person, "trial", "tried");
    }

    private async Task BeginAsync(Person person)
    {
        await person.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!);
        await person.PressAsync(ScreenCatalogue.ChangeCompany.Id);
        await person.TypeAsync("companyName", "株式会社日本東海道新幹線沿線地域振興開発");
        await person.TypeAsync("accountLimits[0].total", "1");
        await person.PressAsync("change");
        await person.Page.GotoAsync("/");
        await LookAsync(person, "drafts");
        await person.PressAsync("discard:0");
    }

    private async Task RegisterAsync(Person person)
    {
        await person.Page.GotoAsync(ScreenCatalogue.UserMenu.Path!);
        await LookAsync(person);
        await PressAndLookAsync(person, ScreenCatalogue.Users.Id);
        await PressAndLookAsync(person, "change", "unchosen");
        await PressAndLookAsync(person, "create");
        await PressAndLookAsync(person, "next", "error");
        await person.TypeUserAsync("nagai000W999", LongNames.User);
        var mail = $"{new string('m', 50)}@example.co.jp";
        await person.TypeAsync("email", mail);
        await person.TypeAsync("emailAgain", mail);
        await person.PressAsync("next");
        await LookAsync(person);
        await PressAndLookAsync(person, "next", "error");
        await person.PressAsync("selectAll");
        await person.PressAsync("next");
        await LookAsync(person);
        await person.TypeAsync("userLimits.bulkTransfer", "百万円");
        await PressAndLookAsync(person, "register", "error");
        await person.ChooseAsync("accounts", "081-1111111");
        foreach (var limit in await person.Page.Locator("[data-testid^='userLimits.']").AllAsync())
        {
            await limit.FillAsync("999,999,999,999");
        }

        await person.PressAsync("register");
        await LookAsync(person);
        await person.ExecuteAsync(LongNames.Master, ScreenCatalogue.RegisterUserResult);
        await LookAsync(person);
    }

    private async Task ChangeAndDeleteAsync(Person person)
    {
        await person.Page.GotoAsync("/users?q=" + TourBank.UnbrokenId);
        await person.StartAsync(TourBank.UnbrokenId, "change", ScreenCatalogue.ChangeUser);
        await LookAsync(person);
        await person["changeLoginPassword"].CheckAsync();
        await PressAndLookAsync(person, "next", "error");
        await person.TypeAsync("loginPassword", PersonAtUsers.Password);
        await person.TypeAsync("loginPasswordAgain", PersonAtUsers.Password);
        await person.TypeAsync("userName", LongNames.User);
        await person.PressAsync("next");
        await LookAsync(person);
        await person.PressAsync("selectAll");
        await person.PressAsync("next");
        await LookAsync(person);
        await person.PressAsync("change");
        await LookAsync(person);
        await person.ExecuteAsync(LongNames.Master, ScreenCatalogue.ChangeUserResult);
        await LookAsync(person);
        await person.Page.GotoAsync("/users?q=nagai000W005");
        await person.StartAsync("nagai000W005", "inquire", ScreenCatalogue.ViewUser);
        await LookAsync(person);
        await person.Page.GotoAsync("/users?q=nagai000W005");
        await person.StartAsync("nagai000W005", "delete", ScreenCatalogue.DeleteUserConfirm);
        await LookAsync(person);
        await person.ExecuteAsync(LongNames.Master, ScreenCatalogue.DeleteUserResult);
        await LookAsync(person);
        await person.Page.GotoAsync(ScreenCatalogue.UserRights.Path!);
        await LookAsync(person);
    }

    private async Task StopAsync(Person person)
    {
        await person.Page.GotoAsync(ScreenCatalogue.UserMenu.Path!);
        await PressAndLookAsync(person, ScreenCatalogue.SuspendUsers.Id);
        await PressAndLookAsync(person, "next", "unchosen");
        await person.NextStateAsync("nagai000W001", "Release");
        await person.NextStateAsync("nagai000W007", "Stop");
        await person.NextStateAsync(TourBank.UnbrokenId, "Release");
        await person.PressAsync("next");
        await LookAsync(person);
        await person.ExecuteAsync(LongNames.Master, ScreenCatalogue.SuspendUsersResult);
        await LookAsync(person);
    }

    private async Task ChangeOwnPasswordAsync(Person person)
    {
        await person.Page.GotoAsync(ScreenCatalogue.UserMenu.Path!);
        await PressAndLookAsync(person, ScreenCatalogue.ChangeOwnPassword.Id);
        await person.TypeAsync("currentLoginPassword", LongNames.Master.Password);
        await PressAndLookAsync(person, "change", "error");
        await person.TypeAsync("currentLoginPassword", LongNames.Master.Password);
        await person.TypeAsync("newLoginPassword", PersonAtUsers.Password);
        await person.TypeAsync("newLoginPasswordAgain", PersonAtUsers.Password);
        await person.PressAsync("change");
        await LookAsync(person);
    }

    private async Task RegisterTokenAsync()
    {
        var person = await LoggedInAsync(TourBank.WithoutToken);
        await LookAsync(person);
        await person.TypeAsync("otp", "12345");
        await PressAndLookAsync(person, "register", "error");
        await person.TypeAsync("otp", Site.NextCode(await person["tokenSecret"].InnerTextAsync()));
        await PressAndLookAsync(person, "register", "token");
    }

    private async Task LookAtTokensAsync()
    {
        var person = await LoggedInAsync(TourBank.WithToken);
        await LookAsync(person, "alerts");
        await person.Page.GotoAsync(ScreenCatalogue.UserMenu.Path!);
        await LookAsync(person, "codes");
        await PressAndLookAsync(person, ScreenCatalogue.ReleaseTokens.Id);
        await PressAndLookAsync(person, "next", "unchosen");
        await person.ChooseAsync("selected", "bango0003");
        await person.ChooseAsync("selected", "bango0004");
        await PressAndLookAsync(person, "next");
        await person.TypeAsync("confirmationPassword", TourBank.WithToken.Confirmation);
        await PressAndLookAsync(person, "release");
        await person.Page.GotoAsync(ScreenCatalogue.UserMenu.Path!);
        await PressAndLookAsync(person, ScreenCatalogue.RevokeTokens.Id);
        await person.ChooseAsync("selected", "bango0003");
        await person.ChooseAsync("selected", TourBank.WithToken.Id);
        await PressAndLookAsync(person, "next");
        await person.TypeAsync("confirmationPassword", TourBank.WithToken.Confirmation);
        await person.TypeAsync("otp", "000000");
        await PressAndLookAsync(person, "revoke", "error");
        await person.TypeAsync("confirmationPassword", TourBank.WithToken.Confirmation);
        await person.TypeAsync("otp", Site.NextCode(A.TokenSecret));
        await PressAndLookAsync(person, "revoke");
        await person.Page.GotoAsync("/users");
        await LookAsync(person, "tokens");
        await person.Page.GotoAsync(ScreenCatalogue.UserMenu.Path!);
        await PressAndLookAsync(person, ScreenCatalogue.RevokeCertificate.Id);
        await PressAndLookAsync(person, "revoke", "unchosen");
        await person.ChooseAsync("selected", "bango0003");
        await PressAndLookAsync(person, "revoke");
        await person.ExecuteAsync(TourBank.WithToken, ScreenCatalogue.RevokeCertificateResult);
        await LookAsync(person);
        await person.Page.GotoAsync("/");
        await LookAsync(person, "revoked");
    }

    private async Task IssueAsync()
    {
        var person = await PersonAsync();
        await PressAndLookAsync(person, ScreenCatalogue.CertificateLogIn.Id);
        await PressAndLookAsync(person, "login", "missing");
        await person.LogInAsync(TourBank.WithoutCertificate);
        await LookAsync(person);
        await person.TypeAsync("csr", new string('A', 200));
        await PressAndLookAsync(person, "execute", "error");
        await person.TypeAsync("csr", "");
        await PressAndLookAsync(person, "execute");
        await person.Page.GotoAsync("/");
        await LookAsync(person, "issued");
        if (ShowsCertificates)
        {
            await RenewAsync();
        }
    }

    private async Task RenewAsync()
    {
        Site.Advance(TimeSpan.FromDays(340));
        var holder = await PersonWithAsync(Site.CertificateFile(TourBank.WithCertificate.Id), A.CertificatePassword);
        await LookAsync(holder, "certificate");
        await holder.TypeAsync("password", TourBank.WithCertificate.Password);
        await PressAndLookAsync(holder, "login", "certificate");
        await holder.Page.GotoAsync(ScreenCatalogue.UserRights.Path!);
        await LookAsync(holder, "certificate");
        await holder.Page.GotoAsync("/");
        await PressAndLookAsync(holder, ScreenCatalogue.IssueCertificate.Id, "renewal");
        await PressAndLookAsync(holder, "execute", "renewal-error");
        await holder.ExecuteAsync(TourBank.WithCertificate, ScreenCatalogue.IssueCertificateResult);
        await LookAsync(holder, "renewal");
        await holder.Page.GotoAsync("/");
        await holder.Page.GoBackAsync();
        await holder.Page.ReloadAsync();
        await LookAsync(holder, "gone");
    }

    private async Task OtherContractsAsync()
    {
        foreach (var login in (Journeys.Login[])[TourBank.TransferOnly, TourBank.DirectDebitOnly])
        {
            var person = await LoggedInAsync(login);
            await person.OpenCompanyMenuAsync();
            await LookAsync(person, login.Id);
            await PressAndLookAsync(person, ScreenCatalogue.ChangeCompany.Id, login.Id);
            await person.Page.GotoAsync(ScreenCatalogue.ViewCompany.Path!);
            await LookAsync(person, login.Id);
            await person.Page.GotoAsync("/users");
            await LookAsync(person, login.Id);
        }

        var general = await LoggedInAsync(TourBank.General);
        await LookAsync(general, "general");
        await general.Page.GotoAsync(ScreenCatalogue.UserMenu.Path!);
        await LookAsync(general, "general");
        await general.Page.GotoAsync(ScreenCatalogue.CompanyMenu.Path!);
        await LookAsync(general);
        await general.Page.GotoAsync("/no-such-page");
        await LookAsync(general);
        await Expect(general["home"]).ToBeVisibleAsync();
    }
}
