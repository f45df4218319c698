using BankAdmin.Domain.Fees;
using BankAdmin.Web.Screens;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>The screens of one fee table.</summary>
/// <param name="Kind">The table.</param>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Input">変更.</param>
/// <param name="Confirm">変更確認.</param>
/// <param name="Result">変更結果.</param>
/// <param name="Inquiry">照会.</param>
public sealed record FeePages(FeeTableKind Kind, string Key, Screen Input, Screen Confirm, Screen Result, Screen Inquiry)
{
    /// <summary>先方負担手数料[振込振替].</summary>
    public static readonly FeePages PayeeTransfer = new(
        FeeTableKind.PayeeTransfer, "payee-transfer", ScreenCatalogue.ChangePayeeTransferFees, ScreenCatalogue.ChangePayeeTransferFeesConfirm,
        ScreenCatalogue.ChangePayeeTransferFeesResult, ScreenCatalogue.ViewPayeeTransferFees);

    /// <summary>先方負担手数料[総合振込].</summary>
    public static readonly FeePages PayeeBulkTransfer = new(
        FeeTableKind.PayeeBulkTransfer, "payee-bulk-transfer", ScreenCatalogue.ChangePayeeBulkFees, ScreenCatalogue.ChangePayeeBulkFeesConfirm,
        ScreenCatalogue.ChangePayeeBulkFeesResult, ScreenCatalogue.ViewPayeeBulkFees);

    /// <summary>当方負担手数料[総合振込].</summary>
    public static readonly FeePages PayerBulkTransfer = new(
        FeeTableKind.PayerBulkTransfer, "payer-bulk-transfer", ScreenCatalogue.ChangePayerBulkFees, ScreenCatalogue.ChangePayerBulkFeesConfirm,
        ScreenCatalogue.ChangePayerBulkFeesResult, ScreenCatalogue.ViewPayerBulkFees);

    /// <summary>All of them, in the order menus show them.</summary>
    public static IReadOnlyList<FeePages> All { get; } = [PayeeTransfer, PayeeBulkTransfer, PayerBulkTransfer];

    /// <summary>What the amounts of the table are called.</summary>
    public string AmountName => Kind.HasMinimum ? "支払金額" : "振込金額";
}
