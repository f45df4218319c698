using System.Text.RegularExpressions;
using BankAdmin.Architecture.Tests.Engines;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Architecture.Tests.SqlServer;

public sealed partial class QueryPlanOnSqliteTests() : QueryPlanTests(DatabaseProvider.Sqlite)
{
    /// <summary>A search without a condition, which is a scan too.</summary>
    [Fact]
    public async Task An_index_that_is_read_from_end_to_end_is_found()
    {
        await using var bank = await TestDatabase.OpenEmptyAsync(DatabaseProvider.Sqlite);
        await using var context = bank.Open();
        (await ScannedAsync(context, """SELECT MAX("m"."DueAtUtc") FROM "OutgoingMails" AS "m" WHERE "m"."Subject" = @subject"""))
            .ShouldBe(["OutgoingMails"]);
    }

    protected override bool SeesEveryRead => true;

    protected override async Task<IReadOnlyList<string>> WholeReadsAsync(BankAdminDbContext context, string statement)
    {
        var tables = Named().Matches(statement)
            .DistinctBy(m => m.Groups[2].Value).ToDictionary(m => m.Groups[2].Value, m => m.Groups[1].Value);
        return (await PlanAsync(context, statement)).Where(step => Scan().IsMatch(step)).Select(step => step.Split(' ')[1])
            .Select(name => tables.GetValueOrDefault(name, name)).ToList();
    }

    private static async Task<List<string>> PlanAsync(BankAdminDbContext context, string statement)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameter().Matches(statement).Select(m => m.Value).Distinct())
        {
            command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(reader.GetString(reader.GetOrdinal("detail")));
        }

        return steps;
    }

    // A search without a condition is a scan too: SQLite says so of MAX.
    [GeneratedRegex(@"^SCAN |AUTOMATIC|^SEARCH [^(]*$")]
    private static partial Regex Scan();

    [GeneratedRegex(@"""(\w+)"" AS ""(\w+)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
