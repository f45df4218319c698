using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.TryFees;

/// <summary>What is typed to try a payment by itself.</summary>
public sealed record TryFeesForm
{
    /// <summary>Code of the table.</summary>
    public string? Table { get; set; }

    /// <summary>Payment and pattern.</summary>
    public FeesForm.TrialForm Trial { get; set; } = new();
}

/// <summary>The page with what it came to.</summary>
public sealed record TryFeesPage(TryFeesForm Form, IReadOnlyList<FeeTableKind> Tables, FeeTrial? Trial);

/// <summary>手数料試算 (BKGK028): with the tables in force, apart from any change.</summary>
[Area("Companies")]
[Route("companies/fees/trial")]
[AdministratorsOnly]
public sealed class TryFeesController(BankAdminDbContext context, FeeTrials trials) : ScreenController
{
    private const string Refused = "試算した支払は振り込めません。";

    /// <summary>Shows the form, and what a payment comes to once one is typed.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Try(TryFeesForm form, CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        var tables = FeeTableKind.All.Where(kind => company.Has(kind.Service)).ToList();
        if (tables.Count == 0)
        {
            return NotFound();
        }

        var kind = tables.FirstOrDefault(table => table.Code == form.Table) ?? tables[0];
        if (form.Trial.Payment is not null && AmountText.Check(form.Trial.Payment, Domain.Limits.CompanyDailyLimits.MaxDigits) is { } code)
        {
            return Refuse(
                ScreenCatalogue.TryFees, "trial", new TryFeesPage(form, tables, null),
                [new Violation(code, "trial.payment", $"{Domain.Limits.CompanyDailyLimits.MaxDigits}桁")], heading: Refused);
        }

        var trial = await trials.TryStoredAsync(kind, form.Trial, ct);
        var page = new TryFeesPage(form with { Table = kind.Code }, tables, trial);
        return trial.Refusal is { } refusal
            ? Refuse(ScreenCatalogue.TryFees, "trial", page, [refusal], heading: Refused)
            : Show(ScreenCatalogue.TryFees, "trial", page);
    }
}
