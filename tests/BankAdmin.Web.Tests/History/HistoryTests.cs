using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.History;

/// <summary>Every operation leaves its record: who, where, what, how it ended.</summary>
public sealed class HistoryTests : WebTest
{
    private const string Terminal = "203.0.113.9";
    private const string Who = "検証　ｒｅｃｏｒｄ０１（record01）";
    private const string Company = "検証用企業９００００００００１（9000000001）";

    protected override CompanyBuilder[] Companies => [A.Company("9000000001").WithMaster("record01")];

    [Fact]
    public async Task A_day_at_work_is_told_in_order()
    {
        var browser = NewBrowser("http://localhost", Terminal);
        await browser.TryLogInAsync("record01", "Wrong0001");
        await browser.LogInAsync("record01");
        var inquiry = await browser.OpenAsync("BKGK005");
        await inquiry.ClickAsync("print");
        var input = await browser.OpenAsync("BKGK002");
        var confirm = await input.Fill("companyLimits.bonus", "1").SubmitAsync("change");
        await confirm.ExecuteAsync("Wrong0001");
        var result = await confirm.ExecuteAsync(A.ConfirmationPassword);
        await result.ClickAsync("print");
        var memos = await (await browser.OpenAsync("BKGK015")).Fill("memos[0]", "経費").SubmitAsync("change");
        await memos.ClickAsync("logout");

        var records = await Bank.NewRecordsAsync("9000000001");

        records.Select(record => (record.Code, record.Outcome, record.ErrorCodes, record.ReceiptNumber is not null)).ShouldBe(
        [
            ("auth.login", OperationOutcome.Refused, "E-AUTH-001", false),
            ("auth.login", OperationOutcome.Succeeded, "", false),
            ("company.inquire", OperationOutcome.Succeeded, "", false),
            ("print", OperationOutcome.Succeeded, "", true),
            ("company.change", OperationOutcome.Refused, "E-AUTH-011", false),
            ("company.change", OperationOutcome.Succeeded, "", true),
            ("company.change", OperationOutcome.Succeeded, "", false),
            ("print", OperationOutcome.Succeeded, "", false),
            ("company.account-memos", OperationOutcome.Succeeded, "", true),
            ("company.account-memos", OperationOutcome.Succeeded, "", false),
            ("auth.logout", OperationOutcome.Succeeded, "", false),
        ]);
        records.ShouldAllBe(
            record => record.OperatorLoginId == "record01" && record.OperatorName == "検証　ｒｅｃｏｒｄ０１" && record.Terminal == Terminal);
        records.Skip(1).Select(record => record.SessionId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        records[5].ReceiptNumber.ShouldBe(result.ReceiptNumber);
        records[8].ReceiptNumber.ShouldBe(memos.ReceiptNumber);
        records.Select(record => OperationSentence.Tell(OperationPayload.Of(record))).ShouldBe(
        [
            $"{Who}のログインを拒否しました（E-AUTH-001）。",
            $"{Who}がログインしました。",
            $"{Who}が{Company}の企業情報照会を行いました。",
            $"{Who}が{Company}の企業情報照会を印刷しました（受付番号 {records[3].ReceiptNumber}）。",
            $"{Who}による{Company}の企業情報変更を拒否しました（E-AUTH-011）。",
            $"{Who}が{Company}の企業情報変更を実行しました（受付番号 {result.ReceiptNumber}）。",
            $"{Who}が{Company}の企業情報を変更しました（受付番号 {result.ReceiptNumber}）。",
            $"{Who}が企業情報変更結果（受付番号 {result.ReceiptNumber}）を印刷しました。",
            $"{Who}が{Company}の口座メモ変更を実行しました（受付番号 {memos.ReceiptNumber}）。",
            $"{Who}が{Company}の口座メモを変更しました（受付番号 {memos.ReceiptNumber}）。",
            $"{Who}がログアウトしました。",
        ]);
    }

    [Theory]
    [InlineData("sakura04", "E-AUTH-003", "1000000001")]
    [InlineData("aoi00001", "E-AUTH-031", "1000000003")]
    public async Task A_refused_login_is_kept_with_its_reason(string loginId, string code, string company)
    {
        await NewBrowser("http://localhost", Terminal).TryLogInAsync(loginId);

        var record = await Bank.LastRecordAsync(company);
        (record.Code, record.Outcome, record.ErrorCodes, record.OperatorLoginId, record.Terminal)
            .ShouldBe(("auth.login", OperationOutcome.Refused, code, loginId, Terminal));
    }

    [Fact]
    public async Task A_paused_login_is_kept_too()
    {
        for (var i = 0; i < 6; i++)
        {
            await NewBrowser().TryLogInAsync("sakura01", "Wrong0001");
        }

        (await Bank.NewRecordsAsync()).Select(record => record.ErrorCodes is "" ? record.Code : record.ErrorCodes).ShouldBe(
            ["E-AUTH-001", "E-AUTH-001", "E-AUTH-001", "E-AUTH-001", "E-AUTH-001", "auth.stop-entries", "E-AUTH-002"]);
    }

    [Fact]
    public async Task An_unknown_ID_is_recorded_without_what_was_typed()
    {
        await NewBrowser("http://localhost", Terminal).TryLogInAsync("Secret4711", "Wrong0001");

        var record = await Bank.LastRecordAsync(contractNumber: null);
        (record.Code, record.Outcome, record.ErrorCodes, record.OperatorLoginId, record.OperatorName, record.OperatorId, record.Terminal)
            .ShouldBe(("auth.login", OperationOutcome.Refused, "E-AUTH-001", "", "", null, Terminal));
        var everything = await File.ReadAllBytesAsync(Bank.DatabaseFile);
        var log = Bank.DatabaseFile + "-wal";
        var stored = System.Text.Encoding.Latin1.GetString(everything)
            + (File.Exists(log) ? System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(log)) : "");
        stored.ShouldNotContain("Secret4711", Case.Insensitive);
        stored.ShouldContain("sakura01", Case.Insensitive, "a known one would be found this way");
    }

