using BankAdmin.Domain;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>The first start in an empty folder: by two nodes at once, and cut off at any moment.</summary>
[Collection(ProcessCollection.Name)]
public sealed class FirstStartTests(TwoNodes nodes) : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan SecondStartLimit = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bankadmin-first-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Folder { get; set; } = "";

    [Fact]
    public async Task Two_servers_that_start_at_once_make_one_bank()
    {
        for (var round = 0; round < ProcessCollection.Rounds(1); round++)
        {
            Folder = folder.CreateSubdirectory($"pair-{round}").FullName;
            await using var first = ServerProcess.Launch(Folder);
            await using var second = ServerProcess.Launch(Folder);
            await Task.WhenAll(first.WhenReadyAsync(StartLimit), second.WhenReadyAsync(StartLimit));

            using var browser = new RawBrowser();
            (await Administrator.LogInAsync(browser, first, "sakura01", "Login001")).LeadsTo("/").ShouldBeTrue(first.Output);
            (await browser.GetAsync(second, "/", Cancelled)).Screen.ShouldBe("BTOP001", "one node's cookie is read by the other");
            await ShouldBeWholeAsync();
        }

        await Proofs.ShouldVerifyAsync(Folder);
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_on_a_filled_bank_share_one_ring_of_cookie_keys()
    {
        // The two that all these tests share were started so; more pairs only in the long run.
        await ShouldShareOneRingAsync(nodes);
        for (var round = 1; round < ProcessCollection.Rounds(1); round++)
        {
            await using var pair = new TwoNodes();
            await pair.InitializeAsync();
            await ShouldShareOneRingAsync(pair);
        }
    }

    [Fact]
    public async Task A_first_start_that_is_killed_is_completed_by_the_next()
    {
        var made = new Func<bool>[]
        {
            () => Keys("master") == 1,
            () => File.Exists(Database),
            () => Length(Database + "-wal") > 0,
            () => Length(Database + "-wal") > 100_000 || Length(Database) > 100_000,
            () => Length(Database + "-wal") > 400_000 || Length(Database) > 400_000,
        };
        var rounds = Math.Max(made.Length, ProcessCollection.Rounds(made.Length));
        var unfinished = 0;
        for (var round = 0; round < rounds; round++)
        {
            Folder = folder.CreateSubdirectory($"killed-{round}").FullName;
            var seen = made[round % made.Length];
            await using (var killed = ServerProcess.Launch(Folder))
            {
                Moments.SpinUntilSeen(seen, killed.WhenReadyAsync(StartLimit), StartLimit).ShouldBeTrue($"{round}: {killed.Output}");
                // The moments of later rounds lie a little behind what was seen.
                Moments.SpinFor(TimeSpan.FromMilliseconds(20 * (round / made.Length)), Task.Delay(Timeout.Infinite, Cancelled));
                await killed.KillAsync();
            }

            unfinished += await HasCompaniesAsync() ? 0 : 1;
            await using var next = ServerProcess.Launch(Folder);
            await next.WhenReadyAsync(SecondStartLimit);
            await ShouldBeWholeAsync();
        }

        await Proofs.ShouldVerifyAsync(Folder);
        ProcessCollection.Note($"{rounds} first starts killed, {unfinished} of them before the data was there");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private string Database => Path.Combine(Folder, "bankadmin.db");

    private int Keys(string purpose) => KeyFiles.Find(Path.Combine(Folder, "keys"), purpose).Count;

    private static long Length(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;

    private BankAdminDbContext Open() => new BankAdminDatabase(
        DatabaseProvider.Sqlite, $"Data Source={Database}", () => throw new NotSupportedException(), logging: null)
        .OpenForSystem(TimeProvider.System);

    private static async Task ShouldShareOneRingAsync(TwoNodes pair)
    {
        var firm = await Firm.OpenAsync(pair.Bank);
        using var person = await Administrator.LogInAsync(pair[1], firm);
        (await person.Browser.GetAsync(pair[0], "/", Cancelled)).Screen.ShouldBe("BTOP001", "one node's cookie is read by the other");
        await using var context = pair.Bank.OpenContext();
        (await context.DataProtectionKeys.CountAsync(Cancelled))
            .ShouldBe(1, "of two keys a node would read only its own until it looks again");
    }

    private async Task<bool> HasCompaniesAsync()
    {
        if (Length(Database) == 0)
        {
            return false;
        }

        await using var context = Open();
        return !(await context.Database.GetPendingMigrationsAsync(Cancelled)).Any() && await context.Companies.AnyAsync(Cancelled);
    }

    private async Task ShouldBeWholeAsync()
    {
        var demo = new FixtureReader(new BankParameters()).Read(DemoSeed.Document()).Document.Companies;
        await using var context = Open();
        (await context.Companies.Select(c => c.ContractNumber).Order().ToListAsync(Cancelled))
            .ShouldBe(demo.Select(c => c.Number!).Order());
        (await context.Users.Select(u => u.LoginId).Order().ToListAsync(Cancelled))
            .ShouldBe(demo.SelectMany(c => c.Users).Select(u => u.LoginId!).Order());
        (await context.DataProtectionKeys.CountAsync(Cancelled)).ShouldBe(1);
        (Keys("master"), Keys("history")).ShouldBe((1, 1));
        var verdicts = await new OperationVerifier(context, new HistoryKeys(Path.Combine(Folder, "keys")))
            .VerifyAsync(null, null, Cancelled);
        verdicts.ShouldAllBe(verdict => verdict.Fault == null);
    }
}
