using BankAdmin.Domain.Rules;

namespace BankAdmin.Web.Forms;

/// <summary>A link out of an error that no field can mend.</summary>
public sealed record ErrorLink(string Href, string Text);

/// <summary>How a page is refused.</summary>
/// <param name="Status">422, 409 or 403.</param>
/// <param name="Heading">What happened, in one sentence that says whether anything was changed; null: how many errors there are.</param>
/// <param name="Detail">More about it.</param>
public sealed record Refusal(int Status = StatusCodes.Status422UnprocessableEntity, string? Heading = null, string Detail = "")
{
    /// <summary>Where errors without a field lead.</summary>
    public ErrorLink? Link { get; init; }

    /// <summary>What was not done: 変更, 登録.</summary>
    public string Act { get; init; } = "変更";
}

/// <summary>
/// What the page of this request has to say about errors, and which fields it drew. Views are drawn before the layout,
/// so the summary on top can name every field by the label it really has.
/// </summary>
public sealed class PageState
{
    private readonly Dictionary<string, (string Id, string Label)> fields = [];
    private readonly Dictionary<string, (string Href, string Label)> elsewhere = [];

    /// <summary>The errors, in the order of the page.</summary>
    public IReadOnlyList<Violation> Errors { get; private set; } = [];

    /// <summary>What happened, in one sentence: nothing was changed.</summary>
    public string Heading { get; private set; } = "";

    public string Detail { get; private set; } = "";

    /// <summary>Where errors without a field lead.</summary>
    public ErrorLink? Link { get; private set; }

    /// <summary>Refuses the page: one error a field, the first that was found.</summary>
    public void Refuse(IEnumerable<Violation> errors, Refusal refusal)
    {
        Errors = errors.GroupBy(error => error.Field).SelectMany(group => group.Key.Length == 0 ? group : group.Take(1)).ToList();
        Heading = refusal.Heading ?? $"入力内容に{Errors.Count}件の誤りがあります。{refusal.Act}はまだ行われていません。";
        (Detail, Link) = (refusal.Detail, refusal.Link);
    }

    /// <summary>The errors in the order of the fields as they were drawn; what belongs to none of them comes first.</summary>
    public IEnumerable<Violation> ErrorsInPageOrder
    {
        get
        {
            var places = fields.Keys.Index().ToDictionary(place => place.Item, place => place.Index);
            return Errors.OrderBy(error => places.GetValueOrDefault(error.Field, -1));
        }
    }

    public Violation? ErrorAt(string key) => Errors.FirstOrDefault(error => error.Field == key);

    public void RegisterField(string key, string id, string label) => fields[key] = (id, label);

    public void RegisterFieldOnOtherPage(string key, string label, string href) => elsewhere[key] = (href, label);

    /// <summary>The element and label of a field that was drawn.</summary>
    public (string Id, string Label)? FieldAt(string key) => fields.TryGetValue(key, out var field) ? field : null;

    /// <summary>Where a field is, on this page or on another, and what it is called; null: nowhere.</summary>
    public (string Href, string Label)? PlaceOf(string key) =>
        FieldAt(key) is { } here ? ("#" + here.Id, here.Label)
        : elsewhere.TryGetValue(key, out var there) ? there
        : null;
}
