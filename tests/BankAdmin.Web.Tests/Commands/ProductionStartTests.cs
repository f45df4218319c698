using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary>Production refuses to start, and says everything that is wrong at once.</summary>
public sealed class ProductionStartTests
{
    private static readonly Dictionary<string, string> Careless = new() { ["BankAdmin__Security__PasswordRounds"] = "1000" };

    private static readonly Dictionary<string, string> Careful = new()
    {
        ["BankAdmin__TrustedProxies"] = "192.0.2.1",
        ["BankAdmin__AllowedHosts"] = "bank.example",
    };

    [Fact]
    public async Task Every_problem_is_named_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
        try
        {
            var run = await CommandRun.RunAsync(folder, "Production", Careless, "--urls", "http://127.0.0.1:0");

            run.ExitCode.ShouldNotBe(0, run.All);
            run.Problems.Count.ShouldBe(6, run.All);
            foreach (var word in new[] { "master", "history", "https", "BankAdmin__AllowedHosts", "210000", "データベース" })
            {
                run.Problems.ShouldContain(problem => problem.Contains(word, StringComparison.Ordinal), word);
            }

            Directory.GetFiles(folder, "*.db").ShouldBeEmpty("a look makes no database");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_demo_account_is_refused()
    {
        using var bank = await TestBank.OpenAsync();

        var run = await CommandRun.RunAsync(bank.Folder, "Production", Careful, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldNotBe(0, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldContain("デモ");
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        using var bank = await TestBank.OpenAsync();
        var key = Directory.GetFiles(bank.KeyFolder, "history-*")[0];
#pragma warning disable CA1416 // skipped there
        File.SetUnixFileMode(key, File.GetUnixFileMode(key) | UnixFileMode.OtherRead);
#pragma warning restore CA1416

        var run = await CommandRun.RunAsync(bank.Folder, "Production", Careful, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldNotBe(0);
        run.Problems.ShouldContain(problem => problem.Contains(Path.GetFileName(key), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_FromTheFuture', '99.0')", "新しい")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\" WHERE MigrationId = (SELECT MAX(MigrationId) FROM \"__EFMigrationsHistory\")", "古い")]
    public async Task A_database_of_another_age_is_refused(string statement, string word)
    {
        using var bank = await TestBank.OpenAsync();
        (await bank.ExecuteAsync(statement)).ShouldBe(1);

        var run = await CommandRun.RunAsync(bank.Folder, "Production", Careful, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldNotBe(0);
        run.Problems.ShouldHaveSingleItem().ShouldContain(word);
    }
}
