using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using BankAdmin.Domain.Companies;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>
/// Every query of the program, called through the program's own methods and rendered by the SQL Server provider. What the
/// provider cannot say in T-SQL it refuses; a method with a query that nobody calls here fails the last test by name.
/// </summary>
public sealed partial class QueryTests
{
    // What only the other engines need, and names that no version wrote where SQL Server was.
    private static readonly string[] NeverOnSqlServer =
        ["DatabaseMigrator.FillNameKeysAsync", "PostgresEngine.MigrateAsync", "SqliteEngine.MigrateAsync"];

    private static readonly ConcurrentDictionary<(string Use, DatabaseProvider Engine), Lazy<Task<List<Statement>>>> Runs = new();

    public static TheoryData<string> Names => [.. QueryUses.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_renders_as_T_SQL(string use)
    {
        var statements = await RunAsync(use);
        statements.ShouldNotBeEmpty();
        statements.ShouldAllBe(statement => !SqliteOnly().IsMatch(statement.Text));
    }

    [Fact]
    public async Task Every_method_with_a_query_is_called_here()
    {
        var called = new HashSet<string>();
        foreach (var use in QueryUses.All.Keys)
        {
            called.UnionWith((await RunAsync(use)).SelectMany(statement => statement.Methods));
        }

        QueryMethods.All().Count.ShouldBeGreaterThan(20);
        QueryMethods.All().Except(called).ShouldBe(NeverOnSqlServer);
        QueryMethods.In(typeof(QueryTests)).ShouldContain("QueryTests.SomeQueryAsync"); // a new one is seen
    }

    [Fact]
    public async Task What_cannot_be_said_in_T_SQL_fails()
    {
        await using var bench = new Bench(new NoServer(1, 1));
        await Should.ThrowAsync<InvalidOperationException>(() => SomeQueryAsync(bench.Context));
        SqliteOnly().IsMatch("SELECT 1 LIMIT 1").ShouldBeTrue();
    }

    [Fact]
    public async Task Counters_change_by_one_conditional_statement()
    {
        var statements = await RunAsync("counter: wrong");
        statements.ShouldContain(s => s.Text.StartsWith("UPDATE", StringComparison.Ordinal)
            && Regex.IsMatch(s.Text, @"\[Revision\] = \[\w+\]\.\[Revision\] \+") && Regex.IsMatch(s.Text, @"WHERE[^;]*\[Revision\] = @"));
        statements.ShouldContain(s => s.Text.StartsWith("INSERT INTO \"EntryCounters\"", StringComparison.Ordinal)
            && s.Text.Contains("WHERE NOT EXISTS", StringComparison.Ordinal)
            && !s.Text.Contains(QueryUses.Id.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_deleted_by_the_sweeper_is_deleted_by_the_server() =>
        (await RunAsync("sweep")).ShouldContain(s => s.Text.StartsWith("DELETE FROM", StringComparison.Ordinal));

    [Fact]
    public async Task A_mail_is_claimed_by_one_conditional_statement_and_deleted_by_the_server()
    {
        var sent = await RunAsync("mail: send");
        sent.ShouldContain(
            s => Regex.IsMatch(s.Text, @"^UPDATE[^;]*SET[^;]*\[Attempts\] = [^;]*\+ 1[^;]*WHERE[^;]*\[Id\] = @[^;]*\[DueAtUtc\] = @"));
        foreach (var statements in new[] { sent, await RunAsync("mail: give up") })
        {
            statements.ShouldContain(s => s.Text.StartsWith("DELETE FROM", StringComparison.Ordinal));
        }

        (await RunAsync("mail: put back")).ShouldNotContain(s => s.Text.StartsWith("DELETE FROM", StringComparison.Ordinal));
    }

    private static Task<List<Company>> SomeQueryAsync(BankAdminDbContext context) =>
        context.Companies.Where(company => company.Accounts.Count == 1).ToListAsync();

    // With and without rows, met and missed: between them every branch that sends something is walked.
    internal static Task<List<Statement>> RunAsync(string use, DatabaseProvider engine = DatabaseProvider.SqlServer) =>
        Runs.GetOrAdd((use, engine), _ => new(() => WalkAsync(use, engine))).Value;

    private static async Task<List<Statement>> WalkAsync(string use, DatabaseProvider engine)
    {
        var statements = new List<Statement>();
        foreach (var (rows, affected) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            var server = new NoServer(rows, affected, engine);
            await using var bench = new Bench(server, engine);
            try
            {
                await QueryUses.All[use](bench);
            }
            catch (Exception expected) when (IsOfTheMadeUpAnswers(expected))
            {
                // Made-up rows do not fit together; what was sent until then counts.
            }

            statements.AddRange(server.Statements);
        }

        return statements;
    }

    private static bool IsOfTheMadeUpAnswers(Exception failure) =>
        failure is TimeoutException or NullReferenceException or DbUpdateException or ArgumentException
        || (failure is InvalidOperationException && !failure.Message.Contains("translat", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\bLIMIT\b|\|\||\bjson_each\b|\bef_\w+\(|\bstrftime\b|\bCOLLATE NOCASE\b")]
    private static partial Regex SqliteOnly();
}
