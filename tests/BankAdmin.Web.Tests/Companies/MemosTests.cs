using BankAdmin.Domain;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies;

/// <summary>BKGK015 → 016 (口座メモ) and BKGK017 → 018 (委託者メモ): no password, no confirm page.</summary>
public sealed class MemosTests : WebTest
{
    protected override CompanyBuilder[] Companies =>
        [A.Company("9000000001").WithMaster("nodebit1").Contracting(BankingService.Transfer).WithConsignor("0000000009", "ﾅｼ")];

    [Fact]
    public async Task Account_memos_are_changed_in_one_step()
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK015");
        input.KeysBeginning("memos[").ShouldBe(["memos[0]", "memos[1]"]);
        input.MainText.ShouldContain("法人営業部 (081) 普通 1234567");

        var result = await input.Fill("memos[1]", " 給与用 ").SubmitAsync("change");

        result.Screen.ShouldBe("BKGK016", result.Summary);
        result.ReceiptNumber.ShouldNotBeEmpty();
        result.SheetKeys.ShouldBe(["memos[0]", "memos[1]"]);
        result.ChangedKeys.ShouldBe(["memos[1]"]);
        result.Sheet["memos[1]"].ShouldBe(new SheetLine("給与用", true, "（未設定）"));
        (await Bank.CompanyAsync()).Accounts.Select(account => account.Memo).ShouldBe(["", "給与用"]);
        (await result.ClickAsync("print")).Headers["Content-Disposition"].ShouldContain($"BKGK016-{result.ReceiptNumber}.pdf");
    }

    [Fact]
    public async Task Consignor_memos_are_changed_in_one_step()
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK017");
        input.KeysBeginning("memos[").ShouldBe(["memos[0]"]);

        var result = await input.Fill("memos[0]", "会費").SubmitAsync("change");

        result.Screen.ShouldBe("BKGK018", result.Summary);
        result.Sheet["memos[0]"].Value.ShouldBe("会費");
        (await Bank.CompanyAsync()).Consignors[0].Memo.ShouldBe("会費");
    }

    [Fact]
    public async Task A_memo_is_cleared_by_leaving_it_empty()
    {
        var browser = NewBrowser();
        await (await browser.LogInAndOpenAsync("sakura01", "BKGK015")).Fill("memos[0]", "経費").SubmitAsync("change");

        var result = await (await browser.OpenAsync("BKGK015")).Fill("memos[0]", "").SubmitAsync("change");

        result.Sheet["memos[0]"].ShouldBe(new SheetLine("（未設定）", true, "経費"));
        (await Bank.CompanyAsync()).Accounts[0].Memo.ShouldBe("");
    }

    [Theory]
    [InlineData("BKGK015", "123456789012345678901", "E-COM-005")]
    [InlineData("BKGK017", "１２３４５６７８９０１２３４５６７８９０１", "E-COM-005")]
    [InlineData("BKGK015", "メモ🎌", "E-COM-006")]
    [InlineData("BKGK015", "メモ\u202E", "E-COM-006")]
    [InlineData("BKGK015", "二行\nのメモ", "E-COM-006")]
    public async Task A_memo_has_its_shape(string screen, string typed, string code)
    {
        var refused = await (await NewBrowser().LogInAndOpenAsync("sakura01", screen)).SubmitAsync("change", extra: [("memos[0]", typed)]);

        refused.Status.ShouldBe(422);
        refused.Screen.ShouldBe(screen);
        refused.ErrorKeys.ShouldBe([$"{code}@memos[0]"]);
    }

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷")]
    public async Task Twenty_characters_fit(string typed)
    {
        var result = await (await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK015")).Fill("memos[0]", typed).SubmitAsync("change");

        result.Sheet["memos[0]"].Value.ShouldBe(typed);
    }

    [Fact]
    public async Task Many_marks_on_one_letter_do_not_break_the_store()
    {
        var typed = "か" + string.Concat(Enumerable.Repeat("\u3099", 300));

        var refused = await (await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK015")).Fill("memos[0]", typed).SubmitAsync("change");

        refused.Status.ShouldBe(422, refused.Summary);
    }

    [Fact]
    public async Task Changing_nothing_is_refused()
    {
        var refused = await (await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK015")).SubmitAsync("change");

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe(["E-COM-003@"]);
    }

    [Fact]
    public async Task Pressing_twice_leads_to_the_one_result()
    {
        var input = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK015");
        var first = await input.Fill("memos[0]", "経費").SubmitAsync("change");

        var again = await input.SubmitAsync("change", follow: false);

        again.Status.ShouldBe(303, again.Summary);
        again.Location.ShouldBe(first.Path);
        (await Bank.NewRecordsAsync()).Count(record => record is { Code: "company.account-memos", ReceiptNumber: not null }).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_memo_is_not_overwritten()
    {
        var mine = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK015");
        await (await NewBrowser().LogInAndOpenAsync("sakura02", "BKGK015")).Fill("memos[0]", "花子").SubmitAsync("change");

        var refused = await mine.Fill("memos[1]", "太郎").SubmitAsync("change");
        refused.Status.ShouldBe(409);
        refused.ErrorKeys.ShouldBe(["E-COM-004@memos[0]"]);
        refused.ValueOf("memos[0]").ShouldBe("花子");
        await refused.SubmitAsync("change");

        (await Bank.CompanyAsync()).Accounts.Select(account => account.Memo).ShouldBe(["花子", "太郎"]);
    }

    [Fact]
    public async Task Without_direct_debit_there_are_no_consignor_memos()
    {
        var browser = NewBrowser();
        await browser.LogInAsync("nodebit1");

        var menu = await browser.GetAsync("/companies");

        menu.Has("BKGK015").ShouldBeTrue();
        menu.Has("BKGK017").ShouldBeFalse();
        menu.MainText.ShouldNotContain("委託者メモ");
        (await browser.PostWithTokenAsync("/companies/consignor-memos/start", [])).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_draft_is_reached_through_its_own_wizard_only()
    {
        var browser = NewBrowser();
        var memos = await browser.LogInAndOpenAsync("sakura01", "BKGK015");
        var id = memos.DraftAddress()[(memos.DraftAddress().LastIndexOf('/') + 1)..];

        (await browser.GetAsync($"/companies/consignor-memos/{id}/memos")).Status.ShouldBe(404);
        (await browser.GetAsync($"/companies/change-company/{id}/edit")).Status.ShouldBe(404);
        (await browser.GetAsync($"/companies/change-company/{id}/confirm")).Status.ShouldBe(404);
        (await browser.PostWithTokenAsync(
            $"/companies/change-company/{id}/confirm", [("revision", "1"), ("confirmationPassword", "Confirm01")])).Status.ShouldBe(404);
    }
}
