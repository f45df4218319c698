using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using BankAdmin.Domain;
using BankAdmin.Domain.Fees;
using BankAdmin.Web.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BankAdmin.Web.Features.Companies.ChangeFees;

/// <summary>A fee table as typed. The figures are always the company's own, also while the standard ones are shown.</summary>
public sealed record FeesForm
{
    /// <summary>Digits the reader takes; what is too high after that is out of range, not too long.</summary>
    public const int ReadableDigits = 15;

    private const char Same = '\u001F';

    /// <summary>使用する: <c>true</c> or <c>false</c>.</summary>
    public string? UseStandard { get; set; }

    /// <summary>手数料計算方法.</summary>
    public string? Method { get; set; }

    /// <summary>適用最低支払金額.</summary>
    public string? MinimumPayment { get; set; }

    /// <summary>Lower bounds of the second and third range.</summary>
    [JsonIgnore]
    public List<string?> Boundaries { get; set; } = [];

    /// <summary>A dictionary for each range: fee by key of the pattern.</summary>
    [JsonIgnore]
    public List<Dictionary<string, string?>> Fees { get; set; } = [];

    /// <summary>The ranges as a draft keeps them, by lower bound: no fee lands on a range it was not typed for.</summary>
    [BindNever]
    public Dictionary<string, Dictionary<string, string?>> Ranges
    {
        get => Fees.Select((fees, i) => (Key: KeyOf(i), Fees: fees)).ToDictionary(range => range.Key, range => range.Fees);
        init => (Boundaries, Fees) = (value.Keys.Skip(1).Select(string? (key) => key.Split(Same)[0]).ToList(), [.. value.Values]);
    }

    /// <summary>試算.</summary>
    public TrialForm Trial { get; set; } = new();

    /// <summary>Whether the page that was posted showed the standard figures, disabled.</summary>
    public bool ShowedStandard { get; set; }

    public bool ChoosesStandard => UseStandard == "true";

    public static FeesForm From(FeeTable table) => new FeesForm
    {
        UseStandard = table.UsesStandard ? "true" : "false",
        Method = table.Method.ToString(),
        ShowedStandard = table.UsesStandard,
    }.With(table.Own);

    /// <summary>The same choices with the figures of a schedule.</summary>
    public FeesForm With(FeeSchedule schedule) => this with
    {
        MinimumPayment = Yen(schedule.Minimum),
        Boundaries = schedule.Bands.Skip(1).Select(string? (band) => Yen(band.From)).ToList(),
        Fees = schedule.Bands.Select(band => ByPattern(pattern => Yen(band.Of(pattern)))).ToList(),
    };

    /// <summary>What was posted, cut to what a table has. Disabled figures are not posted: what was typed before stays.</summary>
    public FeesForm FitTo(FeesForm before, FeeTableKind kind)
    {
        var own = ShowedStandard || Fees.Count == 0 ? before : this;
        var ranges = Math.Clamp(own.Fees.Count, 1, FeeSchedule.MaxRanges);
        return this with
        {
            Method = kind.HasMethod ? Method : nameof(FeeMethod.Fixed),
            MinimumPayment = kind.HasMinimum ? own.MinimumPayment : "0",
            Boundaries = Enumerable.Range(0, ranges - 1).Select(i => own.Boundaries.ElementAtOrDefault(i)).ToList(),
            Fees = own.Fees.Take(ranges).Select(fees => ByPattern(pattern => fees.GetValueOrDefault(pattern.Key()))).ToList(),
        };
    }

    /// <summary>The figures with one more, empty range.</summary>
    public FeesForm AddRange() => Fees.Count >= FeeSchedule.MaxRanges ? this : this with
    {
        Boundaries = [.. Boundaries, null],
        Fees = [.. Fees, ByPattern(_ => null)],
    };

    /// <summary>The figures without a range; the first one hands its lower bound to the next.</summary>
    public FeesForm RemoveRange(int range) => Fees.Count < 2 || range < 0 || range >= Fees.Count ? this : this with
    {
        Boundaries = Boundaries.Where((_, i) => i != Math.Max(0, range - 1)).ToList(),
        Fees = Fees.Where((_, i) => i != range).ToList(),
    };

    /// <summary>The figures as a schedule; one that cannot be read, which no form that passed its validator has, as 0.</summary>
    public FeeSchedule ToSchedule() => new(Fees.Select((fees, i) =>
    {
        long Of(TransferPattern pattern) => Number(fees[pattern.Key()]);
        var from = Number(i == 0 ? MinimumPayment : Boundaries[i - 1]);
        return new FeeBand(from, Of(TransferPattern.SameBranch), Of(TransferPattern.SameBank), Of(TransferPattern.OtherBank));
    }));

    /// <summary>The figures as a schedule, or null while they are none.</summary>
    public FeeSchedule? TryToSchedule(Validator validator) =>
        validator.Validate(this with { UseStandard = "false" }).IsValid ? ToSchedule() : null;

    public FeeMethod ChosenMethod => FeeMethods.All.FirstOrDefault(method => method.ToString() == Method, FeeMethod.Fixed);

    // The first range begins at 適用最低支払金額, which may change. Two that are typed alike are told apart by their place.
    private string KeyOf(int range)
    {
        var bounds = Enumerable.Range(0, range + 1)
            .Select(i => i == 0 ? "" : AmountText.Show(Boundaries.ElementAtOrDefault(i - 1), ReadableDigits)).ToList();
        return bounds.IndexOf(bounds[range]) == range
            ? bounds[range]
            : string.Create(CultureInfo.InvariantCulture, $"{bounds[range]}{Same}{range}");
    }

    private static string Yen(long amount) => new Yen(amount).Grouped;

    private static long Number(string? typed) => AmountText.Find(typed, ReadableDigits)?.Amount ?? 0;

    private static Dictionary<string, string?> ByPattern(Func<TransferPattern, string?> fee) =>
        TransferPatterns.All.ToDictionary(pattern => pattern.Key(), fee);

    /// <summary>What is typed to try a payment.</summary>
    public sealed record TrialForm
    {
        /// <summary>支払金額; null: the page was opened, nothing was asked yet.</summary>
        [DisplayFormat(ConvertEmptyStringToNull = false)]
        public string? Payment { get; set; }

        /// <summary>振込パターン.</summary>
        public string? Pattern { get; set; } = TransferPattern.SameBank.Key();

        public TransferPattern ChosenPattern =>
            TransferPatterns.All.FirstOrDefault(pattern => pattern.Key() == Pattern, TransferPattern.SameBank);
    }

    /// <summary>The shape of the form. The company's own figures are judged where they are chosen.</summary>
    public sealed class Validator : AbstractValidator<FeesForm>
    {
        public Validator()
        {
            RuleFor(form => form.UseStandard).OneOf(["true", "false"]);
            RuleFor(form => form.Method).OneOf(FeeMethods.All.Select(method => method.ToString()));
            When(form => !form.ChoosesStandard, () =>
            {
                RuleFor(form => form.MinimumPayment).Amount(ReadableDigits);
                RuleForEach(form => form.Boundaries).Amount(ReadableDigits);
                RuleForEach(form => form.Fees).ChildRules(range =>
                    range.RuleForEach(fees => fees).EachMember(fee => fee.Amount(ReadableDigits)));
            });
        }
    }
}
