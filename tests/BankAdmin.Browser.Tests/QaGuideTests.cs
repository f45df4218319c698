using System.Text.RegularExpressions;
using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Domain.Operations;
using BankAdmin.Testing;
using BankAdmin.Web.Screens;
using Shouldly;
using Xunit;

namespace BankAdmin.Browser.Tests;

/// <summary>What docs/qa-guide.md shows works as it stands there.</summary>
public sealed partial class QaGuideTests(BrowserFixture browser) : JourneyTest(browser, Guide.Value.Json)
{
    private static readonly Lazy<(string Text, string CSharp, string Json)> Guide = new(Read);

    [Fact]
    public void The_example_of_the_guide_is_the_one_that_runs()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "BankAdmin.Browser.Tests", "QaGuideExample.cs"));
        var example = Marked().Match(source.ReplaceLineEndings("\n")).Groups[1].Value;
        Guide.Value.CSharp.ShouldBe(Indent().Replace(example, ""));
    }

    [Fact]
    public async Task The_example_runs()
    {
        var page = await NewPageAsync();
        (await QaGuideExample.RaiseLimitAsync(page, Site.Url)).ShouldMatch(@"^\d{8}-\d{6}$");
        (await Site.CountAsync(OperationCatalogue.ChangeCompany)).ShouldBe(1);
    }

    [Fact]
    public async Task The_fixture_of_the_guide_can_be_worked_with()
    {
        var person = await LoggedInAsync(new Login("kaede01", "Login801"));
        await person.OpenChangeCompanyAsync();
        await person.ShouldHoldAsync("accountLimits[0].total", "10,000,000");
        await person.ShouldHoldAsync("companyLimits.salary", "0");
        await person.PressAsync("logout");
        (await person.LogInAsync(new Login("kaede02", "Login802"))).ShouldBe(200);
        await person.ShouldBeAtAsync(ScreenCatalogue.ForcedPasswordChange);
        await person.PressAsync("logout");
        (await person.LogInAsync(new Login("kaede03", "Login803"))).ShouldBe(422);
        await person.ShouldSeeErrorsAsync(("E-AUTH-003", ""));
    }

    [Fact]
    public void The_guide_names_every_screen() =>
        ScreenCatalogue.All.Where(screen => !Guide.Value.Text.Contains(screen.Id, StringComparison.Ordinal)).ShouldBeEmpty();

    private static (string Text, string CSharp, string Json) Read()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "qa-guide.md")).ReplaceLineEndings("\n");
        return (text, Block(text, "csharp"), Block(text, "json"));
    }

    private static string Block(string text, string language) =>
        Regex.Match(text, $"^```{language}\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex("// <example>\n(.*?) *// </example>", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("^    ", RegexOptions.Multiline)]
    private static partial Regex Indent();
}
