using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static BankAdmin.Web.Forms.Html;

namespace BankAdmin.Web.Forms;

/// <summary>
/// &lt;wizard-form main="次へ"&gt;: the form of an input page, with what every one of them posts. Its first button is a twin of the main
/// one that nobody sees, so that Enter does what the main button does, whatever stands before it.
/// </summary>
[HtmlTargetElement("wizard-form")]
public sealed class WizardFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    public string Main { get; set; } = "";

    /// <summary>Whether what is typed is kept while it is typed; not where only passwords are.</summary>
    public bool Autosave { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var page = (IInputPage)ViewContext.ViewData.Model!;
        output.TagName = "form";
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", page.Path);
        output.Attributes.Add(new TagHelperAttribute("data-once"));
        if (Autosave)
        {
            output.Attributes.Add(new TagHelperAttribute("data-draft"));
            output.Attributes.SetAttribute("data-draft-url", WizardPaths.KeepOf(page.Path));
        }

        output.PreContent
            .AppendHtml(Tag(
                "button", With("type", "submit"), With("class", "visually-hidden"),
                With("tabindex", "-1"), With("aria-hidden", "true")).Text(Main))
            .AppendHtml(generator.GenerateAntiforgery(ViewContext))
            .AppendHtml(Tag(
                "input", With("type", "hidden"), With("name", "revision"),
                With("value", page.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }
}
