using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies;

/// <summary>BKGK002: what may be typed, and that nothing typed is lost.</summary>
public sealed class ChangeCompanyInputTests(RunningBank running) : SharedWebTest(running), IClassFixture<RunningBank>
{
    private const string Total = "accountLimits[0].total";
    private const string AdHoc = "accountLimits[0].adHoc";
    private const string PreRegistered = "accountLimits[0].preRegistered";
    private const string Salary = "companyLimits.salary";

    /// <summary>One case a field and a code; what is an amount at all is the domain's to say (AmountTextTests).</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { Total, "", "E-COM-001" },
        { Total, "1.5", "E-COM-002" },
        { Total, "1234567890123456", "E-COM-005" },
        { Total, "500000001", "E-KGK-001" },
        { AdHoc, "100000001", "E-KGK-002" },
        { AdHoc, "500000001", "E-KGK-001" },
        { PreRegistered, "100000001", "E-KGK-002" },
        { "accountLimits[1].preRegistered", "", "E-COM-001" },
        { "companyLimits.bulkTransfer", "x", "E-COM-002" },
        { Salary, "1000000000000", "E-COM-005" },
        { "companyLimits.bonus", "", "E-COM-001" },
        { "companyLimits.directDebit", "-1", "E-COM-002" },
        { "companyName", "", "E-COM-001" },
        { "companyName", " 　 ", "E-COM-001" },
        { "companyName", "さくら商事😀", "E-COM-006" },
        { "companyName", "さくら\u202E商事", "E-COM-006" },
        { "companyName", "さくら\u200B商事", "E-COM-006" },
        { "companyName", "さくら\u0007商事", "E-COM-006" },
        { "companyName", new string('桜', 49), "E-COM-005" },
    };

    public static TheoryData<string, string, string> Accepted => new()
    {
        { AdHoc, "１２３，４５６", "123,456円" },
        { AdHoc, "0", "0円" },
        { Total, "500000000", "500,000,000円" },
        { AdHoc, "100000000", "100,000,000円" },
        { Salary, "999999999999", "999,999,999,999円" },
        { "companyName", "ABC ｻｸﾗﾎﾞｰﾄﾞ", "ＡＢＣ　サクラボード" },
        { "companyName", new string('桜', 48), new string('桜', 48) },
        { "companyName", string.Concat(Enumerable.Repeat("𠮷", 48)), string.Concat(Enumerable.Repeat("𠮷", 48)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_is_no_proper_entry_and_gives_it_back(string key, string typed, string code)
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        var refused = await input.Fill("accountLimits[1].total", "90000000")
            .Choose("approval.bulkTransfer:DoubleOrdered").Fill(key, typed).SubmitAsync("change");

        refused.Status.ShouldBe(422, refused.Summary);
        refused.Screen.ShouldBe("BKGK002");
        refused.ErrorKeys.ShouldBe([$"{code}@{key}"]);
        refused.ValueOf(key).ShouldBe(AsShown(typed));
        refused.ValueOf("accountLimits[1].total").ShouldBe("90,000,000");
        refused.ChosenOf("approval.bulkTransfer").ShouldBe("DoubleOrdered");
        (await browser.GetAsync(input.Path)).ValueOf(key).ShouldBe(AsShown(typed), "the draft keeps it, too");
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Understands_what_people_paste(string key, string typed, string shown)
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        var confirm = await input.Fill(key, typed).SubmitAsync("change");

        confirm.Screen.ShouldBe("BKGK003", confirm.Summary);
        confirm.Sheet[key].Value.ShouldBe(shown);
        confirm.ChangedKeys.ShouldBe([key]);
    }

    [Fact]
    public async Task Lowering_the_total_names_both_parts_that_stand_above_it()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        var refused = await input.Fill(Total, "1").SubmitAsync("change");

        refused.ErrorKeys.ShouldBe([$"E-KGK-002@{AdHoc}", $"E-KGK-002@{PreRegistered}"]);
    }

    [Fact]
    public async Task Parts_may_together_exceed_the_total()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        var confirm = await input.Fill(AdHoc, "100000000").Fill(PreRegistered, "100000000").SubmitAsync("change");

        confirm.Screen.ShouldBe("BKGK003", confirm.Summary);
    }

    [Fact]
    public async Task Every_bad_field_is_named_at_once_in_the_order_of_the_page()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        var refused = await input.Fill("companyName", "").Fill("accountLimits[1].adHoc", "x").Fill(Salary, "").SubmitAsync("change");

        refused.ErrorKeys.ShouldBe(["E-COM-001@companyName", "E-COM-002@accountLimits[1].adHoc", $"E-COM-001@{Salary}"]);
    }

    [Fact]
    public async Task What_stands_in_the_address_is_not_taken()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var fields = input.FormOf("change").Fields.Where(field => field.Name is not ("companyName" or "CompanyName"));

        var refused = await browser.PostAsync(input.Path + "?companyName=" + Uri.EscapeDataString("桜商事"), fields);

        refused.ErrorKeys.ShouldBe(["E-COM-001@companyName"]);
    }

    [Fact]
    public async Task One_answer_names_all_that_can_be_known()
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");

        // Above the ceiling; a part above a 合計 that can be read; beside a 合計 that cannot, nothing is known.
        var refused = await input.Fill("companyName", "").Fill(Total, "1").Fill(AdHoc, "2").Fill("accountLimits[1].total", "x")
            .Fill("accountLimits[1].adHoc", "999999999").SubmitAsync("change");

        refused.ErrorKeys.ShouldBe(
        [
            "E-COM-001@companyName", $"E-KGK-002@{AdHoc}", $"E-KGK-002@{PreRegistered}", "E-COM-002@accountLimits[1].total",
            "E-KGK-001@accountLimits[1].adHoc",
        ]);
    }

    [Theory]
    [InlineData("companyName", "桜\uFE0E\u200B商事", "見えない文字 U+200B")]
    [InlineData("companyName", "桜\u3164商事", "見えない文字 U+3164")]
    [InlineData(Total, "100\u200B", "見えない文字 U+200Bを消してください")]
    public async Task What_nobody_can_see_is_named(string key, string typed, string named)
    {
        var refused = await (await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002")).Fill(key, typed).SubmitAsync("change");

        refused.Errors.ShouldHaveSingleItem().Text.ShouldContain(named);
    }

    [Theory]
    [InlineData("approval[bulkTransfer]", "None", "E-COM-009@approval.bulkTransfer")]
    [InlineData("approval[transfer]", "Triple", "E-COM-009@approval.transfer")]
    [InlineData("approval[payroll]", "single", "E-COM-009@approval.payroll")]
    [InlineData("approval[directDebit]", "", "E-COM-001@approval.directDebit")]
    public async Task Refuses_choices_that_were_not_offered(string name, string value, string error)
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        var refused = await input.SubmitAsync("change", extra: [(name, value)]);

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe([error]);
    }

    [Fact]
    public async Task Refuses_to_change_nothing()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        var refused = await input.Fill(Total, "１００，０００，０００").SubmitAsync("change");

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe(["E-COM-003@"]);
    }

    [Fact]
    public async Task Shows_what_is_stored_with_the_ceilings_beside_it()
    {
        var browser = NewBrowser();

        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");

        input.ValueOf("companyName").ShouldBe("株式会社さくら商事");
        input.ValueOf(Total).ShouldBe("100,000,000");
        input.ValueOf("accountLimits[1].adHoc").ShouldBe("30,000,000");
        input.ValueOf("companyLimits.directDebit").ShouldBe("500,000,000");
        input.ChosenOf("approval.transfer").ShouldBe("None");
        input.ChosenOf("approval.payroll").ShouldBe("DoubleUnordered");
        input.KeysBeginning("approval.transfer:").ShouldBe(
            ["approval.transfer:None", "approval.transfer:Single", "approval.transfer:DoubleUnordered", "approval.transfer:DoubleOrdered"]);
        input.Has("approval.bulkTransfer:None").ShouldBeFalse("only 振込振替 can go without approval");
        input.MainText.ShouldContain("500,000,000");
        input.MainText.ShouldContain("ｻｸﾗｼﾖｳｼﾞ(ｶ");
        input.CurrentStep!.ShouldContain("企業情報・限度額を変更");
    }

    private static string AsShown(string typed) => typed switch
    {
        "500000001" => "500,000,001",
        "100000001" => "100,000,001",
        _ => typed.Trim().Length == 0 ? "" : typed,
    };
}
