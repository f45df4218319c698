using BankAdmin.Domain.Operations;

namespace BankAdmin.Infrastructure.History;

/// <summary>Where a page of the history begins.</summary>
/// <param name="Place">The row beside it, which is not on it.</param>
/// <param name="Newer">The page of newer rows; else of older ones.</param>
public sealed record HistoryCursor(HistoryPlace Place, bool Newer)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(1);

    /// <summary>The conditions without the times that lie before the page; those of its place itself are kept.</summary>
    public HistoryConditions Within(HistoryConditions conditions) => !conditions.Covers(Place.AtUtc) ? conditions
        : Newer ? conditions with { FromUtc = Place.AtUtc }
        : conditions with { UntilUtc = Place.AtUtc + Shortest };

    /// <summary>Whether the page may hold a row.</summary>
    public bool Leads(HistoryPlace row) => Newer ? row.CompareTo(Place) > 0 : row.CompareTo(Place) < 0;
}

/// <summary>A page of the history, the newest row first.</summary>
/// <param name="Rows">What is on it.</param>
/// <param name="HasNewer">Whether there are newer rows.</param>
/// <param name="HasOlder">Whether there are older rows.</param>
/// <param name="SearchedTo">
/// Where the search ended because it had looked into enough; null: nothing was left out. There may be more beyond it.
/// </param>
public sealed record HistoryPage(IReadOnlyList<HistoryRow> Rows, bool HasNewer, bool HasOlder, HistoryPlace? SearchedTo)
{
    /// <summary>Where the page of newer rows begins.</summary>
    public HistoryCursor? Newer => HasNewer && Rows.Count > 0 ? new HistoryCursor(Rows[0].Place, Newer: true) : null;

    /// <summary>Where the page of older rows begins.</summary>
    public HistoryCursor? Older =>
        SearchedTo is { } searched ? new HistoryCursor(searched, Newer: false)
        : HasOlder && Rows.Count > 0 ? new HistoryCursor(Rows[^1].Place, Newer: false) : null;
}

/// <summary>How much was found.</summary>
/// <param name="Found">So many, at least; of a page behind the first, what is on it.</param>
/// <param name="IsAll">Whether that is all of them.</param>
public sealed record HistoryCount(int Found, bool IsAll);

/// <summary>How much was found on a day.</summary>
/// <param name="Day">The day in Japan.</param>
/// <param name="Succeeded">Operations that were done.</param>
/// <param name="Refused">Operations that were refused.</param>
public sealed record HistoryDay(DateOnly Day, int Succeeded, int Refused)
{
    /// <summary>With one more.</summary>
    public HistoryDay With(OperationOutcome outcome) =>
        outcome == OperationOutcome.Refused ? this with { Refused = Refused + 1 } : this with { Succeeded = Succeeded + 1 };
}
