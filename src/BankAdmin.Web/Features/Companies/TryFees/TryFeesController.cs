using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Features.Companies.ChangeFees;
using BankAdmin.Web.Forms;
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

    public FeesForm.TrialForm Trial { get; set; } = new();
}

/// <summary>The page with what it came to.</summary>
public sealed record TryFeesPage(TryFeesForm Form, IReadOnlyList<FeeTableKind> Tables, FeeTrial? Trial);

/// <summary>手数料試算 (BKGK028): with the tables in force, apart from any change.</summary>
[Area("Companies")]
[Route("companies/fees/trial")]
[Screen("BKGK028")]
public sealed class TryFeesController(BankAdminDbContext context, CurrentSession session, TimeProvider clock) : ScreenController
{
    private const int MaxDigits = CompanyDailyLimits.MaxDigits;
    private static readonly Refusal Refused = new(Heading: "試算した支払は振り込めません。");

    /// <summary>Shows the form, and what a payment comes to once one is typed.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Try(TryFeesForm form, CancellationToken ct)
    {
        var contract = session.Require().Contract;
        var tables = FeeTableKind.All.Where(kind => contract.Has(kind.Service)).ToList();
        var kind = tables.FirstOrDefault(table => table.Code == form.Table) ?? tables[0];
        if (form.Trial.Payment is { } payment && FieldRules.CheckAmount(payment, MaxDigits, "trial.payment") is { } wrong)
        {
            return Refuse(Screen, "trial", new TryFeesPage(form, tables, null), [wrong], Refused);
        }

        var trials = await context.FeeTrialsAsync(kind, JapanTime.Day(clock.GetUtcNow().UtcDateTime), ct);
        var table = await context.FeeTables.AsNoTracking().SingleAsync(t => t.Kind == kind, ct);
        await NoteAsync(new SheetInquired(OperationCatalogue.TryFees, table.AsSubject()), ct);
        var trial = trials.Try(table.InForce(trials.Standard), table.Method, form.Trial);
        var page = new TryFeesPage(form with { Table = kind.Code }, tables, trial);
        return trial.Refusal is { } refusal
            ? Refuse(Screen, "trial", page, [refusal], Refused)
            : Show(Screen, "trial", page);
    }
}
