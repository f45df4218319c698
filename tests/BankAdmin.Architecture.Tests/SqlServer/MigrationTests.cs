using System.Text.RegularExpressions;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BankAdmin.Architecture.Tests.SqlServer;

/// <summary>The schema of both engines, as far as it shows without a server.</summary>
public sealed partial class MigrationTests
{
    private static readonly Lazy<string> Script = new(() =>
    {
        using var context = DesignTimeContexts.Open(DatabaseProvider.SqlServer);
        return context.GetService<IMigrator>().GenerateScript();
    });

    public static TheoryData<DatabaseProvider> Engines => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory]
    [MemberData(nameof(Engines))]
    public void No_change_of_the_model_waits_for_a_migration(DatabaseProvider engine)
    {
        using var context = DesignTimeContexts.Open(engine);
        context.Database.HasPendingModelChanges().ShouldBeFalse("add a migration to every engine (docs/development.md)");
    }

    [Fact]
    public void Each_migration_of_sqlite_is_one_transaction()
    {
        // A table that is rebuilt takes three; killed between them, it can neither go on nor begin again.
        using var context = DesignTimeContexts.Open(DatabaseProvider.Sqlite);
        var generator = context.GetService<IMigrationsSqlGenerator>();
        var assembly = context.GetService<IMigrationsAssembly>();
        foreach (var (id, type) in assembly.Migrations)
        {
            var migration = assembly.CreateMigration(type, context.Database.ProviderName!);
            generator.Generate(migration.UpOperations, migration.TargetModel).Where(command => command.TransactionSuppressed)
                .ShouldBeEmpty(id);
        }
    }

    /// <summary>Nodes of the release before serve on while those of the new one start (docs/deployment.md).</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public void A_migration_that_the_release_before_could_not_live_with_says_so_by_its_name(DatabaseProvider engine)
    {
        using var context = DesignTimeContexts.Open(engine);
        var assembly = context.GetService<IMigrationsAssembly>();
        const string contract = $"_{DatabaseMigrator.Contract}";
        foreach (var (id, type) in assembly.Migrations.Where(m => !m.Key.Contains(contract, StringComparison.Ordinal)))
        {
            assembly.CreateMigration(type, context.Database.ProviderName!).UpOperations.Where(TakesAway).ShouldBeEmpty(id);
        }
    }

    [Fact]
    public void Counter_examples_of_what_takes_away_are_found()
    {
        TakesAway(new DropColumnOperation()).ShouldBeTrue();
        TakesAway(new RenameColumnOperation()).ShouldBeTrue();
        TakesAway(new AlterColumnOperation()).ShouldBeTrue();
        TakesAway(new AddColumnOperation { IsNullable = false }).ShouldBeTrue("the release before does not fill it");
        TakesAway(new AddColumnOperation { IsNullable = false, DefaultValue = 0 }).ShouldBeFalse();
        TakesAway(new AddColumnOperation { IsNullable = true }).ShouldBeFalse();
        TakesAway(new CreateTableOperation()).ShouldBeFalse();
    }

    private static bool TakesAway(MigrationOperation operation) => operation switch
    {
        CreateTableOperation or CreateIndexOperation or DropIndexOperation or SqlOperation => false,
        AddColumnOperation added => !added.IsNullable && added.DefaultValue is null && added.DefaultValueSql is null,
        _ => true,
    };

    [Fact]
    public void All_engines_have_the_same_migrations()
    {
        var (sqlite, postgres) = (Names(DatabaseProvider.Sqlite), Names(DatabaseProvider.Postgres));
        sqlite.ShouldNotBeEmpty();
        Names(DatabaseProvider.SqlServer).ShouldBe(sqlite);
        postgres[0].ShouldBe("Initial", "it came later, and began with all that there was");
        postgres[1..].ShouldBe(sqlite[^(postgres.Length - 1)..]);

        static string[] Names(DatabaseProvider engine)
        {
            using var context = DesignTimeContexts.Open(engine);
            return context.Database.GetMigrations().Select(id => id.Split('_', 2)[1]).ToArray();
        }
    }

    [Fact]
    public void The_script_of_all_migrations_is_read_as_TSql_without_an_error() => Errors(Script.Value).ShouldBeEmpty();

    [Theory]
    [InlineData("PRIMARY KEY", "PRIMARY")]
    [InlineData("NOT NULL,", "NOT NULL")]
    [InlineData("CREATE TRIGGER", "CREATE TRIGER")]
    public void Counter_example_damage_to_the_script_is_found(string whole, string damaged) =>
        Errors(new Regex(Regex.Escape(whole)).Replace(Script.Value, damaged, 1)).ShouldNotBeEmpty();

    [Fact]
    public void The_append_only_trigger_is_made_in_a_batch_of_its_own()
    {
        // Else the script of migrations fails at it: CREATE TRIGGER must be the first statement of a batch.
        Script.Value.ShouldContain(
            "EXEC(N'CREATE TRIGGER \"TR_OperationRecords_AppendOnly\" ON \"OperationRecords\" INSTEAD OF UPDATE, DELETE");
        Regex.Count(Script.Value, "CREATE TRIGGER").ShouldBe(1);
        Regex.Count(Script.Value, @"\bTHROW\b").ShouldBe(1);
    }

    [Fact]
    public void Unique_keys_that_allow_absent_values_are_filtered()
    {
        Script.Value.ShouldContain(
            "CREATE UNIQUE INDEX [IX_OperationRecords_ReceiptNumber] ON [OperationRecords] ([ReceiptNumber]) "
            + "WHERE \"ReceiptNumber\" IS NOT NULL");
        Script.Value.ShouldContain(
            "CREATE UNIQUE INDEX [IX_SignInSessions_UserId] ON [SignInSessions] ([UserId]) WHERE \"EndedAtUtc\" IS NULL");
    }

    [Theory]
    [InlineData("LoginIdKey")]
    [InlineData("ContractNumber")]
    [InlineData("ReceiptNumber")]
    public void Keys_compare_byte_by_byte(string column) =>
        Script.Value.ShouldMatch($@"\[{column}\] nvarchar\(\d+\) COLLATE {Engine.Of(DatabaseProvider.SqlServer).KeyCollation} ");

    [Fact]
    public void Amounts_are_integers_and_times_are_precise()
    {
        AmountColumns().Matches(Script.Value).Select(m => m.Groups[1].Value).Distinct().ShouldBe(["bigint"]);
        Script.Value.ShouldNotContain("[datetime]");
        Regex.Matches(Script.Value, @"AtUtc\] ([a-z]\w*)").Select(m => m.Groups[1].Value).Distinct().ShouldBe(["datetime2"]);
        Regex.Count(Script.Value, @"\b(decimal|float|money|real)\b").ShouldBe(0);
    }

    [Fact]
    public void Every_string_has_a_length_on_both_engines()
    {
        // Beyond 4,000 characters SQL Server has no length; these are JSON, XML and boxes, cut by what writes them.
        Regex.Matches(Script.Value, @"\[(\w+)\] nvarchar\(max\)").Select(m => m.Groups[1].Value).Order()
            .ShouldBe(["BaseJson", "Box", "InputJson", "Payload", "RefusalJson", "ShownMarks", "Xml"]);
    }

    // What stands in EXEC(N'…') is a text to the parser; it is read on its own.
    private static List<string> Errors(string script)
    {
        using var reader = new StringReader(script);
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        var executed = new ExecutedTexts();
        tree?.Accept(executed);
        return [.. errors.Select(error => $"{error.Line}: {error.Message}"), .. executed.Found.SelectMany(Errors)];
    }

    private sealed class ExecutedTexts : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(ExecutableStringList node) =>
            Found.Add(string.Concat(node.Strings.OfType<StringLiteral>().Select(text => text.Value)));
    }

    [GeneratedRegex(@"\[(?:Limits|Ceilings)_\w+\] (\w+)")]
    private static partial Regex AmountColumns();
}
