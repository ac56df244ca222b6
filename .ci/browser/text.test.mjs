// Text at twice its size, and with the spacing of WCAG 1.4.12: no text is cut off, none lies on another, and no page
// scrolls sideways; a table may, in its own region. One page of each kind.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { browser, onePageOfEachKind, serve } from './site.mjs';

let chromium, server;
before(async () => { chromium = await browser(); server = await serve(); });
after(async () => { await chromium?.close(); server?.close(); });

const large = 'html { font-size: 200% }';
const spaced = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

// Each case is what is changed of a page, and the widths at which it is looked at.
const cases = { 'twice as large': [large, [1280, 768, 360]], 'with more space': [spaced, [360]] };

// lost lists what cannot be read on the page, as [sort, sentence]. Texts in a drawing are the gallery's.
function lost() {
  const found = [], edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > edge) found.push(['sideways', `the page is ${document.documentElement.scrollWidth} px wide at ${edge}`]);
  const clipped = (v) => v === 'hidden' || v === 'clip';
  // hidden are what only a screen reader says, and what is closed.
  const hidden = (e) => !e.checkVisibility({ visibilityProperty: true }) || e.closest('.hide, .skip') || getComputedStyle(e).clipPath !== 'none';
  const ancestors = (e) => (e ? [e, ...ancestors(e.parentElement)] : []);
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holders = ancestors(node.parentElement);
    if (!node.data.trim() || node.parentElement.closest('svg, script') || holders.some(hidden)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = node.data.trim().slice(0, 40);
    const scrolls = holders.find((e) => e.matches('.scroll'));
    for (const b of range.getClientRects()) {
      if (b.width < 1 || b.height < 1) continue;
      const size = parseFloat(getComputedStyle(node.parentElement).fontSize), middle = (b.top + b.bottom) / 2;
      // The letters fill about their own size around the middle of the line.
      const letters = { left: b.left, right: b.right, top: Math.max(b.top, middle - size * 0.4), bottom: Math.min(b.bottom, middle + size * 0.4) };
      lines.push({ text, node, scrolls, ...letters });
      if (!scrolls && (b.left < -1 || b.right > edge + 1)) found.push(['outside', `“${text}” stands outside the screen`]);
      for (const holder of holders) {
        const style = getComputedStyle(holder);
        if (!clipped(style.overflowX) && !clipped(style.overflowY)) continue;
        const h = holder.getBoundingClientRect();
        const x = Math.max(h.left - b.left, b.right - h.right), y = Math.max(h.top - letters.top, letters.bottom - h.bottom);
        if ((clipped(style.overflowX) && x > 1) || (clipped(style.overflowY) && y > 1)) found.push(['cut', `“${text}” is cut off`]);
      }
    }
  }
  lines.sort((a, b) => a.top - b.top);
  lines.forEach((a, n) => {
    for (let m = n + 1; m < lines.length && lines[m].top < a.bottom - 1; m++) {
      const b = lines[m];
      if (a.scrolls !== b.scrolls && (a.scrolls || b.scrolls)) continue; // the region hides what it does not show
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left), y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (x > 1 && y > 1) found.push(['overlap', `“${a.text}” and “${b.text}” share ${x.toFixed()} × ${y.toFixed()} px`]);
    }
  });
  return found;
}

async function open(path) {
  const context = await chromium.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // The landing page leads on at once; it is looked at where it stands.
  if (path === 'index.html') await page.route('**/vi/index.html', (route) => route.fulfill({ status: 204 }));
  await page.goto(server.base + path);
  return { page, close: () => context.close() };
}

// lostWith looks at the page with some more style and takes it off again.
async function lostWith(page, css, width) {
  await page.setViewportSize({ width, height: 900 });
  const style = await page.addStyleTag({ content: css });
  const found = await page.evaluate(lost);
  await style.evaluate((e) => e.remove());
  return found;
}

for (const path of onePageOfEachKind()) {
  test(`${path} loses no text`, async () => {
    const { page, close } = await open(path);
    const all = [];
    for (const [name, [css, widths]] of Object.entries(cases)) {
      for (const width of widths) all.push(...(await lostWith(page, css, width)).map(([sort, what]) => `${name}, ${width} px: ${sort}: ${what}`));
    }
    await close();
    assert.deepEqual(all.slice(0, 20), []);
  });
}

// Each spoiling of a page, and the sort of finding that it must lead to.
const spoilings = {
  'a lead of a fixed height': ['cut', '.lead { height: 1.5rem; overflow: hidden }'],
  'a title of a fixed width': ['cut', 'h1 { width: 5rem; white-space: nowrap; overflow-x: clip }'],
  'a title over what follows': ['overlap', 'h1 { height: 0; margin: 0 }'],
  'a masthead over the menu': ['overlap', '.mast { height: 0 }'],
  'a paragraph too wide': ['sideways', '.lead { width: 120vw; max-width: none }'],
  'a text shifted out': ['outside', '.lead { position: relative; left: -3rem }'],
};

test('what is lost is noticed', async () => {
  const { page, close } = await open('vi/index.html');
  assert.deepEqual(await lostWith(page, large, 360), []);
  for (const [name, [sort, css]] of Object.entries(spoilings)) {
    const found = (await lostWith(page, large + css, 360)).map(([s]) => s);
    assert.ok(found.includes(sort), `${name}: found ${found}`);
  }
  await close();
});
