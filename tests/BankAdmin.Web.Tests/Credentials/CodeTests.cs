using BankAdmin.Domain.Credentials;
using BankAdmin.Infrastructure.Credentials;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Credentials;

/// <summary>ワンタイムパスワード before a commit (spec credentials.md §3).</summary>
public sealed class CodeTests : TokenScene
{
    [Fact]
    public async Task A_code_executes_once_in_either_width_and_with_the_blank_that_apps_show()
    {
        var browser = await LoggedInAsync(Master);
        var code = NewCode;
        var confirm = await ProposeAsync(browser, "コード商事");

        var result = await confirm.ExecuteAsync(A.ConfirmationPassword, JapaneseDigits(code).Insert(3, "　"));

        result.Screen.ShouldBe("BKGK004", result.Summary);
        var again = await (await ProposeAsync(browser, "二度目商事")).ExecuteAsync(A.ConfirmationPassword, code);
        again.Status.ShouldBe(422);
        again.ErrorKeys.ShouldBe(["E-AUTH-021@otp"]);
        (await Bank.EntriesAsync(Master, EntryKind.Code)).Failures.ShouldBe(0, "what was used is no guess");
        (await again.ExecuteAsync(A.ConfirmationPassword, NewCode)).Screen.ShouldBe("BKGK004");
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_code_is_right_one_step_either_way(int steps, bool right)
    {
        var browser = await LoggedInAsync(Master);
        var confirm = await ProposeAsync(browser, "時刻商事");

        var code = Codes.At(A.TokenSecret, App.Clock.GetUtcNow() + (steps * Codes.Step));
        var answer = await confirm.ExecuteAsync(A.ConfirmationPassword, code);

        answer.Screen.ShouldBe(right ? "BKGK004" : "BKGK003", answer.Summary);
    }

    [Fact]
    public async Task While_the_password_is_wrong_a_code_is_neither_judged_nor_used_up()
    {
        var browser = await LoggedInAsync(Master);
        var confirm = await ProposeAsync(browser, "順番商事");

        (await confirm.ExecuteAsync("Wrong0001", "000000")).ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
        (await Bank.EntriesAsync(Master, EntryKind.Code)).ShouldBe(WrongEntries.Clear);
        var code = NewCode;
        confirm = await confirm.ExecuteAsync("Wrong0001", code);
        (await confirm.ExecuteAsync(A.ConfirmationPassword, code)).Screen.ShouldBe("BKGK004");
    }

    [Theory]
    [InlineData("", "E-COM-001@otp")]
    [InlineData("12345", "E-COM-011@otp")]
    [InlineData("1234567", "E-COM-011@otp")]
    [InlineData("12a456", "E-COM-011@otp")]
    public async Task What_is_no_code_is_told_and_not_counted(string typed, string error)
    {
        var confirm = await ProposeAsync(await LoggedInAsync(Master), "形商事");

        (await confirm.ExecuteAsync(A.ConfirmationPassword, typed)).ErrorKeys.ShouldBe([error]);
        (await Bank.EntriesAsync(Master, EntryKind.Code)).ShouldBe(WrongEntries.Clear);
    }

    [Fact]
    public async Task Five_wrong_codes_in_a_row_suspend_the_token_and_tell_everybody_once()
    {
        var browser = await LoggedInAsync(Administrator);
        var page = await ProposeAsync(browser, "停止商事");
        for (var left = 4; left >= 0; left--)
        {
            page = await page.ExecuteAsync(A.ConfirmationPassword, WrongCode);
            page.ErrorKeys.ShouldBe(["E-AUTH-021@otp"]);
            page.Errors[0].Text.ShouldContain(left > 0 ? $"あと{left}回" : "利用停止になりました");
        }

        page = await page.ExecuteAsync(A.ConfirmationPassword, NewCode);
        page.ErrorKeys.ShouldBe(["E-AUTH-022@otp"]);
        (await ProposeAsync(browser, "別の入力")).Warnings.ShouldBe(["E-AUTH-022"]);
        (await browser.OpenAsync("BKGK002")).Warnings.ShouldBe(["E-AUTH-022"]);

        var mails = await Bank.WithDatabaseAsync(context => context.OutgoingMails.AsNoTracking().ToListAsync());
        mails.Where(mail => mail.Subject.Contains("利用停止", StringComparison.Ordinal)).Select(mail => mail.To)
            .ShouldBe([$"{Administrator}@example.jp", $"{Master}@example.jp"], ignoreOrder: true);
        var master = await LoggedInAsync(Master);
        (await StateOfAsync(master, Administrator)).ShouldBe("利用停止");
        (await master.GetAsync("/")).Text("alert:0").ShouldContain("未読");
    }

    [Fact]
    public async Task Who_has_no_token_is_told_before_typing_and_refused_at_the_end()
    {
        var master = await LoggedInAsync(Master);
        (await (await ChooseAsync(master, "BRSK026", Administrator)).ExecuteAsync(A.ConfirmationPassword, NewCode, "revoke"))
            .Screen.ShouldBe("BRSK027");
        var browser = await LoggedInAsync(Administrator);

        var input = await browser.OpenAsync("BKGK002");
        input.Status.ShouldBe(200);
        input.Warnings.ShouldBe(["E-AUTH-023"]);
        var confirm = await input.Fill("companyName", "未登録商事").SubmitAsync("change");
        (await confirm.ExecuteAsync(A.ConfirmationPassword, "123456")).ErrorKeys.ShouldBe(["E-AUTH-023@otp"]);
    }

    [Fact]
    public async Task A_secret_is_in_no_table_and_opens_for_its_owner_only()
    {
        var boxes = await Bank.WithDatabaseAsync(context => context.TokenSecrets.AsNoTracking().ToListAsync());
        boxes.ShouldAllBe(token => !token.Box.Contains(A.TokenSecret, StringComparison.OrdinalIgnoreCase));
        boxes.Select(token => token.Box).ShouldBeUnique();

        // An attacker who can write gives the Master the secret of a token of their own.
        var (own, master) = ((await Bank.UserAsync(General)).Id, (await Bank.UserAsync(Master)).Id);
        await using var context = Bank.OpenContext();
        var box = boxes.Single(token => token.UserId == own).Box;
        await context.TokenSecrets.Where(token => token.UserId == master)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.Box, box), TestContext.Current.CancellationToken);
        var counters = new EntryGatekeeper(context, App.Clock, new());
        var codes = new OneTimePasswords(context, counters, new MasterKeys(Bank.KeyFolder), App.Clock);
        await Should.ThrowAsync<System.Security.Cryptography.CryptographicException>(
            codes.JudgeAsync(master, NewCode, TestContext.Current.CancellationToken));
    }

    private string WrongCode
    {
        get
        {
            var near = Enumerable.Range(-2, 5).Select(step => Codes.At(A.TokenSecret, App.Clock.GetUtcNow() + (step * Codes.Step)));
            return Enumerable.Range(0, 9).Select(digit => new string((char)('0' + digit), 6)).Except(near).First();
        }
    }

    private static string JapaneseDigits(string digits) => string.Concat(digits.Select(digit => (char)(digit - '0' + '０')));
}
