using System.Text.Json;
using System.Text.Json.Nodes;

namespace BankAdmin.Web.Wizards;

/// <summary>Inputs as drafts keep them.</summary>
public static class DraftJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Write<TInput>(TInput input) => JsonSerializer.Serialize(input, Json);

    /// <summary>Every text that was typed into an input.</summary>
    public static IEnumerable<string> TextsOf<TInput>(TInput input) => TextsIn(JsonSerializer.SerializeToNode(input, Json));

    public static TInput Read<TInput>(string json)
        where TInput : class =>
        JsonSerializer.Deserialize<TInput>(json, Json) ?? throw new JsonException("Empty draft.");

    /// <summary>
    /// Puts what a person typed onto a newer state: an entry that differs from what they were shown stays, everything
    /// they left alone takes the newer value, so that nobody undoes another's change unknowingly. Members come and go as they do
    /// in the newer state. A list whose rows came or went is taken whole: no figure lands on a row it was not typed for.
    /// </summary>
    public static TInput Merge<TInput>(TInput shown, TInput latest, TInput typed)
        where TInput : class =>
        Merge(
            JsonSerializer.SerializeToNode(shown, Json),
            JsonSerializer.SerializeToNode(latest, Json), JsonSerializer.SerializeToNode(typed, Json))
            .Deserialize<TInput>(Json) ?? typed;

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsIn(member.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    private static JsonNode? Merge(JsonNode? shown, JsonNode? latest, JsonNode? typed) => (shown, latest, typed) switch
    {
        (JsonObject s, JsonObject l, JsonObject t) => new JsonObject(MergedKeys(s, l, t)
            .Select(key => KeyValuePair.Create(key, t.ContainsKey(key) ? Merge(s[key], l[key], t[key]) : l[key]?.DeepClone()))),
        (JsonArray s, JsonArray l, JsonArray t) when s.Count == l.Count && s.Count == t.Count =>
            new JsonArray(Enumerable.Range(0, t.Count).Select(i => Merge(s[i], l[i], t[i])).ToArray()),
        _ => (JsonNode.DeepEquals(shown, typed) || (IsEmpty(shown) && IsEmpty(typed)) ? latest : typed)?.DeepClone(),
    };

    // What came meanwhile stands where it stands in the newer state: behind what it stands behind there.
    private static List<string> MergedKeys(JsonObject shown, JsonObject latest, JsonObject typed)
    {
        var keys = typed.Select(member => member.Key).Where(key => !shown.ContainsKey(key) || latest.ContainsKey(key)).ToList();
        var place = 0;
        foreach (var (key, _) in latest)
        {
            if (keys.IndexOf(key) is >= 0 and var known)
            {
                place = known + 1;
            }
            else if (!shown.ContainsKey(key))
            {
                keys.Insert(place++, key);
            }
        }

        return keys;
    }

    // A field that is left empty is posted as nothing; what is stored says it with an empty text.
    private static bool IsEmpty(JsonNode? value) =>
        value is null || (value is JsonValue text && text.TryGetValue(out string? typed) && typed.Length == 0);
}
