using System.Globalization;
using System.Text.Json;
using BankAdmin.Testing;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Features.Companies.ChangeMemos;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Errors;

/// <summary>What a person is told when something breaks: whether anything was changed, and what to do.</summary>
public sealed class FailureTests : WebTest
{
    private const string Bonus = "companyLimits.bonus";

    protected override TestApp StartApp() => new(
        Bank,
        settings: new Dictionary<string, string> { ["ConnectionStrings:BankAdmin"] = $"{Bank.ConnectionString};Default Timeout=1" },
        services: all => all.AddScoped<AccountMemosWizard>(_ => throw new InvalidOperationException("Kaputt: Data Source=/geheim")));

    [Fact]
    public async Task An_unexpected_failure_has_a_reference_and_says_that_nothing_was_changed()
    {
        var browser = await LoggedInAsync("sakura01");

        var failed = await browser.PostWithTokenAsync("/companies/account-memos/start", []);

        failed.Status.ShouldBe(500);
        failed.Screen.ShouldBe("error-500");
        failed.MainText.ShouldContain("何も変更していません。");
        failed.MainText.ShouldMatch("お問い合わせ番号 [0-9A-Za-z-]{8,}");
        failed.Html.ShouldNotContain("Kaputt");
        failed.Html.ShouldNotContain("Exception");
        failed.Html.ShouldNotContain("geheim");
        (await browser.GetAsync("/companies")).Screen.ShouldBe("BKGK001", "the session goes on");
    }

    [Fact]
    public async Task The_reference_leads_to_the_log()
    {
        var browser = await LoggedInAsync("sakura01");
        var failed = await browser.PostWithTokenAsync("/companies/account-memos/start", []);
        var reference = failed.MainText[(failed.MainText.IndexOf("お問い合わせ番号 ", StringComparison.Ordinal) + "お問い合わせ番号 ".Length)..]
            .Split('）')[0];

        await App.DisposeAsync();

        var lines = Directory.GetFiles(Path.Combine(Bank.Folder, "logs")).SelectMany(File.ReadAllLines)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var told = lines.Where(line => line.GetProperty("@m").GetString()!.Contains(reference, StringComparison.Ordinal)).ToList();
        told.Select(line => line.GetProperty("@l").GetString()).ShouldBe(["Error"]);
        told[0].GetProperty("@x").GetString()!.ShouldContain("Kaputt");
        told[0].GetProperty("@tr").GetString()!.ShouldMatch("^[0-9a-f]{32}$");
    }

    [Fact]
    public async Task A_locked_database_is_said_in_time_and_the_draft_is_kept()
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var confirm = await input.Fill(Bonus, "1").SubmitAsync("change");
        var again = await browser.GetAsync(input.Path);

        Page busy;
        await using (await Bank.LockAsync())
        {
            var kept = await again.Fill(Bonus, "2").SubmitAsync("change");
            ShouldBeBusy(kept, "入力した内容はこの画面に残っています。");
            ShouldBeBusy(await kept.SubmitAsync("resend"), "入力した内容はこの画面に残っています。");
            busy = kept;
            var notExecuted = await confirm.ExecuteAsync("Confirm01");
            ShouldBeBusy(notExecuted, "入力した内容は残っています。");
            notExecuted.MainText.ShouldContain("「同じ画面を開き直す」を押してください。");
            (await notExecuted.ClickAsync("reopen")).Screen.ShouldBe("BKGK003");
            App.Clock.Advance(TimeSpan.FromSeconds(31));
            (await browser.GetAsync(input.Path)).Screen.ShouldBe(
                "BKGK002", "reading goes on, though the last use of session and draft cannot be noted");
        }

        (await browser.GetAsync(input.Path)).ValueOf(Bonus).ShouldBe("1");
        confirm = await busy.SubmitAsync("resend");
        confirm.Sheet[Bonus].Value.ShouldBe("2円", "what the page of the failure held");
        var result = await confirm.ExecuteAsync("Confirm01");
        result.Screen.ShouldBe("BKGK004", result.Summary);
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_typed_is_held_though_the_failure_came_before_the_form_was_read_and_passwords_are_not()
    {
        var browser = await LoggedInAsync("sakura01");
        var register = await (await browser.OpenUsersAsync()).SubmitAsync("create");
        var own = await browser.OpenUsersAsync("BRSK002");
        await Bank.ExecuteAsync("ALTER TABLE \"SignInSessions\" RENAME TO \"Away\""); // asked for first of all
        var failed = await register.Fill("userName", "鈴木　花").Fill("loginPassword", "Geheim0001").SubmitAsync("next");
        failed.Status.ShouldBe(500);
        failed.MainText.ShouldContain(
            "何も変更していません。入力した内容はこの画面に残っています。パスワードは、再送信した後の画面でもう一度入力してください。");
        var nothingElse = await own.FillLogin("Login001", "Geheim0002").SubmitAsync("change");
        nothingElse.MainText.ShouldContain("何も変更していません。これまでに保存した入力は残っています。");
        (nothingElse.Has("resend"), nothingElse.Has("reopen")).ShouldBe((false, true));
        await Bank.ExecuteAsync("ALTER TABLE \"Away\" RENAME TO \"SignInSessions\"");

        var again = await failed.SubmitAsync("resend");
        (again.Status, again.ValueOf("userName")).ShouldBe((422, "鈴木　花"));
        again.ErrorKeys.ShouldContain("E-COM-001@loginPassword");
    }

