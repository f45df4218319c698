using BankAdmin.Testing;
using BankAdmin.Web.Commands;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary>How the program is called: words it does not know do nothing, and a database of a newer program is touched by none.</summary>
public sealed class CommandLineTests
{
    public static TheoryData<string> Everything =>
        ["migrate", "keys create", "audit verify", "audit anchor", "audit retain", "seed demo", "seed fixture x.json", "seed load"];

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("audit verify --help")]
    public async Task Help_prints_the_usage_and_does_nothing(string line)
    {
        var folder = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
        try
        {
            var run = await CommandRun.RunAsync(folder, line.Split(' '));

            run.ExitCode.ShouldBe(0, run.All);
            run.Problems.ShouldBeEmpty();
            foreach (var words in Everything.Select(row => string.Join(' ', row.Data.Split(' ').Take(2))))
            {
                run.Output.ShouldContain(words);
            }

            Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-x")]
    [InlineData("migrate now")]
    [InlineData("migrate --urls http://127.0.0.1:0")]
    [InlineData("Migrate")]
    [InlineData("sed demo")]
    [InlineData("seed")]
    [InlineData("audit")]
    [InlineData("audit delete")]
    [InlineData("audit anchor x")]
    [InlineData("keys create now")]
    [InlineData("seed demo x")]
    [InlineData("--urls http://127.0.0.1:0 migrate")]
    [InlineData("--urls")]
    [InlineData("--urls --environment Production")]
    public async Task Words_that_are_no_command_are_refused(string line) => (await CommandLine.TryRunAsync(line.Split(' '))).ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("--urls http://127.0.0.1:0")]
    [InlineData("--urls=http://127.0.0.1:0 --environment Production")]
    [InlineData("--BankAdmin:Bank:Name=x")]
    public async Task Options_of_the_host_serve(string line) =>
        (await CommandLine.TryRunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBeNull();

    [Fact]
    public async Task What_is_refused_is_named_with_the_usage()
    {
        using var bank = TestBank.OpenEmpty();

        var run = await CommandRun.RunAsync(bank.Folder, "migrate", "now");

        run.ExitCode.ShouldBe(1, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldStartWith("「migrate now」は使えません。");
        run.Output.ShouldStartWith("使い方");
        File.Exists(bank.DatabaseFile).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task On_a_newer_database_every_command_refuses_in_one_line(string line)
    {
        using var bank = await TestBank.OpenAsync();
        (await bank.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_FromTheFuture', '99.0')")).ShouldBe(1);
        var before = await bank.WithDatabaseAsync(context => Task.FromResult(context.OperationRecords.Count()));

        var run = await CommandRun.RunAsync(bank.Folder, line.Split(' '));

        run.ExitCode.ShouldBe(1, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldContain("新しい");
        run.Output.ShouldBeEmpty();
        (await bank.WithDatabaseAsync(context => Task.FromResult(context.OperationRecords.Count()))).ShouldBe(before);
    }

    [Fact]
    public async Task So_does_a_server_in_development()
    {
        using var bank = await TestBank.OpenAsync();
        await bank.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_FromTheFuture', '99.0')");

        var run = await CommandRun.RunAsync(bank.Folder, "--urls", "http://127.0.0.1:0");

        run.ExitCode.ShouldBe(1, run.All);
        run.Problems.ShouldHaveSingleItem().ShouldContain("新しい");
    }
}
