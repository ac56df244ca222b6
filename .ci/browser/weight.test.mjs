// What a page weighs: everything that it loads before the reader does anything, compressed as a web server compresses it.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { browser } from './site.mjs';
import { serveFolder } from './server.mjs';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const PAGE = 20_000, ROWS = 250, REQUESTS = 3, STYLESHEET = 9_000, SCRIPT = 3_000; // bytes are compressed ones
const packed = (body) => gzipSync(body, { level: 9 }).length;

let chromium, servers;
before(async () => {
  chromium = await browser();
  servers = new Map(await Promise.all(sites.map(async (site) => [site, await serveFolder(site, '/a/deep/path/')])));
});
after(async () => {
  await chromium?.close();
  for (const server of servers.values()) server.close();
});

// kinds says which pages are weighed: of those that a pattern fits, the heaviest in each language.
const kinds = {
  home: /^(vi|en)\/index\.html$/,
  'an indicator': /^(vi|en)\/[^/]+\/(chi-tieu|indicators)\/(?!index\.)[^/]+\.html$/,
  tasks: /^(vi|en)\/[^/]+\/(nhiem-vu|tasks)\/index\.html$/,
  'a task': /^(vi|en)\/[^/]+\/(nhiem-vu|tasks)\/(?!index\.)[^/]+\.html$/,
  'a period': /^(vi|en)\/[^/]+\/(ky-bao-cao|periods)\/(?!index\.)[^/]+\.html$/,
  'an area': /^(vi|en)\/[^/]+\/(linh-vuc|areas)\/(?!index\.)[^/]+\.html$/,
  'an agency': /^(vi|en)\/[^/]+\/(co-quan|agencies)\/(?!index\.)[^/]+\.html$/,
};
// lists may weigh more where they have more rows; every one is weighed.
const lists = /^(vi|en)\/(tim-kiem\.html|search\.html|[^/]+\/(chi-tieu|indicators|nhiem-vu|tasks)\/((tinh-trang|status|loai|kind|theo|by)\/[^/]+|index)\.html)$/;

// inventory gives the pages of a site that a pattern fits.
function inventory(site) {
  const pages = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')).files.map((f) => f.path).filter((p) => p.endsWith('.html'));
  return { of: (pattern) => pages.filter((p) => pattern.test(p)) };
}

const weightOf = (site) => (path) => packed(readFileSync(join(site, path)));

function heaviest(site, paths) {
  return ['vi/', 'en/'].map((l) => paths.filter((p) => p.startsWith(l)).sort((a, b) => weightOf(site)(b) - weightOf(site)(a))[0]).filter(Boolean);
}

// weigh opens a page and adds up what was loaded until nothing more was asked for, the icon left out.
async function weigh(page, address) {
  const loaded = [];
  const note = (response) => loaded.push(response);
  page.on('response', note);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(50);
  page.off('response', note);
  const icon = await page.evaluate(() => document.querySelector('link[rel=icon]')?.href);
  const parts = loaded.filter((r) => r.url() !== icon && !r.url().endsWith('/favicon.ico'));
  const bodies = await Promise.all(parts.map((r) => r.body()));
  const rows = await page.locator('main tr.row, main .found li').count();
  return { bytes: bodies.reduce((sum, body) => sum + packed(body), 0), requests: parts.map((r) => r.url().replace(/.*\//, '')), rows };
}

// excess says what is too much; nothing where the page keeps its limits.
function excess({ bytes, requests, rows }, long) {
  const most = long ? PAGE * Math.max(1, Math.ceil(rows / ROWS)) : PAGE;
  const found = [];
  if (bytes > most) found.push(`${bytes} bytes, more than ${most}`);
  if (requests.length > REQUESTS) found.push(`${requests.length} requests (${requests.join(', ')}), more than ${REQUESTS}`);
  return found;
}

for (const site of sites) {
  test(`${site}: pages keep their weight`, async (t) => {
    const { base } = servers.get(site);
    const page = await chromium.newPage({ viewport: { width: 360, height: 800 } });
    const { of } = inventory(site), wrong = [];
    for (const [kind, pattern] of Object.entries(kinds)) {
      const paths = heaviest(site, of(pattern));
      if (site === sites[0]) assert.equal(paths.length, 2, `${kind} is there in both languages`); // a plan may lack a kind
      for (const path of paths) {
        const weight = await weigh(page, base + path);
        t.diagnostic(`${kind}: ${path}: ${weight.bytes} bytes, ${weight.requests.length} requests`);
        wrong.push(...excess(weight).map((what) => `${path}: ${what}`));
      }
    }
    let most = { bytes: 0 };
    for (const path of of(lists)) {
      const weight = await weigh(page, base + path);
      wrong.push(...excess(weight, true).map((what) => `${path}: ${what}`));
      if (weight.bytes > most.bytes) most = { ...weight, path };
    }
    t.diagnostic(`the heaviest list: ${most.path}: ${most.bytes} bytes for ${most.rows} rows, ${most.requests.length} requests`);
    await page.close();
    assert.deepEqual(wrong, []);
  });
}

test('the stylesheet and the small scripts keep their weight', (t) => {
  const folder = join(sites[0], 'assets'), weights = {};
  for (const name of readdirSync(folder).filter((n) => /\.(css|js)$/.test(n) && !n.startsWith('charts-'))) {
    weights[name] = packed(readFileSync(join(folder, name)));
    t.diagnostic(`${name}: ${weights[name]} bytes`);
    assert.ok(weights[name] <= (name.endsWith('.css') ? STYLESHEET : SCRIPT), `${name}: ${weights[name]} bytes`);
  }
  assert.equal(Object.keys(weights).length, 3, 'the stylesheet, the script of the charts and that of the search');
});

// Each spoiling of a page, and what must be said of it.
const spoilings = {
  'a long page': [/^1\d{5} bytes, more than 20000$/, (html) => html.replace('</body>', `<!-- ${randomBytes(100_000).toString('base64')} --></body>`)],
  'many scripts': [/^6 requests .*, more than 3$/, (html) => html.replace('</body>', [1, 2, 3, 4].map((n) => `<script src="${n}.js"></script>`).join('') + '</body>')],
};

test('a page that is too heavy is noticed', async () => {
  const { base } = servers.get(sites[0]);
  for (const [name, [said, spoil]] of Object.entries(spoilings)) {
    const page = await chromium.newPage();
    await page.route('**/*.html', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: spoil(await response.text()) });
    });
    const found = excess(await weigh(page, base + 'vi/index.html'));
    assert.equal(found.length, 1, `${name}: ${found}`);
    assert.match(found[0], said);
    await page.close();
  }
});
