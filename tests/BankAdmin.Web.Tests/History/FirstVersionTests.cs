using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Testing;
using BankAdmin.Web.Tests.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.History;

/// <summary>
/// A database that the program wrote and sealed when payloads were of version 1 and five migrations were there, as it was dumped then:
/// it is migrated, proven, told and worked on.
/// </summary>
public sealed class FirstVersionTests : IAsyncLifetime
{
    private const string Number = "9000000901";
    private const string Who = "旧版　一郎（mukashi01）";

    private static readonly (string File, string Key) HistoryKey =
        ("history-20261129221246.key", "oPgnnTLDCn52eY0BWW1DowDNPjYvgbNpnlShSaP4he0=");

    private readonly TestBank bank = TestBank.OpenEmpty();

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(bank.KeyFolder, HistoryKey.File), HistoryKey.Key);
        using var dump = new StreamReader(GetType().Assembly.GetManifestResourceStream("first-version.sql")!);
        await using (var connection = new SqliteConnection(bank.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = await dump.ReadToEndAsync();
            await command.ExecuteNonQueryAsync();
        }

        await new DatabaseMigrator(bank.Database(), TimeProvider.System).MigrateAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        bank.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Its_history_holds_and_is_told()
    {
        (await bank.HistoryFaultsAsync()).ShouldBeEmpty();
        var records = await bank.WithDatabaseAsync(context =>
            context.OperationRecords.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync());
        records.Skip(7).Select(record => OperationSentence.Tell(OperationPayload.Of(record))).ShouldBe(
        [
            $"{Who}がログインを行いました。",
            $"{Who}が企業情報照会を行いました。",
            $"{Who}がログインを行いました。",
            $"{Who}が企業情報照会を行いました。",
            $"{Who}が口座メモ変更を行いました（受付番号 20261130-000001）。",
            $"{Who}が利用者停止・解除を行いました（受付番号 20261130-000002）。",
            $"{Who}が利用者停止・解除を行いました。",
            $"{Who}がログアウトを行いました。",
        ]);
    }

    [Fact]
    public async Task A_damaged_row_of_it_is_found()
    {
        await bank.RemoveTriggersAsync();
        await bank.ExecuteAsync("UPDATE OperationRecords SET Payload = replace(Payload, 'mukashi02', 'mukashi03') WHERE Sequence = 13");

        (await bank.HistoryFaultsAsync()).ShouldHaveSingleItem().ShouldStartWith($"{Number}: 13件目");
    }

    [Fact]
    public async Task Its_people_go_on_working_and_its_chain_goes_on()
    {
        await using var app = new TestApp(bank);
        using var browser = app.NewBrowser();
        await browser.LogInAsync("mukashi01", "Login901");

        var list = await browser.OpenUsersAsync("BRSK016");
        var result = await list.FillSuspension(("mukashi02", "Release")).ConfirmSuspensionAsync("Confirm901");

        result.Screen.ShouldBe("BRSK017", result.Summary);
        var newest = (await bank.NewRecordsAsync(Number)).Single(record => record.ReceiptNumber == result.ReceiptNumber);
        newest.Sequence.ShouldBeGreaterThan(15);
        (await bank.HistoryFaultsAsync()).ShouldBeEmpty();
    }
}
