using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.Commands;

/// <summary>While a new release comes in, nodes of the one before serve on, as long as nothing they need has been taken away.</summary>
public sealed class UpgradeTests : WebTest
{
    [Fact]
    public async Task A_node_serves_on_when_the_database_has_grown_and_no_longer_when_something_is_gone()
    {
        var browser = await LoggedInAsync("sakura01");
        await MigrateAsync("99991231000000_FromTheFuture");

        (await browser.GetAsync("/healthz/ready")).Status.ShouldBe(200);
        (await browser.ChangeCompanyAsync("sakura01", "companyLimits.bonus", "1")).Screen.ShouldBe("BKGK004");

        await MigrateAsync("99991231000001_ContractWhatIsOld");
        (await browser.GetAsync("/healthz/ready")).Status.ShouldBe(503);
    }

    private Task<int> MigrateAsync(string id) =>
        Bank.ExecuteAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('{id}', '99.0')");
}
