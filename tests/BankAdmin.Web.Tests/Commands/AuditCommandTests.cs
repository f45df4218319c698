using System.Text.Json;
using BankAdmin.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary><c>audit verify</c> and <c>audit anchor</c>: who holds the last anchor and the key finds every forgery.</summary>
public sealed class AuditCommandTests : IAsyncLifetime
{
    private const string Sakura = "(SELECT Id FROM Companies WHERE ContractNumber = '1000000001')";

    private TestBank bank = null!;

    public async ValueTask InitializeAsync() => bank = await TestBank.OpenAsync();

    public ValueTask DisposeAsync()
    {
        bank.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_honest_history_holds() => (await bank.HistoryFaultsAsync(await bank.TakeAnchorAsync())).ShouldBeEmpty();

    [Theory]
    [InlineData("UPDATE OperationRecords SET Outcome = 'Succeeded' WHERE Sequence = 5")]
    [InlineData("DELETE FROM OperationRecords WHERE Sequence = 5")]
    [InlineData("REPLACE INTO OperationRecords SELECT * FROM OperationRecords WHERE Sequence = 5")]
    [InlineData("INSERT OR REPLACE INTO OperationRecords SELECT * FROM OperationRecords WHERE Sequence = 5")]
    [InlineData("UPDATE OR REPLACE OperationRecords SET Sequence = 6 WHERE Sequence = 5")]
    [InlineData("INSERT INTO OperationRecords SELECT * FROM OperationRecords WHERE Sequence = 5 ON CONFLICT DO UPDATE SET Code = 'x'")]
    [InlineData("REPLACE INTO OperationRecords (rowid, ChainId, Sequence, OccurredAtUtc, OperatorLoginId, OperatorName, Terminal, Code, "
        + "Outcome, ErrorCodes, Payload, KeyId, PreviousSeal, Seal) SELECT rowid, 'X', 900, OccurredAtUtc, OperatorLoginId, OperatorName, "
        + "Terminal, Code, Outcome, ErrorCodes, Payload, KeyId, PreviousSeal, Seal FROM OperationRecords WHERE Sequence = 5")]
    public async Task The_database_itself_refuses_what_is_not_an_addition(string forgery) =>
        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => bank.ExecuteAsync(forgery));

    [Theory]
    [InlineData("OperatorName = 'Niemand'")]
    [InlineData("OperatorLoginId = 'niemand1'")]
    [InlineData("OperatorId = NULL")]
    [InlineData("OccurredAtUtc = datetime(OccurredAtUtc, '+1 second')")]
    [InlineData("Terminal = '192.0.2.99'")]
    [InlineData("Code = 'print'")]
    [InlineData("Outcome = CASE Outcome WHEN 'Refused' THEN 'Succeeded' ELSE 'Refused' END")]
    [InlineData("ErrorCodes = ErrorCodes || 'X'")]
    [InlineData("Payload = Payload || ' '")]
    [InlineData("ReceiptNumber = '20260101-000001'")]
    [InlineData("SessionId = Id_OF_ANOTHER")]
    [InlineData("Seal = zeroblob(32)")]
    [InlineData("PreviousSeal = zeroblob(32)")]
    [InlineData("KeyId = 'unknown'")]
    public async Task An_edited_row_is_found(string edit)
    {
        var set = edit.Replace("Id_OF_ANOTHER", Sakura, StringComparison.Ordinal);
        await TamperAsync($"UPDATE OperationRecords SET {set} WHERE ChainId = {Sakura} AND Sequence = 50");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("1000000001: 50件目");
    }

    [Theory]
    [InlineData("OccurredAtUtc = 'yesterday'")]
    [InlineData("OccurredAtUtc = ''")]
    [InlineData("OccurredAtUtc = 1.5e300")]
    [InlineData("OperatorId = 'nobody'")]
    [InlineData("Outcome = 'Perhaps'")]
    [InlineData("Outcome = ''")]
    [InlineData("Outcome = lower(Outcome)")]
    [InlineData("SessionId = 'none'")]
    [InlineData("Sequence = 'fifty'")]
    [InlineData("Seal = 'no bytes'")]
    [InlineData("Payload = X'FF00FF'")]
    public async Task A_row_that_cannot_be_read_is_the_first_bad_one_and_other_chains_are_judged(string edit)
    {
        await TamperAsync($"UPDATE OperationRecords SET {edit} WHERE ChainId = {Sakura} AND Sequence = 50");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("1000000001: 50件目");
    }

