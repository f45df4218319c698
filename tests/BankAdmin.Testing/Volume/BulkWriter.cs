using System.Data.Common;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace BankAdmin.Testing.Volume;

/// <summary>Writes what a context would add, by one prepared statement a table: many times as fast as a save.</summary>
internal static class BulkWriter
{
    /// <summary>Writes what was added, in the transaction of the context, and lets go of it.</summary>
    public static async Task WriteAddedAsync(this BankAdminDbContext context)
    {
        var added = context.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToList();
        foreach (var rows in added.GroupBy(entry => entry.Metadata))
        {
            await WriteAsync(context.Database.CurrentTransaction!.GetDbTransaction(), rows.Key, rows.Select(entry => entry.Entity));
        }

        context.ChangeTracker.Clear();
    }

    private static async Task WriteAsync(DbTransaction transaction, IEntityType type, IEnumerable<object> rows)
    {
        var columns = type.GetProperties().Select(property => (
            Name: property.GetColumnName(), Read: property.GetGetter(),
            Convert: property.GetTypeMapping().Converter?.ConvertToProvider)).ToList();
        await using var command = transaction.Connection!.CreateCommand();
        command.CommandText =
            $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select(column => "@" + column.Name))})";
        foreach (var (name, _, _) in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
        }

        command.Transaction = transaction;
        foreach (var row in rows)
        {
            foreach (var (i, (_, read, convert)) in columns.Index())
            {
                var value = read.GetClrValue(row);
                command.Parameters[i].Value = (convert is null ? value : convert(value)) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync();
        }
    }
}
