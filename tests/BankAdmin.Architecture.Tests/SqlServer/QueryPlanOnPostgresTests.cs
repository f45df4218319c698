using System.Text.Json;
using System.Text.RegularExpressions;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>
/// With scans switched off: one that remains cannot be avoided. Which index is taken says nothing here, there are no rows to choose by.
/// </summary>
public sealed partial class QueryPlanOnPostgresTests() : QueryPlanTests(DatabaseProvider.Postgres)
{
    protected override bool SeesEveryRead => false;

    protected override async Task<IReadOnlyList<string>> WholeReadsAsync(BankAdminDbContext context, string statement)
    {
        var reads = new List<string>();
        foreach (var single in statement.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = Explain(single.TrimEnd(';'));
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (!reader.HasRows && await reader.NextResultAsync(TestContext.Current.CancellationToken))
            {
            }

            await reader.ReadAsync(TestContext.Current.CancellationToken);
            using var plan = JsonDocument.Parse(reader.GetString(0));
            Collect(plan.RootElement[0].GetProperty("Plan"), reads);
        }

        return reads;
    }

    // Prepared, so that parameters stay what they are: of a condition on NULL nothing would be planned.
    private static string Explain(string statement)
    {
        var names = Parameter().Matches(statement).Select(match => match.Value).Distinct().ToList();
        var numbered = Parameter().Replace(statement, match => $"${names.IndexOf(match.Value) + 1}");
        var nulls = names.Count == 0 ? "" : $"({string.Join(", ", names.Select(_ => "NULL"))})";
        return $"""
            SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan;
            PREPARE plan AS {numbered}; EXPLAIN (FORMAT JSON) EXECUTE plan{nulls}; DEALLOCATE plan
            """;
    }

    private static void Collect(JsonElement node, List<string> reads)
    {
        if (node.GetProperty("Node Type").GetString() == "Seq Scan")
        {
            reads.Add(node.GetProperty("Relation Name").GetString()!);
        }

        foreach (var child in node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray() : default)
        {
            Collect(child, reads);
        }
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
