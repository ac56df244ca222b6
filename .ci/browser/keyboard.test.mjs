// By keyboard alone: from home to an area, an indicator, its figures as CSV and the same page in English; with and without
// JavaScript, from a deep path, from the root of a host and from disk, on a phone and on a desk. Wherever the focus stops
// it can be seen.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, pages, root, serve } from './site.mjs';

const STOPS = 150; // more than any page has on the way
let chromium, servers;
before(async () => {
  chromium = await browser();
  servers = [await serve(), await serve('/')];
});
after(async () => {
  await chromium?.close();
  for (const server of servers) server.close();
});

const bases = { 'a deep path': () => servers[0].base, 'the root': () => servers[1].base, disk: () => pathToFileURL(root).href + '/' };

// What leads on at each page, as patterns of addresses under the site. Only an area with an indicator leads further.
const withIndicators = pages.filter((p) => /^vi\/[^/]+\/linh-vuc\/(?!index)/.test(p) && /href="\.\.\/chi-tieu\/(?!index)[^/"]+\.html"/.test(readFileSync(join(root, p), 'utf8')));
const isArea = (path) => withIndicators.includes(path);
const isAreas = (path) => /^vi\/[^/]+\/linh-vuc\/index\.html$/.test(path);
const isIndicator = (path) => /^vi\/[^/]+\/chi-tieu\/(?!index)[^/]+\.html$/.test(path);
const isTable = (path) => /^data\/[^/]+\/indicators\/[^/]+\.csv$/.test(path);
const isEnglish = (path) => /^en\//.test(path);

// focused describes where the focus is, and what is wrong with how it is shown.
function focused() {
  const e = document.activeElement, style = getComputedStyle(e), wrong = [];
  if (e === document.body) return { body: true, wrong };
  const ringed = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  if (!ringed) wrong.push('the focus cannot be seen');
  const seen = [...e.getClientRects()].some((b) => {
    const x = (Math.max(b.left, 0) + Math.min(b.right, innerWidth)) / 2, y = (Math.max(b.top, 0) + Math.min(b.bottom, innerHeight)) / 2;
    const hit = document.elementFromPoint(x, y);
    return b.width > 0 && b.height > 0 && b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth && e.contains(hit);
  });
  if (!seen) wrong.push('it stands outside the screen or behind something');
  return { href: e.href ?? '', tag: e.localName, main: !!e.closest('main'), skip: e.className === 'skip', text: e.textContent.trim().slice(0, 60), wrong };
}

// A reader goes through the site with keys. Each stop is looked at.
class Reader {
  constructor(page, base) {
    Object.assign(this, { page, base });
  }

  path(href) {
    return href.startsWith(this.base) ? decodeURIComponent(href.slice(this.base.length)).replace(/[?#].*/, '') : href;
  }

  async press(key) {
    await this.page.keyboard.press(key);
    const at = await this.page.evaluate(focused);
    assert.deepEqual(at.wrong, [], `${this.path(this.page.url())}: ${at.tag} “${at.text}”`);
    return at;
  }

  // skip uses the first stop of a page, which leads to its content.
  async skip() {
    const first = await this.press('Tab');
    assert.ok(first.skip, `the first stop is “${first.text}”`);
    await this.page.keyboard.press('Enter');
    assert.equal(await this.page.evaluate(() => document.activeElement.id), 'main', 'it leads to the content');
  }

  // reach presses Tab until the focus is where it is wanted, goes one stop beyond, and comes back.
  async reach(name, wanted) {
    for (let n = 0; n < STOPS; n++) {
      const at = await this.press('Tab');
      if (at.body) break;
      if (!wanted(at)) continue;
      await this.page.keyboard.press('Tab');
      assert.equal((await this.press('Shift+Tab')).href, at.href, `${name}: Shift+Tab leads back`);
      return at;
    }
    assert.fail(`${this.path(this.page.url())}: no stop is ${name}`);
  }

  // follow reaches a link and opens it.
  async follow(name, wanted) {
    const at = await this.reach(name, wanted);
    await Promise.all([this.page.waitForURL((url) => url.href === at.href), this.page.keyboard.press('Enter')]);
    await this.page.waitForLoadState();
  }

  // fetch reaches the link to a table, and gives its name and the bytes that arrive.
  async fetch(wanted) {
    const at = await this.reach('a table', wanted);
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.keyboard.press('Enter')]);
    return { path: this.path(at.href), bytes: readFileSync(await download.path()) };
  }
}

async function start(base, path, options) {
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  await page.goto(base + path);
  return { page, reader: new Reader(page, base), close: () => context.close() };
}

for (const [where, base] of Object.entries(bases)) {
  for (const javaScriptEnabled of [true, false]) {
    for (const width of [360, 1280]) {
      test(`from home to the figures and to English, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, from ${where}, ${width} px`, async () => {
        const { page, reader, close } = await start(base(), 'vi/index.html', { javaScriptEnabled, viewport: { width, height: 800 } });
        const inMain = (is) => (at) => at.main && is(reader.path(at.href));
        await reader.skip();
        await reader.follow('the areas', inMain(isAreas));
        await reader.skip();
        await reader.follow('an area', inMain(isArea));
        await reader.skip();
        await reader.follow('an indicator', inMain(isIndicator));
        const here = page.url();
        await reader.skip();
        const table = await reader.fetch(inMain(isTable));
        assert.ok(table.bytes.equals(readFileSync(join(root, table.path))), 'the whole table arrives');
        await reader.follow('English', (at) => isEnglish(reader.path(at.href)));
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
        assert.equal(await page.locator('a.other').evaluate((a) => a.href), here, 'it is the same page');
        await close();
      });
    }
  }
}

test('the menu of a phone opens by keyboard, and leads on', async () => {
  const { page, reader, close } = await start(servers[0].base, 'vi/index.html', { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  await reader.reach('the rest of the menu', (at) => at.tag === 'summary');
  await page.keyboard.press('Enter');
  await reader.follow('the data', (at) => reader.path(at.href) === 'vi/du-lieu.html');
  await close();
});

for (const [where, base] of Object.entries(bases)) {
  test(`what is typed into the search is found, from ${where}`, async () => {
    const { page, reader, close } = await start(base(), 'vi/index.html', { viewport: { width: 360, height: 800 } });
    await reader.follow('the search', (at) => reader.path(at.href) === 'vi/tim-kiem.html');
    await reader.reach('the field', (at) => at.tag === 'input');
    const sought = pages.find(isIndicator);
    await page.keyboard.type(sought.match(/([^/]+)\.html$/)[1]);
    await reader.follow('what was found', (at) => reader.path(at.href) === sought);
    await close();
  });
}

// Each spoiling of the page, and what must be said of it.
const spoilings = {
  'a focus without a ring': [/cannot be seen/, 'a:focus-visible { outline: none; box-shadow: none; }'],
  'a skip link that stays away': [/outside the screen/, '.skip:focus { left: -99rem; }'],
  'something over the page': [/behind something/, 'body::after { content: ""; position: fixed; inset: 0; z-index: 9; }'],
};

test('a focus that cannot be seen is noticed', async () => {
  for (const [name, [said, content]] of Object.entries(spoilings)) {
    const { page, reader, close } = await start(servers[0].base, 'vi/index.html', { bypassCSP: true });
    await page.addStyleTag({ content });
    await assert.rejects(reader.press('Tab'), said, name);
    await close();
  }
});
