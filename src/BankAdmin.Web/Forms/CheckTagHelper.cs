using BankAdmin.Domain.Rules;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static BankAdmin.Web.Forms.Html;

namespace BankAdmin.Web.Forms;

/// <summary>
/// A checkbox. With a value it is one of a set: its key is <c>rights:Balance</c>, errors are of the set; without, it is
/// only on or off.
/// </summary>
[HtmlTargetElement("check", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper(PageState page) : TagHelper
{
    /// <summary>Path of the property it binds to; gives the key.</summary>
    public string For { get; set; } = "";

    /// <summary>Its value in a set; null: on or off.</summary>
    public string? Value { get; set; }

    public bool Checked { get; set; }

    public string Label { get; set; } = "";

    /// <summary>What it is called for those who hear it, where the label is too short.</summary>
    public string? FullLabel { get; set; }

    /// <summary>What the set is called, for error summaries.</summary>
    public string? SetLabel { get; set; }

    /// <summary>What must be known of it.</summary>
    public string? Note { get; set; }

    /// <summary>Whether it hangs on the one before.</summary>
    public bool Sub { get; set; }

    /// <summary>Shown, not to be changed, not posted.</summary>
    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var key = FieldKey.Of(For);
        var id = FieldKey.ElementId(Value is null ? key : $"{key}-{Value}");
        if (page.FieldAt(key) is null)
        {
            page.RegisterField(key, id, SetLabel ?? Label);
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Sub ? "form-check sub" : "form-check");
        output.Content
            .AppendHtml(Tag(
                "input", QaTagHelper.Mark(Value is null ? key : $"{key}:{Value}"), With("type", "checkbox"),
                With("class", "form-check-input"),
                With("id", id), With("name", FieldKey.NameOf(For)), With("value", Value ?? "true"),
                With("checked", Checked ? "" : null), With("disabled", Disabled ? "" : null),
                With("aria-label", FullLabel),
                With("aria-describedby", page.ErrorAt(key) is null ? null : FieldKey.ElementId(key) + "-err")))
            .AppendHtml(Tag("label", With("for", id)).Text(Label)
                .Holding(Note is null ? null : Tag("span", With("class", "small muted")).Text("　" + Note)));
        if (Value is null && page.ErrorAt(key) is { } error)
        {
            output.PostElement.AppendHtml(FieldErrorTagHelper.Message(key, error));
        }
    }
}

/// <summary>The error of a set of checkboxes, or of anything else that has no place of its own for it.</summary>
[HtmlTargetElement("field-error", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper(PageState page) : TagHelper
{
    public string For { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (page.ErrorAt(For) is { } error)
        {
            output.Content.SetHtmlContent(Message(For, error));
        }
    }

    internal static string IdOf(string key) => FieldKey.ElementId(key) + "-err";

    internal static TagBuilder Message(string key, Violation error) =>
        Tag("p", With("class", "invalid-feedback"), With("id", IdOf(key))).Text(Messages.MessageTable.Text(error));
}
