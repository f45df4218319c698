using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Companies;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Limits;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Notices;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>A fee table with the standard schedule it may follow.</summary>
/// <param name="Trials">What it is tried with.</param>
/// <param name="NextStandard">The standard schedule that follows the one in force.</param>
public sealed record FeesSubject(FeePages Pages, Company Company, FeeTable Table, FeeTrials Trials, StandardFees? NextStandard)
    : Subject<FeesForm>(FeesForm.From(Table), Table)
{
    private static readonly FeesForm.Validator Validator = new();

    /// <summary>The standard schedule in force today, as this table uses it.</summary>
    public FeeSchedule Standard => Pages.Kind.HasMinimum ? Trials.Standard : Trials.Standard.AsPayer();

    /// <summary>The figures that an input leads to; null while they cannot be read.</summary>
    public FeeSchedule? InForce(FeesForm input) => input.ChoosesStandard ? Standard : input.TryToSchedule(Validator);

    /// <summary>The same where the domain accepts them, too.</summary>
    public FeeSchedule? Usable(FeesForm input) =>
        InForce(input) is { } figures && Table.Check(ChangeOf(input)).Count == 0 ? figures : null;

    /// <summary>The trial of an input; null while its figures cannot be used.</summary>
    public FeeTrial? TrialOf(FeesForm input) => Usable(input) is { } usable ? Trials.Try(usable, input.ChosenMethod, input.Trial) : null;

    /// <summary>
    /// The change that an input asks for; while the standard is chosen the company's own figures stay as they are stored.
    /// </summary>
    public FeeTableChange ChangeOf(FeesForm input) =>
        new(input.ChoosesStandard, input.ChosenMethod, input.ChoosesStandard ? Table.Own : input.ToSchedule());
}

