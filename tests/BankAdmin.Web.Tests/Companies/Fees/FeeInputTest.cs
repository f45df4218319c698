using BankAdmin.Domain.Fees;
using BankAdmin.Testing.Pages;
using BankAdmin.Web.Tests.Scenes;
using Shouldly;

namespace BankAdmin.Web.Tests.Companies.Fees;

/// <summary>A test of the input pages of fees that stores nothing.</summary>
public abstract class FeeInputTest(RunningBank running) : SharedWebTest(running)
{
    protected const string Fee = "fees[0].sameBank";
    protected const string Boundary = "boundaries[0]";
    protected const string Minimum = "minimumPayment";

    protected static readonly string[] Everywhere = ["BKGK019", "BKGK022", "BKGK025"];

    protected async Task<(PageClient Browser, Page Input)> OpenAsync(string screen)
    {
        var browser = NewBrowser();
        return (browser, await browser.LogInAndOpenOwnFiguresAsync("sakura01", screen));
    }

    protected async Task NothingIsStoredAsync()
    {
        foreach (var screen in Everywhere)
        {
            var kind = FeeScreens.Of(screen).Kind;
            (await Bank.FeeTableAsync(kind)).Version.ShouldBe(
                kind == FeeTableKind.PayeeBulkTransfer ? 2 : 1, "as the demo data left it");
        }
    }
}
