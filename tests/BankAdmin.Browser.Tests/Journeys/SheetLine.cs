using System.Text.Json;
using Microsoft.Playwright;

namespace BankAdmin.Browser.Tests.Journeys;

/// <summary>A row of a sheet as a page shows it.</summary>
internal sealed record SheetLine(
    string Section, string? Group, string Key, string Label, string? Before, string Value, bool Changed, IReadOnlyList<string> Facts)
{
    private const string Script = """
        () => JSON.stringify([...document.querySelectorAll('[data-testid^="sheet:"]')].map(row => ({
          section: row.closest('section').querySelector('h2').textContent.trim(),
          group: row.closest('tbody').querySelector('[scope=rowgroup]')?.textContent.trim() ?? null,
          key: row.dataset.testid.slice('sheet:'.length),
          label: (row.querySelector('th .lab > span') ?? row.querySelector('th')).textContent.trim(),
          before: row.dataset.changed ? row.querySelector('.before').textContent.replace('→', '').trim() : null,
          value: row.querySelector('[data-testid="value"]').textContent.trim(),
          facts: [...row.querySelectorAll('td [data-testid]:not([data-testid="value"])')].map(fact => fact.textContent.trim()),
          changed: row.dataset.changed === 'true',
        })))
        """;

    public static async Task<IReadOnlyList<SheetLine>> ReadAsync(IPage page) =>
        JsonSerializer.Deserialize<List<SheetLine>>(await page.EvaluateAsync<string>(Script), JsonSerializerOptions.Web)!;
}
