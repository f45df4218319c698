using System.Net;
using System.Net.Sockets;
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
            run.Problems.Count.ShouldBe(7, run.All);
            foreach (var word in new[] { "master", "history", "ca create", "https", "BankAdmin__AllowedHosts", "210000", "データベース" })
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

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Whatever_is_wrong_together_is_said_line_by_line_without_a_trace(string environment)
    {
        using var bank = await TestBank.OpenAsync();
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        await File.WriteAllTextAsync(Directory.GetFiles(bank.KeyFolder, "master-*")[0], "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Directory.GetFiles(bank.KeyFolder, "history-*")[0], "?", TestContext.Current.CancellationToken);
        var file = Path.Combine(bank.Folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var wrong = new Dictionary<string, string>
        {
            ["BankAdmin__Database__Provider"] = "Oracle",
            ["ConnectionStrings__BankAdmin"] = "nonsense",
            ["BankAdmin__Security__PasswordRounds"] = "many",
            ["BankAdmin__TrustedProxies"] = "everybody",
            ["BankAdmin__AllowedHosts"] = "http://bank.example",
            ["BankAdmin__LogFolder"] = file,
            ["BankAdmin__MailFolder"] = Path.Combine(file, "mail"),
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
        };

        var run = await CommandRun.RunAsync(bank.Folder, environment, wrong, "--urls", $"http://{busy.LocalEndpoint};nonsense");

        run.ExitCode.ShouldBe(1, run.All);
        run.Output.ShouldBeEmpty();
        foreach (var word in new[]
        {
            "BankAdmin__Database__Provider ", "ConnectionStrings__BankAdmin ", "BankAdmin__Security__PasswordRounds ",
            "BankAdmin__TrustedProxies ", "BankAdmin__AllowedHosts ", "BankAdmin__LogFolder ", "BankAdmin__MailFolder ", "ICU",
            "master-", "history-", busy.LocalEndpoint.ToString()!, "nonsense」",
        })
        {
            run.Problems.Count(problem => problem.Contains(word, StringComparison.Ordinal)).ShouldBe(1, $"{word}\n{run.All}");
        }

        run.Problems.Count.ShouldBe(12, run.All);
    }

    [Theory]
    [InlineData("audit verify")]
    [InlineData("migrate")]
    [InlineData("keys create")]
    public async Task A_damaged_key_ends_a_command_too(string line)
    {
        using var bank = await TestBank.OpenAsync();
        await File.WriteAllTextAsync(Directory.GetFiles(bank.KeyFolder, "history-*")[0], "x", TestContext.Current.CancellationToken);

        var run = await CommandRun.RunAsync(bank.Folder, line.Split(' '));

        run.ExitCode.ShouldBe(1, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldContain("壊れています");
    }

    [Fact]
    public async Task A_settings_file_that_cannot_be_read_is_one_line()
    {
        using var bank = TestBank.OpenEmpty();
        await File.WriteAllTextAsync(Path.Combine(bank.Folder, "appsettings.json"), "{ nonsense", TestContext.Current.CancellationToken);

        foreach (var arguments in new[] { new[] { "migrate" }, ["--urls", "http://127.0.0.1:0"] })
        {
            var run = await CommandRun.RunAsync(bank.Folder, arguments);
            run.ExitCode.ShouldBe(1, run.All);
            run.Problems.ShouldHaveSingleItem().ShouldContain("appsettings.json");
        }
    }

    [Fact]
    public async Task A_log_level_that_is_none_is_one_line()
    {
        using var bank = TestBank.OpenEmpty();
        var settings = new Dictionary<string, string> { ["Serilog__MinimumLevel__Default"] = "Loud" };

        var run = await CommandRun.RunAsync(bank.Folder, "Development", settings, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldBe(1, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldContain("Loud");
    }

    [Fact]
    public async Task An_https_address_without_a_certificate_is_one_line()
    {
        using var bank = await TestBank.OpenAsync();
        var settings = new Dictionary<string, string> { ["Kestrel__Certificates__Default__Path"] = "/nowhere/bank.pem" };

        var run = await CommandRun.RunAsync(bank.Folder, "Development", settings, "--urls", "https://127.0.0.1:0");

        run.ExitCode.ShouldBe(1, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldContain("bank.pem");
        run.Output.ShouldNotContain("   at ");
    }
}
