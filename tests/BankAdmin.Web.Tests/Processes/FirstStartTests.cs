using BankAdmin.Domain;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Infrastructure.Seeds;
using BankAdmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Processes;

/// <summary>The first start in an empty folder: by two nodes at once, and cut off at any moment.</summary>
public abstract class FirstStartTests(EngineNodes all, DatabaseProvider engine) : ProcessTest(all, engine)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan SecondStartLimit = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_servers_that_start_at_once_make_one_bank()
    {
        for (var round = 0; round < ProcessCollection.Rounds(1); round++)
        {
            using var bank = TestBank.OpenUnmade(Engine);
            await using var first = ServerProcess.Launch(bank);
            await using var second = ServerProcess.Launch(bank);
            await Task.WhenAll(first.WhenReadyAsync(StartLimit), second.WhenReadyAsync(StartLimit));

            using var browser = new RawBrowser();
            (await Administrator.LogInAsync(browser, first, "sakura01", "Login001")).LeadsTo("/").ShouldBeTrue(first.Output);
            (await browser.GetAsync(second, "/", Cancelled)).Screen.ShouldBe("BTOP001", "one node's cookie is read by the other");
            await ShouldBeWholeAsync(bank);
            await Proofs.ShouldVerifyAsync(bank);
        }
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_on_a_filled_bank_share_one_ring_of_cookie_keys()
    {
        // The two that all these tests share were started so; more pairs only in the long run.
        await ShouldShareOneRingAsync(Nodes);
        for (var round = 1; round < ProcessCollection.Rounds(1); round++)
        {
            await using var pair = await TwoNodes.StartAsync(Engine);
            await ShouldShareOneRingAsync(pair);
        }
    }

    [Fact]
    public async Task A_first_start_that_is_killed_is_completed_by_the_next()
    {
        var made = new Func<TestBank, bool>[]
        {
            bank => Keys(bank, "master") == 1,
            bank => bank.Size > 0,
            bank => bank.Size > 1,
            bank => bank.Size > 100_000,
            bank => bank.Size > 400_000,
        };
        var rounds = Math.Max(made.Length, ProcessCollection.Rounds(made.Length));
        var unfinished = 0;
        for (var round = 0; round < rounds; round++)
        {
            using var bank = TestBank.OpenUnmade(Engine);
            var seen = made[round % made.Length];
            await using (var killed = ServerProcess.Launch(bank))
            {
                Moments.SpinUntilSeen(() => seen(bank), killed.WhenReadyAsync(StartLimit), StartLimit)
                    .ShouldBeTrue($"{round}: {killed.Output}");
                // The moments of later rounds lie a little behind what was seen.
                Moments.SpinFor(TimeSpan.FromMilliseconds(20 * (round / made.Length)), Task.Delay(Timeout.Infinite, Cancelled));
                await killed.KillAsync();
            }

            unfinished += await HasCompaniesAsync(bank) ? 0 : 1;
            await using var next = ServerProcess.Launch(bank);
            await next.WhenReadyAsync(SecondStartLimit);
            await ShouldBeWholeAsync(bank);
        }

        ProcessCollection.Note($"{rounds} first starts killed, {unfinished} of them before the data was there");
    }

    private static int Keys(TestBank bank, string purpose) => KeyFiles.Find(bank.KeyFolder, purpose).Count;

    private static async Task ShouldShareOneRingAsync(TwoNodes pair)
    {
        var firm = await Firm.OpenAsync(pair.Bank);
        using var person = await Administrator.LogInAsync(pair[1], firm);
        (await person.Browser.GetAsync(pair[0], "/", Cancelled)).Screen.ShouldBe("BTOP001", "one node's cookie is read by the other");
        await using var context = pair.Bank.OpenContext();
        (await context.DataProtectionKeys.CountAsync(Cancelled))
            .ShouldBe(1, "of two keys a node would read only its own until it looks again");
    }

    private static async Task<bool> HasCompaniesAsync(TestBank bank)
    {
        if (bank.Size == 0)
        {
            return false;
        }

        await using var context = bank.OpenContext();
        return !(await context.Database.GetPendingMigrationsAsync(Cancelled)).Any() && await context.Companies.AnyAsync(Cancelled);
    }

    private static async Task ShouldBeWholeAsync(TestBank bank)
    {
        var demo = new FixtureReader(new BankParameters()).Read(DemoSeed.Document()).Document.Companies;
        await using var context = bank.OpenContext();
        (await context.Companies.Select(c => c.ContractNumber).Order().ToListAsync(Cancelled))
            .ShouldBe(demo.Select(c => c.Number!).Order());
        (await context.Users.Select(u => u.LoginId).ToListAsync(Cancelled)).ShouldBe(
            demo.SelectMany(c => c.Users).Select(u => u.LoginId!), ignoreOrder: true);
        (await context.DataProtectionKeys.CountAsync(Cancelled)).ShouldBe(1);
        (Keys(bank, "master"), Keys(bank, "history")).ShouldBe((1, 1));
        await Proofs.ShouldVerifyAsync(bank, only: null);
    }
}
