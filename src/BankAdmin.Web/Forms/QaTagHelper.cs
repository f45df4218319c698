using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BankAdmin.Web.Forms;

/// <summary>
/// The one place that writes <c>data-testid</c>, the contract with outside QA scripts (spec screens.md §1): views say
/// <c>qa="next"</c>, helpers call <see cref="Mark"/>.
/// </summary>
[HtmlTargetElement("*", Attributes = AttributeName)]
public sealed class QaTagHelper : TagHelper
{
    private const string AttributeName = "qa";

    [HtmlAttributeName(AttributeName)]
    public string? Key { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.IsNullOrEmpty(Key))
        {
            output.Attributes.SetAttribute("data-testid", Key);
        }
    }

    /// <summary>The attribute for elements that other helpers build.</summary>
    public static KeyValuePair<string, string?> Mark(string key) => new("data-testid", key);
}
