using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Screens;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>The three fee tables by the name that test data gives them.</summary>
internal static class FeeTables
{
    public static FeePages Of(string code) =>
        new[] { FeePages.PayeeTransfer, FeePages.PayeeBulkTransfer, FeePages.PayerBulkTransfer }.Single(pages => pages.Kind.Code == code);

    public static Screen InquiryOf(FeePages pages) => ScreenCatalogue.All.Single(screen => screen.Title == pages.Kind.Name + "照会");
}
