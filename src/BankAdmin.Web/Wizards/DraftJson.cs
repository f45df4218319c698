using System.Text.Json;
using System.Text.Json.Nodes;

namespace BankAdmin.Web.Wizards;

/// <summary>Inputs as drafts keep them.</summary>
public static class DraftJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Write<TInput>(TInput input) => JsonSerializer.Serialize(input, Json);

    public static TInput Read<TInput>(string json)
        where TInput : class =>
        JsonSerializer.Deserialize<TInput>(json, Json) ?? throw new JsonException("Empty draft.");

    /// <summary>
    /// Puts what a person typed onto a newer state: an entry that differs from what they were shown stays, everything
    /// they left alone takes the newer value, so that nobody undoes another's change unknowingly. A list they made neither
    /// longer nor shorter is as long as the newer one.
    /// </summary>
    public static TInput Merge<TInput>(TInput shown, TInput latest, TInput typed)
        where TInput : class =>
        Merge(
            JsonSerializer.SerializeToNode(shown, Json),
            JsonSerializer.SerializeToNode(latest, Json), JsonSerializer.SerializeToNode(typed, Json))
            .Deserialize<TInput>(Json) ?? typed;

    private static JsonNode? Merge(JsonNode? shown, JsonNode? latest, JsonNode? typed) => (shown, latest, typed) switch
    {
        (JsonObject s, JsonObject l, JsonObject t) => new JsonObject(
            t.Select(member => KeyValuePair.Create(member.Key, Merge(s[member.Key], l[member.Key], member.Value)))),
        (JsonArray s, JsonArray l, JsonArray t) => new JsonArray(Enumerable.Range(0, t.Count == s.Count ? l.Count : t.Count)
            .Select(i => i >= t.Count ? l[i]?.DeepClone()
                : i >= s.Count || i >= l.Count ? t[i]?.DeepClone()
                : Merge(s[i], l[i], t[i])).ToArray()),
        _ => (JsonNode.DeepEquals(shown, typed) || (IsEmpty(shown) && IsEmpty(typed)) ? latest : typed)?.DeepClone(),
    };

    // A field that is left empty is posted as nothing; what is stored says it with an empty text.
    private static bool IsEmpty(JsonNode? value) =>
        value is null || (value is JsonValue text && text.TryGetValue(out string? typed) && typed.Length == 0);
}
