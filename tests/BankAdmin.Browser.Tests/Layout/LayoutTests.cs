using BankAdmin.Browser.Tests.Browser;
using BankAdmin.Browser.Tests.Journeys;
using BankAdmin.Browser.Tests.Screens;
using Shouldly;
using Xunit;

namespace BankAdmin.Browser.Tests.Layout;

/// <summary>
/// On every screen, at every width: nothing is cut, nothing lies over anything else, nothing scrolls sideways but where it says so, and
/// axe finds nothing.
/// </summary>
public sealed class LayoutTests(BrowserFixture browser) : ScreenTour(browser)
{
    private readonly List<string> faults = [];

    /// <summary>Tells all faults at once.</summary>
    [Fact]
    public async Task Every_screen_keeps_its_layout_at_every_width()
    {
        await GoAsync();
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    private protected override async Task LookAtAsync(Person person, string name)
    {
        faults.AddRange((await person.Page.FindLayoutFaultsAsync()).Select(fault => $"{name} at {fault}"));
        foreach (var width in (int[])[320, 768, 1280])
        {
            await person.Page.SaveScreenshotAsync("layout-" + name, width);
        }

        try
        {
            await person.Page.ShouldHaveNoAxeViolationsAsync();
        }
        catch (ShouldAssertException violation)
        {
            faults.Add($"{name}: {violation.Message}");
        }
    }
}
