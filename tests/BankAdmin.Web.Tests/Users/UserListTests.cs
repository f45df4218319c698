using BankAdmin.Domain;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Receipts;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>BRSK005 and BRSK040 with many users. Nothing is changed.</summary>
public sealed class UserListTests(UserListTests.Crowd crowd) : IClassFixture<UserListTests.Crowd>
{
    private const string Contract = "9000000301";
    private const int Users = 1_000;

    /// <summary>A query, how many it finds, the first login ID of the page.</summary>
    public static TheoryData<string, int, string> Queries => new()
    {
        { "", Users, "crowd001" },
        { "q=crowd01", 10, "crowd010" },
        { "q=CROWD01", 10, "crowd010" },
        { "q=ｃｒｏｗｄ０１０", 1, "crowd010" },
        { "q=1500号", 1, "crowd500" }, // names are full width, whatever is typed
        { "q=号", Users - 4, "crowd005" },
        { "q=名前のない人", 0, "" },
        { "q=ｘ", 0, "" },
        { "q=%F0%9F%98%80", 0, "" },
        { "q=%25", 0, "" },
        { "q=_", 0, "" },
        { "q='", 0, "" },
        { "q=%20", Users, "crowd001" },
        { "role=Master", 1, "crowd001" },
        { "role=Administrator", 1, "crowd002" },
        { "role=General", Users - 2, "crowd003" },
        { "role=general", Users, "crowd001" },
        { "role=7", Users, "crowd001" },
        { "role=0", Users, "crowd001" },
        { "state=Active", Users - 2, "crowd001" },
        { "state=Stopped", 1, "crowd003" },
        { "state=LoginStopped", 1, "crowd004" },
        { "state=ConfirmationPaused", 0, "" },
        { "state=7", Users, "crowd001" },
        { "state=Stopped,Active", Users, "crowd001" },
        { "state=Stopped&role=Master", 0, "" },
        { "page=2", Users, "crowd021" },
        { "page=50", Users, "crowd980" },
        { "page=51", Users, "crowd980" },
        { "page=0", Users, "crowd001" },
        { "page=-1", Users, "crowd001" },
        { "page=2147483647", Users, "crowd980" },
        { "page=999999999999", Users, "crowd001" },
        { "page=x", Users, "crowd001" },
        { "page=2&page=3", Users, "crowd021" },
        { "order=loginId&descending=true", Users, "crowd999" },
        { "order=userName", Users, "crowd1000" },
        { "order=userName&page=50", Users, "crowd020" },
        { "order=userName&descending=true", Users, "crowd004" },
        { "order=role", Users, "crowd001" },
        { "order=state", Users, "crowd001" },
        { "order=state&page=50", Users, "crowd982" },
        { "order=role&descending=true&page=50", Users, "crowd982" },
        { "order=state&descending=true", Users, "crowd003" },
        { "order=password", Users, "crowd001" },
        { "descending=maybe", Users, "crowd001" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Finds_sorts_and_turns_pages_whatever_is_asked(string query, int found, string first)
    {
        using var browser = await crowd.LoggedInAsync();

        var list = await browser.GetAsync($"/users?{query}");

        (list.Status, list.Screen, list.Text("count")).ShouldBe((200, "BRSK005", $"{found:N0}"), list.Summary);
        var rows = list.KeysBeginning("row:").ToList();
        rows.Count.ShouldBeLessThanOrEqualTo(20);
        (rows.FirstOrDefault() ?? "row:").ShouldBe(first == "" ? "row:" : $"row:{first}");
    }

    [Fact]
    public async Task Every_user_stands_on_exactly_one_page()
    {
        using var browser = await crowd.LoggedInAsync();
        var seen = new List<string>();
        for (var page = await browser.GetAsync("/users?order=userName"); ; page = await page.ClickAsync("nextPage"))
        {
            seen.AddRange(page.KeysBeginning("row:"));
            if (!page.Has("nextPage"))
            {
                break;
            }
        }

        seen.Count.ShouldBe(Users);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task The_list_says_where_one_is_how_it_is_sorted_and_how_many_places_are_left()
    {
        using var browser = await crowd.LoggedInAsync();
        var list = await browser.GetAsync("/users?order=userName&descending=true&page=2");

        list.Document.QuerySelectorAll("th[aria-sort]").Select(head => (head.TextContent.Trim()[..4], head.GetAttribute("aria-sort")))
            .ShouldBe([("利用者名", "descending")]);
        list.MainText.ShouldContain("上限の1,000名に達しています");
        (list.Has("previousPage"), list.Has("nextPage")).ShouldBe((true, true));
        var first = await list.ClickAsync("previousPage");
        (first.Has("previousPage"), first.KeysBeginning("row:").First()).ShouldBe((false, "row:crowd004"));
        var searched = await first.Fill("q", "crowd01").SubmitAsync("search");
        searched.KeysBeginning("row:").First().ShouldBe("row:crowd010", "the sort stays");
    }

    [Theory]
    [InlineData("change")]
    [InlineData("delete")]
    [InlineData("inquire")]
    [InlineData("copy")]
    public async Task Nobody_chosen_is_said_so_and_the_search_stays(string button)
    {
        using var browser = await crowd.LoggedInAsync();
        var list = await browser.GetAsync("/users?q=crowd1&page=2");

        var refused = await list.SubmitAsync(button);

        refused.Status.ShouldBe(422);
        refused.ErrorKeys.ShouldBe(["E-COM-001@selected"]);
        refused.ValueOf("q").ShouldBe("crowd1");
        refused.KeysBeginning("row:").ShouldBe(list.KeysBeginning("row:"));
    }

    [Fact]
    public async Task The_rights_of_all_are_a_csv_a_page_and_a_print_that_the_history_proves()
    {
        using var browser = await crowd.LoggedInAsync();
        var matrix = await browser.GetAsync("/users/rights");
        matrix.Text("count").ShouldBe($"{Users:N0}");
        matrix.KeysBeginning("row:").Count().ShouldBe(50);
        (await matrix.ClickAsync("nextPage")).KeysBeginning("row:").ShouldNotContain(matrix.KeysBeginning("row:").First());

        var csv = await matrix.ClickAsync("csv");
        var lines = csv.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(Users + 1);
        var columns = lines[0].Split(',').Length;
        lines.ShouldAllBe(line => line.Split("\",\"").Length == columns);

        var print = await matrix.ClickAsync("print");
        (print.Status, print.ContentType).ShouldBe((200, "application/pdf"));
        var record = await crowd.Bank.LastRecordAsync(Contract);
        print.Headers["Content-Disposition"].ShouldBe($"inline; filename=\"BRSK040-{record.ReceiptNumber}.pdf\"");
        record.Payload.Length.ShouldBeLessThan(200_000);
        var receipt = OperationPayload.Read(record.Payload).Receipt!;
        receipt.Matrix!.Rows.Select(row => row.LoginId).ShouldBe(lines.Skip(1).Select(line => line.Split('"')[1]));
        ReceiptPdf.Render(receipt, new BankParameters().Issuer).SequenceEqual(print.Bytes)
            .ShouldBeTrue("the record gives the same file again");
        (await crowd.Bank.HistoryFaultsAsync()).ShouldBeEmpty();
    }

    public sealed class Crowd : IAsyncLifetime
    {
        private TestBank bank = null!;
        private TestApp app = null!;

        public TestBank Bank => bank;

        public async ValueTask InitializeAsync()
        {
            bank = await TestBank.OpenAsync();
            var company = A.Company(Contract)
                .With("userMaximum", Users).WithMaster("crowd001").WithAdministrator("crowd002", Permission.Balance)
                .WithUser("crowd003", UserRole.General, "Stopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
                .WithUser("crowd004", UserRole.General, "LoginStopped", A.ConfirmationPassword, forceChange: false, Permission.Balance);
            for (var i = 5; i <= Users; i++)
            {
                company.WithUser($"crowd{i:D3}", UserRole.General, Permission.Balance).UserNamed($"{(2 * Users) - i}号");
            }

            await bank.AddAsync(company);
            app = new TestApp(bank);
        }

        public async Task<PageClient> LoggedInAsync()
        {
            var browser = app.NewBrowser();
            await browser.LogInAsync("crowd001");
            return browser;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            bank.Dispose();
        }
    }
}
