using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BankAdmin.Web.Forms;
using BankAdmin.Web.Screens;

namespace BankAdmin.Testing.Pages;

/// <summary>A page that breaks what holds for all pages.</summary>
public sealed class PageLintException(Page page, IReadOnlyList<string> problems)
    : Exception($"{page.Summary} is not a proper page:{string.Concat(problems.Select(problem => Environment.NewLine + "  - " + problem))}");

/// <summary>What holds for every page whatever it shows (spec screens.md §1, quality.md §2 and §4).</summary>
public static class PageLint
{
    private const string ErrorPrefix = "エラー：";

    private const string Focusable = "input:not([type=hidden]), select, textarea, button, a[href], summary, [tabindex]";

    private static readonly HashSet<string> Repeatable = ["value", "nextState"];
    private static readonly string[] ReferringAttributes = ["aria-describedby", "aria-labelledby", "aria-controls", "for"];

    /// <summary>What is wrong with an answer.</summary>
    public static IReadOnlyList<string> Problems(Page page, IReadOnlyCollection<string> secrets)
    {
        var problems = Headers(page);
        if (page.IsHtml)
        {
            problems = problems
                .Concat(Screen(page)).Concat(Headings(page.Document))
                .Concat(Forms(page.Document)).Concat(Scripts(page.Document)).Concat(References(page.Document))
                .Concat(secrets.Where(secret => page.Html.Contains(secret, StringComparison.Ordinal))
                    .Select(_ => "a secret that was typed stands in the page"));
        }

        return problems.ToList();
    }

    private static IEnumerable<string> Headers(Page page)
    {
        foreach (var (name, part) in new[]
        {
            ("Content-Security-Policy", "default-src 'none'"), ("Content-Security-Policy", "frame-ancestors 'none'"),
            ("Content-Security-Policy", "form-action 'self'"),
            ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store"), ("Referrer-Policy", "same-origin"),
        })
        {
            if (!page.Headers.GetValueOrDefault(name, "").Contains(part, StringComparison.Ordinal))
            {
                yield return $"the header {name} does not say {part}";
            }
        }

        if (page.Headers.GetValueOrDefault("Content-Security-Policy", "").Contains("unsafe", StringComparison.Ordinal))
        {
            yield return "the header Content-Security-Policy allows something unsafe";
        }
    }

    private static IEnumerable<string> Screen(Page page)
    {
        var document = page.Document;
        var headings = document.QuerySelectorAll("h1").Length;
        var known = ScreenCatalogue.All.FirstOrDefault(screen => screen.Id == page.Screen);
        var hasErrors = document.QuerySelector("[data-testid=error-summary]") is not null;
        var title = $"{(hasErrors ? ErrorPrefix : "")}{page.Heading} | ";
        if (page.Screen.Length == 0)
        {
            yield return "body has no data-screen";
        }
        else if (known is null ? page.Screen != $"error-{page.Status}" : page.Status is not (200 or 403 or 409 or 422))
        {
            yield return $"data-screen '{page.Screen}' does not fit status {page.Status}";
        }

        if (headings != 1)
        {
            yield return $"there are {headings} h1, not one";
        }
        else if (known is not null && page.Heading != known.Title)
        {
            yield return $"the h1 says '{page.Heading}', the catalogue '{known.Title}'";
        }

        if (!(document.Title ?? "").StartsWith(title, StringComparison.Ordinal))
        {
            yield return $"the title '{document.Title}' does not begin with '{title}'";
        }

        if (hasErrors && page.Errors.Count == 0)
        {
            yield return "the error summary names no error";
        }

        if (page.Status == 422 && !hasErrors)
        {
            yield return "a refused page has no error summary";
        }

        if (document.DocumentElement.GetAttribute("lang") != "ja")
        {
            yield return "the document is not lang=ja";
        }
    }

    // A heading has something under it, and none skips a level.
    private static IEnumerable<string> Headings(IHtmlDocument document)
    {
        static int Level(IElement heading) => heading.LocalName[1] - '0';
        var main = document.QuerySelector("main");
        IElement? last = null;
        var empty = false;
        foreach (var node in main?.Descendants() ?? [])
        {
            if (node is IElement { LocalName: ['h', >= '1' and <= '6'] } heading)
            {
                if (last is not null && Level(heading) > Level(last) + 1)
                {
                    yield return $"h{Level(heading)} '{heading.TextContent.Trim()}' follows h{Level(last)}";
                }

                if (empty && Level(heading) <= Level(last!))
                {
                    yield return $"nothing stands under '{last!.TextContent.Trim()}'";
                }

                (last, empty) = (heading, heading.LocalName != "h1");
            }
            else if (node is IText text && !string.IsNullOrWhiteSpace(text.Data) && text.Ancestors().All(above => above != last))
            {
                empty = false;
            }
        }

        if (empty)
        {
            yield return $"nothing stands under '{last!.TextContent.Trim()}'";
        }
    }

