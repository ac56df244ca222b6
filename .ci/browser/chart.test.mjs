// The charts: drawn without JavaScript, at the width of the screen; interactive only when the reader asks.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { browser, pages, root, serve } from './site.mjs';

// An indicator's page is one that has a chart file of the same name beside it; existence has no live chart.
const charted = pages.filter((p) => /\/(chi-tieu|indicators)\/(?!index)[^/]+\.html$/.test(p));
let chromium, server;
before(async () => { chromium = await browser(); server = await serve(); });
after(async () => { await chromium?.close(); server?.close(); });

test('there are charts to look at', () => assert.ok(charted.length > 0));

for (const path of charted) {
  test(`${path} shows its chart and table with JavaScript off`, async () => {
    const context = await chromium.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    await page.goto(server.base + path);
    const narrow = page.locator('figure.chart svg:visible').first();
    assert.ok((await narrow.boundingBox()).width >= 280, 'the narrow drawing is drawn');
    const name = await page.locator('figure.chart [role=img]').first().getAttribute('aria-label');
    assert.ok(name?.length > 10, 'the chart has a name');
    assert.ok(await page.locator('table').first().isVisible(), 'the table stands on the page');
    await page.setViewportSize({ width: 1280, height: 800 });
    const box = await page.locator('figure.chart svg:visible').first().boundingBox();
    assert.ok(box.width >= 600, `the wide drawing at 1280 px is ${box.width} px wide`);
    await context.close();
  });
}

const barred = charted.find((p) => p.endsWith('/7.5.b.html')) ?? charted[0];

test('a mark of the drawing has its tip without anything being loaded', async () => {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (r) => asked.push(r.url()));
  await page.goto(server.base + barred);
  await page.locator('.chart-wide [data-row] rect').first().hover();
  const tip = page.locator('.tip');
  const [period, value] = (await tip.textContent()).split('\n');
  const row = await page.locator('tbody tr', { hasText: value }).first().textContent();
  assert.ok(row.includes(period), `the tip says ${period}, ${value}; the table says ${row}`);
  await page.keyboard.press('Escape');
  assert.equal(await tip.count(), 0, 'Escape takes the tip away');
  assert.ok(!asked.some((u) => /charts-/.test(u)), 'nothing heavy is loaded');
  await context.close();
});

test('the arrow keys go from figure to figure of the interactive chart', async () => {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(server.base + barred);
  await page.locator('[data-chart-button]').first().click();
  const live = page.locator('.chart-live').first();
  await live.focus();
  const before = await live.locator('text').count();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(300);
  assert.ok(await live.locator('text').count() > before, 'a tip is shown');
  await context.close();
});

test('the scripts keep their weight', () => {
  const bytes = (name) => readFileSync(join(root, 'assets', name));
  const files = readdirSync(join(root, 'assets'));
  const small = bytes(files.find((f) => /^app-.*\.js$/.test(f))), large = bytes(files.find((f) => /^charts-.*\.js$/.test(f)));
  assert.ok(small.length <= 3 * 1024, `the small script is ${small.length} bytes`);
  assert.ok(gzipSync(large, { level: 9 }).length <= 205 * 1024, 'the chart bundle is too heavy');
});

for (const base of ['http', 'file']) {
  test(`the interactive chart loads on request, over ${base}`, async () => {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const asked = [], errors = [];
    page.on('request', (r) => asked.push(r.url()));
    page.on('pageerror', (e) => errors.push(String(e)));
    page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()); });
    const path = charted.find((p) => p.endsWith('/1.3.html')) ?? charted[0];
    await page.goto(base === 'http' ? server.base + path : pathToFileURL(join(root, path)).href);
    assert.ok(!asked.some((u) => /charts-/.test(u)), 'nothing heavy is loaded before the reader asks');
    await page.locator('[data-chart-button]').first().click();
    await page.locator('.chart-live svg').first().waitFor({ timeout: 10000 });
    assert.ok(asked.some((u) => /charts-/.test(u)));
    assert.ok(asked.every((u) => u.startsWith(base === 'http' ? server.base : 'file:')), 'no request leaves the origin');
    assert.match(await page.locator('meta[http-equiv]').getAttribute('content'), /default-src 'none'; style-src 'self'; script-src 'self'/);
    assert.deepEqual(errors, [], 'nothing breaks the policy of the page');
    await page.locator('[data-chart-button]').first().click();
    assert.ok(await page.locator('figure.chart svg:visible').first().isVisible(), 'a second press brings the drawing back');
    await context.close();
  });
}
