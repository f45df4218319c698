using BankAdmin.Domain;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies;

/// <summary>BKGK005 and the menu BKGK001.</summary>
public sealed class ViewCompanyTests : WebTest
{
    protected override CompanyBuilder[] Companies =>
        [A.Company("9000000001").WithMaster("twosv001").Contracting(BankingService.BulkTransfer)];

    [Fact]
    public async Task The_inquiry_shows_limits_with_ceilings_and_what_is_used_today()
    {
        var inquiry = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK005");

        inquiry.Screen.ShouldBe("BKGK005");
        inquiry.Sheet["companyName"].Value.ShouldBe("株式会社さくら商事");
        inquiry.Sheet["approval.payroll"].Value.ShouldBe("ダブル承認(順序なし)");
        inquiry.Sheet["accountLimits[1].total"].Value.ShouldContain("100,000,000円");
        inquiry.Sheet["companyLimits.directDebit"].Value.ShouldContain("500,000,000円");
        inquiry.ChangedKeys.ShouldBeEmpty();
        inquiry.MainText.ShouldContain("999,999,999,999円");
        inquiry.Text("used:accountLimits[0].adHoc").ShouldContain("0円");
        inquiry.KeysBeginning("used:").Count().ShouldBe(10);
    }

    [Fact]
    public async Task Each_print_has_a_number_of_its_own()
    {
        var inquiry = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK005");

        var first = await inquiry.ClickAsync("print");
        var second = await inquiry.ClickAsync("print");

        first.ContentType.ShouldBe("application/pdf");
        first.Headers["Content-Disposition"].ShouldMatch(@"^inline; filename=""BKGK005-\d{8}-\d{6}\.pdf""$");
        second.Headers["Content-Disposition"].ShouldNotBe(first.Headers["Content-Disposition"]);
        var printed = (await Bank.NewRecordsAsync()).Where(record => record.Code == "print").ToList();
        printed.Select(record => first.Headers["Content-Disposition"].Contains(record.ReceiptNumber!, StringComparison.Ordinal)
            || second.Headers["Content-Disposition"].Contains(record.ReceiptNumber!, StringComparison.Ordinal)).ShouldBe([true, true]);
    }

    [Fact]
    public async Task A_company_sees_its_own_figures_only()
    {
        var inquiry = await NewBrowser().LogInAndOpenAsync("twosv001", "BKGK005");

        inquiry.KeysBeginning("used:").ShouldBe(["used:companyLimits.bulkTransfer"]);
        inquiry.SheetKeys.ShouldContain("approval.bulkTransfer");
        inquiry.SheetKeys.ShouldNotContain("approval.transfer");
        inquiry.SheetKeys.ShouldNotContain("accountLimits[0].total");
        inquiry.Html.ShouldNotContain("さくら");
    }

    [Fact]
    public async Task The_menu_leads_to_every_screen_of_the_contract()
    {
        var browser = NewBrowser();
        await browser.LogInAsync("sakura02");

        var menu = await browser.GetAsync("/companies");

        menu.Screen.ShouldBe("BKGK001");
        foreach (var screen in new[] { "BKGK002", "BKGK005", "BKGK015", "BKGK017" })
        {
            (await browser.OpenAsync(screen)).Screen.ShouldBe(screen);
        }
    }
}
