using BankAdmin.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary>A setting that cannot be used ends the program before it does anything, with a line that names it.</summary>
public sealed class WrongSettingsTests
{
    private static readonly Dictionary<string, string> Wrong = new()
    {
        ["BankAdmin__Mail__Port"] = "smtp",
        ["BankAdmin__Mail__Security"] = "ssl",
        ["BankAdmin__Mail__From"] = "青空銀行",
        ["BankAdmin__Bank__PasswordMaxLength"] = "65",
        ["BankAdmin__Bank__SessionIdleMinutes"] = "0",
        ["BankAdmin__TrustedProxies"] = "192.0.2.1",
        ["BankAdmin__AllowedHosts"] = "bank.example",
    };

    [Theory]
    [InlineData("Development", "--urls", "http://127.0.0.1:0")]
    [InlineData("Production", "--urls", "http://127.0.0.1:0")]
    [InlineData("Development", "migrate")]
    public async Task Every_wrong_setting_is_named_at_once(string environment, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("bankadmin-test-").FullName;
        try
        {
            var run = await CommandRun.RunAsync(folder, environment, Wrong, arguments);

            run.ExitCode.ShouldNotBe(0, run.All);
            foreach (var setting in Wrong.Keys.Where(
                name => name.Contains("Mail", StringComparison.Ordinal) || name.Contains("Bank__", StringComparison.Ordinal)))
            {
                run.Problems.Count(problem => problem.Contains(setting + " ", StringComparison.Ordinal)).ShouldBe(1, run.All);
            }

            Directory.GetFiles(folder, "*.db").ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("Mail:Port", "65535", true)]
    [InlineData("Mail:Port", "65536", false)]
    [InlineData("Mail:Port", "0", false)]
    [InlineData("Mail:Port", "-1", false)]
    [InlineData("Mail:Port", "", false)]
    [InlineData("Mail:Security", "tls", true)]
    [InlineData("Mail:Security", "0", false)]
    [InlineData("Mail:Security", "Tls,None", false)]
    [InlineData("Mail:From", "info@bank.example", true)]
    [InlineData("Mail:From", "Bank <info@bank.example>", false)]
    [InlineData("Bank:PasswordMaxLength", "12", true)]
    [InlineData("Bank:PasswordMaxLength", "64", true)]
    [InlineData("Bank:PasswordMaxLength", "11", false)]
    [InlineData("Bank:EntriesUntilPause", "1", true)]
    [InlineData("Bank:EntriesUntilPause", "0", false)]
    [InlineData("Bank:DraftMinutes", "-30", false)]
    [InlineData("Bank:DraftMinutes", "half an hour", false)]
    [InlineData("Bank:PasswordMaxDays", "99999999999", false)]
    public void It_is_judged_by_its_range(string name, string value, bool isRight)
    {
        var problems = Settings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [$"BankAdmin:{name}"] = value }).Build()).Problems;

        problems.Count.ShouldBe(isRight ? 0 : 1);
        problems.ShouldAllBe(problem => problem.StartsWith(
            $"設定 BankAdmin__{name.Replace(":", "__", StringComparison.Ordinal)} は", StringComparison.Ordinal));
    }
}
