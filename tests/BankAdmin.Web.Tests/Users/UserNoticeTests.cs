using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Mail;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>People are told by mail what was done to their user, exactly if it was done.</summary>
public sealed class UserNoticeTests : WebTest
{
    protected override CompanyBuilder[] Companies =>
    [
        A.Company("9000000801").WithMaster("kanri001")
            .WithAdministrator("kanri002", Permission.Balance).WithUser("ippan001", UserRole.General, Permission.Balance)
            .WithUser("shinki001", UserRole.General, "Active", null, forceChange: true, Permission.Balance),
    ];

    [Fact]
    public async Task Who_is_registered_changed_stopped_released_and_deleted_is_told_each_time()
    {
        var master = await LoggedInAsync("kanri001");
        (await master.RegisterAsync("kanri001", "newcomer1")).Screen.ShouldBe("BRSK010");
        await ShouldTellAsync("newcomer1@example.jp", "利用者登録");

        var confirm = await master.ProposeChangeAsync(
            "newcomer1", basic => basic.Choose("isAdministrator:true").Check("changeLoginPassword")
                .Fill("loginPassword", "Other2026").Fill("loginPasswordAgain", "Other2026"),
            rights => rights.Check("rights:Statements"));
        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");
        var told = await ShouldTellAsync(
            "newcomer1@example.jp", "利用者変更", ["kanri002@example.jp"], "ログインパスワード", "管理者権限", "サービス利用権限（照会）");
        told.ShouldNotContain("Other2026");
        told.ShouldNotContain("口座", customMessage: "what was not changed");
        told.ShouldContain("操作した利用者：検証");

        (await master.SuspendAsync("kanri001", "newcomer1", "Stop")).Screen.ShouldBe("BRSK017");
        await ShouldTellAsync("newcomer1@example.jp", "利用者停止・解除", "利用停止）");
        (await master.SuspendAsync("kanri001", "newcomer1", "Release")).Screen.ShouldBe("BRSK017");
        await ShouldTellAsync("newcomer1@example.jp", "利用者停止・解除", ["kanri002@example.jp"], "利用停止解除");
        (await master.DeleteAsync("kanri001", "newcomer1")).Screen.ShouldBe("BRSK022");
        await ShouldTellAsync("newcomer1@example.jp", "利用者削除");
    }

    [Theory]
    [InlineData("kanri001")] // the Master
    [InlineData("ippan001")]
    public async Task A_change_of_the_address_is_told_at_the_address_as_it_was_too(string target)
    {
        var browser = await LoggedInAsync("kanri002");
        var confirm = await browser.ProposeChangeAsync(
            target, basic => basic.Fill("email", "fraud@example.com").Fill("emailAgain", "fraud@example.com"));

        (await confirm.ExecuteAsync(A.ConfirmationPassword)).Screen.ShouldBe("BRSK015");

        var mails = await TakeAsync();
        string[] administrators = target == "kanri001" ? [] : ["kanri001@example.jp"];
        mails.Select(mail => mail.To).ShouldBe([$"{target}@example.jp", "fraud@example.com", .. administrators], ignoreOrder: true);
        mails.ShouldAllBe(
            mail => mail.Body.Contains("メールアドレス", StringComparison.Ordinal) && !mail.Body.Contains("fraud", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Own_and_due_passwords_are_told_too()
    {
        var browser = await LoggedInAsync("ippan001");
        (await (await browser.OpenUsersAsync("BRSK002")).FillLogin(A.LoginPassword, "Other2026").SubmitAsync("change"))
            .Screen.ShouldBe("BRSK004");
        var told = await ShouldTellAsync("ippan001@example.jp", "パスワード変更", "ログインパスワード");
        told.ShouldContain("ご本人");
        told.ShouldNotContain("確認用パスワード");

        var due = await NewBrowser().LogInAsync("shinki001");
        var done = await due.Fill("currentLoginPassword", A.LoginPassword)
            .Fill("newLoginPassword", "Other2026").Fill("newLoginPasswordAgain", "Other2026")
            .Fill("newConfirmationPassword", "Third2026").Fill("newConfirmationPasswordAgain", "Third2026").SubmitAsync("change");
        done.Screen.ShouldBe("BTOP001", done.Summary);
        await ShouldTellAsync("shinki001@example.jp", "パスワード強制変更", "ログインパスワード", "確認用パスワード");
    }

    [Fact]
    public async Task What_is_refused_tells_nobody_anything()
    {
        var master = await LoggedInAsync("kanri001");
        var confirm = await master.ProposeChangeAsync("ippan001", basic => basic.Fill("userName", "別の名前"));
        (await confirm.ExecuteAsync("Wrong0001")).ErrorKeys.ShouldBe(["E-AUTH-011@confirmationPassword"]);
        (await master.WithUserAsync("kanri001", "delete")).ErrorKeys.ShouldBe(["E-RSK-005@"]);
        (await master.SuspendAsync("kanri002", "ippan001", "Keep")).ErrorKeys.ShouldBe(["E-COM-003@"]);

        (await TakeAsync()).ShouldBeEmpty();
    }

    private Task<string> ShouldTellAsync(string to, string operation, params string[] details) =>
        ShouldTellAsync(to, operation, [], details);

    /// <summary>The person is told, and these others of what was done to whom.</summary>
    private async Task<string> ShouldTellAsync(string to, string operation, string[] others, params string[] details)
    {
        var mails = await TakeAsync();
        mails.Select(each => each.To).ShouldBe([to, .. others], ignoreOrder: true);
        mails.Where(each => each.To != to).ShouldAllBe(each => each.Body.Contains("対象の利用者：", StringComparison.Ordinal));
        var mail = mails.Single(each => each.To == to);
        mail.Subject.ShouldBe($"【青空銀行】{operation}のお知らせ");
        details.ShouldAllBe(detail => mail.Body.Contains(detail, StringComparison.Ordinal));
        mail.Body.ShouldNotContain("://");
        mail.Body.ShouldContain("ヘルプデスク");
        return mail.Body;
    }

    private Task<List<OutgoingMail>> TakeAsync() => Bank.WithDatabaseAsync(async context =>
    {
        var mails = await context.OutgoingMails.AsNoTracking().ToListAsync();
        await context.OutgoingMails.ExecuteDeleteAsync();
        return mails;
    });
}
