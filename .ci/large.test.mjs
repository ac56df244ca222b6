// Lists of a thousand rows: what they weigh, that they are narrowed down to what is asked, and how long that takes, which
// is printed. SITE is built from generated content; see `make test-full`.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { browser, files, root, serve } from './browser/site.mjs';

const lists = files.filter((f) => /^(vi|en)\/(tim-kiem|search)\.html$|^(vi|en)\/[^/]+\/(chi-tieu|indicators|nhiem-vu|tasks)\/(index|[^/]+\/[^/]+)\.html$/.test(f));
const packed = (path) => gzipSync(readFileSync(join(root, path)), { level: 9 }).length;
const assets = files.filter((f) => /^assets\/(site|find)-/.test(f)).reduce((sum, f) => sum + packed(f), 0);
let chromium, server;
before(async () => { chromium = await browser(); server = await serve(); });
after(async () => { await chromium?.close(); server?.close(); });

test('lists weigh at most 20 KB for each begun 250 rows, with all that they load', (t) => {
  const rows = (html) => [...html.matchAll(/<tr class="row|<li><a class="inked"/g)].length;
  const found = lists.map((path) => ({ path, rows: rows(readFileSync(join(root, path), 'utf8')), bytes: packed(path) + assets }));
  const longest = found.reduce((a, b) => (b.rows > a.rows ? b : a));
  t.diagnostic(`${longest.path}: ${longest.rows} rows, ${longest.bytes} bytes`);
  assert.ok(longest.rows >= 1000);
  assert.deepEqual(found.filter((l) => l.bytes > 20_000 * Math.max(1, Math.ceil(l.rows / 250))), []);
});

test('a thousand rows are narrowed down, and no page scrolls sideways', async (t) => {
  const page = await chromium.newPage({ viewport: { width: 320, height: 800 } });
  for (const path of lists.filter((p) => p.startsWith('vi/') && /(index|tim-kiem)\.html$/.test(p))) {
    await page.goto(server.base + path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, path);
    const took = await page.evaluate(() => {
      const field = document.querySelector('[data-find] input');
      const all = document.querySelectorAll('tr.row, .found li').length;
      field.value = '77';
      const start = performance.now();
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.documentElement.getBoundingClientRect(); // lays the page out anew
      return { ms: performance.now() - start, all };
    });
    const left = await page.locator('tr.row:visible, .found li:visible').allTextContents();
    assert.ok(left.length > 0 && left.length < took.all && left.every((text) => text.includes('77')), `${path}: ${left.length} of ${took.all}`);
    t.diagnostic(`${path}: ${left.length} of ${took.all} rows in ${took.ms.toFixed()} ms`);
  }
  await page.close();
});
