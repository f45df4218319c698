using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BankAdmin.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Every connection: a lock is waited for at most <see cref="Engine.LockSeconds"/>, and rows that a statement met are counted, whatever
/// the server's „user options" say: conditional statements are judged by that count.
/// </summary>
internal sealed class SqlServerConnectionSetup : DbConnectionInterceptor
{
    private static readonly string Settings =
        string.Create(CultureInfo.InvariantCulture, $"SET NOCOUNT OFF; SET LOCK_TIMEOUT {Engine.LockSeconds * 1_000};");

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
