using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>BKGK021, 024, 027: which fees are in force on a day, who may see them, and for which contracts they exist.</summary>
public sealed class FeesInForceTests : WebTest
{
    private static readonly DateTimeOffset Change = new(2027, 4, 1, 0, 0, 0, TimeSpan.FromHours(9));

    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000001").WithMaster("transfer1").Contracting(BankingService.Transfer),
        A.Company("9000000002").WithMaster("bulkonly1").Contracting(BankingService.BulkTransfer),
        A.Company("9000000003").WithMaster("payroll01").Contracting(BankingService.Payroll),
    ];

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task A_published_standard_takes_effect_on_its_day_by_itself(string screen)
    {
        var screens = FeeScreens.Of(screen);
        App.Clock.Advance(Change - App.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        var (sheet, trial) = await InForceAsync("midori01", screens);
        sheet["fees[0].otherBank"].ShouldBe("440円");
        sheet["fees[1].otherBank"].ShouldBe("550円");
        trial.ShouldBe("550 49,450 550 50,000 0");
        var table = await Bank.FeeTableAsync(screens.Kind, "1000000002");

        App.Clock.Advance(TimeSpan.FromHours(1));

        (sheet, trial) = await InForceAsync("midori01", screens);
        sheet.Keys.ShouldBe(screens.SheetKeys(1));
        sheet["fees[0].otherBank"].ShouldBe("495円");
        trial.ShouldBe("495 49,505 495 50,000 0");
        (await Bank.FeeTableAsync(screens.Kind, "1000000002")).Version.ShouldBe(table.Version, "nothing needed saving");
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Own_figures_do_not_move_and_the_new_standard_is_what_is_loaded(string screen)
    {
        var screens = FeeScreens.Of(screen);
        await (await LoggedInAsync("sakura01")).ChangeFeesAsync("sakura01", screen, ("fees[1].otherBank", "777"));
        App.Clock.Advance(Change - App.Clock.GetUtcNow());

        var (sheet, _) = await InForceAsync("sakura01", screens);
        sheet["fees[1].otherBank"].ShouldBe("777円");
        var input = await (await LoggedInAsync("sakura01")).OpenAsync(screen);
        input.MainText.ShouldNotContain("2027年4月1日から", Case.Sensitive, "it is in force now");

        var standard = await input.Choose("useStandard:true").SubmitAsync("change");
        standard.Sheet["fees[0].otherBank"].Value.ShouldBe("495円");
        standard.Sheet["fees[1].otherBank"].ShouldBe(new SheetLine("なし", true, "777円"));
        await standard.ExecuteAsync("Confirm01");
        var back = await (await (await LoggedInAsync("sakura01")).OpenAsync(screen)).Choose("useStandard:false").SubmitAsync("change");
        back.ValueOf("fees[1].otherBank").ShouldBe("777", "own figures come back");
        (await back.SubmitAsync("loadFees")).FeesOf(0).ShouldBe(["0", "220", "495"]);
    }

    [Fact]
    public async Task The_day_of_the_next_standard_is_announced()
    {
        var input = await NewBrowser().LogInAndOpenAsync("midori01", "BKGK019");

        input.MainText.ShouldContain("2027年4月1日から、新しい基準手数料になります。");
    }

    [Fact]
    public async Task What_the_bank_charges_begins_at_nothing_whatever_the_standards_minimum()
    {
        await Bank.PublishAsync(App.Today(), new FeeBand(1_000, 0, 120, 440));
        var browser = await LoggedInAsync("midori01");

        var payer = await browser.OpenAsync("BKGK025");
        payer.Has("minimumPayment").ShouldBeFalse();
        payer.FeesOf(0).ShouldBe(["0", "120", "440"]);
        (await browser.OpenAsync("BKGK019")).ValueOf("minimumPayment").ShouldBe("1,000");
        (await payer.TryAsync("999", "sameBank")).TrialOf(FeeMethod.Fixed).ShouldBe("0 999 120 1,119 -120 *");
        foreach (var stored in new[] { "PayeeTransfer", "PayerBulkTransfer" })
        {
            (await (await browser.OpenAsync("BKGK028")).Fill("table", stored).TryAsync("999", "sameBank")).TrialOf(FeeMethod.Fixed)
                .ShouldBe("0 999 120 1,119 -120 *");
        }
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task An_inquiry_is_recorded_and_each_print_has_a_number_of_its_own(string screen)
    {
        var screens = FeeScreens.Of(screen);
        var inquiry = await NewBrowser().LogInAndOpenAsync("sakura02", screens.Inquiry);
        inquiry.Screen.ShouldBe(screens.Inquiry);
        inquiry.SheetKeys.ShouldBe(screens.SheetKeys(2));
        inquiry.ChangedKeys.ShouldBeEmpty();
        inquiry.Sheet["useStandard"].Value.ShouldStartWith(screen == "BKGK022" ? "使用しない" : "使用する");
        inquiry.Sheet["boundaries[0]"].Value.ShouldBe("30,000円");

        var prints = new[] { await inquiry.ClickAsync("print"), await inquiry.ClickAsync("print") };

        prints.ShouldAllBe(print => print.ContentType == "application/pdf");
        var numbers = prints.Select(print => print.Headers["Content-Disposition"]).ToList();
        numbers.ShouldAllBe(header => header.StartsWith($"inline; filename=\"{screens.Inquiry}-", StringComparison.Ordinal));
        numbers.Distinct().Count().ShouldBe(2);
        var records = await Bank.NewRecordsAsync();
        records.Count(record => record.Code == "fees.inquire").ShouldBe(1);
        records.Where(record => record.Code == "print")
            .Count(record => numbers.Any(header => header.Contains(record.ReceiptNumber!, StringComparison.Ordinal))).ShouldBe(2);
    }

    [Theory]
    [InlineData("transfer1", "BKGK019")]
    [InlineData("bulkonly1", "BKGK022 BKGK025")]
    [InlineData("payroll01", "")]
    public async Task A_service_that_is_not_contracted_has_no_fees(string loginId, string contracted)
    {
        var browser = await LoggedInAsync(loginId);
        var menu = await browser.GetAsync("/companies");
        foreach (var (screen, path) in new[]
        {
            ("BKGK019", "payee-transfer"),
            ("BKGK022", "payee-bulk-transfer"),
            ("BKGK025", "payer-bulk-transfer"),
        })
        {
            var has = contracted.Contains(screen, StringComparison.Ordinal);
            (menu.Has(screen), menu.Has(FeeScreens.Of(screen).Inquiry)).ShouldBe((has, has), screen);
            (await browser.GetAsync($"/companies/fees/{path}")).Status.ShouldBe(has ? 200 : 404);
            (await browser.GetAsync($"/companies/fees/{path}/print")).Status.ShouldBe(has ? 200 : 404);
            await browser.GetAsync("/companies");
            (await browser.PostWithTokenAsync($"/companies/change-fees/{path}/start", [])).Status.ShouldBe(has ? 200 : 404);
        }

        menu.Has("BKGK028").ShouldBe(contracted.Length > 0);
        (await browser.GetAsync("/companies/fees/trial?trial.payment=5000")).Status.ShouldBe(contracted.Length > 0 ? 200 : 404);
    }

    [Theory]
    [InlineData("/companies/fees/payee-transfer")]
    [InlineData("/companies/fees/payer-bulk-transfer/print")]
    [InlineData("/companies/fees/trial?trial.payment=5000")]
    public async Task An_ordinary_user_is_refused(string path)
    {
        var answer = await (await LoggedInAsync("sakura03")).GetAsync(path);

        answer.Status.ShouldBe(403);
        answer.ErrorKeys.ShouldBe(["E-COM-012@"]);
    }

    [Theory]
    [MemberData(nameof(FeeScreens.Inputs), MemberType = typeof(FeeScreens))]
    public async Task Another_companys_draft_does_not_exist(string screen)
    {
        var input = await NewBrowser().LogInAndOpenOwnFiguresAsync("sakura01", screen);
        var confirm = await input.Fill("fees[0].sameBank", "1").SubmitAsync("change");
        var other = await LoggedInAsync("midori01");

        (await other.GetAsync(input.Path)).Status.ShouldBe(404);
        (await other.GetAsync(confirm.Path)).Status.ShouldBe(404);
        await other.GetAsync("/companies");
        (await other.PostWithTokenAsync(input.Path, input.FormOf("change").Fields.Where(field => field.Name != Page.TokenField)))
            .Status.ShouldBe(404);
        await other.GetAsync("/companies");
        var shown = confirm.FormOf("execute").Fields.Where(field => field.Name is "revision" or "shown");
        (await other.PostWithTokenAsync(
            confirm.Path, [.. shown, ("confirmationPassword", Demo.ConfirmationPasswordOf("midori01"))])).Status.ShouldBe(404);
        (await confirm.ExecuteAsync("Confirm01")).Status.ShouldBe(200, "it is still its owner's");
    }

    private async Task<(IReadOnlyDictionary<string, string> Sheet, string Trial)> InForceAsync(string loginId, FeeScreens screens)
    {
        var browser = await LoggedInAsync(loginId);
        var sheet = (await browser.OpenAsync(screens.Inquiry)).Sheet.ToDictionary(row => row.Key, row => row.Value.Value);
        var trial = await (await browser.OpenAsync("BKGK028")).Fill("table", screens.Kind.Code).TryAsync("50000", "otherBank");
        var onPage = await (await browser.OpenAsync(screens.Input)).TryAsync("50000", "otherBank");
        onPage.TrialOf(FeeMethod.Fixed).ShouldBe(trial.TrialOf(FeeMethod.Fixed), "both pages try the same");
        return (sheet, trial.TrialOf(FeeMethod.Fixed));
    }

    [Fact]
    public async Task The_page_of_its_own_tries_each_table_as_it_is_in_force()
    {
        var browser = await LoggedInAsync("sakura01");
        await browser.ChangeFeesAsync("sakura01", "BKGK025", ("fees[0].sameBank", "10"));
        var page = await browser.OpenAsync("BKGK028");
        page.Has("trial:Fixed:F").ShouldBeFalse("nothing was asked yet");

        foreach (var (table, expected) in new[]
        {
            ("PayeeTransfer", "110 5,000 110 5,110 0"),
            ("PayeeBulkTransfer", "0 5,110 10 5,120 -10 *"),
            ("PayerBulkTransfer", "0 5,110 10 5,120 -10 *"),
        })
        {
            page = await page.Fill("table", table).TryAsync("5110", "sameBank");

            page.Status.ShouldBe(200, page.Summary);
            page.ValueOf("table").ShouldBe(table);
            page.TrialOf(FeeMethod.Fixed).ShouldBe(expected);
        }
    }
}
