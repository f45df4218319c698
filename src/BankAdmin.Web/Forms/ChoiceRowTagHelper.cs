using Microsoft.AspNetCore.Razor.TagHelpers;
using static BankAdmin.Web.Forms.Html;

namespace BankAdmin.Web.Forms;

/// <summary>One of a closed set of choices.</summary>
/// <param name="Value">As posted.</param>
/// <param name="Name">As shown.</param>
/// <param name="Description">What choosing it means.</param>
/// <param name="Offered">False where the place stays empty, so that choices line up over rows.</param>
public sealed record Choice(string Value, string Name, bool Offered = true, string? Description = null);

/// <summary>A row of a form table with radio buttons in fixed columns.</summary>
[HtmlTargetElement("choice-row", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceRowTagHelper(PageState page) : TagHelper
{
    /// <summary>Path of the property it binds to; gives the key.</summary>
    public string For { get; set; } = "";

    public string? Value { get; set; }

    /// <summary>What the choice is about.</summary>
    public string Label { get; set; } = "";

    /// <summary>What the group is called for those who hear it, where the label is too short.</summary>
    public string? Legend { get; set; }

    /// <summary>A fact that helps to choose, in the label cell.</summary>
    public string? Note { get; set; }

    /// <summary>How the choices are laid out: ba-modes, ba-two-in, ba-methods.</summary>
    public string Layout { get; set; } = "ba-modes";

    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Where an error can be mended, where that is another page.</summary>
    public string? MendHref { get; set; }

    /// <summary>What that page is called.</summary>
    public string? MendText { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var key = FieldKey.Of(For);
        var id = FieldKey.ElementId(key);
        var error = page.ErrorAt(key);
        var choices = Choices.ToList();
        page.RegisterField(key, $"{id}-{choices.First(choice => choice.Offered).Value}", Legend ?? Label);

        var options = Tag("div", With("class", Layout)).Holding(choices.Select(choice => !choice.Offered
            ? Tag("span", With("class", "none"), With("aria-hidden", "true")).Text("—")
            : Tag("div", With("class", "form-check")).Holding(
                Tag(
                    "input", QaTagHelper.Mark($"{key}:{choice.Value}"), With("type", "radio"), With("class", "form-check-input"),
                    With("id", $"{id}-{choice.Value}"), With("name", FieldKey.NameOf(For)), With("value", choice.Value),
                    With("checked", choice.Value == Value ? "" : null),
                    With("aria-describedby", error is null ? null : id + "-err")),
                Tag("label", With("for", $"{id}-{choice.Value}")).Text(choice.Name)
                    .Holding(choice.Description is null ? null : Tag("span", With("class", "desc")).Text(choice.Description))))
                        .ToArray<Microsoft.AspNetCore.Html.IHtmlContent?>());
        var message = error is null ? null
            : Tag("span", With("class", "invalid-feedback"), With("id", id + "-err")).Text(Messages.MessageTable.Text(error))
                .Holding(MendHref is null ? null : Tag("a", With("href", MendHref)).Text(MendText ?? ""));

        output.TagName = "tr";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content
            .AppendHtml(Tag("th", With("scope", "row")).Holding(Tag("span", With("class", "ba-label")).Text(Label)
                .Holding(Note is null ? null : Tag("span", With("class", "small muted")).Text(Note))))
            .AppendHtml(Tag("td").Holding(
                Tag("fieldset").Holding(Tag("legend", With("class", "visually-hidden")).Text(Legend ?? Label), options), message));
    }
}
