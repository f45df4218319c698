using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.CompanyMenu;

/// <summary>企業管理 作業内容選択 (BKGK001).</summary>
[Area("Companies")]
[AdministratorsOnly]
public sealed class CompanyMenuController(BankAdminDbContext context) : ScreenController
{
    /// <summary>Shows what can be done, as far as the contract goes.</summary>
    [HttpGet("companies")]
    public async Task<IActionResult> Menu(CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        return Show(ScreenCatalogue.CompanyMenu, "menu", Blocks(company).ToList());
    }

    private static IEnumerable<MenuBlock> Blocks(Company company)
    {
        yield return new MenuBlock("企業情報",
        [
            new MenuItem(ScreenCatalogue.ChangeCompany, "承認機能の利用有無と限度額を変更します。", "/companies/change-company/start"),
            new MenuItem(ScreenCatalogue.ViewCompany, "登録内容、契約上限、本日の利用額を確認します。"),
        ]);
        yield return new MenuBlock("口座メモ",
            [new MenuItem(ScreenCatalogue.ChangeAccountMemos, "口座ごとに覚え書きを付けます。", "/companies/account-memos/start")]);
        if (company.Has(BankingService.DirectDebit))
        {
            yield return new MenuBlock("委託者メモ",
                [new MenuItem(ScreenCatalogue.ChangeConsignorMemos, "委託者ごとに覚え書きを付けます。", "/companies/consignor-memos/start")]);
        }

        var tables = FeePages.All.Where(pages => company.Has(pages.Kind.Service)).ToList();
        if (tables.Count > 0)
        {
            yield return new MenuBlock("手数料情報",
            [
                .. tables.Select(pages => new MenuItem(pages.Input, "適用の方法、金額範囲、手数料を変更します。", $"/companies/change-fees/{pages.Key}/start")),
                .. tables.Select(pages => new MenuItem(pages.Inquiry, "現在の登録内容を確認します。")),
                new MenuItem(ScreenCatalogue.TryFees, "支払金額から手数料と差額を計算します。"),
            ]);
        }
    }
}
