using System.Data.Common;
using System.Runtime.CompilerServices;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>
/// Reads records of a chain in their order, past the queries of EF: who proves millions pays for nothing but the reading. The columns are
/// read as EF reads them, so that a seal is that of the same row.
/// </summary>
internal static class RecordReader
{
    private static readonly string Statement =
        $"""
        SELECT {RecordColumns.List}
        FROM "OperationRecords"
        WHERE "ChainId" = @chain AND "Sequence" > @after AND "Sequence" <= @until
        ORDER BY "Sequence"
        """;

    // A statement that lasts too long is ended by the server, and one that reads for minutes keeps SQLite's log from being cleared.
    private const int Page = 20_000;

    /// <summary>The records of a chain after one and up to another, one by one, up to a gap as long as a page.</summary>
    public static async IAsyncEnumerable<OperationRecord> ReadPagesAsync(
        BankAdminDbContext context, Guid chain, long after, long until, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var before = after - 1; before < after && after < until;)
        {
            before = after;
            await foreach (var row in ReadAsync(context, chain, after, until - after > Page ? after + Page : until, ct))
            {
                yield return row;
                after = row.Sequence;
            }
        }
    }

    private static async IAsyncEnumerable<OperationRecord> ReadAsync(
        BankAdminDbContext context, Guid chain, long after, long until, [EnumeratorCancellation] CancellationToken ct)
    {
        await context.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = Statement;
            Add(command, "@chain", chain);
            Add(command, "@after", after);
            Add(command, "@until", until);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                yield return Row(reader, chain);
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static OperationRecord Row(DbDataReader reader, Guid chain)
    {
        var column = 1; // the chain is known
        return new OperationRecord
        {
            ChainId = chain,
            Sequence = reader.GetInt64(column++),
            OccurredAtUtc = DateTime.SpecifyKind(reader.GetDateTime(column++), DateTimeKind.Utc),
            OperatorId = Key(column++),
            OperatorLoginId = reader.GetString(column++),
            OperatorName = reader.GetString(column++),
            Terminal = reader.GetString(column++),
            SessionId = Key(column++),
            Code = reader.GetString(column++),
            Outcome = EnumText<OperationOutcome>.Read(reader.GetString(column++)),
            ErrorCodes = reader.GetString(column++),
            ReceiptNumber = Text(column++),
            Payload = reader.GetString(column++),
            NameKey = Text(column++),
            Subject = Text(column++),
            SubjectKey = Text(column++),
            ReceiptOf = Text(column++),
            Part = reader.IsDBNull(column++) ? null : reader.GetInt32(column - 1),
            SearchText = Text(column++),
            KeyId = reader.GetString(column++),
            PreviousSeal = reader.GetFieldValue<byte[]>(column++),
            Seal = reader.GetFieldValue<byte[]>(column),
        };

        string? Text(int at) => reader.IsDBNull(at) ? null : reader.GetString(at);

        Guid? Key(int at) => reader.IsDBNull(at) ? null : reader.GetGuid(at);
    }
}