/// <summary>手数料情報変更, one of three tables (rule: spec rules.md §3).</summary>
public abstract class FeesWizard(BankAdminDbContext context, ChangeNotices notices, TimeProvider clock, FeePages pages)
    : Wizard<FeesForm, FeesSubject>
{
    private const string RemoveRange = "removeRange:";
    private const int TrialDigits = CompanyDailyLimits.MaxDigits;

    public override Operation Operation => pages.Kind.Change;

    public override WizardScreens Screens { get; } = new(pages.Result, pages.Confirm, "変更内容を確認", "変更完了");

    public override IReadOnlyList<InputStep<FeesForm, FeesSubject>> Steps { get; } =
    [
        new InputStep<FeesForm, FeesSubject, FeesForm>(
            "fees", pages.Input, "手数料情報を変更", (_, _) => new FeesForm.Validator(), form => form,
            (_, before, posted) => posted.FitTo(before, pages.Kind)),
    ];

    public override int Schema => 2;

    public override WizardWords Words(FeesSubject subject) =>
        new($"以下の内容で{pages.Kind.Name}を変更します。", $"以下の内容で{pages.Kind.Name}を変更しました。");

    public override StepUp StepUpFor(FeesSubject subject) => subject.Company.ForCompany();

    public override async Task<FeesSubject?> LoadAsync(string subjectKey, Person actor, CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        if (!pages.Input.IsOfferedBy(Contract.Of(company)))
        {
            return null;
        }

        var today = JapanTime.Day(clock.GetUtcNow().UtcDateTime);
        return new FeesSubject(
            pages, company, await context.FeeTables.SingleAsync(table => table.Kind == pages.Kind, ct),
            await context.FeeTrialsAsync(pages.Kind, today, ct), await context.NextStandardFeesAsync(today, ct));
    }

    public override IEnumerable<Described> Describe(FeesSubject subject, FeesForm input) =>
        FeeSheet.Describe(pages, input.ChoosesStandard, input.ChosenMethod, subject.InForce(input) ?? subject.Table.Own);

    public override Task<StepResult<FeesForm>?> HandleButtonAsync(
        FeesSubject subject, FeesForm before, FeesForm typed, string button, CancellationToken ct) => Task.FromResult(button switch
        {
            "loadFees" => Redraw(typed.With(subject.Standard) with { ShowedStandard = typed.ChoosesStandard }),
            "openFields" => Redraw(typed with { UseStandard = "false" }),
            "addRange" => Redraw(typed.AddRange()),
            "trial" => new StepResult<FeesForm>(Shown(typed), CheckTrial(subject, typed)),
            _ when button.StartsWith(RemoveRange, StringComparison.Ordinal)
                && int.TryParse(button[RemoveRange.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var range) =>
                Redraw(typed.RemoveRange(range)),
            // The figures were disabled: now they can be typed.
            _ when typed is { ShowedStandard: true, UseStandard: "false" } => Redraw(typed),
            _ => null,
        });

    public override Task<IReadOnlyList<Violation>> CheckAsync(FeesSubject subject, FeesForm input, CancellationToken ct) =>
        Task.FromResult(subject.Table.Check(subject.ChangeOf(input)));

    // Where a figure is missing, which boundary comes first cannot be known.
    public override async Task<IReadOnlyList<Violation>> CheckReadableAsync(
        FeesSubject subject, FeesForm input, IReadOnlySet<string> unreadable, CancellationToken ct) =>
        input.Fees.Count == 0 ? []
        : (await CheckAsync(subject, input, ct)).Where(broken => broken.Code != ErrorCodes.EffectiveBoundariesNotAscending).ToList();

    public override IReadOnlyList<Warning> Warnings(FeesSubject subject, FeesForm input) =>
        !input.ChoosesStandard && subject.Usable(input) is { } usable ? FeeWarnings.Of(pages.Kind, usable, subject.Standard).ToList() : [];

    public override async Task ApplyAsync(FeesSubject subject, FeesForm input, CancellationToken ct)
    {
        await notices.TellAsync(new ChangeNotice(Operation) { ToAdministrators = true }, ct);
        subject.Table.Change(subject.ChangeOf(input));
    }

    private static StepResult<FeesForm> Redraw(FeesForm input) => new(Shown(input));

    private static FeesForm Shown(FeesForm input) => input with { ShowedStandard = input.ChoosesStandard };

    private IReadOnlyList<Violation> CheckTrial(FeesSubject subject, FeesForm input)
    {
        var shape = Steps[0].Check(subject, input).ToList();
        if (FieldRules.CheckAmount(input.Trial.Payment, TrialDigits, "trial.payment") is { } wrong)
        {
            shape.Add(wrong);
        }

        if (shape.Count > 0)
        {
            return shape;
        }

        var broken = subject.Table.Check(subject.ChangeOf(input));
        return broken.Count > 0 || subject.TrialOf(input)?.Refusal is not { } refusal ? broken : [refusal];
    }
}

/// <summary>先方負担手数料[振込振替]変更.</summary>
[Wizard("fees-payee-transfer", "/companies/change-fees/payee-transfer", "BKGK019")]
public sealed class PayeeTransferFeesWizard(BankAdminDbContext context, ChangeNotices notices, TimeProvider clock)
    : FeesWizard(context, notices, clock, FeePages.PayeeTransfer);

/// <summary>先方負担手数料[総合振込]変更.</summary>
[Wizard("fees-payee-bulk-transfer", "/companies/change-fees/payee-bulk-transfer", "BKGK022")]
public sealed class PayeeBulkFeesWizard(BankAdminDbContext context, ChangeNotices notices, TimeProvider clock)
    : FeesWizard(context, notices, clock, FeePages.PayeeBulkTransfer);

/// <summary>当方負担手数料[総合振込]変更.</summary>
[Wizard("fees-payer-bulk-transfer", "/companies/change-fees/payer-bulk-transfer", "BKGK025")]
public sealed class PayerBulkFeesWizard(BankAdminDbContext context, ChangeNotices notices, TimeProvider clock)
    : FeesWizard(context, notices, clock, FeePages.PayerBulkTransfer);
