using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static BankAdmin.Web.Forms.Html;

namespace BankAdmin.Web.Forms;

/// <summary>The errors of the page on top of it, one link each (rule: spec screens.md §1).</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(PageState page) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (page.Errors.Count == 0)
        {
            return;
        }

        var list = Tag("ul").Holding(page.ErrorsInPageOrder.Select(Item).ToArray<IHtmlContent?>());
        output.Content.SetHtmlContent(Tag(
            "div", QaTagHelper.Mark("error-summary"), With("class", "alert alert-danger"), With("role", "alert"), With("tabindex", "-1"))
            .Holding(
                Tag("h2").Text(page.Heading),
                page.Detail.Length == 0 ? null : Tag("p", With("class", "mt-s")).Text(page.Detail),
                list,
                page.Link is null ? null : Tag("p", With("class", "mt-s"))
                    .Holding(Tag("a", With("href", page.Link.Href)).Text(page.Link.Text))));
    }

    private IHtmlContent Item(Domain.Rules.Violation error)
    {
        var place = page.PlaceOf(error.Field);
        var text = (place is { Label: var label } ? label + "：" : "") + Messages.MessageTable.Text(error);
        return Tag("li").Holding(Tag(
            "a", With("href", place?.Href ?? page.Link?.Href ?? "#main"),
            With("data-error", error.Code), With("data-for", error.Field)).Text(text));
    }
}
