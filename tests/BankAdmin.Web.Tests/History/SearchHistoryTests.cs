using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.SignIn;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using BankAdmin.Web.Tests.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.History;

/// <summary>操作履歴照会 (BSRS001) and 操作履歴詳細 (BSRS002) over HTTP.</summary>
public sealed class SearchHistoryTests : WebTest
{
    private const string Number = "9000000601";
    private const string Who = "rireki01";

    protected override CompanyBuilder[] Companies => [A.Company(Number).WithMaster(Who)];

    private DateOnly Today => JapanTime.Day(App.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task The_last_seven_days_are_shown_and_the_conditions_stay_in_the_address()
    {
        await AddLoginsAsync(3, TimeSpan.FromDays(1));
        await AddLoginsAsync(1, TimeSpan.FromDays(8));
        var browser = await LoggedInAsync(Who);
        var list = await browser.GetAsync("/history");

        (list.Screen, list.Heading).ShouldBe(("BSRS001", "操作履歴照会"));
        (list.ValueOf("from"), list.ValueOf("to")).ShouldBe((Today.AddDays(-6).Text(), Today.Text()));
        list.KeysBeginning("row:").Count().ShouldBe(int.Parse(list.Text("count"), CultureInfo.InvariantCulture));
        var wider = await list.Fill("from", Today.AddDays(-20).Text()).Fill("text", "ログイン").SubmitAsync("search");
        wider.Path.ShouldContain("from=");
        (await browser.GetAsync(wider.Path)).ValueOf("text").ShouldBe("ログイン");
        wider.KeysBeginning("row:").Count().ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Days_are_counted_for_the_conditions_with_refusals_apart_and_lead_to_their_day()
    {
        await AddLoginsAsync(3, TimeSpan.FromDays(1));
        var browser = await LoggedInAsync(Who);
        var list = await browser.GetAsync($"/history?category=signIn&from={Today.AddDays(-2).Text()}");
        list.KeysBeginning("day:").ShouldBeEmpty("whoever wants to know the number of each day asks for it");
        list = await list.ClickAsync("chart");

        var days = list.KeysBeginning("day:").ToList();
        days.ShouldBe(new[] { 0, -1, -2 }.Select(ago => $"day:{Today.AddDays(ago):yyyy-MM-dd}"));
        var yesterday = await list.ClickAsync(days[1]);
        yesterday.Path.ShouldContain("category=signIn");
        (yesterday.ValueOf("from"), yesterday.ValueOf("to")).ShouldBe((Today.AddDays(-1).Text(), Today.AddDays(-1).Text()));
        yesterday.KeysBeginning("day:").ShouldBeEmpty("a single day says nothing more");
        yesterday.KeysBeginning("row:").Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("from", "昨日", "E-COM-011")]
    [InlineData("to", "2026/02/30", "E-COM-011")]
    [InlineData("from", "0001/01/01", "E-COM-009")]
    [InlineData("from", "9999/12/31", "E-COM-009")]
    [InlineData("to", "9999/12/31", "E-COM-009")]
    [InlineData("to", "0001/01/01", "E-COM-009")]
    [InlineData("category", "nothing", "E-COM-009")]
    [InlineData("operation", "nothing", "E-COM-009")]
    public async Task What_cannot_be_searched_is_told_at_its_field_and_kept(string field, string typed, string code)
    {
        var browser = await LoggedInAsync(Who);
        foreach (var part in (string[])["", "/csv", "/print"])
        {
            var refused = await browser.GetAsync($"/history{part}?{field}={Uri.EscapeDataString(typed)}");
            refused.Status.ShouldBe(422);
            refused.ErrorKeys.ShouldContain($"{code}@{field}");
            refused.KeysBeginning("row:").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("userName")]
    [InlineData("terminal")]
    [InlineData("text")]
    public async Task Too_much_text_is_refused(string field)
    {
        var browser = await LoggedInAsync(Who);
        var refused = await browser.GetAsync($"/history?{field}={new string('a', 5_000)}");
        refused.ErrorKeys.ShouldBe([$"E-COM-005@{field}"]);
        (await browser.GetAsync($"/history?{field}={new string('a', 100)}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Days_are_compared_and_read_in_any_form()
    {
        var browser = await LoggedInAsync(Who);
        var (from, to) = (Today.AddDays(-3), Today.AddDays(-4));
        (await browser.GetAsync($"/history?from={from:yyyyMMdd}&to={to:yyyyMMdd}")).ErrorKeys.ShouldBe(["E-COM-009@from"]);
        (await browser.GetAsync($"/history?from={Today.AddDays(-100):yyyyMMdd}")).ErrorKeys.ShouldBe(["E-COM-009@from"]);
        (await browser.GetAsync($"/history?from={Today.AddDays(-99):yyyyMMdd}")).Status.ShouldBe(200);
        var japanese = Uri.EscapeDataString($"令和{from.Year - 2018}年{from.Month}月{from.Day}日");
        (await browser.GetAsync($"/history?from={japanese}&to={Today:yyyy-MM-dd}")).ValueOf("from").ShouldBe(from.Text());
    }

    [Fact]
    public async Task Pages_are_turned_in_both_directions_and_files_have_all_of_them()
    {
        await AddLoginsAsync(120, TimeSpan.FromDays(2));
        var browser = await LoggedInAsync(Who);
        var day = Today.AddDays(-3).Text();
        var first = await browser.GetAsync(
            $"/history?from={Uri.EscapeDataString(day)}&to={Uri.EscapeDataString(Today.AddDays(-1).Text())}");
        var second = await first.ClickAsync("nextPage");
        var third = await second.ClickAsync("nextPage");

        (first.Text("count"), first.Has("previousPage"), third.Has("nextPage")).ShouldBe(("120", false, false));
        Page[] pages = [first, second, third];
        pages.Select(page => page.KeysBeginning("row:").Count()).ShouldBe([50, 50, 20]);
        var keys = pages.SelectMany(page => page.KeysBeginning("row:")).Select(key => key[4..]).ToList();
        keys.ShouldBeUnique();
        (await third.ClickAsync("previousPage")).KeysBeginning("row:").ShouldBe(second.KeysBeginning("row:"));
        var back = await (await third.ClickAsync("previousPage")).ClickAsync("previousPage");
        back.KeysBeginning("row:").ShouldBe(first.KeysBeginning("row:"));
        back.Has("previousPage").ShouldBeFalse();

        var csv = await first.ClickAsync("csv");
        csv.ContentType.ShouldBe("text/csv; charset=utf-8");
        csv.Bytes.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = csv.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(121);
        lines.Skip(1).ShouldAllBe(line => line.Contains($"\"{Who}\"", StringComparison.Ordinal));
        var print = await first.ClickAsync("print");
        print.ContentType.ShouldBe("application/pdf");
        var record = await Bank.LastRecordAsync(Number);
        print.Headers["Content-Disposition"].ShouldBe($"inline; filename=\"BSRS001-{record.ReceiptNumber}.pdf\"");
        OperationSentence.Tell(OperationPayload.Of(record)).ShouldContain(day);
    }

    [Theory]
    [InlineData("after=1")]
    [InlineData("after=abc-def")]
    [InlineData("before=9999999999999999999-1")]
    [InlineData("before=-5-5")]
    [InlineData("after=3155378975999999999999-1")]
    public async Task A_cursor_made_up_by_hand_is_refused_in_words(string cursor)
    {
        var browser = await LoggedInAsync(Who);
        (await browser.GetAsync($"/history?{cursor}")).ErrorKeys.ShouldBe(["E-COM-011@"]);
    }

    [Theory]
    [InlineData("by")]
    [InlineData("session")]
    public async Task A_link_that_was_damaged_shows_nothing_rather_than_everything(string key)
    {
        var browser = await LoggedInAsync(Who);
        var refused = await browser.GetAsync($"/history?{key}=damaged");
        refused.ErrorKeys.ShouldBe(["E-COM-011@"]);
        refused.KeysBeginning("row:").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("after=0-0")]
    [InlineData("before=0-0")]
    [InlineData("after=3155378975999999999-1")]
    [InlineData("before=3155378975999999999-1")]
    public async Task Or_shows_what_is_there(string cursor)
    {
        var browser = await LoggedInAsync(Who);
        (await browser.GetAsync($"/history?{cursor}")).Status.ShouldBe(200);
        (await browser.GetAsync($"/history?text=a&{cursor}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_record_is_shown_as_the_person_saw_it_with_what_proves_it()
    {
        var browser = await LoggedInAsync(Who);
        var result = await (await browser.OpenAsync("BKGK015")).Fill("memos[0]", "経費").SubmitAsync("change");
        var list = await browser.GetAsync("/history?operation=company.account-memos");
        list.KeysBeginning("row:").ShouldBe([$"row:{result.ReceiptNumber}/1", $"row:{result.ReceiptNumber}"], ignoreOrder: true);

        var detail = await browser.GetAsync($"/history/{result.ReceiptNumber}");
        detail.Screen.ShouldBe("BSRS002");
        detail.ReceiptNumber.ShouldBe(result.ReceiptNumber);
        foreach (var (key, line) in result.Sheet)
        {
            detail.Sheet[key].ShouldBe(line);
        }

        var record = (await Bank.NewRecordsAsync(Number)).Single(row => row.ReceiptNumber == result.ReceiptNumber);
        detail.Sheet["seal"].Value.Replace(" ", "", StringComparison.Ordinal).ShouldBe(Convert.ToHexString(record.Seal));
        detail.Sheet["sequence"].Value.ShouldBe($"{record.Sequence}件目");
        detail.Sheet["sealHolds"].Value.ShouldStartWith("封印と内容は一致しています。");
        (await detail.ClickAsync("print")).Bytes.ShouldBe((await result.ClickAsync("print")).Bytes);
        var part = await detail.ClickAsync("inquire");
        part.Path.ShouldStartWith($"/history/{result.ReceiptNumber}/1");
        part.Sheet["receiptOf"].Value.ShouldBe(result.ReceiptNumber);
        (await part.ClickAsync("print")).ContentType.ShouldBe("application/pdf");
        (await detail.ClickAsync("toList")).Screen.ShouldBe("BSRS001");
    }

    [Fact]
    public async Task A_record_that_was_altered_says_so()
    {
        var browser = await LoggedInAsync(Who);
        var record = await Bank.LastRecordAsync(Number);
        await Bank.RemoveTriggersAsync();
        const string lie = "UPDATE OperationRecords SET SearchText = 'x' WHERE SessionId = {0}";
        await Bank.WithDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(lie, record.SessionId!.Value));
        (await browser.GetAsync($"/history/chain/{record.Sequence}")).Sheet["sealHolds"].Value.ShouldStartWith("封印と内容が一致しません。");
        (await Bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldContain("書き換えられています");
        const string truth = "UPDATE OperationRecords SET SearchText = {1} WHERE SessionId = {0} AND Sequence = {2}";
        await Bank.WithDatabaseAsync(context => context.Database.ExecuteSqlRawAsync(
            truth, record.SessionId!.Value, record.SearchText!, record.Sequence));
    }

    [Fact]
    public async Task Links_lead_to_what_was_done_by_whom_and_to_what()
    {
        var browser = await LoggedInAsync(Who);
        var confirm = await (await browser.OpenAsync("BKGK002")).Fill("companyLimits.bonus", "12345").SubmitAsync("change");
        var result = await confirm.ExecuteAsync(A.ConfirmationPassword);

        var changes = await (await browser.OpenAsync("BKGK005")).ClickAsync("history");
        changes.KeysBeginning("row:").ShouldContain($"row:{result.ReceiptNumber}");
        changes.Document.QuerySelectorAll(".ba-changed li").Select(li => li.TextContent.Trim()).ShouldHaveSingleItem()
            .ShouldMatch("(?s)賞与振込：.+円.+12,345円$");
        var mine = await (await (await browser.OpenUsersAsync()).Choose($"selected:{Who}").SubmitAsync("inquire")).ClickAsync("history");
        mine.KeysBeginning("row:").ShouldContain($"row:{result.ReceiptNumber}");
        var login = await changes.ClickAsync("history");
        login.Path.ShouldContain("session=");
        login.KeysBeginning("row:").ShouldContain($"row:{result.ReceiptNumber}");
        await WriteInquiriesAsync();
        (await browser.GetAsync("/history?text=" + Uri.EscapeDataString("12,345円"))).KeysBeginning("row:")
            .ShouldContain($"row:{result.ReceiptNumber}");
    }

    [Fact]
    public async Task Searching_and_looking_are_recorded_too()
    {
        var browser = await LoggedInAsync(Who);
        await browser.GetAsync("/history?userName=rireki");
        await browser.GetAsync("/users");
        await browser.GetAsync("/history/verification");
        await WriteInquiriesAsync();
        (await Bank.NewRecordsAsync(Number)).Select(record => record.Code)
            .ShouldBe(["auth.login", "history.search", "user.list", "history.inquire-verification"]);
        (await Bank.NewRecordsAsync(Number))[1].SearchText!.ShouldContain("rireki");
    }

    private Task WriteInquiriesAsync() =>
        App.Services.GetRequiredService<InquiryLog>().WriteAsync(TestContext.Current.CancellationToken);

    private async Task AddLoginsAsync(int count, TimeSpan ago)
    {
        var operation = new OperationContext();
        await using var context = Bank.Database().OpenForSystem(TimeProvider.System, operation);
        var user = await context.Users.SingleAsync(u => u.LoginIdKey == Who);
        var who = Person.Of(user, "192.0.2.9");
        for (var i = 0; i < count; i++)
        {
            operation.HappenedAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime - ago - TimeSpan.FromSeconds(i / 2);
            context.Record(new LoggedIn(OperationSubject.Of(who)), who, user.CompanyId);
        }

        await context.SaveChangesAsync();
    }
}
