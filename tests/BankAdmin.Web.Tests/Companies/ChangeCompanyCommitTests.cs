using BankAdmin.Domain;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies;

/// <summary>BKGK003 and BKGK004: what was shown is committed, once, and can be looked up for good.</summary>
public sealed class ChangeCompanyCommitTests : WebTest
{
    protected override CompanyBuilder[] Companies => [A.Company("9000000701").WithMaster("momiji01")];

    private static readonly string[] AllKeys =
    [
        "companyNameKana", "companyName", "services",
        "approval.transfer", "approval.bulkTransfer", "approval.payroll", "approval.directDebit",
        "accountLimits[0].total", "accountLimits[0].adHoc", "accountLimits[0].preRegistered",
        "accountLimits[1].total", "accountLimits[1].adHoc", "accountLimits[1].preRegistered",
        "companyLimits.bulkTransfer", "companyLimits.salary", "companyLimits.bonus", "companyLimits.directDebit",
    ];

    [Fact]
    public async Task A_dropped_variation_selector_is_told_on_the_confirm_page_and_the_result()
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");

        var confirm = await input.Fill("companyName", "辻\U000E0100商事").SubmitAsync("change");

        confirm.Screen.ShouldBe("BKGK003", confirm.Summary);
        confirm.Warnings.ShouldBe(["W-COM-001"]);
        confirm.MainText.ShouldContain("通常の「辻」として扱います。");
        (await confirm.ExecuteAsync("Confirm01")).Warnings.ShouldBe(["W-COM-001"]);
        (await Bank.CompanyAsync()).Name.ShouldBe("辻商事");
    }

    [Fact]
    public async Task Confirm_result_and_company_say_the_same()
    {
        var confirm = await ConfirmAsync();

        confirm.SheetKeys.ShouldBe(AllKeys);
        confirm.ChangedKeys.ShouldBe(["companyName", "approval.transfer", "accountLimits[0].adHoc", "companyLimits.bonus"]);
        confirm.Sheet["companyName"].ShouldBe(new SheetLine("桜商事", true, "株式会社さくら商事"));
        confirm.Sheet["approval.transfer"].ShouldBe(new SheetLine("シングル承認", true, "承認なし"));
        confirm.Sheet["accountLimits[0].adHoc"].ShouldBe(new SheetLine("123,456円", true, "30,000,000円"));
        confirm.Sheet["accountLimits[1].adHoc"].ShouldBe(new SheetLine("30,000,000円", false, null));
        confirm.CurrentStep!.ShouldContain("変更内容を確認");
        (await Bank.CompanyAsync()).Name.ShouldBe("株式会社さくら商事", "nothing is stored before 実行");

        var result = await confirm.ExecuteAsync("Confirm01");

        result.Screen.ShouldBe("BKGK004", result.Summary);
        result.Status.ShouldBe(200);
        result.Sheet.ShouldBe(confirm.Sheet);
        result.ReceiptNumber.ShouldMatch(@"^\d{8}-\d{6}$");
        result.ReceiptNumber[..8].ShouldBe(JapanTime.Day(App.Clock.GetUtcNow().UtcDateTime).ToString("yyyyMMdd", null));
        result.CurrentStep!.ShouldContain("変更完了");
        var company = await Bank.CompanyAsync();
        company.Name.ShouldBe("桜商事");
        company.Accounts[0].Limits.AdHoc.Amount.ShouldBe(123_456);
        company.Limits.Bonus.Amount.ShouldBe(1);
        company.Services[0].Mode.Code.ShouldBe("Single");
    }

    [Fact]
    public async Task Pressing_again_leads_to_the_one_result()
    {
        var confirm = await ConfirmAsync();
        var first = await confirm.ExecuteAsync("Confirm01");

        var again = await confirm.ExecuteAsync("Confirm01", follow: false);
        var withWrongPassword = await confirm.ExecuteAsync("Wrong0001", follow: false);

        again.Status.ShouldBe(303);
        again.Location.ShouldBe(first.Path);
        withWrongPassword.Location.ShouldBe(first.Path, "the work is done; nothing is judged any more");
        (await Bank.NewRecordsAsync()).Count(record => record is { Code: "company.change", ReceiptNumber: not null }).ShouldBe(1);
    }

    [Fact]
    public async Task An_input_posted_after_the_commit_is_told_of_the_result()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var confirm = await input.Fill("companyLimits.bonus", "1").SubmitAsync("change");
        var result = await confirm.ExecuteAsync("Confirm01");

        var late = await input.Fill("companyLimits.bonus", "2").SubmitAsync("change");

        late.Status.ShouldBe(409);
        late.ErrorKeys.ShouldBe(["E-COM-008@"]);
        late.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain(result.Path);
        (await browser.GetAsync(input.Path)).Screen.ShouldBe("BKGK004", "going back to it shows the result");
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(1);
    }

    [Fact]
    public async Task The_result_opens_again_for_its_user_and_nobody_else()
    {
        var result = await (await ConfirmAsync()).ExecuteAsync("Confirm01");

        var later = await LoggedInAsync("sakura01");
        var again = await later.GetAsync(result.Path);
        var colleague = await LoggedInAsync("sakura02");
        var stranger = await LoggedInAsync("midori01");

        again.Screen.ShouldBe("BKGK004");
        again.ReceiptNumber.ShouldBe(result.ReceiptNumber);
        again.Sheet.ShouldBe(result.Sheet);
        foreach (var other in new[] { colleague, stranger })
        {
            foreach (var step in new[] { "edit", "confirm", "result", "print" })
            {
                (await other.GetAsync($"{result.DraftAddress()}/{step}")).Status.ShouldBe(404, step);
            }
        }
    }

    [Fact]
    public async Task Printing_gives_the_same_file_each_time_whatever_happens_later()
    {
        var browser = NewBrowser();
        await browser.LogInAsync("sakura01");
        var result = await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1");

        var first = await result.ClickAsync("print");
        await browser.ChangeCompanyAsync("sakura01", "companyName", "桜商事");
        App.Clock.Advance(TimeSpan.FromMinutes(3));
        var second = await browser.GetAsync(first.Path);

        first.ContentType.ShouldBe("application/pdf");
        first.Headers["Content-Disposition"].ShouldBe($"inline; filename=\"BKGK004-{result.ReceiptNumber}.pdf\"");
        first.Body.ShouldStartWith("%PDF-");
        second.Bytes.ShouldBe(first.Bytes);
    }

    [Fact]
    public async Task A_print_names_the_bank_as_it_called_itself_then()
    {
        var result = await (await LoggedInAsync("sakura01")).ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1");
        var first = await result.ClickAsync("print");
        var renamed = new Dictionary<string, string>
        {
            ["BankAdmin:Bank:Name"] = "新生青空銀行",
            ["BankAdmin:Bank:ServiceName"] = "新しい法人サービス",
        };
        await using var later = new TestApp(Bank, App.Clock, renamed);
        using var browser = later.NewBrowser();
        (await browser.LogInAsync("sakura01")).Html.ShouldContain("新生青空銀行");

        (await browser.GetAsync(first.Path)).Bytes.ShouldBe(first.Bytes);
    }

    [Fact]
    public async Task A_step_is_not_skipped_by_its_address()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        (await browser.GetAsync(input.DraftAddress() + "/confirm")).Screen.ShouldBe("BKGK002", "there is nothing to confirm");
        (await browser.GetAsync(input.DraftAddress() + "/result")).Screen.ShouldBe("BKGK002", "there is no result");
        (await browser.GetAsync(input.DraftAddress() + "/print")).Screen.ShouldBe("BKGK002", "there is nothing to print");
        var unchanged = await browser.PostWithTokenAsync(
            input.DraftAddress() + "/confirm", [("revision", "1"), ("confirmationPassword", "Confirm01")]);
        unchanged.ErrorKeys.ShouldBe(["E-COM-003@"]);

        var bad = await (await browser.GetAsync(input.Path)).Fill("companyLimits.bonus", "x").SubmitAsync("change");
        var revision = bad.Document.QuerySelector("input[name=revision]")!.GetAttribute("value")!;
        (await browser.GetAsync(input.DraftAddress() + "/confirm")).Screen.ShouldBe("BKGK002");
        var forced = await browser.PostWithTokenAsync(
            input.DraftAddress() + "/confirm", [("revision", revision), ("confirmationPassword", "Confirm01")]);

        forced.Status.ShouldBe(422);
        forced.ErrorKeys.ShouldBe(["E-COM-002@companyLimits.bonus"]);
        (await Bank.NewRecordsAsync()).ShouldNotContain(record => record.Code == "company.change" && record.ReceiptNumber != null);
    }

    [Fact]
    public async Task Each_result_has_a_number_of_its_own()
    {
        var browser = NewBrowser();
        await browser.LogInAsync("sakura01");
        var other = NewBrowser();
        await other.LogInAsync("momiji01");

        var numbers = new[]
        {
            (await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1")).ReceiptNumber,
            (await other.ChangeCompanyAsync("momiji01", "companyLimits.bonus", "1")).ReceiptNumber,
            (await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "2")).ReceiptNumber,
        };

        numbers.ShouldBeUnique();
        numbers.ShouldBeInOrder();
    }

    [Fact]
    public async Task Nothing_secret_is_kept_with_the_draft_or_the_record()
    {
        await (await ConfirmAsync()).ExecuteAsync("Confirm01");

        var kept = await Bank.WithDatabaseAsync(async context =>
            string.Concat(await context.OperationRecords.Select(r => r.Payload).ToListAsync())
            + string.Concat(await context.Drafts.Select(d => d.InputJson + d.BaseJson).ToListAsync()));
        kept.ShouldNotContain("Confirm01");
        kept.ShouldNotContain("Login001");
    }

    private async Task<Page> ConfirmAsync()
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");
        return await input.Fill("companyName", "桜商事").Choose("approval.transfer:Single").Fill("accountLimits[0].adHoc", "１２３，４５６")
            .Fill("companyLimits.bonus", "1").SubmitAsync("change");
    }
}
