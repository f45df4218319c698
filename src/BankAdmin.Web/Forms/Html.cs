using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BankAdmin.Web.Forms;

/// <summary>Short words for building elements; everything is encoded.</summary>
public static class Html
{
    /// <summary>An element with attributes; a null value leaves the attribute out, an empty one writes it bare.</summary>
    public static TagBuilder Tag(string name, params KeyValuePair<string, string?>[] attributes)
    {
        var tag = new TagBuilder(name) { TagRenderMode = name is "input" or "wbr" ? TagRenderMode.SelfClosing : TagRenderMode.Normal };
        foreach (var (key, value) in attributes)
        {
            if (value is not null)
            {
                tag.Attributes[key] = value;
            }
        }

        return tag;
    }

    public static KeyValuePair<string, string?> With(string name, string? value) => new(name, value);

    /// <summary>Puts text into an element.</summary>
    public static TagBuilder Text(this TagBuilder tag, string text)
    {
        tag.InnerHtml.Append(text);
        return tag;
    }

    /// <summary>Puts elements into an element; null ones are left out.</summary>
    public static TagBuilder Holding(this TagBuilder tag, params IHtmlContent?[] children)
    {
        foreach (var child in children)
        {
            if (child is not null)
            {
                tag.InnerHtml.AppendHtml(child);
            }
        }

        return tag;
    }
}
