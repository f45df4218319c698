using System.Text.Json;
using BankAdmin.Browser.Tests.Browser;
using Microsoft.Playwright;
using Shouldly;

namespace BankAdmin.Browser.Tests.Screens;

/// <summary>What every page must be, whatever it shows.</summary>
internal static class PageInspection
{
    private const string Script = """
        () => {
          const shown = element => element.checkVisibility({ visibilityProperty: true }) && element.type !== 'hidden';
          // Each row of a list may have its own.
          const places = [...document.querySelectorAll('[data-testid]')].map(element => [
            element.parentElement.closest('[data-testid^="row:"]')?.dataset.testid ?? '', element.dataset.testid])
            .filter(([, key]) => key !== 'value' && key !== 'nextState' && !key.startsWith('used:')).map(place => place.join(' '));
          return JSON.stringify({
            screen: document.body.dataset.screen,
            id: document.querySelector('.ba-screen-id')?.innerText ?? null,
            language: document.documentElement.lang,
            headings: document.querySelectorAll('h1').length,
            wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            cut: [...document.querySelectorAll('main *, header *, footer *')].filter(shown)
              .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                && !e.closest('.visually-hidden') && !e.parentElement.closest('[role=region][tabindex="0"]'))
              .map(e => e.outerHTML.slice(0, 120)).slice(0, 3),
            nameless: [...document.querySelectorAll('main input, main select, main textarea, main button')]
              .filter(shown).filter(element => !element.dataset.testid && !element.matches('.visually-hidden[aria-hidden=true]'))
              .map(element => element.outerHTML.slice(0, 120)),
            covered: [...document.querySelectorAll('svg.ba-chart')].flatMap(chart => {
              const texts = [...chart.querySelectorAll('text')];
              const room = chart.closest('figure').getBoundingClientRect();
              const box = element => element.getBoundingClientRect();
              const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > (b.width < 2 ? -1 : 1)
                && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
              return texts.flatMap((text, i) => [
                ...texts.slice(i + 1), ...(text.matches('.v') ? chart.querySelectorAll('rect.pos, rect.neg') : []),
                ...(text.matches('.m') ? chart.querySelectorAll('line') : []),
              ].filter(other => meet(box(text), box(other))).map(other => `${text.textContent} / ${other.textContent || other.outerHTML}`)
                .concat(box(text).left < room.left || box(text).right > room.right || box(text).bottom > box(chart).bottom + 4
                  ? [`${text.textContent} is cut`] : []));
            }),
            twice: places.filter((place, i) => places.indexOf(place) !== i),
          });
        }
        """;

    /// <summary>Looks at a page as axe, as the contract and as a narrow window do, and photographs it.</summary>
    public static async Task ShouldBeInOrderAsync(this IPage page, string name)
    {
        var facts = JsonSerializer.Deserialize<Facts>(await page.EvaluateAsync<string>(Script), JsonSerializerOptions.Web)!;
        await page.SaveScreenshotAsync(name);
        facts.ShouldSatisfyAllConditions(
            name,
            () => facts.Language.ShouldBe("ja"),
            () => facts.Headings.ShouldBe(1),
            () => facts.Wider.ShouldBeLessThanOrEqualTo(0, "the page scrolls sideways"),
            () => facts.Cut.ShouldBeEmpty("something reaches over the right edge"),
            () => facts.Nameless.ShouldBeEmpty("without data-testid"),
            () => facts.Covered.ShouldBeEmpty("letters of a chart meet something"),
            () => facts.Twice.ShouldBeEmpty("data-testid used twice"));
        if (!facts.Screen.StartsWith("error-", StringComparison.Ordinal))
        {
            facts.Id.ShouldNotBeNull().ShouldEndWith(facts.Screen);
        }

        await page.ShouldHaveNoAxeViolationsAsync();
    }

    private sealed record Facts(
        string Screen, string? Id, string Language, int Headings, int Wider,
        IReadOnlyList<string> Cut, IReadOnlyList<string> Nameless, IReadOnlyList<string> Covered, IReadOnlyList<string> Twice);
}
