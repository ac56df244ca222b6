// The Atom feeds and the site map of the built sites, read by programs that are not ours: xmllint says that they are
// well-formed, a feed parser what a reader sees, and the published tables how many entries there must be.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const json = (site, name) => JSON.parse(readFileSync(join(site, name), 'utf8'));
const isFeed = (path) => path.endsWith('.xml') && path !== 'sitemap.xml';
const day = /^\d{4}-\d{2}-\d{2}T00:00:00Z$/;

// changed counts the rows whose word in a column is another than in the judged period before.
function changed(rows, row, column) {
  const last = new Map();
  let n = 0;
  for (const r of rows.toSorted((a, b) => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : 0))) {
    const key = `${r.plan} ${r[row]}`;
    if (last.has(key) && last.get(key) !== r[column]) n++;
    last.set(key, r[column]);
  }
  return n;
}

function news(site) {
  const periods = json(site, 'data/periods.json').filter((p) => p.released !== null);
  return periods.length + changed(json(site, 'data/statuses.json'), 'indicator', 'status')
    + changed(json(site, 'data/task_reports.json'), 'task', 'verdict') + json(site, 'data/revisions.json').length;
}

for (const site of sites) {
  const paths = json(site, 'manifest.json').files.map((f) => f.path);
  const xml = paths.filter((p) => p.endsWith('.xml'));
  const read = (path) => parseAtomFeed(readFileSync(join(site, path), 'utf8'));

  test(`${site}: xmllint finds every feed and the site map well-formed`, () => {
    const run = spawnSync('xmllint', ['--noout', '--nonet', ...xml.map((p) => join(site, p))], { encoding: 'utf8' });
    assert.equal(run.error, undefined);
    assert.equal(run.stderr, '');
    assert.equal(run.status, 0);
  });

  test(`${site}: a feed parser finds what Atom asks for, and pages behind the links`, () => {
    const ids = new Map();
    for (const path of xml.filter(isFeed)) {
      const feed = read(path);
      const base = feed.links.find((l) => l.rel === 'self')?.href.slice(0, -path.length);
      const leads = (l) => existsSync(base ? join(site, l.href.slice(base.length)) : join(site, dirname(path), l.href));
      assert.match(feed.updated, day, path);
      assert.ok(feed.title && feed.subtitle && feed.authors[0].name, path);
      assert.equal(ids.has(feed.id), false, `${path}: the id of ${ids.get(feed.id)}`);
      ids.set(feed.id, path);
      const own = new Set();
      for (const e of feed.entries ?? []) {
        assert.ok(e.title && e.summary && !own.has(e.id), `${path}: ${e.title}`);
        own.add(e.id);
        assert.match(e.id, /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        assert.match(e.updated, day);
        assert.ok(e.updated <= feed.updated);
        assert.deepEqual(e.links.map((l) => [l.rel, l.type, leads(l)]), [['alternate', 'text/html', true]], `${path}: ${e.title}`);
      }
    }
    assert.ok(ids.size > 2);
  });

  test(`${site}: the feed of each language has an entry for each change in the tables`, () => {
    const want = Math.min(news(site), 200);
    assert.ok(want > 0);
    for (const lang of ['vi', 'en']) assert.equal(read(`${lang}/feed.xml`).entries.length, want);
  });
}
