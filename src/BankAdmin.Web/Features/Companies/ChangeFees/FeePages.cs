using BankAdmin.Domain.Fees;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>The screens of one fee table.</summary>
/// <param name="Kind">The table.</param>
/// <param name="Input">変更.</param>
/// <param name="Confirm">変更確認.</param>
/// <param name="Result">変更結果.</param>
public sealed record FeePages(FeeTableKind Kind, Screen Input, Screen Confirm, Screen Result)
{
    /// <summary>先方負担手数料[振込振替].</summary>
    public static readonly FeePages PayeeTransfer = new(
        FeeTableKind.PayeeTransfer, ScreenCatalogue.ChangePayeeTransferFees, ScreenCatalogue.ChangePayeeTransferFeesConfirm,
        ScreenCatalogue.ChangePayeeTransferFeesResult);

    /// <summary>先方負担手数料[総合振込].</summary>
    public static readonly FeePages PayeeBulkTransfer = new(
        FeeTableKind.PayeeBulkTransfer, ScreenCatalogue.ChangePayeeBulkFees, ScreenCatalogue.ChangePayeeBulkFeesConfirm,
        ScreenCatalogue.ChangePayeeBulkFeesResult);

    /// <summary>当方負担手数料[総合振込].</summary>
    public static readonly FeePages PayerBulkTransfer = new(
        FeeTableKind.PayerBulkTransfer, ScreenCatalogue.ChangePayerBulkFees, ScreenCatalogue.ChangePayerBulkFeesConfirm,
        ScreenCatalogue.ChangePayerBulkFeesResult);

    /// <summary>What the amounts of the table are called.</summary>
    public string AmountName => Kind.HasMinimum ? "支払金額" : "振込金額";
}

/// <summary>The ranges of a table as its input page shows them.</summary>
/// <param name="Shown">Whose figures they are: typed, or the standard ones.</param>
/// <param name="Locked">Shown, not to be typed in.</param>
public sealed record FeeRanges(FeesSubject Subject, FeesForm Shown, bool Locked);
