using System.Globalization;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Users;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing;
using BankAdmin.Testing.Builders;
using BankAdmin.Testing.Volume;
using BankAdmin.Web.Receipts;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Benchmarks.Pages;

/// <summary>The work of the product that is measured.</summary>
internal static class Works
{
    /// <summary>The path that begins 停止・解除 and so opens its list.</summary>
    public const string Suspension = "/users/menu#BRSK016";

    private const int Requests = 400;
    private const int RequestsOfMany = 10;
    private const int PeopleEach = 4;
    private const int OneByOne = 16;
    private const int RowsOfTwoPages = 50;
    private const int Rounds = 5;

    /// <summary>A page, asked for by eight administrators of a company of 20 users.</summary>
    public static Measure Page(string name, string path) => new(name, turn => OpenAsync(turn, path, VolumeSize.FewUser, Requests));

    /// <summary>A list of 1,000 users.</summary>
    public static Measure ManyUsers(string list, string path) =>
        new($"{list}, 1,000 users", turn => OpenAsync(turn, path, VolumeSize.User, RequestsOfMany));

    /// <summary>The same of 20.</summary>
    public static Measure FewUsers(string list, string path) =>
        new($"{list}, 20 users", turn => OpenAsync(turn, path, VolumeSize.FewUser, RequestsOfMany));

    /// <summary>The answer to a password; the login pages are open before.</summary>
    public static Measure LogIn(int clients) => new($"login, {Of(clients)}", turn => SendAsync(clients, async i =>
    {
        var person = new Person(turn.Node(i));
        return (person, await person.LoginFormAsync("/", VolumeSize.Master(i)));
    }));

    /// <summary>The answer to 実行 of 企業情報変更, each of another company; the confirm pages are open before.</summary>
    public static Measure Execute(int clients) => new($"実行 (BKGK003), {Of(clients)}", turn => SendAsync(clients, async i =>
    {
        var person = await Person.LogInAsync(turn.Node(i), "/", VolumeSize.Master(i));
        return (person, await person.ProposeAsync($"測定{Guid.CreateVersion7():N}"));
    }));

    /// <summary>A company looked up whole among others, with its users, approvers and fee tables.</summary>
    public static Measure LookUp(VolumeSize size) => new($"a company among {Number(size.Companies)}", async turn =>
    {
        var database = (size == VolumeSize.Long ? turn.AmongMany : turn.AmongFew).Database();
        var operation = await database.ActForAsync(VolumeSize.Few);
        await database.LookUpAsync(operation);
        return await Sample.TakeAsync(1, RequestsOfMany, async (_, _) =>
        {
            await database.LookUpAsync(operation);
            return 0;
        });
    });

    /// <summary>A company of so many users seeded into a new bank, hashed with the rounds of the tests.</summary>
    public static Measure Seed(int users) => new($"{users} users seeded", async _ =>
    {
        var company = A.Company("9000000100").With("userMaximum", users).WithMaster("master01");
        for (var i = 2; i <= users; i++)
        {
            var loginId = string.Create(CultureInfo.InvariantCulture, $"tane{i:D4}");
            company.WithUser(loginId, UserRole.General, Permission.Balance, Permission.Statements);
        }

        var fixture = A.Fixture(company);
        using var bank = await TestBank.OpenAsync();
        return await Sample.TakeAsync(1, 1, async (_, _) =>
        {
            await bank.AddAsync(fixture);
            return 0;
        });
    });

    /// <summary>A result of two pages drawn, as 印刷 draws it.</summary>
    public static Measure Pdf { get; } = new("result PDF, 2 pages", _ =>
    {
        var rows = Enumerable.Range(0, RowsOfTwoPages)
            .Select(i => new SheetRow($"row{i}", $"口座{i}", "999,999,999,999円", "1円", Kind: ValueKind.Amount)).ToList();
        var receipt = new Receipt(
            "BKGK004", "企業情報変更完了", "20261130-000001", DateTime.UnixEpoch, "株式会社さくら商事", "佐藤　太郎", "sakura01",
            "以下の内容で企業情報を変更しました。", new Sheet(Compares: true, [new SheetSection("限度額", rows)]), null);
        var bank = new Issuer("青空銀行", "");
        return Sample.TakeAsync(1, RequestsOfMany * 2, (_, _) => Task.FromResult(ReceiptPdf.Render(receipt, bank).Length));
    });

    /// <summary>The history of one company proved, record by record.</summary>
    public static Measure Verification { get; } = new("verification of 10,000 records", async turn =>
    {
        var keys = new HistoryKeys(turn.AmongFew.KeyFolder);
        await using var context = turn.AmongFew.OpenContext();
        var company = await context.Companies.IgnoreAutoIncludes()
            .Where(c => c.ContractNumber == VolumeSize.History).Select(c => c.Id).SingleAsync();
        return await Sample.TakeAsync(1, Rounds, async (_, _) =>
        {
            var verdict = (await new OperationVerifier(context, keys).VerifyAsync(company, null, CancellationToken.None)).Single();
            return verdict.Fault is null ? 0 : throw new InvalidOperationException(verdict.Fault);
        });
    });

    /// <summary>The program from its start to its readiness.</summary>
    public static Measure Start(VolumeSize size) => new($"start to ready among {Number(size.Companies)} companies", turn =>
        Sample.TakeAsync(1, 1, async (_, _) =>
        {
            await using var server = await ServerProcess.StartAsync(size == VolumeSize.Long ? turn.AmongMany : turn.AmongFew);
            return 0;
        }));

    private static string Of(int clients) => clients == 1 ? "one client" : $"{clients} clients";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static async Task<Sample> OpenAsync(Turn turn, string path, Func<int, string> loginId, int each)
    {
        var people = await Task.WhenAll(Enumerable.Range(1, Line.Clients).Select(async i =>
        {
            var person = await Person.LogInAsync(turn.Node(i), "/", loginId(i));
            return (Person: person, Path: await person.BeginAsync(path));
        }));
        async Task<int> OnceAsync(int client, int time) => (await people[client].Person.GetAsync(people[client].Path)).Bytes;
        await Sample.TakeAsync(Line.Clients, each, OnceAsync);
        var sample = await Sample.TakeAsync(Line.Clients, each, OnceAsync);
        Array.ForEach(people, one => one.Person.Dispose());
        return sample;
    }

    private static async Task<Sample> SendAsync(int clients, Func<int, Task<(Person Person, RawForm Form)>> prepare)
    {
        var each = clients == 1 ? OneByOne : PeopleEach;
        var forms = new List<(Person Person, RawForm Form)>();
        foreach (var some in Enumerable.Range(1, clients * each).Chunk(Line.Clients))
        {
            forms.AddRange(await Task.WhenAll(some.Select(prepare)));
        }

        var sample = await Sample.TakeAsync(clients, each, async (client, time) =>
        {
            var (person, form) = forms[(client * each) + time];
            await person.PostAsync(form);
            return 0;
        });
        forms.ForEach(form => form.Person.Dispose());
        return sample;
    }
}
