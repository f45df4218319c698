using System.Data.Common;
using BankAdmin.Infrastructure.Operations;

namespace BankAdmin.Infrastructure.Persistence;

/// <summary>A column of the history, as a value of the engine's client.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Read">Its value in a record; null: none.</param>
internal sealed record RecordColumn(string Name, Type Type, Func<OperationRecord, object?> Read);

/// <summary>The columns of the history, for who writes many records past EF.</summary>
internal static class RecordColumns
{
    /// <summary>The table.</summary>
    public const string Table = "OperationRecords";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<RecordColumn> All =
    [
        Of("ChainId", row => row.ChainId), Of("Sequence", row => row.Sequence), Of("OccurredAtUtc", row => row.OccurredAtUtc),
        new("OperatorId", typeof(Guid), row => row.OperatorId), Of("OperatorLoginId", row => row.OperatorLoginId),
        Of("OperatorName", row => row.OperatorName), Of("Terminal", row => row.Terminal),
        new("SessionId", typeof(Guid), row => row.SessionId), Of("Code", row => row.Code), Of("Outcome", row => row.Outcome.ToString()),
        Of("ErrorCodes", row => row.ErrorCodes), Of("ReceiptNumber", row => row.ReceiptNumber), Of("Payload", row => row.Payload),
        Of("NameKey", row => row.NameKey), Of("Subject", row => row.Subject), Of("SubjectKey", row => row.SubjectKey),
        Of("ReceiptOf", row => row.ReceiptOf), new("Part", typeof(int), row => row.Part), Of("SearchText", row => row.SearchText),
        Of("KeyId", row => row.KeyId), Of("PreviousSeal", row => row.PreviousSeal), Of("Seal", row => row.Seal),
    ];

    /// <summary>Their names, as a statement lists them.</summary>
    public static readonly string List = string.Join(", ", All.Select(column => $"\"{column.Name}\""));

    private static readonly string Insert =
        $"INSERT INTO \"{Table}\" ({List}) VALUES ({string.Join(", ", All.Select(column => "@" + column.Name))})";

    /// <summary>Writes records by one prepared statement.</summary>
    public static async Task InsertAsync(DbTransaction transaction, IEnumerable<OperationRecord> records, CancellationToken ct)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (Insert, transaction);
        var parameters = All.Select(column =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column.Name;
            command.Parameters.Add(parameter);
            return parameter;
        }).ToList();
        foreach (var record in records)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                parameters[i].Value = All[i].Read(record) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static RecordColumn Of<T>(string name, Func<OperationRecord, T> read) => new(name, typeof(T), row => read(row));
}
