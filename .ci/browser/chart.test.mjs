// The charts: drawn without JavaScript, at the width of the screen; interactive only when the reader asks.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
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
    assert.deepEqual(errors, []);
    await page.locator('[data-chart-button]').first().click();
    assert.ok(await page.locator('figure.chart svg:visible').first().isVisible(), 'a second press brings the drawing back');
    await context.close();
  });
}
