using BankAdmin.Domain;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Testing.Volume;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Volume;

/// <summary>企業情報変更 of a company with 400 accounts: 1,200 limits on one page.</summary>
[Collection(VolumeCollection.Name)]
public sealed class ManyAccountsTests(VolumeBanks banks)
{
    private const string Last = "accountLimits[399].total";
    private const int LongestFormOfConfirm = 4_000;

    [Fact]
    public async Task Company_information_goes_from_input_to_pdf()
    {
        var (bank, app, _) = await banks.OpenAsync();
        using var browser = app.NewBrowser();
        var input = await browser.LogInAndOpenAsync(VolumeSize.AccountsMaster, "BKGK002");

        var confirm = await input.Fill(Last, "200,000,000").SubmitAsync("change");
        confirm.Screen.ShouldBe("BKGK003", confirm.Summary);
        Changed(confirm).ShouldBe(["sheet:" + Last]);
        var result = await confirm.ExecuteAsync(A.ConfirmationPassword);

        result.Screen.ShouldBe("BKGK004", result.Summary);
        Changed(result).ShouldBe(["sheet:" + Last]);
        var printed = await result.ClickAsync("print");
        (printed.Status, printed.ContentType).ShouldBe((200, "application/pdf"));
        (await bank.CompanyAsync(VolumeSize.Accounts)).Accounts.Select(account => account.Limits.Total)
            .ShouldBe([.. Enumerable.Repeat(new Yen(100_000_000), VolumeSize.ManyAccounts - 1), new Yen(200_000_000)]);
    }

    [Fact]
    public async Task What_the_confirm_page_posts_does_not_grow_with_the_accounts()
    {
        var (_, app, _) = await banks.OpenAsync();
        using var browser = app.NewBrowser();
        var input = await browser.LogInAndOpenAsync(VolumeSize.AccountsMaster, "BKGK002");

        var confirm = await input.Fill(Last, "300,000,000").SubmitAsync("change");

        confirm.FormOf("execute").Fields.Sum(field => field.Value.Length).ShouldBeLessThan(LongestFormOfConfirm);
    }

    [Fact]
    public async Task The_pages_of_400_accounts_ask_as_often_as_those_of_one()
    {
        var (_, app, counter) = await banks.OpenAsync();
        var asked = new Dictionary<string, (int Input, int Inquiry)>();
        foreach (var loginId in new[] { VolumeSize.SmallMaster, VolumeSize.AccountsMaster })
        {
            using var browser = app.NewBrowser();
            (await browser.LogInAndOpenAsync(loginId, "BKGK002")).Screen.ShouldBe("BKGK002");
            var input = counter.Last.Statements.Count;
            (await browser.GetAsync("/companies/information")).Screen.ShouldBe("BKGK005");
            asked[loginId] = (input, counter.Last.Statements.Count);
        }

        asked[VolumeSize.AccountsMaster].ShouldBe(asked[VolumeSize.SmallMaster]);
    }

    private static IEnumerable<string> Changed(Page page) =>
        page.Document.QuerySelectorAll("[data-testid^='sheet:'][data-changed=true]").Select(row => row.GetAttribute("data-testid")!);
}
