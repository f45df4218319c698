using BankAdmin.Domain;
using BankAdmin.Domain.Credentials;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Features.Users.ViewRights;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Users;

/// <summary>利用者権限一覧 (BRSK040): the page, the CSV file and the record of a print say the same.</summary>
public sealed class UserRightsTests : IAsyncLifetime
{
    private const string Contract = "9000000501";
    private const int FirstRight = 4;

    private TestBank bank = null!;
    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        bank = await TestBank.OpenAsync();
        await bank.AddAsync(A.Company(Contract).Contracting(BankingService.Transfer).WithMaster("matrix01")
            .WithAdministrator("matrix02", Permission.Balance, Permission.TransferAll)
            .WithUser("matrix03", UserRole.General, "Stopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("matrix04", UserRole.General, "LoginStopped", A.ConfirmationPassword, forceChange: false, Permission.Statements)
            .WithUser("matrix05", UserRole.General, "ConfirmationStopped", A.ConfirmationPassword, forceChange: false, Permission.Balance)
            .WithUser("matrix06", UserRole.General, Permission.Balance));

        // A right whose service the contract has no more is no column.
        await bank.ExecuteAsync("INSERT INTO UserRights (UserId, \"Right\") SELECT Id, 'PayrollAll' FROM Users WHERE LoginId = 'matrix06'");
        app = new TestApp(bank);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        bank.Dispose();
    }

    [Fact]
    public async Task Page_csv_and_print_tell_the_same_of_every_user()
    {
        using var browser = await LoggedInAsync();
        var page = await browser.GetAsync("/users/rights");
        var lines = Lines(await page.ClickAsync("csv"));
        await page.ClickAsync("print");
        var matrix = OperationPayload.Read((await bank.LastRecordAsync(Contract)).Payload).Receipt!.Matrix!;

        lines[0].Take(FirstRight).ShouldBe(["ログインID", "利用者名", "利用者区分", "サービス状態"]);
        lines[0].Skip(FirstRight).ShouldBe(matrix.Columns.Select(column => $"{column.Item}　{column.Name}"));
        matrix.Columns.Select(column => column.Key).ShouldBe(page.KeysBeginning("cell:matrix01:").Select(key => key.Split(':')[2]));
        matrix.Columns.ShouldNotContain(column => column.Key == nameof(Permission.PayrollAll));
        lines.Skip(1).Select(line => string.Join('|', line))
            .ShouldBe(matrix.Rows.Select(row => string.Join('|', row.Texts().Concat(row.Held.Select(held => $"{held}")))));
        foreach (var row in matrix.Rows)
        {
            foreach (var (i, column) in matrix.Columns.Index())
            {
                page.Text($"cell:{row.LoginId}:{column.Key}").ShouldBe(row.IsGranted(i) ? "付与する" : "付与しない");
            }

            page.Text($"row:{row.LoginId}").Contains(row.State, StringComparison.Ordinal).ShouldBe(row.State != "利用可能");
        }

        matrix.Rows[0].Held.ShouldNotContain('0', "the Master holds everything");
        Held("matrix02").ShouldBe([nameof(Permission.Balance), nameof(Permission.TransferAll)]);
        Held("matrix06").ShouldBe([nameof(Permission.Balance)]);
        matrix.Rows.Select(row => row.State).ShouldBe(["利用可能", "利用可能", "サービス利用停止", "ログインパスワード利用停止", "確認用パスワード利用停止", "利用可能"]);

        IEnumerable<string> Held(string loginId) =>
            matrix.Columns.Where((_, i) => matrix.Rows.Single(row => row.LoginId == loginId).IsGranted(i)).Select(column => column.Key);
    }

    [Fact]
    public async Task What_people_prove_themselves_with_is_told_as_far_as_the_contract_has_it()
    {
        await bank.AddAsync(A.Company("9000000502").AskingForCodes().WithMaster("master51").HoldingToken().HoldingCertificate("Revoked")
            .WithUser("shomei51", UserRole.General, Permission.Balance).HoldingCertificate("Expired")
            .WithUser("token051", UserRole.General, Permission.Balance).HoldingToken(TokenState.Suspended));
        using var browser = app.NewBrowser();
        await browser.LogInAsync("master51");
        var page = await browser.GetAsync("/users/rights");
        var lines = Lines(await page.ClickAsync("csv"));
        await page.ClickAsync("print");
        var matrix = OperationPayload.Read((await bank.LastRecordAsync("9000000502")).Payload).Receipt!.Matrix!;

        lines.Select(line => string.Join(' ', line.Skip(FirstRight).Take(2))).ShouldBe(
            ["証明書状態 トークン状態", "対象外 利用中", "有効期限切れ 未登録", "対象外 利用停止"], ignoreOrder: true);
        matrix.Heads().Skip(FirstRight).ShouldBe(["証明書状態", "トークン状態"]);
        foreach (var row in matrix.Rows)
        {
            page.Text($"row:{row.LoginId}").ShouldContain($"証明書状態 {row.Credentials[0]}");
            page.Text($"row:{row.LoginId}").ShouldContain($"トークン状態 {row.Credentials[1]}");
        }
    }

