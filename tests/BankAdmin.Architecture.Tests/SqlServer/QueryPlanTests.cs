using BankAdmin.Architecture.Tests.Engines;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>
/// No query of the program reads through a table that grows: the engine is asked for its plan of each, on a database that the
/// migrations made.
/// </summary>
public abstract class QueryPlanTests(DatabaseProvider engine)
{
    /// <summary>Tables of which there is never much.</summary>
    private static readonly string[] Small = ["StandardFees", "StandardFeesBands", "DataProtectionKeys"];

    /// <summary>What works on a whole table, by purpose: the method, the table, and why.</summary>
    private static readonly (string Method, string Table, string Reason)[] WholeTables =
    [
        ("OperationVerifier.NamesAsync", "Companies", "the whole history is proved, chain by chain"),
        ("OperationVerifier.FindChainsAsync", "ChainHeads", "the whole history is proved"),
        ("OperationVerifier.FindChainsAsync", "OperationRecords", "chains whose head is gone are found by their rows alone"),
        ("OperationVerifier.TakeAnchorAsync", "ChainHeads", "an anchor names the end of every chain"),
        ("HistoryIndexer.BehindAsync", "ChainHeads", "every hour, for what a killed process left behind"),
        ("DemoSeed.IsFilledAsync", "Companies", "one row is looked for in a database that should have none"),
        ("MailSender.CountWaitingAsync", "OutgoingMails", "the queue is counted for who watches it; what is delivered leaves it"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_grows_is_scanned()
    {
        await using var bank = await TestDatabase.OpenEmptyAsync(engine);
        await using var context = bank.Open();
        var found = new List<string>();
        var excused = new HashSet<(string, string)>();
        foreach (var use in QueryTests.Names.Select(name => name.Data))
        {
            var statements = await QueryTests.RunAsync(use, engine);
            statements.ShouldNotBeEmpty(use);
            foreach (var statement in statements.Where(statement => IsPlanned(statement.Text))
                .DistinctBy(statement => statement.Text))
            {
                foreach (var table in await ScannedAsync(context, statement.Text))
                {
                    var excuses = WholeTables.Where(whole => whole.Table == table && statement.Methods[0] == whole.Method).ToList();
                    excused.UnionWith(excuses.Select(whole => (whole.Method, whole.Table)));
                    if (excuses.Count == 0)
                    {
                        found.Add($"{use}: {table} is scanned, by {statement.Methods[0]}: {statement.Text}");
                    }
                }
            }
        }

        found.ShouldBeEmpty();
        WholeTables.Where(whole => SeesEveryRead && !excused.Contains((whole.Method, whole.Table)))
            .ShouldBeEmpty("These scan nothing any more.");
    }

    [Theory]
    [InlineData("""SELECT "u"."Name" FROM "Users" AS "u" WHERE "u"."Name" = @name""", "Users")]
    [InlineData("""SELECT "c"."Name" FROM "Companies" AS "c" WHERE @all OR "c"."Id" = @id""", "Companies")]
    [InlineData("""SELECT "o"."Code" FROM "OperationRecords" AS "o" ORDER BY "o"."Terminal" LIMIT 1""", "OperationRecords")]
    [InlineData("""DELETE FROM "SignInSessions" AS "s" WHERE "s"."LastSeenAtUtc" < @limit""", "SignInSessions")]
    [InlineData("""UPDATE "OutgoingMails" SET "Attempts" = 1 WHERE "Subject" = @subject""", "OutgoingMails")]
    [InlineData("""SELECT 1 FROM "Users" AS "u" JOIN "SignInSessions" AS "s" ON "s"."Terminal" = "u"."Name" WHERE "u"."Id" = @id""",
        "SignInSessions")]
    [InlineData("""SELECT "u"."Name" FROM "Users" AS "u" WHERE "u"."LoginIdKey" = @key""", null)]
    [InlineData("""SELECT "f"."Id" FROM "StandardFees" AS "f" """, null)]
    public async Task Counter_examples_are_found(string statement, string? scanned)
    {
        await using var bank = await TestDatabase.OpenEmptyAsync(engine);
        await using var context = bank.Open();
        (await ScannedAsync(context, statement)).ShouldBe(scanned is null ? [] : [scanned]);
    }

    private static bool IsPlanned(string statement) =>
        new[] { "SELECT", "UPDATE", "DELETE", "INSERT" }.Any(verb => statement.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Whether an index that is read from end to end is found, too.</summary>
    protected abstract bool SeesEveryRead { get; }

    /// <summary>The tables that a statement's plan reads through or indexes for this one query.</summary>
    protected abstract Task<IReadOnlyList<string>> WholeReadsAsync(BankAdminDbContext context, string statement);

    protected async Task<IReadOnlyList<string>> ScannedAsync(BankAdminDbContext context, string statement)
    {
        var grows = context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Except(Small).ToHashSet();
        await context.Database.OpenConnectionAsync(Ct);
        return (await WholeReadsAsync(context, statement)).Where(grows.Contains).Distinct().ToList();
    }
}
