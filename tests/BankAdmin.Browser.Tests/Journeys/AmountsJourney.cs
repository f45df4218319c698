using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Tests.Cases;
using Shouldly;
using Xunit;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>The script that groups digits touches only what the server reads, and makes of it what the server makes.</summary>
public sealed class AmountsJourney(BrowserFixture browser) : JourneyTest(browser)
{
    [Fact]
    public async Task A_field_that_is_left_shows_the_servers_amount_or_what_was_typed()
    {
        var person = await ChangingCompanyAsync(Login.Master);
        var field = person["companyLimits.bonus"];
        var wrong = new List<string>();
        foreach (var (typed, amount, _) in SharedCases.Amounts)
        {
            await field.FillAsync(typed);
            await field.BlurAsync();
            var left = await field.InputValueAsync();
            if (left != (amount ?? typed))
            {
                wrong.Add($"「{typed}」 became 「{left}」");
            }
        }

        wrong.ShouldBeEmpty();
    }
}