    [Fact]
    public async Task A_pause_is_a_state_as_long_as_it_lasts()
    {
        using var browser = await LoggedInAsync();
        using (var other = app.NewBrowser())
        {
            var login = await other.GetAsync("/");
            while (StateOf("matrix06", Lines(await browser.GetAsync("/users/rights/csv"))) == "利用可能")
            {
                login = await login.SubmitAsync("login", extra: [("loginId", "matrix06"), ("password", "Wrong0001")]);
            }
        }

        StateOf("matrix06", Lines(await browser.GetAsync("/users/rights/csv"))).ShouldBe("ログインパスワード一時停止");
        (await browser.GetAsync("/users/rights")).Text("row:matrix06").ShouldContain("ログインパスワード一時停止");
    }

    [Theory]
    [InlineData('=')]
    [InlineData('+')]
    [InlineData('-')]
    [InlineData('@')]
    [InlineData('＝')]
    [InlineData('＋')]
    [InlineData('－')]
    [InlineData('＠')]
    [InlineData('\t')]
    [InlineData('\r')]
    [InlineData('\n')]
    public void No_field_of_the_csv_begins_a_formula(char sign)
    {
        var matrix = new Matrix([new("Balance", "残高照会", "照会")], [new("matrix01", $"{sign}１＋２\"", "一般ユーザ", "利用可能", "1")]);
        System.Text.Encoding.UTF8.GetString(MatrixCsv.Write(matrix))
            .ShouldContain($"\"matrix01\",\"'{sign}１＋２\"\"\",\"一般ユーザ\",\"利用可能\",\"1\"\r\n");
    }

    [Fact]
    public async Task A_name_in_full_width_that_begins_a_formula_is_made_harmless()
    {
        await bank.ExecuteAsync("UPDATE Users SET Name = '＝１＋２' WHERE LoginId = 'matrix06'");
        using var browser = await LoggedInAsync();
        var csv = await browser.GetAsync("/users/rights/csv");
        csv.ContentType.ShouldBe("text/csv; charset=utf-8");
        csv.Bytes.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        Lines(csv)[^1][1].ShouldBe("'＝１＋２");
    }

    [Fact]
    public async Task More_users_than_the_history_can_hold_are_refused_in_words_and_still_go_into_the_csv()
    {
        const int more = 12_000;
        await AddUsersAsync(more);
        using var browser = await LoggedInAsync();

        var refused = await browser.GetAsync("/users/rights/print");

        (refused.Status, refused.Screen).ShouldBe((409, "error-409"));
        refused.MainText.ShouldContain("利用者が12,006名と多いため、1通の帳票に印刷できません。");
        var record = await bank.LastRecordAsync(Contract);
        (record.Code, record.Outcome, record.ReceiptNumber).ShouldBe((OperationCatalogue.Print.Code, OperationOutcome.Refused, null));
        Lines(await refused.ClickAsync("csv")).Count.ShouldBe(1 + more + 6);
    }

    private static List<List<string>> Lines(Page csv) =>
        [.. csv.Body.TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line[1..^1].Split("\",\"").ToList())];

    private static string StateOf(string loginId, List<List<string>> lines) => lines.Single(line => line[0] == loginId)[3];

    private async Task<PageClient> LoggedInAsync()
    {
        var browser = app.NewBrowser();
        await browser.LogInAsync("matrix01");
        return browser;
    }

    /// <summary>Copies of a user, past the program: it would hash a password for each.</summary>
    private async Task AddUsersAsync(int count)
    {
        var columns = await bank.WithDatabaseAsync(
            context => context.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('Users')").ToListAsync());
        string Copy(string column) => column switch
        {
            "Id" => $"upper({string.Join(" || '-' || ", new[] { 4, 2, 2, 2, 6 }.Select(bytes => $"hex(randomblob({bytes}))"))})",
            "LoginId" or "LoginIdKey" => "'copy' || (10000 + n.i)",
            _ => $"\"{column}\"",
        };
        await bank.ExecuteAsync(
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
            + $"INSERT INTO Users ({string.Join(',', columns.Select(column => $"\"{column}\""))}) "
            + $"SELECT {string.Join(',', columns.Select(Copy))} FROM Users, n WHERE LoginId = 'matrix06'");
    }
}
