using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Companies;

/// <summary>Somebody else changed the company since the page was opened.</summary>
public sealed class ChangeCompanyConflictTests : WebTest
{
    private const string Total = "accountLimits[0].total";
    private const string Salary = "companyLimits.salary";

    [Fact]
    public async Task At_the_input_the_newer_values_come_and_ones_own_entries_stay()
    {
        var mine = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");
        await ColleagueChangesAsync(Total, "200000000");

        var refused = await mine.Fill(Salary, "1").SubmitAsync("change");

        refused.Status.ShouldBe(409);
        refused.Screen.ShouldBe("BKGK002");
        refused.ErrorKeys.ShouldBe([$"E-COM-004@{Total}"]);
        refused.Errors[0].Text.ShouldContain("200,000,000円");
        refused.MainText.ShouldContain("ほかの利用者が先に変更しました。", Case.Sensitive);
        refused.MainText.ShouldContain("鈴木 花子（sakura02）さんが", Case.Sensitive, "it says who it was");
        System.Text.RegularExpressions.Regex.Count(refused.MainText, "もう一度ボタンを押してください").ShouldBe(1, "what to do is said once");
        refused.ValueOf(Total).ShouldBe("200,000,000", "what was left alone takes the newer value");
        refused.ValueOf(Salary).ShouldBe("1", "what was typed stays");

        var confirm = await refused.SubmitAsync("change");
        confirm.Screen.ShouldBe("BKGK003", confirm.Summary);
        confirm.ChangedKeys.ShouldBe([Salary]);
        var result = await confirm.ExecuteAsync("Confirm01");
        result.Screen.ShouldBe("BKGK004");
        var company = await Bank.CompanyAsync();
        company.Accounts[0].Limits.Total.Amount.ShouldBe(200_000_000, "nobody undoes another's change unknowingly");
        company.Limits.Salary.Amount.ShouldBe(1);
    }

    [Fact]
    public async Task At_the_commit_nothing_is_written()
    {
        var confirm = await (await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002")).Fill(Salary, "1").SubmitAsync("change");
        await ColleagueChangesAsync(Total, "200000000");

        var refused = await confirm.ExecuteAsync("Confirm01");

        refused.Status.ShouldBe(409);
        refused.Screen.ShouldBe("BKGK002");
        refused.ErrorKeys.ShouldBe([$"E-COM-004@{Total}"]);
        refused.ValueOf(Salary).ShouldBe("1");
        (await Bank.CompanyAsync()).Limits.Salary.Amount.ShouldBe(500_000_000);
        var result = await (await refused.SubmitAsync("change")).ExecuteAsync("Confirm01");
        result.ChangedKeys.ShouldBe([Salary]);
    }

    [Fact]
    public async Task Where_both_typed_ones_own_entry_stays_beside_the_newer_value()
    {
        var mine = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");
        await ColleagueChangesAsync(Salary, "2");

        var refused = await mine.Fill(Salary, "1").SubmitAsync("change");

        refused.ErrorKeys.ShouldBe([$"E-COM-004@{Salary}"]);
        refused.Errors[0].Text.ShouldContain("2円");
        refused.ValueOf(Salary).ShouldBe("1");
        var confirm = await refused.SubmitAsync("change");
        confirm.Sheet[Salary].ShouldBe(new SheetLine("1円", true, "2円"));
    }

    [Fact]
    public async Task A_bad_entry_survives_the_conflict_too()
    {
        var mine = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");
        await ColleagueChangesAsync(Total, "200000000");

        var refused = await mine.Fill(Salary, "x").SubmitAsync("change");
        refused.ErrorKeys.ShouldBe([$"E-COM-004@{Total}"]);
        refused.ValueOf(Salary).ShouldBe("x");

        (await refused.SubmitAsync("change")).ErrorKeys.ShouldBe([$"E-COM-002@{Salary}"]);
    }

    [Fact]
    public async Task The_same_change_by_two_people_is_no_change_for_the_second()
    {
        var mine = await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002");
        await ColleagueChangesAsync(Salary, "1");

        var refused = await mine.Fill(Salary, "1").SubmitAsync("change");
        refused.Status.ShouldBe(409);

        (await refused.SubmitAsync("change")).ErrorKeys.ShouldBe(["E-COM-003@"]);
    }

    [Fact]
    public async Task Two_drafts_of_one_person_meet_in_the_same_way()
    {
        var browser = NewBrowser();
        var one = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var two = await browser.OpenAsync("BKGK002");
        var confirmOne = await one.Fill(Salary, "1").SubmitAsync("change");
        var confirmTwo = await two.Fill(Total, "200000000").SubmitAsync("change");

        (await confirmOne.ExecuteAsync("Confirm01")).Screen.ShouldBe("BKGK004");
        var refused = await confirmTwo.ExecuteAsync("Confirm01");
        refused.ErrorKeys.ShouldBe([$"E-COM-004@{Salary}"]);
        refused.MainText.ShouldContain("別の画面で先に変更しました。", Case.Sensitive, "it was nobody else");
        refused.MainText.ShouldNotContain("ほかの");
        refused.MainText.ShouldNotContain("さんが");
    }

    [Theory]
    [InlineData(true)] // the page was open already
    [InlineData(false)] // it had been sent on once and lies as a draft
    public async Task What_was_typed_for_an_account_stays_with_it_when_the_bank_takes_another_away(bool isOpen)
    {
        var browser = NewBrowser();
        var mine = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var typed = mine.Fill("accountLimits[1].adHoc", "1,234");
        if (!isOpen)
        {
            (await typed.SubmitAsync("change")).Screen.ShouldBe("BKGK003");
        }

        await Bank.ExecuteAsync("""
            DELETE FROM UserAccounts WHERE AccountId IN (SELECT Id FROM BankAccounts WHERE Number = '1234567');
            DELETE FROM BankAccounts WHERE Number = '1234567';
            UPDATE Companies SET Version = Version + 1 WHERE ContractNumber = '1000000001';
            """);
        var refused = isOpen ? await typed.SubmitAsync("change") : await browser.GetAsync(mine.DraftAddress() + "/edit");

        refused.Screen.ShouldBe("BKGK002", refused.Summary);
        refused.KeysBeginning("accountLimits[1]").ShouldBeEmpty();
        refused.ValueOf("accountLimits[0].adHoc").ShouldBe("1,234");
    }

    private async Task ColleagueChangesAsync(string key, string value)
    {
        var colleague = await LoggedInAsync("sakura02");
        (await colleague.ChangeCompanyAsync("sakura02", key, value)).Screen.ShouldBe("BKGK004");
    }
}
