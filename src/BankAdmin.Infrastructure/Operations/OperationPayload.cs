using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>Who did it, as a payload says it.</summary>
/// <param name="LoginId">Login ID as it was; empty: nobody knows.</param>
/// <param name="Name">Name as it was.</param>
public sealed record PayloadOperator(string LoginId, string Name);

/// <summary>
/// What a row of the history carries: everything that is needed to tell it, without the row around it
/// (docs/adr/0013-what-a-record-says.md).
/// </summary>
public sealed record OperationPayload
{
    private const int CurrentVersion = 2;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Shape of the payload: 2; 1 for rows that say neither event nor subject by name.</summary>
    public int Version { get; init; }

    /// <summary><see cref="OperationEvent.EventName"/>; null in version 1.</summary>
    public string? Event { get; init; }

    /// <summary>Code of the operation catalogue; null in version 1.</summary>
    public string? Operation { get; init; }

    /// <summary>Who did it; null in version 1.</summary>
    public PayloadOperator? By { get; init; }

    /// <summary>What or whom it was done to.</summary>
    public OperationSubject? Subject { get; init; }

    /// <summary>結果.</summary>
    public OperationOutcome Outcome { get; init; }

    /// <summary>Why it was refused; null: it was not.</summary>
    public IReadOnlyList<string>? ErrorCodes { get; init; }

    /// <summary>What the event alone knows, by name.</summary>
    public JsonElement Facts { get; init; }

    /// <summary>What was shown, in the record that has the 受付番号.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>The 受付番号 of the commit that this is a part of; null: it stands alone, or holds the receipt itself.</summary>
    public string? ReceiptOf { get; init; }

    /// <summary>The payload of an event.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="receipt">What was shown, if this is the record that holds it.</param>
    /// <param name="receiptOf">受付番号 of the commit that this is a part of.</param>
    public static OperationPayload Of(OperationEvent happened, Person by, Receipt? receipt = null, string? receiptOf = null) => new()
    {
        Version = CurrentVersion,
        Event = happened.EventName,
        Operation = happened.Operation.Code,
        By = new PayloadOperator(by.LoginName, by.Name),
        Subject = happened.Subject,
        Outcome = happened.Outcome,
        ErrorCodes = happened.ErrorCodes.Count > 0 ? happened.ErrorCodes : null,
        Facts = JsonSerializer.SerializeToElement(FactsOf(happened), Json),
        Receipt = receipt,
        ReceiptOf = receiptOf,
    };

    /// <summary>It as it is sealed.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a payload of either version back.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static OperationPayload Read(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        return (document.RootElement.TryGetProperty("version", out _)
            ? document.Deserialize<OperationPayload>(Json)
            : document.Deserialize<FirstVersion>(Json)?.AsPayload()) ?? throw new JsonException("Empty payload.");
    }

    /// <summary>The payload of a row; what version 1 left to the row is taken from there.</summary>
    public static OperationPayload Of(OperationRecord row)
    {
        var payload = Read(row.Payload);
        return payload.Version > 1 ? payload : payload with
        {
            Operation = row.Code,
            By = new PayloadOperator(row.OperatorLoginId, row.OperatorName),
            Outcome = row.Outcome,
            ErrorCodes = row.ErrorCodes.Length > 0 ? row.ErrorCodes.Split(' ') : null,
        };
    }

    // What every event says stands in the payload by itself.
    private static Dictionary<string, object?> FactsOf(OperationEvent happened) =>
        happened.GetType().GetProperties().Where(property => property.DeclaringType == happened.GetType())
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => property.GetValue(happened));

    private sealed record FirstVersion(JsonElement Event, Receipt? Receipt)
    {
        public OperationPayload AsPayload() => new() { Version = 1, Facts = Event, Receipt = Receipt };
    }
}
