using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BankAdmin.Testing.Pages;

/// <summary>An error of the summary.</summary>
/// <param name="Code">E-….</param>
/// <param name="For">Key of the input; empty: none.</param>
/// <param name="Text">What a person reads.</param>
public sealed record PageError(string Code, string For, string Text);

/// <summary>A row of a sheet.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Changed">Whether it is marked as changed.</param>
/// <param name="Before">The value before, where it is marked.</param>
public sealed record SheetLine(string Value, bool Changed, string? Before);

/// <summary>An answer, read the way the contract with QA reads it (spec screens.md §1).</summary>
public sealed partial class Page
{
    public const string TokenField = "__RequestVerificationToken";

    private readonly PageClient client;

    private Page(PageClient client, string path, int status, Dictionary<string, string> headers, byte[] bytes)
    {
        this.client = client;
        (Path, Status, Headers, Bytes) = (path, status, headers, bytes);
        Html = IsHtml ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        Document = new HtmlParser().ParseDocument(Html);
    }

    /// <summary>Address it was asked under.</summary>
    public string Path { get; }

    public int Status { get; }

    /// <summary>Headers; repeated ones joined.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    public IReadOnlyList<byte> Bytes { get; }

    /// <summary>The body as text, whatever it is.</summary>
    public string Body => System.Text.Encoding.UTF8.GetString([.. Bytes]);

    /// <summary>The body as HTML; empty when it is something else.</summary>
    public string Html { get; }

    public IHtmlDocument Document { get; }

    public string ContentType => Headers.GetValueOrDefault("Content-Type", "");

    /// <summary>Whether it is a page to look at.</summary>
    public bool IsHtml => ContentType.StartsWith("text/html", StringComparison.Ordinal);

    /// <summary>Where it sends on to.</summary>
    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>Screen ID, or error-….</summary>
    public string Screen => Document.Body?.GetAttribute("data-screen") ?? "";

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>All text of the main part, blanks folded.</summary>
    public string MainText =>
        string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The errors of the summary, in order.</summary>
    public IReadOnlyList<PageError> Errors => Document.QuerySelectorAll("[data-testid=error-summary] [data-error]")
        .Select(link => new PageError(link.GetAttribute("data-error")!, link.GetAttribute("data-for") ?? "(none)", link.TextContent.Trim()))
        .ToList();

    /// <summary>The errors as 「code@key」, for comparing.</summary>
    public IEnumerable<string> ErrorKeys => Errors.Select(error => $"{error.Code}@{error.For}");

    public IReadOnlyDictionary<string, SheetLine> Sheet => SheetKeys.ToDictionary(key => key, Line);

    /// <summary>The keys of the sheet's rows, in order.</summary>
    public IReadOnlyList<string> SheetKeys => Document.QuerySelectorAll("[data-testid^='sheet:']")
        .Select(row => row.GetAttribute("data-testid")!["sheet:".Length..]).ToList();

    /// <summary>Keys of the rows that are marked as changed, in order.</summary>
    public IEnumerable<string> ChangedKeys => SheetKeys.Where(key => Line(key).Changed);

    public string ReceiptNumber => Text("receiptNumber");

    /// <summary>Codes of what does not block but should be looked at.</summary>
    public IEnumerable<string> Warnings =>
        Document.QuerySelectorAll("[data-warning]").Select(warning => warning.GetAttribute("data-warning")!);

    /// <summary>Why a session is over.</summary>
    public string? Notice => Find("notice")?.GetAttribute("data-notice");

    public string? CurrentStep => Document.QuerySelector("ol[data-testid=steps] [aria-current=step]")?.TextContent.Trim();

    /// <summary>The antiforgery field of any form of the page.</summary>
    public string AntiforgeryToken => Document.QuerySelector($"input[name={TokenField}]")?.GetAttribute("value") ?? "";

    /// <summary>What it is, in one line, for messages.</summary>
    public string Summary =>
        $"{Status} {Screen} {Heading} {string.Join(' ', ErrorKeys)} ({Path})".Replace("  ", " ", StringComparison.Ordinal);

    public bool Has(string key) => Find(key) is not null;

    public string Text(string key) => Require(key).TextContent.Trim();

    /// <summary>Keys that begin so, in order.</summary>
    public IEnumerable<string> KeysBeginning(string beginning) =>
        Document.QuerySelectorAll("[data-testid]")
            .Select(e => e.GetAttribute("data-testid")!).Where(key => key.StartsWith(beginning, StringComparison.Ordinal));

    internal static async Task<Page> ReadAsync(PageClient client, string path, HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Page(client, path, (int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A page made by hand, for tests of the linter.</summary>
    internal static Page Of(string html, int status, IReadOnlyDictionary<string, string> headers) =>
        new(
            null!, "/", status, new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase),
            System.Text.Encoding.UTF8.GetBytes(html));

    private IElement? Find(string key) =>
        Document.QuerySelectorAll("[data-testid]").FirstOrDefault(e => e.GetAttribute("data-testid") == key);

    private IElement Require(string key) => Find(key) ?? throw new KeyNotFoundException(string.Create(
        CultureInfo.InvariantCulture, $"Nothing has the key '{key}' on {Summary}. There are: {string.Join(", ", KeysBeginning(""))}"));

    private SheetLine Line(string key)
    {
        var row = Require("sheet:" + key);
        var changed = row.GetAttribute("data-changed") == "true";
        return new SheetLine(
            row.QuerySelector("[data-testid=value]")!.TextContent.Trim(), changed,
            changed ? row.QuerySelector("td.before span span")?.TextContent.Trim() ?? "" : null);
    }
}
