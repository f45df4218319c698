using BankAdmin.Domain;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Companies.ChangeCompany;
using BankAdmin.Web.Features.Shared;
using BankAdmin.Web.Receipts;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;

namespace BankAdmin.Web.Features.Companies.ViewCompany;

/// <summary>企業情報照会 (BKGK005): the information with ceilings and what is used today.</summary>
[Area("Companies")]
[Route("companies/information")]
[AdministratorsOnly]
public sealed class ViewCompanyController(
    BankAdminDbContext context, ChangeCompanyWizard wizard, ReceiptStore receipts, CurrentSession session) : InquiryController(context, receipts, session)
{
    /// <inheritdoc />
    protected override Screen Screen => ScreenCatalogue.ViewCompany;

    /// <inheritdoc />
    protected override Operation Operation => OperationCatalogue.InquireCompany;

    /// <inheritdoc />
    protected override async Task<Inquired?> ReadAsync(CancellationToken ct)
    {
        if (await wizard.LoadAsync("", ct) is not { } stored)
        {
            return null;
        }

        var ceilings = Ceilings();
        return new Inquired(wizard.Company.AsSubject(), Sheets.Of(wizard.Describe(stored.Input).Select(fact => WithUse(fact, ceilings))));
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
