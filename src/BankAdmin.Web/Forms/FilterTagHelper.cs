using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BankAdmin.Web.Forms;

/// <summary>An input of a search: named by its key, known to the error summary, and pointing to its error where it has one.</summary>
[HtmlTargetElement("input", Attributes = AttributeName)]
[HtmlTargetElement("select", Attributes = AttributeName)]
public sealed class FilterTagHelper(PageState page) : TagHelper
{
    private const string AttributeName = "filter";
    private const int LongestText = 100;

    /// <summary>Its key.</summary>
    [HtmlAttributeName(AttributeName)]
    public string Key { get; set; } = "";

    /// <summary>What the error summary calls it.</summary>
    [HtmlAttributeName("filter-label")]
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        page.RegisterField(Key, Key, Label);
        output.Attributes.SetAttribute("id", Key);
        output.Attributes.SetAttribute("name", Key);
        output.Attributes.Add(QaTagHelper.Mark(Key).Key, Key);
        if (output.TagName == "input")
        {
            output.Attributes.SetAttribute("type", "text");
            output.Attributes.SetAttribute("class", "form-control");
            output.Attributes.SetAttribute("autocomplete", "off");
            output.Attributes.SetAttribute("maxlength", LongestText);
        }
        else
        {
            output.Attributes.SetAttribute("class", "form-select");
        }

        if (page.ErrorAt(Key) is not null)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
            output.Attributes.SetAttribute("aria-describedby", FieldErrorTagHelper.IdOf(Key));
        }
    }
}