    [Theory]
    [InlineData("UPDATE ChainHeads SET Seal = 'x' WHERE ChainId = SAKURA", "1000000001")]
    [InlineData("UPDATE ChainHeads SET Sequence = 'x' WHERE ChainId = SAKURA", "1000000001")]
    [InlineData("UPDATE ChainHeads SET ChainId = 'whose' WHERE ChainId = SAKURA", "1000000001")]
    [InlineData("UPDATE OperationRecords SET ChainId = 'whose' WHERE Sequence = 1 AND ChainId = SAKURA", "whose")]
    public async Task Keys_and_ends_that_cannot_be_read_are_told(string tampering, string named)
    {
        await TamperAsync("PRAGMA foreign_keys = OFF; " + tampering.Replace("SAKURA", Sakura, StringComparison.Ordinal));

        (await bank.HistoryFaultsAsync()).ShouldContain(fault => fault.StartsWith(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task A_row_taken_out_is_found(int sequence)
    {
        await TamperAsync($"DELETE FROM OperationRecords WHERE ChainId = {Sakura} AND Sequence = {sequence}");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith($"1000000001: {sequence}件目がありません");
    }

    [Fact]
    public async Task A_row_taken_out_is_found_even_when_the_rest_is_moved_up()
    {
        await TamperAsync(
            $"DELETE FROM OperationRecords WHERE ChainId = {Sakura} AND Sequence = 50",
            $"UPDATE OperationRecords SET Sequence = -Sequence WHERE ChainId = {Sakura} AND Sequence > 50",
            $"UPDATE OperationRecords SET Sequence = -Sequence - 1 WHERE ChainId = {Sakura} AND Sequence < 0",
            $"UPDATE ChainHeads SET Sequence = Sequence - 1 WHERE ChainId = {Sakura}");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("1000000001: 50件目");
    }

    [Fact]
    public async Task A_row_put_in_is_found()
    {
        await TamperAsync(
            $"UPDATE OperationRecords SET Sequence = 1000001 WHERE ChainId = {Sakura} "
            + $"AND Sequence = (SELECT MAX(Sequence) FROM OperationRecords WHERE ChainId = {Sakura})");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldContain("がありません");
    }

    [Fact]
    public async Task A_row_copied_from_another_chain_is_found()
    {
        await TamperAsync(
            $"DELETE FROM OperationRecords WHERE ChainId = {Sakura} AND Sequence = 50",
            $"UPDATE OperationRecords SET ChainId = {Sakura} WHERE Sequence = 50 "
            + "AND ChainId = (SELECT Id FROM Companies WHERE ContractNumber = '1000000002')");

        (await bank.HistoryFaultsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_cut_end_is_found_by_the_head()
    {
        await TamperAsync($"DELETE FROM OperationRecords WHERE ChainId = {Sakura} AND Sequence > 100");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("1000000001: 101件目から後");
    }

    [Fact]
    public async Task A_cut_end_with_its_head_is_found_by_the_anchor_alone()
    {
        var anchor = await bank.TakeAnchorAsync();
        await TamperAsync(
            $"DELETE FROM OperationRecords WHERE ChainId = {Sakura} AND Sequence > 100",
            "UPDATE ChainHeads SET Sequence = 100, "
            + $"Seal = (SELECT Seal FROM OperationRecords WHERE ChainId = {Sakura} AND Sequence = 100) WHERE ChainId = {Sakura}");

        (await bank.HistoryFaultsAsync()).ShouldBeEmpty("without an anchor nobody can know");
        (await bank.HistoryFaultsAsync(anchor)).ShouldHaveSingleItem().ShouldContain("アンカー");
    }

    [Fact]
    public async Task A_row_written_behind_the_end_is_found()
    {
        await TamperAsync(
            $"UPDATE ChainHeads SET Sequence = 100, Seal = (SELECT Seal FROM OperationRecords WHERE ChainId = {Sakura} AND Sequence = 100) "
            + $"WHERE ChainId = {Sakura}");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldBe("1000000001: 100件目で終わるはずの記録の後に、書き加えられた記録があります。");
    }

    [Fact]
    public async Task Where_nothing_can_be_written_the_verdict_is_given()
    {
        var readOnly = new Dictionary<string, string> { ["ConnectionStrings__BankAdmin"] = bank.ConnectionString + ";Mode=ReadOnly" };

        var run = await CommandRun.RunAsync(bank.Folder, "Development", readOnly, "audit", "verify");

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldContain("1000000001: ");
        (await bank.WithDatabaseAsync(context => context.ChainVerifications.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_chain_that_is_gone_altogether_is_found()
    {
        var anchor = await bank.TakeAnchorAsync();
        await TamperAsync($"DELETE FROM OperationRecords WHERE ChainId = {Sakura}", $"DELETE FROM ChainHeads WHERE ChainId = {Sakura}");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith("1000000001");
        (await bank.HistoryFaultsAsync(anchor)).ShouldHaveSingleItem().ShouldStartWith("1000000001");
    }

    [Fact]
    public async Task The_commands_say_it_and_end_accordingly()
    {
        var file = Path.Combine(bank.Folder, "anchor.json");
        var anchored = await CommandRun.RunAsync(bank.Folder, "audit", "anchor");
        anchored.ExitCode.ShouldBe(0, anchored.All);
        await File.WriteAllTextAsync(file, anchored.Output);
        JsonDocument.Parse(anchored.Output).RootElement.GetProperty("chains").GetArrayLength().ShouldBeGreaterThanOrEqualTo(3);
        (await CommandRun.RunAsync(bank.Folder, "audit", "verify", "--anchor", file)).ExitCode.ShouldBe(0);

        await TamperAsync($"UPDATE OperationRecords SET OperatorName = 'X' WHERE ChainId = {Sakura} AND Sequence = 50");

        var found = await CommandRun.RunAsync(bank.Folder, "audit", "verify", "--anchor", file);
        found.ExitCode.ShouldNotBe(0);
        found.Problems.ShouldHaveSingleItem().ShouldStartWith("1000000001: 50件目");
        found.Output.ShouldContain("1000000002");
        (await CommandRun.RunAsync(bank.Folder, "audit", "verify", "--company", "1000000002")).ExitCode.ShouldBe(0);
        (await CommandRun.RunAsync(bank.Folder, "audit", "verify", "--company", "1000000001")).ExitCode.ShouldNotBe(0);
    }

    private async Task TamperAsync(params string[] statements)
    {
        await bank.RemoveTriggersAsync();
        foreach (var statement in statements)
        {
            (await bank.ExecuteAsync(statement)).ShouldBeGreaterThan(0, statement);
        }
    }
}
