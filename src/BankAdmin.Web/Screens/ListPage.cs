using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Screens;

/// <summary>A page of a list.</summary>
/// <param name="Rows">What is on it.</param>
/// <param name="Found">How much there is on all pages.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Size">Rows a page.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Found, int Number, int Size)
{
    public int Pages => Math.Max(1, (Found + Size - 1) / Size);

    /// <summary>Place of its first row, from 1.</summary>
    public int First => ((Number - 1) * Size) + 1;

    /// <summary>Place of its last row.</summary>
    public int Last => First + Rows.Count - 1;

    public Pager PagerTo(Func<int, string> pathOf) => new(Number, Pages, Size, pathOf);

    /// <summary>Reads a page of what is found in that order, or the last page where there are fewer.</summary>
    /// <param name="found">What is found.</param>
    /// <param name="number">Number of the page, from 1.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="counted">As many as are found, without what only the rows show; null: as found.</param>
    public static async Task<ListPage<T>> ReadAsync(
        IOrderedQueryable<T> found, int number, int size, CancellationToken ct, IQueryable<T>? counted = null)
    {
        var asked = new ListPage<T>([], 0, Math.Clamp(number, 1, int.MaxValue / size), size);

        // With one row more than is shown, who sees the end of the list knows how much there is and need not count.
        var rows = await found.Skip(asked.First - 1).Take(size + 1).ToListAsync(ct);
        if (rows.Count <= size && (rows.Count > 0 || asked.Number == 1))
        {
            return asked with { Rows = rows, Found = asked.First - 1 + rows.Count };
        }

        asked = asked with { Found = await (counted ?? found).CountAsync(ct) };
        return rows.Count > 0
            ? asked with { Rows = rows.GetRange(0, size) }
            : await ReadAsync(found, asked.Pages, size, ct, counted);
    }
}

/// <summary>The links between the pages of a list.</summary>
/// <param name="PathOf">Address of a page.</param>
public sealed record Pager(int Number, int Pages, int Size, Func<int, string> PathOf)
{
    private const int Neighbours = 2;

    /// <summary>The pages that are linked: the ends and the neighbours; null: some are left out.</summary>
    public IEnumerable<int?> Shown
    {
        get
        {
            var last = 0;
            foreach (var page in Enumerable.Range(1, Pages)
                .Where(page => page == 1 || page == Pages || Math.Abs(page - Number) <= Neighbours))
            {
                if (page > last + 1)
                {
                    yield return null;
                }

                yield return last = page;
            }
        }
    }
}
