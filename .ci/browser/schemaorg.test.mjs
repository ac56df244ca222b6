// What pages say of themselves by schema.org: the files that they name are files of the site, and the browser takes the
// block for data, which the content security policy has no say in.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser, onePageOfEachKind, pages, root, serve } from './site.mjs';

const block = /<script type="application\/ld\+json">(.*?)<\/script>/g;
const canonical = /<link rel="canonical" href="(.*?)">/;

// addresses are the texts of a value, at any depth, that begin with the base address.
function* addresses(value, base) {
  if (typeof value === 'string' && value.startsWith(base)) yield value.slice(base.length).split('#')[0];
  else if (value && typeof value === 'object') for (const v of Object.values(value)) yield* addresses(v, base);
}

const mediaTypes = {
  csv: 'text/csv', json: 'application/json', zip: 'application/zip', sqlite: 'application/vnd.sqlite3',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

test('every page that names itself says what it is, with files that are there', () => {
  let downloads = 0;
  for (const path of pages) {
    const text = readFileSync(join(root, path), 'utf8');
    const address = canonical.exec(text)?.[1];
    const blocks = [...text.matchAll(block)].map((m) => JSON.parse(m[1]));
    if (!text.includes('<nav class="crumbs"')) continue;
    assert.ok(address, path);
    assert.equal(blocks.length, 1, path);
    const base = address.slice(0, -path.length);
    const named = [...addresses(blocks, base)];
    assert.deepEqual(named.filter((to) => !existsSync(join(root, to))), [], path);
    assert.ok(named.includes(path), path);
    for (const d of blocks[0]['@graph'].flatMap((t) => t.distribution ?? [])) {
      assert.equal(d.encodingFormat, mediaTypes[d.contentUrl.split('.').pop()], path);
      downloads++;
    }
  }
  assert.ok(downloads > 2);
});

test('the policy of a page lets the block stand and still stops a script', async () => {
  const chromium = await browser();
  const server = await serve();
  try {
    const page = await chromium.newPage();
    const refused = [];
    page.on('console', (m) => { if (m.text().includes('Content Security Policy')) refused.push(m.text()); });
    let seen = 0;
    for (const path of onePageOfEachKind().filter((p) => p !== 'index.html')) {
      await page.goto(server.base + path, { waitUntil: 'load' });
      seen += await page.locator('script[type="application/ld+json"]').count();
    }
    assert.deepEqual(refused, []);
    assert.ok(seen > 5);
    await page.evaluate(() => document.head.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "ran"' })));
    assert.equal(refused.length, 1);
    assert.notEqual(await page.title(), 'ran');
  } finally {
    await chromium.close();
    server.close();
  }
});
