using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Web.Tests.Scenes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary><c>migrate</c>, <c>keys create</c>, <c>seed demo</c> and <c>seed fixture</c>.</summary>
public sealed class SeedCommandTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Quick = new() { ["BankAdmin__Security__PasswordRounds"] = "1000" };

    private TestBank bank = null!;

    public async ValueTask InitializeAsync() => bank = await TestBank.OpenAsync();

    public ValueTask DisposeAsync()
    {
        bank.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task From_an_empty_folder_to_a_bank_step_by_step()
    {
        var folder = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
        try
        {
            var migrated = await CommandRun.RunAsync(folder, "migrate");
            (migrated.ExitCode, migrated.Problems.Count).ShouldBe((0, 0), migrated.All);
            migrated.Output.ShouldContain("適用しました");
            (await CommandRun.RunAsync(folder, "migrate")).Output.ShouldContain("最新です");

            var without = await CommandRun.RunAsync(folder, "seed", "demo");
            without.ExitCode.ShouldNotBe(0);
            without.Problems.ShouldHaveSingleItem().ShouldContain("keys create");

            var keys = await CommandRun.RunAsync(folder, "keys", "create");
            keys.ExitCode.ShouldBe(0, keys.All);
            (await CommandRun.RunAsync(folder, "keys", "create")).Output.ShouldContain("すでに");
            ShouldBeTheOwners(Path.Combine(folder, "keys"));

            var seeded = await CommandRun.RunAsync(folder, "Development", Quick, "seed", "demo");
            (seeded.ExitCode, seeded.Problems.Count).ShouldBe((0, 0), seeded.All);
            var again = await CommandRun.RunAsync(folder, "Development", Quick, "seed", "demo");
            again.ExitCode.ShouldBe(0);
            again.Output.ShouldContain("何もしませんでした");

            var verified = await CommandRun.RunAsync(folder, "audit", "verify");
            verified.ExitCode.ShouldBe(0, verified.All);
            foreach (var number in new[] { "1000000001", "1000000002", "1000000003" })
            {
                verified.Output.Split('\n').ShouldContain(
                    line => line.StartsWith(number, StringComparison.Ordinal) && line.Contains("異常ありません", StringComparison.Ordinal));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_good_fixture_can_log_in()
    {
        var run = await SeedAsync(A.Fixture(
            A.Company("9000000001").WithMaster("fixture1").WithUser("fixture2", UserRole.General),
            A.Company("9000000002").WithMaster("fixture3")));

        (run.ExitCode, run.Problems.Count).ShouldBe((0, 0), run.All);
        run.Output.ShouldContain("2社、利用者3名");
        await using var app = new TestApp(bank);
        using var browser = app.NewBrowser();
        (await browser.LogInAndOpenAsync("fixture1", "BKGK002")).ValueOf("companyName").ShouldContain("検証用企業");
        (await FeeTablesAsync()).ShouldAllBe(tables => tables.SequenceEqual(FeeTableKind.All), "every company has its three tables");
        (await bank.HistoryFaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bad_fixture_names_every_fault_by_its_path_and_adds_nothing()
    {
        var bad = A.Company("12").WithMaster("bad01").WithMaster("master02")
            .Approving(BankingService.Payroll, Domain.Approvals.ApprovalMode.None).With("loginMethod", "fax");

        var run = await SeedAsync(A.Fixture(A.Company("9000000001").WithMaster("fixture1"), bad));

        run.ExitCode.ShouldNotBe(0);
        run.Problems.Select(problem => problem.Split(':')[0]).ShouldBe(
        [
            "companies[1].number", "companies[1].loginMethod", "companies[1].approval.payroll", "companies[1].users[0].loginId",
            "companies[1].users",
        ], ignoreOrder: true);
        (await CompaniesAsync()).ShouldBe(3, "not even the good one");
    }

    [Theory]
    [InlineData("name", "\"\"", "name")]
    [InlineData("name", "\"社\\u200B\"", "name")]
    [InlineData("kana", "\"漢字\"", "kana")]
    [InlineData("consignors", "[{\"code\":\"1\",\"name\":\"\"}]", "consignors[0].code consignors[0].name")]
    [InlineData("companyLimits", "{\"salary\":1000000000000}", "companyLimits.salary companyLimits.salary")]
    [InlineData("accounts", "[{\"branch\":\"081\",\"number\":\"1234567\"},{\"branch\":\"081\",\"number\":\"1234567\"}]",
        "accounts[1].number")]
    [InlineData("accounts", "[]", "users[1].accounts")]
    [InlineData("users", "[{\"loginId\":\"fixture1\",\"role\":\"Master\",\"loginPassword\":\"Login001\"},"
        + "{\"loginId\":\"fixture2\",\"loginPassword\":\"Login001\",\"rights\":[]}]", "users[1].rights")]
    [InlineData("services", "null", "services")]
    [InlineData("users", "[null]", "users[0]")]
    [InlineData("users", "[{\"loginId\":\"fixture1\",\"role\":\"Master\",\"loginPassword\":\"fixture1\","
        + "\"confirmationPassword\":\"FIXTURE1\"}]",
        "users[0].loginPassword users[0].confirmationPassword")]
    [InlineData("users", "[{\"loginId\":\"fixture1\",\"role\":\"Master\",\"loginPassword\":\"Login001\","
        + "\"confirmationPassword\":\"Login001\",\"rights\":null}]",
        "users[0].rights")]
    [InlineData("users", "[{\"loginId\":\"fixture1\",\"role\":\"Master\",\"loginPassword\":\"Login001\","
        + "\"email\":\"a@b\",\"limits\":{\"salary\":1000000000000}}]",
        "users[0].email users[0].limits.salary")]
    [InlineData("users", "[{\"loginId\":\"fixture1\",\"role\":\"Master\",\"loginPassword\":\"Login001\","
        + "\"name\":\"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほま\"}]",
        "users[0].name")]
    public void A_fixture_is_held_to_the_products_own_rules(string member, string json, string paths)
    {
        var company = A.Company("9000000001").WithMaster("fixture1")
            .WithUser("fixture2", UserRole.General, Permission.ApproveBulkTransfer)
            .With(member, System.Text.Json.Nodes.JsonNode.Parse(json));

        var errors = new FixtureReader(new BankParameters()).Read(A.Fixture(company)).Errors;

        string.Join(' ', errors.Select(error => error.Split(':')[0].Replace("companies[0].", "", StringComparison.Ordinal)))
            .ShouldBe(paths);
    }

    [Fact]
    public async Task Names_of_a_fixture_are_stored_as_screens_store_them()
    {
        await bank.AddAsync(A.Company("9000000001").Named("㈱ｻｸﾗ").WithMaster("fixture1").With("kana", "さくらショウジ（カブ")
            .WithConsignor("0000000009", "ヴァイオリン"));

        var company = await bank.WithDatabaseAsync(context => context.Companies.SingleAsync(c => c.ContractNumber == "9000000001"));
        (company.Name, company.NameKana, company.Consignors[0].Name).ShouldBe(("㈱サクラ", "ｻｸﾗｼﾖｳｼﾞ(ｶﾌﾞ", "ｳﾞｱｲｵﾘﾝ"));
    }

    [Theory]
    [InlineData("{ \"companies\": [ ", "$")]
    [InlineData("{ \"companys\": [] }", "$.companys")]
    [InlineData("{ \"companies\": [ { \"number\": 9000000001 } ] }", "$.companies[0].number")]
    [InlineData("{ \"companies\": [ { \"colour\": \"blue\" } ] }", "$.companies[0].colour")]
    public async Task What_cannot_be_read_is_named_by_its_path(string json, string path)
    {
        var run = await SeedAsync(json);

        run.ExitCode.ShouldNotBe(0);
        run.Problems.ShouldHaveSingleItem().ShouldStartWith(path);
    }

    [Fact]
    public async Task What_is_taken_is_not_added_twice()
    {
        var run = await SeedAsync(A.Fixture(
            A.Company("9000000001").WithMaster("fixture1").WithUser("SAKURA01", UserRole.General),
            A.Company("1000000002").WithMaster("fixture3")));

        run.ExitCode.ShouldNotBe(0);
        run.Problems.Select(problem => problem.Split(':')[0]).ShouldBe(["companies[1].number", "companies[0].users[1].loginId"]);
        (await CompaniesAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task A_large_data_set_goes_on_behind_what_is_there_and_its_people_can_log_in()
    {
        for (var time = 1; time <= 2; time++)
        {
            var run = await CommandRun.RunAsync(
                bank.Folder, "Development", Quick, "seed", "load", "--companies", "2", "--users", "3", "--records", "500");
            (run.ExitCode, run.Problems.Count).ShouldBe((0, 0), run.All);
            run.Output.ShouldContain("500 / 500 件");
            run.Output.ShouldContain(LoadSeed.Password);
            (await CompaniesAsync()).ShouldBe(3 + (time * 2));
        }

        (await bank.HistoryFaultsAsync()).ShouldBeEmpty();
        await using var app = new TestApp(bank);
        using var browser = app.NewBrowser();
        (await browser.LogInAndOpenAsync("load0000009", "BKGK002")).ValueOf("companyName").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("seed", "demo")]
    [InlineData("seed", "fixture", "x.json")]
    [InlineData("seed", "load", "--records", "1")]
    public async Task In_production_nothing_is_seeded(params string[] command)
    {
        var run = await CommandRun.RunAsync(bank.Folder, "Production", Quick, command);

        run.ExitCode.ShouldNotBe(0);
        run.Problems.ShouldHaveSingleItem().ShouldContain("本番");
        (await CompaniesAsync()).ShouldBe(3);
    }

    [Theory]
    [InlineData("seed fixture")]
    [InlineData("seed fixture nowhere.json")]
    [InlineData("seed load many")]
    [InlineData("seed load 1000")]
    [InlineData("seed load --companies")]
    [InlineData("seed load --companies 0")]
    [InlineData("seed load --companies 200001")]
    [InlineData("seed load --users 0")]
    [InlineData("seed load --users -1")]
    [InlineData("seed load --records 100000001")]
    [InlineData("seed load --records 1,000")]
    [InlineData("seed load --records 1 --records 2")]
    [InlineData("seed load --people 5")]
    [InlineData("audit verify --company")]
    [InlineData("audit verify --company 4711")]
    [InlineData("audit verify --anchor nowhere.json")]
    public async Task What_it_does_not_understand_it_says_in_one_line(string command)
    {
        var run = await CommandRun.RunAsync(bank.Folder, command.Split(' '));

        run.ExitCode.ShouldNotBe(0);
        run.Problems.ShouldHaveSingleItem();
        run.Output.ShouldBeEmpty();
    }

    private static void ShouldBeTheOwners(string folder)
    {
        var files = Directory.GetFiles(folder);
        files.Length.ShouldBe(2);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var file in files)
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    private async Task<CommandRun> SeedAsync(string json)
    {
        var file = Path.Combine(bank.Folder, "fixture.json");
        await File.WriteAllTextAsync(file, json);
        return await CommandRun.RunAsync(bank.Folder, "Development", Quick, "seed", "fixture", file);
    }

    private Task<List<List<FeeTableKind>>> FeeTablesAsync() => bank.WithDatabaseAsync(async context =>
    {
        var tables = await context.FeeTables.AsNoTracking().ToListAsync();
        return (await context.Companies.IgnoreAutoIncludes().Select(company => company.Id).ToListAsync())
            .ConvertAll(id => FeeTableKind.All
                .SelectMany(kind => tables.Where(table => table.CompanyId == id && table.Kind == kind).Select(table => table.Kind))
                .ToList());
    });

    private Task<int> CompaniesAsync() => bank.WithDatabaseAsync(context => context.Companies.CountAsync());
}
