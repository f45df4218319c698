namespace BankAdmin.Web.Wizards;

/// <summary>
/// Rows of a page that are about things with a key: an account, a consignor. The page posts them by place, each with its key; a draft
/// keeps them by key, so that nothing typed lands on another thing when one comes or goes.
/// </summary>
public static class KeyedRows
{
    /// <summary>The rows by key, as a draft keeps them.</summary>
    public static Dictionary<string, T?> ByKey<T>(IEnumerable<string?> keys, IEnumerable<T?> rows) => keys.Zip(rows)
        .Where(row => row.First is not null).DistinctBy(row => row.First).ToDictionary(row => row.First!, row => row.Second);

    /// <summary>The rows of the things there are now, in their order; null where nothing was said of one.</summary>
    public static List<T?> Of<T>(IEnumerable<string> wanted, IEnumerable<string?> keys, IEnumerable<T?> rows)
    {
        var known = ByKey(keys, rows);
        return wanted.Select(known.GetValueOrDefault).ToList();
    }
}
