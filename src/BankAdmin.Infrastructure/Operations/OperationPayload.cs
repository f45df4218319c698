using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BankAdmin.Domain.Operations;

namespace BankAdmin.Infrastructure.Operations;

/// <summary>What a row of the history carries: the event's own data, and the receipt where there is one.</summary>
public sealed record OperationPayload(JsonElement Event, Receipt? Receipt)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes the payload of an event.</summary>
    public static string Write(OperationEvent operation, Receipt? receipt) => JsonSerializer.Serialize(
        new OperationPayload(JsonSerializer.SerializeToElement(Facts(operation), Json), receipt), Json);

    /// <summary>Reads a payload back.</summary>
    public static OperationPayload Read(string payload) =>
        JsonSerializer.Deserialize<OperationPayload>(payload, Json) ?? throw new JsonException("Empty payload.");

    // The catalogue entry is in the row already; the payload keeps only what the event adds.
    private static Dictionary<string, object?> Facts(OperationEvent operation) =>
        operation.GetType().GetProperties()
            .Where(p => p.DeclaringType == operation.GetType() && p.PropertyType != typeof(Operation) && p.Name is not ("EqualityContract" or "Outcome" or "ErrorCodes"))
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.GetValue(operation));
}
