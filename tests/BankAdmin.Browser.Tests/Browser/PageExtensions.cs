using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace BankAdmin.Browser.Tests.Browser;

/// <summary>What every browser test asks of a page.</summary>
public static class PageExtensions
{
    private const string ScreenshotFolder = "BANKADMIN_SCREENSHOTS";

    // WCAG 2.2 AA includes what 2.0 and 2.1 asked for; axe's "best practice" rules are opinions and stay off.
    private static readonly AxeRunOptions Wcag22Aa = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // Part of 2.2 AA, but axe runs it only on request.
        Rules = new() { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Fails with rule, place and markup of every violation of WCAG 2.2 AA that axe finds.</summary>
    public static async Task ShouldHaveNoAxeViolationsAsync(this IPage page)
    {
        var violations = await WithScriptAsync(page, async () => (await page.RunAxe(Wcag22Aa)).Violations);
        if (violations.Length > 0)
        {
            throw new ShouldAssertException($"axe on {page.Url}:\n{Describe(violations)}");
        }
    }

    /// <summary>
    /// Axe is script and would wait for ever on a page without: script is let in for it alone. The page's own stays
    /// out, it was passed over when the page was read.
    /// </summary>
    private static async Task<T> WithScriptAsync<T>(IPage page, Func<Task<T>> run)
    {
        if (!await page.EvaluateAsync<bool>("matchMedia('(scripting: none)').matches"))
        {
            return await run();
        }

        // Not detached afterwards: that would leave script switched on.
        var session = await page.Context.NewCDPSessionAsync(page);
        await DisableAsync(true);
        await DisableAsync(false);
        try
        {
            return await run();
        }
        finally
        {
            await DisableAsync(true);
        }

        Task DisableAsync(bool disabled) =>
            session.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = disabled });
    }

    /// <summary>
    /// Saves the whole page as NAME-WIDTH.png where BANKADMIN_SCREENSHOTS names a folder; otherwise does nothing.
    /// </summary>
    public static async Task SaveScreenshotAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(ScreenshotFolder) is not { Length: > 0 } folder)
        {
            return;
        }

        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(folder, $"{name}-{page.ViewportSize?.Width}.png"),
            FullPage = true,
        });
    }

    /// <summary>The same at another width than the window has.</summary>
    public static async Task SaveScreenshotAsync(this IPage page, string name, int width)
    {
        if (Environment.GetEnvironmentVariable(ScreenshotFolder) is not { Length: > 0 })
        {
            return;
        }

        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(width, size.Height);
        await page.SaveScreenshotAsync(name);
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static string Describe(AxeResultItem[] violations)
    {
        var text = new StringBuilder();
        foreach (var violation in violations)
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{violation.Id} ({violation.Impact}): {violation.Help}");
            foreach (var node in violation.Nodes)
            {
                text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"  at {node.Target}")
                    .AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"     {node.Html}");
            }
        }

        return text.ToString();
    }
}