    [Fact]
    public async Task What_came_with_a_token_is_kept_when_its_page_is_left_and_what_came_without_only_by_pressing()
    {
        var browser = await LoggedInAsync("sakura01");
        var input = await browser.OpenAsync("BKGK002");
        Page busy;
        await using (await Bank.LockAsync())
        {
            busy = await input.Fill(Bonus, "2").SubmitAsync("change");
        }

        var forged = await browser.PostAsync(
            input.Path, input.FormOf("change").Fields.Select(field => field.Name == Page.TokenField ? (field.Name, "x") : field));

        (forged.Status, forged.Has("resend")).ShouldBe((400, true));
        KeptBy(busy).ShouldBe("unsaved");
        KeptBy(forged).ShouldBe("");

        static string? KeptBy(Page page) => page.Document.QuerySelector("main form")!.GetAttribute("data-draft");
    }

    [Fact]
    public async Task A_login_waits_no_longer_either()
    {
        var browser = NewBrowser();
        await browser.GetAsync("/");
        await using (await Bank.LockAsync())
        {
            ShouldBeBusy(await browser.TryLogInAsync("sakura01"), null);
        }

        (await browser.TryLogInAsync("sakura01")).Screen.ShouldBe("BTOP001");
    }

    [Fact]
    public async Task A_commit_that_cannot_be_recorded_is_none()
    {
        var confirm = await (await NewBrowser().LogInAndOpenAsync("sakura01", "BKGK002")).Fill(Bonus, "1").SubmitAsync("change");
        await Bank.ExecuteAsync("CREATE TRIGGER \"Broken\" BEFORE INSERT ON \"OperationRecords\" BEGIN SELECT RAISE(ABORT, 'broken'); END");

        var failed = await confirm.ExecuteAsync("Confirm01");

        failed.Status.ShouldBe(500);
        failed.MainText.ShouldContain("何も変更していません。");
        (await Bank.CompanyAsync()).Limits.Bonus.Amount.ShouldBe(500_000_000);
        await Bank.ExecuteAsync("DROP TRIGGER \"Broken\"");
        (await confirm.ExecuteAsync("Confirm01")).Screen.ShouldBe("BKGK004", "the draft is still there");
    }

    [Theory]
    [InlineData(20_001, 1)]
    [InlineData(1, 10_100)]
    public async Task A_form_that_is_too_large_is_refused(int length, int fields)
    {
        var browser = NewBrowser();
        var input = await browser.LogInAndOpenAsync("sakura01", "BKGK002");
        var extra = Enumerable.Range(0, fields).Select(i => ($"x{i}", new string('x', length))).ToArray();

        var refused = await input.SubmitAsync("change", extra: extra);

        refused.Status.ShouldBe(400);
        refused.Screen.ShouldBe("error-400");
        refused.MainText.ShouldContain("何も変更していません");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task A_host_that_is_not_ours_is_not_answered(string host)
    {
        using var client = App.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Host", host);

        var answer = await client.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("BLGI001");
    }

    [Fact]
    public async Task Health_tells_a_living_process_from_one_that_can_serve()
    {
        var browser = NewBrowser();
        (await browser.GetAsync("/healthz/live")).Status.ShouldBe(200);
        (await browser.GetAsync("/healthz/ready")).Status.ShouldBe(200);

        await Bank.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_ContractInTheFuture', '99.0')");

        (await browser.GetAsync("/healthz/live")).Status.ShouldBe(200);
        var ready = await browser.GetAsync("/healthz/ready");
        ready.Status.ShouldBe(503);
        ready.Body.ShouldNotContain("Future", Case.Insensitive, "it says nothing to strangers");
    }

    private static void ShouldBeBusy(Page page, string? kept)
    {
        page.Status.ShouldBe(503, page.Summary);
        page.Screen.ShouldBe("error-503");
        int.Parse(page.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        page.MainText.ShouldContain($"何も変更していません。{kept}少し待って");
    }
}
