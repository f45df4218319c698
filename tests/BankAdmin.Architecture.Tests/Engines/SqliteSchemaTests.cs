using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BankAdmin.Architecture.Tests.Engines;

/// <summary>What SQLite would forget unless the schema said it.</summary>
public sealed class SqliteSchemaTests
{
    [Fact]
    public void Every_text_column_has_a_check_of_its_length()
    {
        using var context = DesignTimeContexts.Open(DatabaseProvider.Sqlite);
        Unchecked(context).ShouldBeEmpty();
        foreach (var server in (DatabaseProvider[])[DatabaseProvider.Postgres, DatabaseProvider.SqlServer])
        {
            using var other = DesignTimeContexts.Open(server);
            Unchecked(other).ShouldNotBeEmpty(); // there the type of the column says it
        }
    }

    [Fact]
    public async Task The_checks_and_triggers_are_in_the_database_that_migrations_make()
    {
        await using var bank = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite);
        await using var context = bank.Open();
        var ct = TestContext.Current.CancellationToken;
        var schema = string.Concat(
            await context.Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL").ToListAsync(ct));
        TextColumns(context).Select(column => $"length(\"{column.Column}\") <= {column.Length}")
            .Distinct().Where(check => !schema.Contains(check, StringComparison.Ordinal)).ShouldBeEmpty();
        schema.ShouldContain("\"TR_OperationRecords_NoUpdate\" BEFORE UPDATE");
        schema.ShouldContain("\"TR_OperationRecords_NoDelete\" BEFORE DELETE");
    }

    [Fact]
    public async Task Every_connection_is_durable_and_keeps_foreign_keys()
    {
        await using var bank = await TestDatabase.OpenAsync(DatabaseProvider.Sqlite);
        await using var context = bank.Open();
        var ct = TestContext.Current.CancellationToken;
        var pragmas = await context.Database.SqlQueryRaw<string>(
            "SELECT journal_mode || ' ' || synchronous || ' ' || foreign_keys AS Value "
            + "FROM pragma_journal_mode, pragma_synchronous, pragma_foreign_keys").SingleAsync(ct);
        pragmas.ShouldBe("wal 2 1");
    }

    private static IEnumerable<string> Unchecked(BankAdminDbContext context)
    {
        var model = Model(context);
        var checks = model.GetEntityTypes().SelectMany(entity => entity.GetCheckConstraints()).Select(check => check.Sql).ToList();
        return TextColumns(context)
            .Where(column => !checks.Contains($"length(\"{column.Column}\") <= {column.Length}")).Select(column => column.Column);
    }

    private static IEnumerable<(string Column, int Length)> TextColumns(BankAdminDbContext context) =>
        from table in Model(context).GetRelationalModel().Tables
        from column in table.Columns
        let mapping = column.PropertyMappings[0]
        where mapping.TypeMapping.Converter?.ProviderClrType == typeof(string) || mapping.Property.ClrType == typeof(string)
        select (column.Name, mapping.Property.GetMaxLength()
            ?? throw new InvalidOperationException($"{table.Name}.{column.Name} has no length."));

    private static IModel Model(DbContext context) => context.GetService<IDesignTimeModel>().Model;
}
