using Microsoft.AspNetCore.Razor.TagHelpers;

namespace BankAdmin.Web.Forms;

/// <summary>Data attributes that are left out where they have no value: <c>opt-changed</c> writes <c>data-changed</c> or nothing.</summary>
[HtmlTargetElement("*", Attributes = Prefix + "*")]
public sealed class OptionalDataTagHelper : TagHelper
{
    private const string Prefix = "opt-";

    /// <summary>The attributes. Objects, because Razor turns an absent string into an empty one.</summary>
    [HtmlAttributeName("opt-all", DictionaryAttributePrefix = Prefix)]
    public Dictionary<string, object?> Values { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        foreach (var (name, value) in Values)
        {
            if (value is not null)
            {
                output.Attributes.SetAttribute("data-" + name, value);
            }
        }
    }
}
