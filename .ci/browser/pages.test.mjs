// Every kind of page, in both languages: no request to anyone else, no error, nothing wider than the screen, no
// accessibility finding in light or dark.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { browser, onePageOfEachKind, serve } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let chromium, server;
before(async () => { chromium = await browser(); server = await serve(); });
after(async () => { await chromium?.close(); server?.close(); });

async function open(path, options) {
  const context = await chromium.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('console', (m) => { if (m.type() === 'error') problems.push(m.text()); });
  page.on('pageerror', (e) => problems.push(String(e)));
  page.on('request', (r) => { if (!r.url().startsWith(server.base)) problems.push('asks ' + r.url()); });
  page.on('response', (r) => { if (r.status() >= 400) problems.push(`${r.status()} ${r.url()}`); });
  // The landing page leads on at once; it is looked at where it stands.
  if (path === 'index.html') await page.route('**/vi/index.html', (route) => route.fulfill({ status: 204 }));
  await page.goto(server.base + path, { waitUntil: 'load' });
  return { context, page, problems };
}

for (const path of onePageOfEachKind()) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${path} in ${colorScheme}`, async () => {
      const { context, page, problems } = await open(path, { viewport: { width: 360, height: 800 }, colorScheme });
      assert.deepEqual(problems, []);
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
      assert.deepEqual(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')}`), []);
      await context.close();
    });
  }
  test(`${path} never scrolls sideways`, async () => {
    const { context, page } = await open(path, { viewport: { width: 320, height: 800 } });
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px wide at ${width}`);
    }
    await context.close();
  });
}
