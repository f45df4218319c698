using BankAdmin.Domain;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Companies.ChangeCompany;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Companies.ViewCompany;

/// <summary>企業情報照会 (BKGK005): the information with ceilings and what is used today.</summary>
[Area("Companies")]
[AdministratorsOnly]
public sealed class ViewCompanyController(
    BankAdminDbContext context, ChangeCompanyWizard wizard, ReceiptStore receipts, CurrentSession session) : ScreenController
{
    private const string Path = "companies/information";

    /// <summary>Shows it.</summary>
    [HttpGet(Path)]
    public async Task<IActionResult> Inquire(CancellationToken ct)
    {
        var sheet = await SheetAsync(ct);
        context.Record(new SheetInquired(OperationCatalogue.InquireCompany));
        await context.SaveChangesAsync(ct);
        return Show(ScreenCatalogue.ViewCompany, "inquiry", sheet);
    }

    /// <summary>印刷: each print is a record of its own, with a 受付番号.</summary>
    [HttpGet(Path + "/print")]
    public async Task<IActionResult> Print(CancellationToken ct)
    {
        var sheet = await SheetAsync(ct);
        var (screen, user) = (ScreenCatalogue.ViewCompany, session.Require());
        context.Record(new SheetPrinted(OperationCatalogue.Print, null));
        return receipts.Pdf(await context.SaveWithReceiptAsync(
            (number, atUtc) => new Receipt(
                screen.Id, screen.Title, number, atUtc, user.CompanyName, user.Name, user.LoginId, "以下は、受付日時の時点の企業情報です。", sheet), ct));
    }

    private async Task<Sheet> SheetAsync(CancellationToken ct)
    {
        var stored = await wizard.LoadAsync("", ct) ?? throw new InvalidOperationException("A user without a company.");
        var ceilings = Ceilings();
        return Sheets.Of(wizard.Describe(stored.Input).Select(fact => WithUse(fact, ceilings)));
    }

    // Nothing can be sent through this product yet, so nothing of any limit is used.
    private static Described WithUse(Described fact, Dictionary<string, Yen> ceilings) =>
        ceilings.TryGetValue(fact.Key, out var ceiling)
            ? fact with
            {
                Facts = [new SheetFact($"ceiling:{fact.Key}", "契約上限", ceiling.ToString()), new SheetFact($"used:{fact.Key}", "本日の利用額", default(Yen).ToString())],
            }
            : fact;

    private Dictionary<string, Yen> Ceilings() =>
        ChangeCompanyForm.AccountsOf(wizard.Company).Index()
            .SelectMany(account => AccountDailyLimits.Kinds.Select(kind => (Key: $"accountLimits[{account.Index}].{kind.Key}", Ceiling: kind.Of(account.Item.Ceilings))))
            .Concat(ChangeCompanyForm.LimitsOf(wizard.Company).Select(kind => (Key: $"companyLimits.{kind.Key}", Ceiling: kind.Of(wizard.Company.Ceilings))))
            .ToDictionary(limit => limit.Key, limit => limit.Ceiling);
}
