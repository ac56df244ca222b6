// The gallery of charts (make gallery), in a real browser: axe finds nothing, and every text of every drawing can be read
// on what is really behind it, touches no other text, stands inside its drawing and is large enough. Each check is shown a
// spoiled drawing first.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = resolve(process.env.GALLERY ?? '../.cache/gallery');
const languages = { vi: 'index.html', en: 'en.html' };
const themes = ['light', 'dark'];
const widths = [[360, 'chart-narrow'], [700, 'chart-narrow'], [768, 'chart-wide'], [1280, 'chart-wide']]; // and the drawing shown there
let chromium;
before(async () => { chromium = await browser(); });
after(() => chromium?.close());

async function open(language, colorScheme, width) {
  const context = await chromium.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(folder, languages[language])).href);
  await page.evaluate(inspector);
  return { page, close: () => context.close() };
}

// inspector gives the page a function that lists what is wrong with the texts of a drawing, as [sort, sentence].
function inspector() {
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  // rgb reads a colour as the screen shows it; null for none.
  const rgb = (colour) => {
    probe.clearRect(0, 0, 1, 1);
    probe.fillStyle = 'transparent';
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = probe.getImageData(0, 0, 1, 1).data;
    return a === 255 ? [r, g, b] : null;
  };
  const luminance = (c) => c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const pageColour = () => rgb(getComputedStyle(document.body).backgroundColor) ?? rgb(getComputedStyle(document.documentElement).backgroundColor) ?? [255, 255, 255];

  // A shape of a drawing with what it covers, in pixels of the screen, and its colours: the stripes of a pattern lie beside
  // what is under them, so that both are behind a text.
  const shapeOf = (e) => {
    const style = getComputedStyle(e), stroke = rgb(style.stroke), scale = e.getScreenCTM().a;
    const half = stroke ? (parseFloat(style.strokeWidth) * scale) / 2 : 0;
    if (e.tagName === 'line') {
      const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((k) => e[k].baseVal.value);
      return { thin: true, colours: [stroke], covers: (p) => near(e, p, x1, y1, x2, y2) <= half };
    }
    const b = e.getBoundingClientRect();
    const covers = e.tagName === 'circle'
      ? (p) => Math.hypot(p.x - (b.left + b.right) / 2, p.y - (b.top + b.bottom) / 2) <= b.width / 2
      : (p) => p.x >= b.left && p.x <= b.right && p.y >= b.top && p.y <= b.bottom;
    if (style.fill.includes('url(')) {
      const stripe = document.querySelector(style.fill.match(/#[^")]+/)[0]).querySelector('line');
      return { colours: [rgb(getComputedStyle(stripe).stroke)], through: true, covers };
    }
    return { colours: [rgb(style.fill)], covers };
  };
  const near = (e, p, x1, y1, x2, y2) => {
    const m = e.getScreenCTM();
    const a = new DOMPoint(x1, y1).matrixTransform(m), b = new DOMPoint(x2, y2).matrixTransform(m);
    const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
    const t = length ? Math.min(1, Math.max(0, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length)) : 0;
    return Math.hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
  };

  // behind are the colours under a point, from the shapes that were painted before the text.
  const behind = (shapes, text, p, haloed) => {
    let colours = [pageColour()];
    for (const { e, shape } of shapes) {
      if (!(e.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      if (!shape.colours[0] || (shape.thin && haloed) || !shape.covers(p)) continue; // a halo is wider than a line
      colours = shape.through ? [...colours, ...shape.colours] : shape.colours;
    }
    return colours;
  };

  window.inspect = (svg) => {
    const found = [], ground = svg.getBoundingClientRect();
    const shapes = [...svg.querySelectorAll('rect,circle,line,path')].filter((e) => !e.closest('defs')).map((e) => ({ e, shape: shapeOf(e) }));
    const texts = [...svg.querySelectorAll('text')].map((e) => ({ e, s: e.textContent, b: e.getBoundingClientRect(), style: getComputedStyle(e) }));
    for (const [n, t] of texts.entries()) {
      const size = parseFloat(t.style.fontSize) * t.e.getScreenCTM().a;
      if (size < 11.99) found.push(['small', `“${t.s}” has ${size.toFixed(1)} px`]);
      const out = Math.max(ground.left - t.b.left, ground.top - t.b.top, t.b.right - ground.right, t.b.bottom - ground.bottom);
      if (out > 1) found.push(['outside', `“${t.s}” stands ${out.toFixed(1)} px outside`]);
      for (const o of texts.slice(0, n)) {
        const x = Math.min(t.b.right, o.b.right) - Math.max(t.b.left, o.b.left), y = Math.min(t.b.bottom, o.b.bottom) - Math.max(t.b.top, o.b.top);
        if (x > 1 && y > 1) found.push(['overlap', `“${t.s}” and “${o.s}” share ${x.toFixed(1)} × ${y.toFixed(1)} px`]);
      }
      // The letters stand on the halo, where there is one, and beyond it on the shapes: they must be read on both.
      const fill = rgb(t.style.fill), halo = t.style.paintOrder.startsWith('stroke') && rgb(t.style.stroke);
      const need = size >= 24 || (size >= 18.66 && Number(t.style.fontWeight) >= 700) ? 3 : 4.5;
      const grounds = [0.1, 0.5, 0.9].flatMap((at) => behind(shapes, t.e, { x: t.b.left + at * t.b.width, y: (t.b.top + t.b.bottom) / 2 }, halo));
      for (const c of halo ? [halo, ...grounds] : grounds) {
        const ratio = fill ? contrast(fill, c) : 1;
        if (ratio < need) { found.push(['contrast', `“${t.s}” ${fill} on ${c} has ${ratio.toFixed(2)}`]); break; }
      }
    }
    return found;
  };
}

// visible are the drawings that the page shows at its width, each with the name of its case and what is wrong with it.
const everyDrawing = () => [...document.querySelectorAll('.case')].flatMap((c) => [...c.querySelectorAll('.drawing svg')].filter((svg) => svg.checkVisibility()).map((svg) => ({ name: c.dataset.case, size: svg.getAttribute('class'), texts: svg.querySelectorAll('text').length, found: window.inspect(svg) })));

for (const language of Object.keys(languages)) {
  for (const theme of themes) {
    test(`${language}, ${theme}: every text can be read and stands free`, async () => {
      const { page, close } = await open(language, theme, 360);
      for (const [width, size] of language === 'vi' && theme === 'light' ? widths : [widths[0], widths.at(-1)]) {
        await page.setViewportSize({ width, height: 900 });
        const all = await page.evaluate(everyDrawing);
        assert.ok(all.length > 200 && all.every((d) => d.size === size && d.texts > 0), `${all.length} drawings at ${width} px`);
        assert.deepEqual(all.flatMap((d) => d.found.map(([sort, what]) => `${d.name}, ${width} px: ${sort}: ${what}`)), []);
      }
      await close();
    });
  }
}

// The page is large, so that axe looks at each language in one theme, and at the first rows of each table.
for (const [language, theme] of [['vi', 'light'], ['en', 'dark']]) {
  test(`${language}, ${theme}: axe finds nothing`, async () => {
    const { page, close } = await open(language, theme, 360);
    await page.evaluate(() => { for (const row of document.querySelectorAll('tbody tr:nth-child(n+6)')) row.remove(); });
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')}`), []);
    await close();
  });
}

// Each spoiling of a drawing, and the sort of finding that it must lead to.
const spoilings = {
  'a label moved onto another': ['overlap', (svg) => {
    const [a, b] = svg.querySelectorAll('g ~ text');
    for (const k of ['x', 'y']) b.setAttribute(k, a.getAttribute(k));
  }],
  'a label in the colour of the page': ['contrast', (svg) => svg.querySelector('text').setAttribute('fill', 'var(--bg)')],
  'a label in the colour of its halo': ['contrast', (svg) => svg.querySelector('text[paint-order]').setAttribute('fill', 'var(--bg)')],
  'a label on a bar': ['contrast', (svg) => {
    const bar = svg.querySelector('g:last-of-type rect'), text = svg.querySelector('text[paint-order]');
    text.setAttribute('x', bar.x.baseVal.value + bar.width.baseVal.value / 2);
    text.setAttribute('y', bar.y.baseVal.value + bar.height.baseVal.value - 20);
    text.setAttribute('text-anchor', 'middle');
  }],
  'a label on an area of its own colour': ['contrast', (svg) => {
    const b = svg.querySelector('text').getBBox(), rect = document.createElementNS(svg.namespaceURI, 'rect');
    for (const k of ['x', 'y', 'width', 'height']) rect.setAttribute(k, b[k]);
    rect.setAttribute('fill', 'var(--ink2)');
    svg.prepend(rect);
  }],
  'a label shifted out': ['outside', (svg) => svg.querySelector('text').setAttribute('x', -4)],
  'a label too small': ['small', (svg) => svg.querySelector('text').setAttribute('font-size', 11)],
};

for (const theme of themes) {
  test(`${theme}: each spoiling of a drawing is noticed`, async () => {
    const { page, close } = await open('vi', theme, 360);
    for (const [name, [sort, spoil]] of Object.entries(spoilings)) {
      const found = await page.evaluate(`{
        const whole = document.querySelector('[data-case="percent, ordinary"] .chart-narrow'), svg = whole.cloneNode(true);
        whole.after(svg);
        const before = inspect(svg).length;
        (${spoil})(svg);
        const after = inspect(svg).map(([sort]) => sort);
        svg.remove();
        ({ before, after });
      }`);
      assert.equal(found.before, 0);
      assert.ok(found.after.includes(sort), `${name}: found ${found.after}`);
    }
    await close();
  });
}
