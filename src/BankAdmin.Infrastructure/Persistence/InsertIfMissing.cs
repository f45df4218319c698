using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>Rows that are begun once, whoever comes first.</summary>
internal static class InsertIfMissing
{
    private const string BeforeInsert = "BeforeInsert";

    /// <summary>Runs an <c>INSERT … WHERE NOT EXISTS</c>, in the transaction of the context if there is one.</summary>
    public static async Task InsertIfMissingAsync(this BankAdminDbContext context, FormattableString statement, CancellationToken ct)
    {
        // A refused statement spoils a whole transaction on PostgreSQL, unless it is taken back by itself.
        var transaction = context.Database.CurrentTransaction;
        await (transaction?.CreateSavepointAsync(BeforeInsert, ct) ?? Task.CompletedTask);
        try
        {
            await context.Database.ExecuteSqlAsync(statement, ct);
        }
        catch (DbException refused) when (Engine.IsDuplicate(refused))
        {
            // Another node began it between the look and the insert: it is there, which is all we want.
            await (transaction?.RollbackToSavepointAsync(BeforeInsert, ct) ?? Task.CompletedTask);
        }
    }
}
