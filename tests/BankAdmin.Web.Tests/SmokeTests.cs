using BankAdmin.Testing;
using Shouldly;
using Xunit;

namespace BankAdmin.Web.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task The_front_door_shows_the_login_page()
    {
        using var bank = await TestBank.OpenAsync();
        await using var app = new TestApp(bank);
        using var client = app.CreateClient();
        var html = await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        html.ShouldContain("data-screen=\"BLGI001\"");
    }
}