    [Fact]
    public async Task Every_refusal_of_a_commit_is_kept()
    {
        var browser = NewBrowser();
        var mine = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var stale = await mine.Fill("companyLimits.bonus", "1").SubmitAsync("change");
        var shown = await (await browser.GetAsync(mine.Path)).Fill("companyLimits.bonus", "2").SubmitAsync("change");
        await stale.ExecuteAsync("Confirm01");
        await shown.SubmitAsync("execute");
        var colleague = await LoggedInAsync("sakura02");
        await colleague.ChangeCompanyAsync("sakura02", "companyLimits.salary", "3");
        await shown.ExecuteAsync("Confirm01");

        (await Bank.NewRecordsAsync()).Where(record => record.Code == "company.change" && record.OperatorLoginId == "sakura01")
            .Select(record => (record.Outcome, record.ErrorCodes)).ShouldBe(
            [
                (OperationOutcome.Refused, "E-COM-008"), (OperationOutcome.Refused, "E-COM-001"), (OperationOutcome.Refused, "E-COM-004"),
            ]);
    }

    [Fact]
    public async Task A_refusal_of_a_commit_says_of_whom()
    {
        var confirm = await (await LoggedInAsync("sakura01"))
            .ProposeChangeAsync("sakura03", basic => basic.Fill("userName", "別名　健"));
        await confirm.ExecuteAsync("Wrong0001");

        var record = await Bank.LastRecordAsync();
        (record.Code, record.Outcome).ShouldBe(("user.change", OperationOutcome.Refused));
        OperationPayload.Of(record).Subject!.LoginId.ShouldBe("sakura03");
    }

    [Fact]
    public async Task The_record_holds_the_sheet_that_was_shown_and_the_result_page_reads_it()
    {
        var browser = NewBrowser();
        await browser.LogInAsync("sakura01");
        var result = await browser.ChangeCompanyAsync("sakura01", "companyName", "桜商事");

        var record = (await Bank.NewRecordsAsync()).Single(record => record.ReceiptNumber == result.ReceiptNumber);
        var receipt = OperationPayload.Read(record.Payload).Receipt!;

        receipt.Number.ShouldBe(result.ReceiptNumber);
        (receipt.ScreenId, receipt.OperatorName, receipt.OperatorLoginId, receipt.CompanyName)
            .ShouldBe(("BKGK004", "佐藤　太郎", "sakura01", "株式会社さくら商事"));
        receipt.Sheet.Rows.ToDictionary(row => row.Key, row => new SheetLine(row.Value, row.Changed, row.Before))
            .ShouldBe(result.Sheet.ToDictionary());
        JapanTime.Day(receipt.AtUtc).ToString("yyyyMMdd", CultureInfo.InvariantCulture).ShouldBe(receipt.Number[..8]);
        await Bank.ExecuteAsync("UPDATE Companies SET Name = '別の会社', Version = Version + 1 WHERE ContractNumber = '1000000001'");
        (await browser.GetAsync(result.Path)).Sheet.ShouldBe(result.Sheet);
    }

    [Fact]
    public async Task The_name_is_kept_as_it_was()
    {
        await NewBrowser().LogInAsync("sakura02");
        await Bank.ExecuteAsync("UPDATE Users SET Name = '結婚　花子', Version = Version + 1 WHERE LoginIdKey = 'sakura02'");
        await NewBrowser().LogInAsync("sakura02");

        (await Bank.NewRecordsAsync()).Select(record => (record.Code, record.OperatorName)).ShouldBe(
            [("auth.login", "鈴木　花子"), ("auth.end-session", "結婚　花子"), ("auth.login", "結婚　花子")]);
    }

    [Fact]
    public async Task Looking_and_being_refused_input_write_no_more_than_they_should()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        await input.Fill("companyLimits.bonus", "x").SubmitAsync("change");
        await browser.GetAsync(input.Path);
        await browser.GetAsync("/companies");

        (await Bank.NewRecordsAsync()).Select(record => record.Code).ShouldBe(["auth.login"]);
    }

    [Fact]
    public async Task One_company_writes_into_its_own_chain()
    {
        var input = await (await LoggedInAsync("midori01")).OpenAsync("BKGK002");
        var confirm = await input.Fill("companyLimits.bonus", "1").SubmitAsync("change");
        await confirm.ExecuteAsync("Confirm101", App.NextCode(Demo.TokenSecretOf("midori01")));

        (await Bank.NewRecordsAsync("1000000001")).ShouldBeEmpty();
        (await Bank.NewRecordsAsync("1000000002")).Count.ShouldBe(3);
        (await Bank.NewRecordsAsync(contractNumber: null)).ShouldBeEmpty();
    }
}
