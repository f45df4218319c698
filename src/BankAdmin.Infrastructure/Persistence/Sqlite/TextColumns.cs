using Microsoft.EntityFrameworkCore.Migrations;

namespace BankAdmin.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Adds text columns to tables that exist. EF would add the check of the length by rebuilding the table in several transactions, and
/// a kill between them could not be mended; a column may bring its check along.
/// </summary>
internal static class TextColumns
{
    /// <summary>Adds a column.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">Table.</param>
    /// <param name="column">Column.</param>
    /// <param name="length">Most characters, as configured.</param>
    /// <param name="present">What rows hold that are there already; null: nothing, the column is optional.</param>
    public static void AddText(this MigrationBuilder migration, string table, string column, int length, string? present = null) =>
        migration.Sql(
            $"ALTER TABLE \"{table}\" ADD COLUMN \"{column}\" TEXT {(present is null ? "NULL" : $"NOT NULL DEFAULT '{present}'")} "
            + $"CONSTRAINT \"CK_{table}_{column}_Length\" CHECK (length(\"{column}\") <= {length})");
}
