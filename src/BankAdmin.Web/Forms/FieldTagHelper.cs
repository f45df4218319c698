using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static BankAdmin.Web.Forms.Html;

namespace BankAdmin.Web.Forms;

public enum FieldKind
{
    Text,

    /// <summary>A number of yen; comes back grouped.</summary>
    Amount,

    /// <summary>A secret; never comes back.</summary>
    Password,

    /// <summary>A one-time password; never comes back.</summary>
    Code,

    /// <summary>Lines of text.</summary>
    Lines,
}

/// <summary>
/// One input with all that belongs to it: key, typed value, unit, hint, ceiling, and its error. Drawn bare
/// (<c>&lt;field&gt;</c>), as a row of a form table (<c>&lt;field-row&gt;</c>) or as a cell (<c>&lt;field-cell&gt;</c>).
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("field-row", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("field-cell", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(PageState page) : TagHelper
{
    /// <summary>Path of the property it binds to; gives the key.</summary>
    public string For { get; set; } = "";

    /// <summary>What was typed or is stored.</summary>
    public string? Value { get; set; }

    public string Label { get; set; } = "";

    /// <summary>What it is called in its own row or column, where the full label says more.</summary>
    public string? ShortLabel { get; set; }

    public FieldKind Kind { get; set; }

    public string? Hint { get; set; }

    /// <summary>契約上限, grouped.</summary>
    public string? Ceiling { get; set; }

    /// <summary>Size class of an amount: mid, fee; a fee's unit stands in the head of its column.</summary>
    public string? Size { get; set; }

    /// <summary>Shown, not to be typed in, not posted.</summary>
    public bool Disabled { get; set; }

    public bool Required { get; set; } = true;

    /// <summary>Width class: w-name, w-id, w-pass.</summary>
    public string? Width { get; set; }

    /// <summary>Whether a bare field names itself, having no label element.</summary>
    public bool Named { get; set; }

    /// <summary>Null: the browser restores what was typed, and may offer what was typed before.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Key of the box without which what is typed does not count; the script ticks it.</summary>
    public string? Ticks { get; set; }

    /// <summary>Most characters the server takes, for the help of the browser.</summary>
    public int? MaxLength { get; set; }

    private string Key => FieldKey.Of(For);

    private string Id => FieldKey.ElementId(Key);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        page.RegisterField(Key, Id, Label);
        output.Content.SetHtmlContent(context.TagName switch
        {
            "field-row" => Row(),
            "field-cell" => Cell(),
            _ => new HtmlContentBuilder().AppendHtml(Input(labelled: Named)).AppendHtml(Extras()),
        });
        output.TagName = null;
    }

    private TagBuilder Row()
    {
        var label = Tag("span", With("class", "ba-label")).Holding(
            Tag("label", With("for", Id)).Text(ShortLabel ?? Label),
            Required && !Disabled ? Tag("span", With("class", "badge badge-required")).Text("必須") : null);
        return Tag("tr").Holding(
            Tag("th", With("scope", "row")).Holding(label),
            Tag("td").Holding(
                Tag("div", With("class", "ba-field")).Holding(Input(labelled: false), CeilingNote("円"), HintNote()), ErrorNote()));
    }

    private TagBuilder Cell() => Tag("td", With("class", Size == "fee" ? "num" : null), With("data-label", ShortLabel ?? Label)).Holding(
        Input(labelled: true), CeilingNote(""), HintNote(), ErrorNote());

    private HtmlContentBuilder Extras()
    {
        var extras = new HtmlContentBuilder();
        foreach (var note in new[] { HintNote(), ErrorNote() }.OfType<IHtmlContent>())
        {
            extras.AppendHtml(note);
        }

        return extras;
    }

    private TagBuilder Input(bool labelled)
    {
        var invalid = page.ErrorAt(Key) is not null;
        var describedBy = string.Join(' ', new[]
        {
            invalid ? Id + "-err" : null, Hint is null ? null : Id + "-hint", Ceiling is null ? null : Id + "-max",
        }.OfType<string>());
        var isLines = Kind == FieldKind.Lines;
        var input = Tag(
            isLines ? "textarea" : "input", QaTagHelper.Mark(Key),
            With("class", string.Join(' ', new[]
            {
                "form-control", Kind == FieldKind.Code ? "w-code" : Width, invalid ? "is-invalid" : null,
            }.OfType<string>())),
            With("id", Id), With("name", FieldKey.NameOf(For)),
            With("type", isLines ? null : Kind == FieldKind.Password ? "password" : "text"),
            With("value", Kind is FieldKind.Password or FieldKind.Code or FieldKind.Lines ? null : Value ?? ""),
            With("rows", isLines ? "6" : null),
            With("inputmode", Kind is FieldKind.Amount or FieldKind.Code ? "numeric" : null),
            With("data-amount", Kind == FieldKind.Amount ? "" : null),
            With("autocomplete", Kind == FieldKind.Code ? "one-time-code" : Autocomplete),
            With("data-ticks", Ticks is null ? null : FieldKey.ElementId(Ticks)),
            With("autocapitalize", Autocomplete == "username" ? "none" : null),
            With("spellcheck", isLines || Autocomplete == "username" ? "false" : null),
            With("maxlength", MaxLength?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            With("aria-label", labelled ? Label : null),
            With("disabled", Disabled ? "" : null),
            With("aria-required", Required && !Disabled ? "true" : null),
            With("aria-invalid", invalid ? "true" : null),
            With("aria-describedby", describedBy.Length == 0 ? null : describedBy));
        return isLines ? input.Text(Value ?? "")
            : Kind == FieldKind.Amount
                ? Tag("span", With("class", Size is null ? "ba-amount" : "ba-amount " + Size))
                    .Holding(input, Size == "fee" ? null : Tag("span").Text("円"))
            : input;
    }

    private TagBuilder? HintNote() => Hint is null ? null : Tag("span", With("class", "form-text"), With("id", Id + "-hint")).Text(Hint);

    private TagBuilder? CeilingNote(string unit) => Ceiling is null ? null
        : Tag("span", With("class", "ba-ceiling"), With("id", Id + "-max"))
            .Holding(Tag("span", With("class", "k")).Text("契約上限")).Text(Ceiling + unit);

    private TagBuilder? ErrorNote() => page.ErrorAt(Key) is not { } error ? null
        : Tag("span", With("class", "invalid-feedback"), With("id", Id + "-err")).Text(Messages.MessageTable.Text(error));
}