    private static IEnumerable<string> Forms(IHtmlDocument document)
    {
        var labels = document.QuerySelectorAll("label").Where(label => label.TextContent.Trim().Length > 0)
            .Select(label => label.GetAttribute("for")).ToHashSet();
        foreach (var field in document.QuerySelectorAll("input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea"))
        {
            var labelled = (field.Id is { Length: > 0 } id && labels.Contains(id))
                || field.Closest("label") is not null
                || !string.IsNullOrWhiteSpace(field.GetAttribute("aria-label")) || field.HasAttribute("aria-labelledby");
            if (!labelled)
            {
                yield return $"{Name(field)} has no label";
            }

            // A code is seen while it is typed: it is dead half a minute later.
            var isCode = field.GetAttribute("autocomplete") == "one-time-code";
            if (SecretFields.Has(field.GetAttribute("name") ?? "") != (isCode || field.GetAttribute("type") == "password"))
            {
                yield return $"{Name(field)} is a password field that SecretFields does not know, or the other way round";
            }

            if ((isCode || field.GetAttribute("type") == "password") && field.HasAttribute("value"))
            {
                yield return $"{Name(field)} is a password field with a value";
            }
        }

        foreach (var form in document.QuerySelectorAll("form"))
        {
            var posts = string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);
            if (posts && form.QuerySelector($"input[type=hidden][name={Page.TokenField}]") is null)
            {
                yield return $"the form to '{form.GetAttribute("action")}' has no antiforgery field";
            }
        }
    }

    private static IEnumerable<string> Scripts(IHtmlDocument document)
    {
        foreach (var element in document.All)
        {
            if (element is IHtmlScriptElement { Source: null or "" } or IHtmlStyleElement || element.HasAttribute("style"))
            {
                yield return $"{Name(element)} is or has inline script or style";
            }

            foreach (var attribute in element.Attributes.Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{Name(element)} has script in {attribute.Name}";
            }
        }
    }

    private static IEnumerable<string> References(IHtmlDocument document)
    {
        var ids = document.QuerySelectorAll("[id]")
            .GroupBy(element => element.Id!).ToDictionary(group => group.Key, group => group.Count());
        // Each row may have its own.
        var keys = document.QuerySelectorAll("[data-testid]").Select(element => (
            Row: element.ParentElement?.Closest("[data-testid^='row:']")?.GetAttribute("data-testid"),
            Key: element.GetAttribute("data-testid")!)).Where(place => !Repeatable.Contains(place.Key));
        foreach (var (id, times) in ids.Where(id => id.Value > 1))
        {
            yield return $"the id '{id}' is there {times} times";
        }

        foreach (var repeated in keys.GroupBy(place => place).Where(group => group.Count() > 1))
        {
            yield return $"the data-testid '{repeated.Key.Key}' is there {repeated.Count()} times";
        }

        var referred = document.All.SelectMany(element => ReferringAttributes.SelectMany(attribute =>
                (element.GetAttribute(attribute) ?? "")
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (Element: element, Id: id))))
            .Concat(document.QuerySelectorAll("a[href^='#']")
                .Select(link => (Element: (IElement)link, Id: link.GetAttribute("href")![1..])));
        foreach (var (element, id) in referred.Where(reference => !ids.ContainsKey(reference.Id)))
        {
            yield return $"{Name(element)} points to '{id}', which is not there";
        }

        foreach (var link in document.QuerySelectorAll("[data-testid=error-summary] a[href^='#']"))
        {
            if (document.GetElementById(link.GetAttribute("href")![1..]) is { } place && !place.Matches(Focusable))
            {
                yield return $"an error leads to {Name(place)}, which cannot take the focus";
            }
        }

        foreach (var print in document.QuerySelectorAll("[data-testid=print]").Where(print => print.GetAttribute("target") != "_blank"))
        {
            yield return $"{Name(print)} takes the place of the page";
        }
    }

    private static string Name(IElement element) =>
        $"<{element.LocalName} {element.GetAttribute("data-testid") ?? element.GetAttribute("id") ?? element.GetAttribute("name")}>";
}
