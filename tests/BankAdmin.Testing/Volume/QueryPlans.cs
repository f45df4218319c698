using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace BankAdmin.Testing.Volume;

/// <summary>How SQLite would run statements.</summary>
public static partial class QueryPlans
{
    /// <summary>Tables with rows for each company, user or record of the bank: nobody may read one whole to find their own.</summary>
    private static readonly HashSet<string> Growing =
    [
        "Companies", "ContractedServices", "BankAccounts", "Users", "UserRights", "UserAccounts", "FeeTables", "FeeTableBands",
        "OperationRecords", "ChainHeads",
    ];

    /// <summary>What reads a growing table from end to end, as 「table: statement」; empty: nothing.</summary>
    public static async Task<IReadOnlyList<string>> ScansAsync(this TestBank bank, IEnumerable<string> statements)
    {
        await using var connection = new SqliteConnection(bank.ConnectionString);
        await connection.OpenAsync();
        var scans = new List<string>();
        foreach (var statement in statements.Where(text => text.Contains("FROM", StringComparison.Ordinal)).Distinct())
        {
            var names = Named().Matches(statement).ToLookup(name => name.Groups["alias"].Value, name => name.Groups["table"].Value);
            await using var explain = connection.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + statement;
            foreach (var parameter in Parameter().Matches(statement).Select(match => match.Value).Distinct())
            {
                explain.Parameters.AddWithValue(parameter, DBNull.Value);
            }

            await using var plan = await explain.ExecuteReaderAsync();
            while (await plan.ReadAsync())
            {
                var step = Scan().Match(plan.GetString(plan.GetOrdinal("detail")));
                var read = step.Success ? names[step.Groups["name"].Value].DefaultIfEmpty(step.Groups["name"].Value) : [];
                scans.AddRange(read.Where(Growing.Contains).Select(table => $"{table}: {statement.ReplaceLineEndings(" ")}"));
            }
        }

        return scans;
    }

    [GeneratedRegex("""
        "(?<table>\w+)" AS "(?<alias>\w+)"
        """)]
    private static partial Regex Named();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^SCAN (?<name>\w+)")]
    private static partial Regex Scan();
}
