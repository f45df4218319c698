using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BankAdmin.Testing;

/// <summary>
/// A browser of one person for tests against <see cref="ServerProcess"/>: cookies for all nodes alike, as behind a
/// balancer, any number of requests at once, no redirect followed.
/// </summary>
/// <param name="certificate">What it shows of itself, at https then; null: it comes by http.</param>
/// <param name="authority">Whose certificate servers have.</param>
public sealed class RawBrowser(X509Certificate2? certificate = null, X509Certificate2? authority = null) : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificateContext = certificate is null ? null : SslStreamCertificateContext.Create(certificate, null, offline: true),
            CertificateChainPolicy = authority is null ? null : Trusting(authority),
        },
    })
    {
        Timeout = LongestAnswer,
    };

    /// <summary>Fetches a page from a node.</summary>
    public Task<RawPage> GetAsync(ServerProcess node, string path, CancellationToken ct = default) =>
        SendAsync(node, new HttpRequestMessage(HttpMethod.Get, Of(node, path)), path, ct);

    /// <summary>Posts a form to a node.</summary>
    public Task<RawPage> PostAsync(ServerProcess node, RawForm form, CancellationToken ct = default) => SendAsync(
        node,
        new HttpRequestMessage(HttpMethod.Post, Of(node, form.Action)) { Content = new FormUrlEncodedContent(form.Fields) },
        form.Action, ct);

    /// <summary>Posts a form to a node and holds its end back: the request is under way until the gate opens.</summary>
    public Task<RawPage> PostHeldAsync(ServerProcess node, RawForm form, Task gate, CancellationToken ct = default) => SendAsync(
        node,
        new HttpRequestMessage(HttpMethod.Post, Of(node, form.Action)) { Content = new HeldForm(form.Fields, gate) },
        form.Action, ct);

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private Uri Of(ServerProcess node, string path) => new(certificate is null ? node.Address : node.HttpsAddress, path);

    private static X509ChainPolicy Trusting(X509Certificate2 authority)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        return policy;
    }

    private async Task<RawPage> SendAsync(ServerProcess node, HttpRequestMessage request, string path, CancellationToken ct)
    {
        using (request)
        using (var answer = await client.SendAsync(request, ct))
        {
            return new RawPage(path, answer.StatusCode, answer.Headers, await answer.Content.ReadAsStringAsync(ct), node);
        }
    }
}

/// <summary>A form whose second half is sent when a gate opens.</summary>
internal sealed class HeldForm : HttpContent
{
    private readonly byte[] body;
    private readonly Task gate;

    public HeldForm(IEnumerable<KeyValuePair<string, string>> fields, Task gate)
    {
        using var form = new FormUrlEncodedContent(fields);
        (body, this.gate) = (form.ReadAsByteArrayAsync().GetAwaiter().GetResult(), gate);
        Headers.ContentType = form.Headers.ContentType;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
        await stream.FlushAsync();
        await gate;
        await stream.WriteAsync(body.AsMemory(body.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}

public sealed class RawPage(
    string path, HttpStatusCode status, System.Net.Http.Headers.HttpResponseHeaders headers, string body, ServerProcess node)
{
    private const int LogLength = 6_000;

    private readonly Lazy<IHtmlDocument> html = new(() => new HtmlParser().ParseDocument(body));

    public HttpStatusCode Status => status;

    /// <summary>How long it is, in bytes, uncompressed.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(body);

    /// <summary>Where a 303 sends the browser.</summary>
    public string? Location => headers.Location?.OriginalString;

    /// <summary>Retry-After, where there is one.</summary>
    public TimeSpan? RetryAfter => headers.RetryAfter?.Delta;

    public string? Screen => html.Value.Body?.GetAttribute("data-screen");

    /// <summary>Codes of the error summary.</summary>
    public IReadOnlyList<string> Errors =>
        html.Value.QuerySelectorAll("[data-error]").Select(error => error.GetAttribute("data-error")!).ToList();

    /// <summary>Why the session before is over.</summary>
    public string? Notice => html.Value.QuerySelector("[data-testid=notice]")?.GetAttribute("data-notice");

    /// <summary>Where a link of that test ID leads; null: there is none.</summary>
    public string? LinkOrNull(string key) => html.Value.QuerySelector($"a[data-testid='{key}']")?.GetAttribute("href");

    /// <summary>The running text of the page.</summary>
    public string Text => html.Value.Body?.TextContent ?? "";

    /// <summary>The text of the element with that test ID, or null.</summary>
    public string? this[string testId] => html.Value.QuerySelector($"[data-testid='{testId}']")?.TextContent.Trim();

    /// <summary>Whether it is a 303, and where to.</summary>
    public bool LeadsTo(string location) => Status == HttpStatusCode.SeeOther && Location == location;

    /// <summary>The name of a field inside a row.</summary>
    public string NameIn(string row, string testId) =>
        html.Value.QuerySelector($"[data-testid='{row}'] [data-testid='{testId}']")?.GetAttribute("name")
            ?? throw new InvalidOperationException($"No '{testId}' in '{row}' on {this}");

    /// <summary>The value of a field inside a row.</summary>
    public string ValueIn(string row, string testId) =>
        html.Value.QuerySelector($"[data-testid='{row}'] [data-testid='{testId}']")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"No '{testId}' in '{row}' on {this}");

    /// <summary>The form that holds the element with that test ID, as a browser would send it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public RawForm Form(string testId)
    {
        var form = html.Value.QuerySelector($"[data-testid='{testId}']")?.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form with '{testId}' on {this}\n{Text}\n{node.Output}");
        var controls = form.QuerySelectorAll("input[name], select[name], textarea[name]");
        var names = controls.Where(control => control.HasAttribute("data-testid"))
            .GroupBy(control => control.GetAttribute("data-testid")!.Split(':')[0])
            .ToDictionary(group => group.Key, group => group.First().GetAttribute("name")!);
        var fields = controls.Where(control =>
            control is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } and not IHtmlInputElement { Type: "submit" })
            .ToDictionary(control => control.GetAttribute("name")!, ValueOf);
        return new RawForm(form.GetAttribute("action") ?? path, fields, names);
    }

    /// <inheritdoc />
    public override string ToString() => $"{path}: {(int)status} {Location} {Screen} {string.Join(' ', Errors)}{Log}";

    // Why it failed stands in the server's log, near the end.
    private string Log => status < HttpStatusCode.InternalServerError
        ? "" : "\n" + (node.Output is { Length: > LogLength } log ? log[^LogLength..] : node.Output);

    private static string ValueOf(IElement control) => control switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };
}

/// <summary>A form ready to be posted, any number of times.</summary>
/// <param name="Action">Where it goes.</param>
/// <param name="Fields">What it sends, by name.</param>
/// <param name="Names">Names by test ID.</param>
public sealed record RawForm(string Action, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>The form with an input filled in.</summary>
    public RawForm With(string testId, string value) =>
        this with { Fields = new Dictionary<string, string>(Fields) { [Names[testId]] = value } };
}
