// Every page: each link within the site, and each canonical and hreflang address, leads to a file, and each anchor to a
// place on its page. What leads outside is left alone. linkinator looks at the links; it looks at an anchor only where
// it met the link before the page, so that we compare those.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkChecker } from 'linkinator';
import { serveFolder } from './server.mjs';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const scratch = mkdtempSync(join(tmpdir(), 'links-'));
after(() => rmSync(scratch, { recursive: true }));

// Everything that is asked for stands on the loopback; linkinator would ask a proxy for that too.
for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) delete process.env[name];

const pagesOf = (site) => JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')).files.map((f) => f.path).filter((p) => p.endsWith('.html'));
const plain = (attribute) => attribute.replaceAll('&amp;', '&').replaceAll('&#43;', '+');

// baseOf is the address under which a site says that it stands; empty where it says none.
function baseOf(site) {
  const canonical = readFileSync(join(site, 'en/index.html'), 'utf8').match(/rel="canonical" href="([^"]+)en\/index\.html"/);
  return canonical?.[1] ?? '';
}

async function brokenLinks(site) {
  const server = await serveFolder(site, '/a/deep/path/');
  const base = baseOf(site);
  const rewrite = base && [{ pattern: new RegExp('^' + base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), replacement: server.base }];
  const options = {
    path: pagesOf(site).map((p) => server.base + p), recurse: false, concurrency: 20,
    linksToSkip: async (link) => !link.startsWith(server.base),
    ...(rewrite ? { urlRewriteExpressions: rewrite } : {}),
  };
  const result = await new LinkChecker().check(options).finally(server.close);
  const inside = (url) => url?.replace(server.base, '');
  return {
    looked: result.links.filter((l) => l.state === 'OK').length,
    broken: result.links.filter((l) => l.state === 'BROKEN').map((l) => `${inside(l.parent)} leads to ${inside(l.url)}: ${l.status}`),
  };
}

// brokenAnchors compares the anchors that links name with the ids of the page that they lead to.
function brokenAnchors(site) {
  const ids = new Map(), broken = [];
  let looked = 0;
  for (const path of pagesOf(site)) {
    const html = readFileSync(join(site, path), 'utf8');
    ids.set(path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((m) => plain(m[1]))));
  }
  for (const path of pagesOf(site)) {
    for (const [, href] of readFileSync(join(site, path), 'utf8').matchAll(/<a\s[^>]*href="([^"]*#[^"]+)"/g)) {
      const to = new URL(plain(href), 'file:///' + path);
      if (to.protocol !== 'file:') continue;
      looked++;
      if (!ids.get(decodeURIComponent(to.pathname.slice(1)))?.has(decodeURIComponent(to.hash.slice(1)))) broken.push(`${path} leads to ${href}`);
    }
  }
  return { looked, broken };
}

for (const site of sites) {
  test(`${site}: every link leads to a file`, async (t) => {
    const { looked, broken } = await brokenLinks(site);
    t.diagnostic(`${looked} files`);
    assert.ok(looked > pagesOf(site).length, 'more than the pages is looked at');
    assert.deepEqual(broken, []);
  });
  test(`${site}: every anchor is there`, (t) => {
    const { looked, broken } = brokenAnchors(site);
    t.diagnostic(`${looked} anchors`);
    assert.ok(looked > 0);
    assert.deepEqual(broken, []);
  });
}

test('what leads nowhere is noticed', async () => {
  const site = join(scratch, 'site'), home = join(site, 'vi/index.html');
  cpSync(sites[0], site, { recursive: true });
  const whole = readFileSync(home, 'utf8');
  writeFileSync(home, whole.replace('</main>', '<a href="nowhere.html">x</a><a href="#nowhere">x</a></main>').replace(/(rel="canonical" href="[^"]+)index/, '$1elsewhere'));
  rmSync(join(site, 'data/plans.csv'));
  const { broken } = await brokenLinks(site);
  for (const to of ['vi/nowhere.html', 'data/plans.csv', ...(baseOf(sites[0]) ? ['vi/elsewhere.html'] : [])]) {
    assert.ok(broken.some((b) => b.endsWith(`${to}: 404`)), `${to} is noticed: ${broken}`);
  }
  assert.deepEqual(brokenAnchors(site).broken, ['vi/index.html leads to #nowhere']);
});
