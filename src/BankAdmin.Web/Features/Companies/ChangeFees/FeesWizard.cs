using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Wizards;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>手数料情報の変更 (rule: spec rules.md §3), for each of the three tables.</summary>
public abstract class FeesWizard(BankAdminDbContext context, FeeTrials trials, TimeProvider clock, FeePages pages) : Wizard<FeesForm>
{
    private const string RemoveRange = "removeRange:";

    private readonly FeesForm.Validator validator = new();

    /// <summary>Which table.</summary>
    public FeePages Pages => pages;

    /// <summary>The table.</summary>
    public FeeTable Table { get; private set; } = null!;

    /// <summary>The standard schedule in force today, as this table would use it.</summary>
    public FeeSchedule Standard { get; private set; } = null!;

    /// <summary>The next standard schedule that is published already.</summary>
    public StandardFees? NextStandard { get; private set; }

    /// <inheritdoc />
    public override string Name => $"fees-{pages.Key}";

    /// <inheritdoc />
    public override Operation Operation => pages.Kind.Change;

    /// <inheritdoc />
    public override Screen ConfirmScreen => pages.Confirm;

    /// <inheritdoc />
    public override Screen ResultScreen => pages.Result;

    /// <inheritdoc />
    public override IReadOnlyList<string> ClosingSteps => ["変更内容を確認", "変更完了"];

    /// <inheritdoc />
    public override string Intent => $"以下の内容で{pages.Kind.Name}を変更します。";

    /// <inheritdoc />
    public override string Done => $"以下の内容で{pages.Kind.Name}を変更しました。";

    /// <inheritdoc />
    public override IReadOnlyList<InputStep<FeesForm>> Steps => field ??=
    [
        new InputStep<FeesForm, FeesForm>(
            "fees", pages.Input, "手数料情報を変更", validator, form => form, (before, posted) => posted.FitTo(before, pages.Kind)),
    ];

    /// <inheritdoc />
    public override async Task<Subject<FeesForm>?> LoadAsync(string subject, CancellationToken ct)
    {
        var company = await context.Companies.AsNoTracking().SingleAsync(ct);
        if (!company.Has(pages.Kind.Service))
        {
            return null;
        }

        var today = JapanTime.Day(clock.GetUtcNow().UtcDateTime);
        Table = await context.FeeTables.SingleAsync(table => table.Kind == pages.Kind, ct);
        Standard = await context.StandardFeesOnAsync(today, ct);
        Standard = pages.Kind.HasMinimum ? Standard : Standard.AsPayer();
        NextStandard = await context.NextStandardFeesAsync(today, ct);
        return new Subject<FeesForm>(FeesForm.From(Table), Table);
    }

    /// <inheritdoc />
    public override IEnumerable<Described> Describe(FeesForm input) => FeeSheet.Describe(
        pages, input.ChoosesStandard, input.ChosenMethod, InForce(input) ?? Table.Own);

    /// <summary>The figures that hold with what is typed; null while they are none.</summary>
    public FeeSchedule? InForce(FeesForm input) => input.ChoosesStandard ? Standard : input.TryToSchedule(validator);

    /// <summary>The figures that hold with what is typed; null also where they break a rule: nothing is worked out from such.</summary>
    public FeeSchedule? Usable(FeesForm input) => InForce(input) is { } figures && Table.Check(Change(input)).Count == 0 ? figures : null;

    /// <inheritdoc />
    public override async Task<Redrawn<FeesForm>?> ActAsync(FeesForm input, string action, CancellationToken ct) => action switch
    {
        "loadFees" => Redraw(input.With(Standard) with { ShowedStandard = input.ChoosesStandard }),
        "addRange" => Redraw(input.AddRange()),
        "trial" => new Redrawn<FeesForm>(Shown(input), await CheckTrialAsync(input, ct)),
        _ when action.StartsWith(RemoveRange, StringComparison.Ordinal)
            && int.TryParse(action[RemoveRange.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var range) => Redraw(input.RemoveRange(range)),
        _ when input is { ShowedStandard: true, UseStandard: "false" } => Redraw(input), // the figures were disabled: now they can be typed
        _ => null,
    };

    /// <inheritdoc />
    public override Task<IReadOnlyList<Violation>> CheckAsync(FeesForm input, CancellationToken ct) => Task.FromResult(Table.Check(Change(input)));

    /// <inheritdoc />
    public override IReadOnlyList<Warning> Warnings(FeesForm input) =>
        !input.ChoosesStandard && Usable(input) is { } usable ? FeeWarnings.Of(pages.Kind, usable, Standard).ToList() : [];

    /// <inheritdoc />
    public override Task ApplyAsync(FeesForm input, CancellationToken ct)
    {
        Table.Change(Change(input));
        return Task.CompletedTask;
    }

    private static Redrawn<FeesForm> Redraw(FeesForm input) => new(Shown(input), []);

    private static FeesForm Shown(FeesForm input) => input with { ShowedStandard = input.ChoosesStandard };

    // While the standard is chosen the company's own figures stay as they are stored.
    private FeeTableChange Change(FeesForm input) => new(
        input.ChoosesStandard, input.ChosenMethod, input.ChoosesStandard ? Table.Own : input.ToSchedule());

    private async Task<IReadOnlyList<Violation>> CheckTrialAsync(FeesForm input, CancellationToken ct)
    {
        var shape = Steps[0].Check(input).ToList();
        if (AmountText.Check(input.Trial.Payment, Limits) is { } code)
        {
            shape.Add(new Violation(code, "trial.payment", $"{Limits}桁"));
        }

        if (shape.Count > 0)
        {
            return shape;
        }

        var broken = Table.Check(Change(input));
        return broken.Count > 0 || (await trials.TryAsync(pages.Kind, InForce(input)!, input.ChosenMethod, input.Trial, ct)).Refusal is not { } refusal ? broken : [refusal];
    }

    private const int Limits = Domain.Limits.CompanyDailyLimits.MaxDigits;
}

/// <summary>先方負担手数料[振込振替]変更.</summary>
public sealed class PayeeTransferFeesWizard(BankAdminDbContext context, FeeTrials trials, TimeProvider clock) : FeesWizard(context, trials, clock, FeePages.PayeeTransfer);

/// <summary>先方負担手数料[総合振込]変更.</summary>
public sealed class PayeeBulkFeesWizard(BankAdminDbContext context, FeeTrials trials, TimeProvider clock) : FeesWizard(context, trials, clock, FeePages.PayeeBulkTransfer);

/// <summary>当方負担手数料[総合振込]変更.</summary>
public sealed class PayerBulkFeesWizard(BankAdminDbContext context, FeeTrials trials, TimeProvider clock) : FeesWizard(context, trials, clock, FeePages.PayerBulkTransfer);
