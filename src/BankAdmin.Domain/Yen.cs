using System.Globalization;

namespace BankAdmin.Domain;

/// <summary>A whole number of yen, 0 to 999,999,999,999,999 (15 digits, the longest amount the manual lets anyone enter).</summary>
public readonly record struct Yen : IComparable<Yen>
{
    /// <summary>The largest amount, of 15 digits.</summary>
    public static readonly Yen MaxValue = new(999_999_999_999_999);

    /// <summary>Makes an amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public Yen(long amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, 999_999_999_999_999);
        Amount = amount;
    }

    /// <summary>Whole yen, 0 to 15 digits.</summary>
    public long Amount { get; }

    /// <inheritdoc />
    public int CompareTo(Yen other) => Amount.CompareTo(other.Amount);

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Yen left, Yen right) => left.Amount > right.Amount;

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Yen left, Yen right) => left.Amount < right.Amount;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Yen left, Yen right) => left.Amount >= right.Amount;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Yen left, Yen right) => left.Amount <= right.Amount;

    /// <summary>Grouped figures without a unit, as inputs show them: 100,000,000.</summary>
    public string Grouped => Amount.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>As sheets show it: 100,000,000円.</summary>
    public override string ToString() => Grouped + "円";
}
