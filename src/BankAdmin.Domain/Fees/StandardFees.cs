using System.Globalization;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Domain.Fees;

/// <summary>基準手数料: the bank's own tariff from a date on. Past ones are kept, future ones are visible (rule: spec rules.md §3).</summary>
public sealed class StandardFees : AggregateRoot
{
    private readonly List<FeeTableBand> bands = [];

    private StandardFees()
    {
    }

    /// <summary>The first transfer date it is in force for, a Japan day.</summary>
    public DateOnly EffectiveFrom { get; private init; }

    /// <summary>The bank's fees, in whole yen.</summary>
    public FeeSchedule Schedule => new(bands.OrderBy(band => band.Position).Select(band => band.Band));

    /// <summary>Publishes a tariff.</summary>
    public static StandardFees Publish(DateOnly effectiveFrom, FeeSchedule schedule)
    {
        var fees = new StandardFees { Id = Guid.CreateVersion7(), EffectiveFrom = effectiveFrom };
        fees.bands.AddRange(schedule.Bands.Select((band, i) => new FeeTableBand(fees.Id, i, band)));
        fees.Raise(new StandardFeesPublished(fees.AsSubject()));
        return fees;
    }

    /// <inheritdoc />
    public override OperationSubject AsSubject() => new(
        SubjectKind.StandardFees,
        EffectiveFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        EffectiveFrom.ToString("基準手数料（yyyy年M月d日から）", CultureInfo.InvariantCulture));
}
