using Microsoft.Playwright;

namespace BankAdmin.Browser.Tests.Layout;

/// <summary>
/// Finds what an eye would: cut or overlapping letters, words torn apart, things that reach out of their frame, and what has to be
/// scrolled sideways. The page is opened once and resized.
/// </summary>
internal static class LayoutInspection
{
    /// <summary>Of small phones to wide windows; 1024, 853 and 640 are also a window of 1280 at 125, 150 and 200 per cent.</summary>
    private static readonly int[] Widths = [320, 640, 768, 853, 900, 1024, 1280, 1920];

    private const int Height = 900;

    private const string Script = """
        () => {
          const faults = new Set();
          const styles = new Map();
          const style = e => styles.get(e) ?? styles.set(e, getComputedStyle(e)).get(e);
          const boxes = new Map();
          const box = e => boxes.get(e) ?? boxes.set(e, e.getBoundingClientRect()).get(e);
          const words = text => text.trim().replace(/\s+/g, ' ').slice(0, 40);
          const called = e => {
            const key = e.closest('[data-testid]')?.dataset.testid;
            const name = [e.localName, ...e.classList].join('.');
            return `<${name}> 「${words(e.value || e.textContent)}」${key ? ` at ${key}` : ''}`;
          };
          const say = (kind, e, more = '') => faults.add(`${kind}: ${called(e)}${more}`);
          const ancestors = e => { const all = []; for (let a = e.parentElement; a; a = a.parentElement) all.push(a); return all; };

          // Words for those who listen only are in boxes of a pixel.
          const unseen = new Map();
          const isUnseen = e => {
            if (!unseen.has(e)) {
              unseen.set(e, !e.checkVisibility({ visibilityProperty: true })
                || (style(e).overflowX !== 'visible' && (box(e).width <= 1 || box(e).height <= 1))
                || (e.parentElement !== null && isUnseen(e.parentElement)));
            }
            return unseen.get(e);
          };
          const cuts = e => style(e).overflowX === 'hidden' || style(e).overflowX === 'clip';
          const scrolls = e => style(e).overflowX === 'auto' || style(e).overflowX === 'scroll';
          const inSight = (rect, e) => {
            let { left, right, top, bottom } = rect;
            for (const a of [e, ...ancestors(e)]) {
              if (a !== document.body && a !== document.documentElement && (cuts(a) || scrolls(a))) {
                const edge = box(a);
                [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
                [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
              }
            }
            return right - left > 1 && bottom - top > 1 ? { left, right, top, bottom } : null;
          };

          // Letters, line by line, and controls.
          const nodes = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            const e = node.parentElement;
            if (node.data.trim() && !e.closest('script, style, noscript, option, title, template') && !isUnseen(e)) nodes.push(node);
          }
          const rectsOf = (node, from, to) => {
            const range = document.createRange();
            range.setStart(node, from);
            range.setEnd(node, to);
            return [...range.getClientRects()].filter(rect => rect.width > 0);
          };
          const lines = (node, from, to) => new Set(rectsOf(node, from, to).map(rect => Math.round(rect.top))).size;
          const things = [];
          const visibleText = new Set();
          for (const node of nodes) {
            const e = node.parentElement;
            const all = rectsOf(node, 0, node.data.length);
            const seen = all.map(rect => inSight(rect, e)).filter(Boolean);
            if (seen.length) {
              for (const a of [e, ...ancestors(e)]) visibleText.add(a);
              for (const rect of seen) things.push({ e, node, rect });
            }
          }
          const controls = [...document.querySelectorAll('input, select, textarea, button, .btn, img, svg:not(:has(text))')]
            .filter(e => e.type !== 'hidden' && !isUnseen(e));
          for (const e of controls) {
            const rect = inSight(box(e), e);
            if (rect) things.push({ e, rect });
          }

          // 1. The page, and boxes within it, sideways.
          const root = document.documentElement;
          const over = root.scrollWidth - root.clientWidth;
          if (over > 0) say('the page scrolls sideways', document.body, ` by ${over}`);
          for (const e of document.querySelectorAll('body *')) {
            if (isUnseen(e) || e.localName === 'input' || e.localName === 'select') continue;
            const wider = e.scrollWidth > e.clientWidth + 1;
            if (scrolls(e) && wider) {
              const said = [e.previousElementSibling, e.firstElementChild]
                .some(hint => hint && !isUnseen(hint) && hint.textContent.includes('横にスクロールできます'));
              if (!said) say('a box scrolls sideways and does not say so', e);
              if (!e.matches('[tabindex="0"]')) say('a box scrolls sideways and the keyboard cannot', e);
              for (const field of e.querySelectorAll('input, select, textarea, button')) {
                const edge = box(e);
                if (!isUnseen(field) && (box(field).right > edge.right + 1 || box(field).left < edge.left - 1)) {
                  say('an input is out of sight', field);
                }
              }
            }
            if (cuts(e) && visibleText.has(e) && (wider || e.scrollHeight > e.clientHeight + 1)) say('letters are cut', e);
          }

          // 2. Text inside fields. Free text may be longer than any field, if its field is as wide as its place.
          const pen = document.createElement('canvas').getContext('2d');
          for (const e of controls) {
            if (e.matches('input[type=text]') && e.scrollWidth > e.clientWidth + 1) {
              const place = style(e.parentElement);
              const room = e.parentElement.clientWidth - parseFloat(place.paddingLeft) - parseFloat(place.paddingRight);
              if ('amount' in e.dataset || box(e).width < room - 1) say('text is wider than its field', e);
            }
            if (e.localName === 'select') {
              const arrow = 18;
              pen.font = style(e).font;
              const widest = Math.max(...[...e.options].map(option => pen.measureText(option.text).width));
              if (widest + arrow > e.clientWidth - parseFloat(style(e).paddingLeft)) say('text is wider than its field', e);
            }
          }

          // 3. Nothing lies over anything else. What sticks or opens above the page is a layer of its own.
          const isLayer = e => ['sticky', 'fixed'].includes(style(e).position) || e.localName === 'dialog';
          const layer = e => [e, ...ancestors(e)].find(isLayer) ?? root;
          const layers = Map.groupBy(things, thing => layer(thing.e));
          for (const together of layers.values()) {
            together.sort((a, b) => a.rect.top - b.rect.top);
            for (let i = 0; i < together.length; i++) {
              const a = together[i];
              for (let j = i + 1; j < together.length && together[j].rect.top < a.rect.bottom - 3; j++) {
                const b = together[j];
                if ((a.node && a.node === b.node) || (!a.node && a.e.contains(b.e)) || (!b.node && b.e.contains(a.e))) continue;
                if (Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left) > 2
                  && Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top) > 3) {
                  say('overlap', a.e, ` and ${called(b.e)}`);
                }
              }
            }
          }

          // 4. Nothing reaches out of the frame it stands in: a cell, or whatever has a border or a colour of its own.
          const none = 'rgba(0, 0, 0, 0)';
          const isFrame = e => ['td', 'th'].includes(e.localName) || style(e).backgroundColor !== none
            || (style(e).borderLeftStyle !== 'none' && parseFloat(style(e).borderLeftWidth) > 0);
          const tables = [...document.querySelectorAll('table')].filter(e => !isUnseen(e)).map(e => ({ e, rect: box(e) }));
          for (const { e, node, rect } of [...things, ...tables]) {
            if (e.closest('svg')) continue;
            const frame = (node ? [e, ...ancestors(e)] : ancestors(e)).find(a => isFrame(a) || scrolls(a));
            if (frame && !scrolls(frame) && (rect.left < box(frame).left - 1 || rect.right > box(frame).right + 1)) {
              say('reaches out of its frame', e, ` in ${called(frame)}`);
            }
          }

          // 5. Words stay whole: numbers, IDs and short katakana everywhere; every word of a head, a button or a tag.
          const apart = (node, from, to) => lines(node, from, to) > 1
            && say('a word is torn apart', node.parentElement, `: ${node.data.slice(from, to)}`);
          const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
          for (const node of nodes) {
            const e = node.parentElement;
            const runsDown = style(e).writingMode !== 'horizontal-tb';
            if (runsDown || e.closest('svg') || !visibleText.has(e) || lines(node, 0, node.data.length) < 2) continue;
            for (const run of node.data.matchAll(/[A-Za-z0-9][!-~]+円?|[ァ-ヶー]+/g)) {
              if (run[0].length <= (/[ァ-ヶ]/.test(run[0]) ? 9 : 22)) apart(node, run.index, run.index + run[0].length);
            }
            if (e.closest('.badge')) apart(node, 0, node.data.length);
            else if (e.closest('th[scope=col], button, .btn')) {
              for (const { segment, index, isWordLike } of segmenter.segment(node.data)) {
                if (isWordLike && segment.length <= 9) apart(node, index, index + segment.length);
              }
            }
          }
          return [...faults];
        }
        """;

    /// <summary>The faults of a page at every width, each with its width.</summary>
    public static async Task<IReadOnlyList<string>> FindLayoutFaultsAsync(this IPage page, params int[] widths)
    {
        var (size, found) = (page.ViewportSize!, new List<string>());
        foreach (var width in widths.Length > 0 ? widths : Widths)
        {
            await page.SetViewportSizeAsync(width, Height);
            found.AddRange((await page.EvaluateAsync<string[]>(Script)).Select(fault => $"{width}: {fault}"));
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
        return found;
    }
}
