using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests.History;

/// <summary>Names that were stored before there were search keys are found too, also where the run that fills them was cut off.</summary>
public sealed class NameKeyTests : WebTest
{
    [Fact]
    public async Task Migrating_again_fills_what_a_killed_run_left_empty()
    {
        var master = await LoggedInAsync("sakura01");
        await Bank.ExecuteAsync("UPDATE Users SET NameKey = ''");
        (await master.GetAsync("/users?q=佐藤太郎")).Text("count").ShouldBe("0");

        (await new DatabaseMigrator(Bank.Database(), TimeProvider.System).MigrateAsync(CancellationToken.None)).ShouldBeEmpty();

        (await master.GetAsync("/users?q=佐藤太郎")).Text("count").ShouldBe("1");
    }
}
