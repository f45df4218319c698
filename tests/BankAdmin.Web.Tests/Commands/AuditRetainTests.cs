using BankAdmin.Domain;
using BankAdmin.Infrastructure.History;
using BankAdmin.Infrastructure.Keys;
using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary><c>audit retain</c>: nobody without the history key can cut a beginning off and call it over.</summary>
public sealed class AuditRetainTests : IAsyncLifetime
{
    private const string Sakura = "(SELECT Id FROM Companies WHERE ContractNumber = '1000000001')";
    private const string Other = "(SELECT Id FROM Companies WHERE ContractNumber = '1000000002')";

    private TestBank bank = null!;

    public async ValueTask InitializeAsync() => bank = await TestBank.OpenAsync();

    public ValueTask DisposeAsync()
    {
        bank.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("DELETE FROM ChainBases WHERE ChainId = SAKURA", "1件目がありません")]
    [InlineData("UPDATE ChainBases SET Sequence = Sequence + 1 WHERE ChainId = SAKURA", "正しくありません")]
    [InlineData("UPDATE ChainBases SET BeforeUtc = datetime(BeforeUtc, '-1 day') WHERE ChainId = SAKURA", "正しくありません")]
    [InlineData("UPDATE ChainBases SET BeforeUtc = 'long ago' WHERE ChainId = SAKURA", "読み取れません")]
    [InlineData("UPDATE ChainBases SET Seal = zeroblob(32) WHERE ChainId = SAKURA", "正しくありません")]
    [InlineData("UPDATE ChainBases SET Proof = zeroblob(32) WHERE ChainId = SAKURA", "正しくありません")]
    [InlineData("UPDATE ChainBases SET KeyId = 'unknown' WHERE ChainId = SAKURA", "鍵「unknown」")]
    [InlineData("UPDATE ChainBases SET (Sequence, Seal, BeforeUtc, KeyId, Proof) = "
        + "(SELECT Sequence, Seal, BeforeUtc, KeyId, Proof FROM ChainBases WHERE ChainId = OTHER) WHERE ChainId = SAKURA", "正しくありません")]
    [InlineData("DELETE FROM OperationRecords WHERE ChainId = SAKURA "
        + "AND Sequence = (SELECT Sequence + 1 FROM ChainBases WHERE ChainId = SAKURA)", "件目がありません")]
    [InlineData("UPDATE OperationRecords SET Sequence = 3 WHERE ChainId = SAKURA "
        + "AND Sequence = (SELECT Sequence + 1 FROM ChainBases WHERE ChainId = SAKURA)", "3件目が残っています")]
    public async Task What_is_done_to_a_beginning_is_found(string tampering, string told)
    {
        await RetainAsync();
        (await bank.HistoryFaultsAsync()).ShouldBeEmpty();

        await TamperAsync(tampering);

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("1000000001: ");
        (await bank.HistoryFaultsAsync())[0].ShouldContain(told);
    }

    [Fact]
    public async Task A_beginning_that_is_cut_off_by_hand_is_found_whatever_the_base_says_then()
    {
        await RetainAsync();
        await TamperAsync(
            "UPDATE ChainBases SET Sequence = Sequence + 20, Seal = (SELECT Seal FROM OperationRecords "
            + "WHERE ChainId = SAKURA AND Sequence = ChainBases.Sequence + 20) WHERE ChainId = SAKURA",
            "DELETE FROM OperationRecords WHERE ChainId = SAKURA AND Sequence <= (SELECT Sequence FROM ChainBases WHERE ChainId = SAKURA)");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("1000000001: 記録の始まりが書き換えられています");
    }

    [Fact]
    public async Task An_anchor_of_what_is_gone_is_not_missed_and_a_later_one_is_compared()
    {
        var anchor = await bank.TakeAnchorAsync();
        var older = anchor with { Chains = anchor.Chains.Select(chain => chain with { Sequence = 5, Seal = "00" }).ToList() };
        await RetainAsync();

        (await bank.HistoryFaultsAsync(anchor)).ShouldBeEmpty();
        (await bank.HistoryFaultsAsync(older)).Select(fault => fault.Split(':')[0]).ShouldBe(["金融機関"], "its fifth is still there, if any");
    }

    [Fact]
    public async Task What_was_tampered_with_is_kept_as_evidence()
    {
        await TamperAsync("UPDATE OperationRecords SET OperatorName = 'X' WHERE ChainId = SAKURA AND Sequence = 50");
        await bank.ExecuteAsync(BankAdmin.Infrastructure.Persistence.AppendOnly.Sqlite[1]);

        var told = await RetainAsync();

        told.Single(chain => chain.Name == "1000000001").ShouldBe(new ChainRetention("1000000001", 0, "50件目が書き換えられています。"));
        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("1000000001: 50件目");
    }

    [Fact]
    public async Task The_command_keeps_what_the_bank_keeps()
    {
        var run = await CommandRun.RunAsync(bank.Folder, "audit", "retain");
        (run.ExitCode, run.Problems.Count).ShouldBe((0, 0), run.All);
        run.Output.ShouldContain("より前の記録はありません。");

        var never = await CommandRun.RunAsync(
            bank.Folder, "Development", new Dictionary<string, string> { ["BankAdmin__Bank__HistoryYears"] = "0" }, "audit", "retain");
        never.ExitCode.ShouldNotBe(0);
        never.Problems.ShouldHaveSingleItem().ShouldContain("BankAdmin__Bank__HistoryYears");
    }

    private async Task<List<ChainRetention>> RetainAsync()
    {
        await using var context = bank.OpenContext();
        var told = new List<ChainRetention>();
        await new HistoryRetention(context, new HistoryKeys(bank.KeyFolder))
            .RunAsync(JapanTime.StartUtc(JapanTime.Day(bank.OpenedAtUtc).AddDays(-50)), told.Add, TestContext.Current.CancellationToken);
        return told;
    }

    private async Task TamperAsync(params string[] statements)
    {
        await bank.RemoveTriggersAsync();
        foreach (var statement in statements)
        {
            var named = statement.Replace("SAKURA", Sakura, StringComparison.Ordinal).Replace("OTHER", Other, StringComparison.Ordinal);
            (await bank.ExecuteAsync(named)).ShouldBeGreaterThan(0, named);
        }
    }
}
