using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shouldly;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>
/// Collects what a person would not notice and a test should: console errors (violations of the content security
/// policy come as such), script errors, requests that failed, error answers.
/// </summary>
public sealed class PageWatch
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly List<string> expected = [];

    /// <summary>A complaint that contains this text is part of the test: "503", "ERR_CONNECTION_REFUSED".</summary>
    public void Expect(string text) => expected.Add(text);

    /// <summary>Listens to every page the context has or will have.</summary>
    public void Follow(IBrowserContext context)
    {
        context.Console += (_, message) => OnConsole(message);
        context.WebError += (_, error) => complaints.Enqueue($"script error: {error.Error}");
        context.RequestFailed += (_, request) => OnFailure(request);
        context.Response += (_, response) => OnResponse(response);
    }

    /// <summary>To be called when the contexts are closed: an event may arrive until then.</summary>
    public void ShouldHaveSeenNothing()
    {
        var unexpected = complaints.Where(complaint => !expected.Any(complaint.Contains)).Distinct().ToList();
        unexpected.ShouldBeEmpty($"The browser complained:\n{string.Join('\n', unexpected)}");
    }

    private void OnConsole(IConsoleMessage message)
    {
        // A failed load is reported by OnResponse and OnFailure, which know what was loaded.
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            complaints.Enqueue($"console: {message.Text} ({message.Location})");
        }
    }

    private void OnFailure(IRequest request)
    {
        // Aborted is what a download, or a page left while it loads, looks like.
        if (request.Failure is { } failure && !failure.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            complaints.Enqueue($"failed: {failure} {request.Method} {request.Url}");
        }
    }

    private void OnResponse(IResponse response)
    {
        // A refused page is a page: the test looks at what it says. A broken one must be expected.
        var refused = response.Request.IsNavigationRequest && response.Status < 500;
        if (response.Status >= 400 && !refused)
        {
            complaints.Enqueue($"answered: {response.Status} {response.Request.Method} {response.Url}");
        }
    }
}
