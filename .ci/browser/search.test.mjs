// The search page: the list from A to Z without JavaScript, narrowed down with it, with and without diacritics.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { browser, serve } from './site.mjs';

let chromium, server;
before(async () => { chromium = await browser(); server = await serve(); });
after(async () => { await chromium?.close(); server?.close(); });

async function find(path, query) {
  const context = await chromium.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(server.base + path);
  await page.fill('#q', query);
  const found = await page.locator('.found li:visible').allTextContents();
  const result = { found, url: page.url(), nothing: await page.locator('[data-find-nothing]').isVisible() };
  await context.close();
  return result;
}

test('everything stands in the list without JavaScript', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.base + 'vi/tim-kiem.html');
  assert.ok(await page.locator('.found li:visible').count() > 60);
  assert.equal(await page.locator('#q:visible').count(), 0, 'no field that does nothing');
  await context.close();
});

for (const [query, has] of [['thu tuc', 'thủ tục'], ['thủ tục', 'thủ tục'], ['THỦ TỤC', 'thủ tục'], ['dien tu', 'điện tử'], ['7.5.b', '7.5.b'], ['4510', '4510']]) {
  test(`“${query}” finds what it should`, async () => {
    const { found, url } = await find('vi/tim-kiem.html', query);
    assert.ok(found.length > 0 && found.length < 60, `${found.length} entries`);
    assert.ok(found.every((t) => t.toLowerCase().normalize('NFC').includes(has)), found.find((t) => !t.toLowerCase().includes(has)));
    assert.ok(new URL(url).searchParams.get('q') === query, 'the query is kept in the address');
  });
}

test('a query in the address is asked at once, in English too', async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(server.base + 'en/search.html?q=7.5.b');
  assert.equal(await page.locator('.found li:visible').count(), 1);
  await context.close();
});

test('nothing found says what to do', async () => {
  const { found, nothing } = await find('vi/tim-kiem.html', 'xyzxyz');
  assert.deepEqual([found.length, nothing], [0, true]);
});
