using BankAdmin.Domain.Companies;
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
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ViewCompany;

/// <summary>企業情報照会: the information with ceilings and what is used today.</summary>
[Area("Companies")]
[Route("companies/information")]
[Screen("BKGK005")]
public sealed class ViewCompanyController(
    BankAdminDbContext context, ChangeCompanyWizard wizard, ReceiptStore receipts, CurrentSession session)
    : InquiryController(context, receipts, session)
{
    protected override Operation Operation => OperationCatalogue.InquireCompany;

    protected override async Task<Inquired?> ReadAsync(CancellationToken ct)
    {
        var company = await Context.Companies.AsNoTracking().SingleAsync(ct);
        var subject = new CompanySubject(company, LossGuard.OfNobody(company), CompanyUse.Nothing);
        var limits = LimitsOf(subject.Company).ToDictionary(limit => limit.Key);
        return new Inquired(subject.Company.AsSubject(), Sheets.Of(wizard.Describe(subject, subject.Stored)
            .Select(fact => limits.TryGetValue(fact.Key, out var limit) ? fact with { Facts = FactsOf(limit, subject.Use) } : fact)),
            HistoryLink.ToChangesOf(subject.Company.AsSubject(), OperationCatalogue.ChangeCompany, "この企業情報の履歴"));
    }

    private static IReadOnlyList<SheetFact> FactsOf((string Key, Domain.Yen Ceiling) limit, CompanyUse use) =>
    [
        new($"ceiling:{limit.Key}", "契約上限", limit.Ceiling.ToString()),
        new($"used:{limit.Key}", "本日の利用額", use.Of(limit.Key).ToString()),
    ];

    private static IEnumerable<(string Key, Domain.Yen Ceiling)> LimitsOf(Company company) =>
    [
        .. from account in ChangeCompanyForm.AccountsOf(company).Index()
           from kind in AccountDailyLimits.Kinds
           select ($"accountLimits[{account.Index}].{kind.Key}", kind.Of(account.Item.Ceilings)),
        .. from kind in ChangeCompanyForm.LimitsOf(company)
           select ($"companyLimits.{kind.Key}", kind.Of(company.Ceilings)),
    ];
}
