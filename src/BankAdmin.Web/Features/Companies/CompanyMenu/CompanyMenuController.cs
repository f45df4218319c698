using BankAdmin.Domain.Fees;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Companies.CompanyMenu;

/// <summary>企業管理 作業内容選択.</summary>
[Area("Companies")]
public sealed class CompanyMenuController(CurrentSession session) : ScreenController
{
    [HttpGet("companies")]
    [Screen("BKGK001")]
    public IActionResult Menu() => ShowMenu(
        session.Require(),
        new MenuBlock(
            "企業情報",
            new MenuItem(ScreenCatalogue.ChangeCompany, "承認機能の利用有無と限度額を変更します。"),
            new MenuItem(ScreenCatalogue.ViewCompany, "登録内容、契約上限、本日の利用額を確認します。")),
        new MenuBlock("口座メモ", new MenuItem(ScreenCatalogue.ChangeAccountMemos, "口座ごとに覚え書きを付けます。")),
        new MenuBlock("委託者メモ", new MenuItem(ScreenCatalogue.ChangeConsignorMemos, "委託者ごとに覚え書きを付けます。")),
        new MenuBlock(
            "手数料情報",
            new MenuItem(ScreenCatalogue.TryFees, "支払金額から手数料と差額を計算します。"))
        {
            Rows =
            [
                Row(FeeTableKind.PayeeTransfer, ScreenCatalogue.ChangePayeeTransferFees, ScreenCatalogue.ViewPayeeTransferFees),
                Row(FeeTableKind.PayeeBulkTransfer, ScreenCatalogue.ChangePayeeBulkFees, ScreenCatalogue.ViewPayeeBulkFees),
                Row(FeeTableKind.PayerBulkTransfer, ScreenCatalogue.ChangePayerBulkFees, ScreenCatalogue.ViewPayerBulkFees),
            ],
        });

    private static MenuRow Row(FeeTableKind kind, Screen change, Screen view) => new(kind.Name, change, view);
}
