using System.Security.Cryptography.X509Certificates;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Testing.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace BankAdmin.Testing.Pages;

/// <summary>
/// A browser without scripts: keeps cookies, follows 303, fills and sends forms. Every page it receives is linted
/// (<see cref="PageLint"/>), so that every test guards what holds for all pages.
/// </summary>
public sealed class PageClient : IDisposable
{
    /// <summary>The terminal of a browser that names none.</summary>
    public const string DefaultTerminal = "198.51.100.7";

    /// <summary>Carries the terminal into the test server.</summary>
    internal const string TerminalHeader = "Test-Terminal";

    /// <summary>Carries a client certificate into the test server.</summary>
    internal const string CertificateHeader = "Test-Certificate";

    private const int MostHops = 8;
    private const int ShortestSecret = 6;

    private readonly HttpClient http;
    private readonly InquiryLog inquiries;
    private readonly HashSet<string> secrets = [.. Demo.Passwords];
    private readonly HashSet<string> loginIds = new(StringComparer.OrdinalIgnoreCase);

    internal PageClient(TestApp app, string address, string terminal)
    {
        http = new HttpClient(app.Server.CreateHandler()) { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Add(TerminalHeader, terminal);
        inquiries = app.Services.GetRequiredService<InquiryLog>();
    }

    public CookieJar Cookies { get; } = new();

    public Page? Current { get; private set; }

    public Task<Page> GetAsync(string path, bool follow = true) => SendAsync(HttpMethod.Get, path, null, follow);

    /// <summary>Sends a form to an address, with nothing but what is given.</summary>
    public Task<Page> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, bool follow = true) =>
        SendAsync(HttpMethod.Post, path, fields, follow);

    /// <summary>Sends a form with the antiforgery field of the page it shows.</summary>
    public Task<Page> PostWithTokenAsync(string path, IEnumerable<(string Name, string Value)> fields, bool follow = true) =>
        PostAsync(path, fields.Append((Page.TokenField, Current?.AntiforgeryToken ?? "")), follow);

    /// <summary>Opens the login page, types and sends; the answer may be a refusal.</summary>
    /// <param name="loginId">Login ID.</param>
    /// <param name="password">Password; null: the one the demo data or <see cref="A"/> gave the user.</param>
    /// <param name="follow">Whether to go on to the page after the login.</param>
    public async Task<Page> TryLogInAsync(string loginId, string? password = null, bool follow = true)
    {
        var page = await GetAsync("/");
        return await page.Fill("loginId", loginId).Fill("password", password ?? Demo.LoginPasswordOf(loginId)).SubmitAsync("login", follow);
    }

    /// <summary>Logs in and puts off the registration of a token; fails unless a page of the application comes.</summary>
    public async Task<Page> LogInAsync(string loginId, string? password = null)
    {
        var page = await TryLogInAsync(loginId, password);
        page = page.Screen == "BLGI022" ? await page.SubmitAsync("later") : page;
        return page.Screen is "BTOP001" or "BLGI010"
            ? page
            : throw new InvalidOperationException($"{loginId} could not log in: {page.Summary}");
    }

    /// <summary>From here on the text must not stand in any page.</summary>
    public void KeepSecret(string text)
    {
        if (text.Length >= ShortestSecret && !loginIds.Contains(text))
        {
            secrets.Add(text);
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    internal void SaysLoginId(string text)
    {
        loginIds.Add(text);
        secrets.Remove(text);
    }

    internal async Task<Page> SendAsync(HttpMethod method, string path, IEnumerable<(string Name, string Value)>? fields, bool follow)
    {
        var page = await SendOnceAsync(method, path, fields);
        for (var hop = 0; follow && page is { Status: 303, Location: { } next }; hop++)
        {
            if (hop == MostHops || !next.StartsWith('/') || next.StartsWith("//", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{path} leads on to {next} after {hop} hops.");
            }

            page = await SendOnceAsync(HttpMethod.Get, next, null);
        }

        return Current = page;
    }

    /// <summary>Says what a browser says of itself when no script runs in it.</summary>
    public bool HasNoScript { get; set; }

    /// <summary>What a proxy between it and the program adds to its requests.</summary>
    public Dictionary<string, string> AddedByProxy { get; } = [];

    /// <summary>What it shows of itself at https; null: nothing.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Sends a request that no page would make, with the cookies; nothing is followed.</summary>
    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        var (path, cookies) = (request.RequestUri!.OriginalString, Cookies.Header(http.BaseAddress!.Scheme == "https"));
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (HasNoScript)
        {
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
        }

        foreach (var (name, value) in AddedByProxy)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Certificate is not null)
        {
            request.Headers.Add(CertificateHeader, Convert.ToBase64String(Certificate.RawData));
        }

        using var response = await http.SendAsync(request);
        await inquiries.WriteAsync(CancellationToken.None); // what was looked at is in the history before a test goes on
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            Cookies.Take(set);
        }

        var page = await Page.ReadAsync(this, path, response);
        var problems = request.Method == HttpMethod.Head ? [] : PageLint.Problems(page, secrets);
        return problems.Count == 0 ? page : throw new PageLintException(page, problems);
    }

    private async Task<Page> SendOnceAsync(HttpMethod method, string path, IEnumerable<(string Name, string Value)>? fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (fields is not null)
        {
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        return await SendAsync(request);
    }
}
