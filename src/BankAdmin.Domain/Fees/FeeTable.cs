using BankAdmin.Domain.Operations;
using BankAdmin.Domain.Rules;

namespace BankAdmin.Domain.Fees;

/// <summary>
/// A fee table of a company: whether it follows the bank's standard schedule, and the company's own figures, which stay
/// stored while it does (rule: spec rules.md §3).
/// </summary>
public sealed class FeeTable : AggregateRoot, ICompanyOwned
{
    private readonly List<FeeTableBand> bands = [];

    private FeeTable()
    {
    }

    /// <inheritdoc />
    public Guid CompanyId { get; private init; }

    /// <summary>Which of the company's three tables it is.</summary>
    public FeeTableKind Kind { get; private init; } = FeeTableKind.PayeeTransfer;

    /// <summary>使用する: the standard schedule of the transfer date is in force.</summary>
    public bool UsesStandard { get; private set; }

    /// <summary>手数料計算方法; no part of a schedule, always the company's choice.</summary>
    public FeeMethod Method { get; private set; }

    /// <summary>The company's own figures.</summary>
    public FeeSchedule Own => new(bands.OrderBy(band => band.Position).Select(band => band.Band));

    /// <summary>Opens a table with the contract; it begins with the figures that are standard then.</summary>
    public static FeeTable Open(Guid companyId, FeeTableKind kind, FeeTableChange terms)
    {
        var table = new FeeTable { Id = Guid.CreateVersion7(), CompanyId = companyId, Kind = kind };
        table.Put(terms);
        table.Raise(new FeeTableOpened(table.AsSubject()));
        return table;
    }

    /// <inheritdoc />
    public override OperationSubject AsSubject() => Kind.AsSubject();

    /// <summary>The schedule in force, given the standard one of the transfer date.</summary>
    public FeeSchedule InForce(FeeSchedule standard) => UsesStandard ? (Kind.HasMinimum ? standard : standard.AsPayer()) : Own;

    /// <summary>What a change breaks. While the standard is used the own figures are not judged: they are not in force.</summary>
    public IReadOnlyList<Violation> Check(FeeTableChange change) =>
        change.UsesStandard ? [] : change.Own.Check(change.Method, Kind.HasMinimum).ToList();

    /// <summary>Takes over choice, method and figures as they are given.</summary>
    /// <exception cref="RulesBrokenException"><see cref="Check"/> finds something.</exception>
    public void Change(FeeTableChange change)
    {
        RulesBrokenException.ThrowIfAny(Check(change));
        Put(change);
        Raise(new FeeTableChanged(Kind.Change, AsSubject()));
    }

    private void Put(FeeTableChange change)
    {
        (UsesStandard, Method) = (change.UsesStandard, change.Method);
        bands.Clear();
        bands.AddRange(change.Own.Bands.Select((band, i) => new FeeTableBand(Id, i, band)));
    }
}

/// <summary>A table as it shall be.</summary>
/// <param name="UsesStandard">使用する.</param>
/// <param name="Method">手数料計算方法.</param>
/// <param name="Own">The company's own figures.</param>
public sealed record FeeTableChange(bool UsesStandard, FeeMethod Method, FeeSchedule Own);

/// <summary>A range of a stored schedule.</summary>
public sealed class FeeTableBand
{
    private FeeTableBand()
    {
    }

    internal FeeTableBand(Guid tableId, int position, FeeBand band) =>
        (TableId, Position, From, SameBranch, SameBank, OtherBank) =
            (tableId, position, band.From, band.SameBranch, band.SameBank, band.OtherBank);

#pragma warning disable CS1591 // as in FeeBand; amounts are integers in the database
    public Guid TableId { get; private init; }

    public int Position { get; private init; }

    public long From { get; private init; }

    public long SameBranch { get; private init; }

    public long SameBank { get; private init; }

    public long OtherBank { get; private init; }
#pragma warning restore CS1591

    /// <summary>The range as a value.</summary>
    public FeeBand Band => new(From, SameBranch, SameBank, OtherBank);
}
