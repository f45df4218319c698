namespace BankAdmin.Web.Commands;

/// <summary>What stands behind the words of a command: pairs of <c>--name value</c>, each name once.</summary>
internal static class CommandOptions
{
    /// <summary>The pairs by name; null: there is anything else.</summary>
    /// <param name="rest">What stands there.</param>
    /// <param name="known">The names that may be there.</param>
    public static IReadOnlyDictionary<string, string>? Read(IReadOnlyCollection<string> rest, params IReadOnlyCollection<string> known)
    {
        var pairs = rest.Chunk(2).ToList();
        return pairs.All(pair => pair.Length == 2 && known.Contains(pair[0])) && pairs.DistinctBy(pair => pair[0]).Count() == pairs.Count
            ? pairs.ToDictionary(pair => pair[0], pair => pair[1])
            : null;
    }
}
