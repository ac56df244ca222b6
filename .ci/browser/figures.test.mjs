// Every figure of every page of the built sites is compared with the published tables alone: counts, sums, values, targets,
// days. The judges are in ../figures/; a page of a kind that none of them knows fails. Then pages and tables are spoilt,
// and each spoiling must be named; last, every number that a page shows is changed by one, and what share of them is noticed
// is held.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, TEXTS, classify, judge } from '../figures/judge.mjs';
import { World, load } from '../figures/tables.mjs';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const read = (site, path) => readFileSync(join(site, path), 'utf8');
const pagesOf = (world) => world.files.filter((f) => f.endsWith('.html'));
const worlds = new Map(sites.map((site) => [site, load(site)]));
const total = new Map();

for (const site of sites) {
  test(`${site}: the figures of every page are those of the tables`, (t) => {
    const world = worlds.get(site), counts = new Map(), differences = [];
    for (const path of pagesOf(world)) {
      const found = judge(world, path, read(site, path));
      counts.set(found.kind, (counts.get(found.kind) ?? 0) + found.compared);
      differences.push(...found.differences);
    }
    for (const [kind, n] of counts) total.set(kind, (total.get(kind) ?? 0) + n);
    t.diagnostic(`${pagesOf(world).length} pages, ${[...counts.values()].reduce((a, b) => a + b)} comparisons`);
    assert.deepEqual(differences, []);
    assert.deepEqual([...counts].filter(([kind, n]) => n === 0 && !TEXTS.includes(kind)), [], 'kinds of pages of which nothing was compared');
  });
}

test('every kind of page is compared somewhere', (t) => {
  for (const [kind, n] of total) t.diagnostic(`${kind}: ${n}`);
  if (sites.length > 1) assert.deepEqual(Object.keys(KINDS).filter((kind) => !total.get(kind)), []);
});

test('a page of a kind that is not known fails', () => {
  const world = worlds.get(sites[0]);
  assert.throws(() => judge(world, 'en/forecast.html', '<main></main>'), /not known/);
});

// --- spoiling ---------------------------------------------------------------------------------------------------------

const plus = (digits) => String(Number(digits) + 1);

// first is the first page of a kind with a figure to spoil.
function first(world, site, kind, pattern) {
  for (const path of pagesOf(world)) {
    if (classify(world, path).kind !== kind) continue;
    const html = read(site, path);
    if (pattern.test(html)) return { path, html };
  }
  return undefined;
}

// Each spoils a figure of a page: the kind of page, what is changed, and what the judge must say of it.
const SPOILT_PAGES = {
  'a count of a tally': ['index.html', /(<b>)(\d+)(<\/b> <span class="word">)/, /the count/],
  'a count in a sentence': ['index.html', /(<p class="lead">[^\d<]*)(\d+)()/, /the opening sentence/],
  'a value in a list': ['PLAN/indicators/index.html', /(<td class="value">)(\d+)()/, /the value of/],
  'a target in a list': ['PLAN/indicators/index.html', /(<\/span>[≥≤] )(\d+)()/, /the target of/],
  'a day of a task': ['PLAN/tasks/*', /(<p class="answer"><span class="hide">[^<]*<\/span>[^\d<]*)(\d+)()/, /the answer/],
  'a value under a chart': ['PLAN/indicators/*', /(<td class="num short">)(\d+)()/, /in the table of/],
  'a cut-off': ['PLAN/periods/index.html', /(<\/span>)(\d+)(\/\d+\/\d+<\/td>)/, /the periods/],
  'the rows of a table': ['data.html', /(<\/span>)(\d+)(<\/td>)/, /the rows of the tables/],
};

for (const site of sites) {
  for (const [name, [kind, pattern, said]] of Object.entries(SPOILT_PAGES)) {
    const world = worlds.get(site), page = first(world, site, kind, pattern);
    if (!page) continue;
    test(`${site}: ${name} that is one more is named`, () => {
      const html = page.html.replace(pattern, (_, a, digits, b) => a + plus(digits) + b);
      assert.notEqual(html, page.html);
      assert.match(judge(world, page.path, html).differences.join('\n'), said);
    });
  }
}

// disagreement finds a page that disagrees with tables that were changed, and says so in some words.
function disagreement(site, change, words) {
  const world = worlds.get(site), tables = structuredClone(world.tables);
  change(tables);
  const spoilt = new World(tables, world.files);
  return pagesOf(spoilt).find((path) => judge(spoilt, path, read(site, path)).differences.some((d) => words.test(d)));
}

// Each spoils a table, and says which pages must disagree.
const SPOILT_TABLES = {
  'a value of observations.csv': [(t) => { const o = t.observations.find((x) => x.judged === 'true' && Number(x.value) && !x.rank && !x.tier); o.value = plus(o.value); }, /(indicators|chi-tieu)\/.*in the table of/],
  'a row taken from observations.csv': [(t) => { t.observations.splice(t.observations.findIndex((x) => x.judged === 'true'), 1); }, /(indicators|chi-tieu)\//],
  'a row taken from statuses.csv': [(t) => { t.statuses.pop(); }, /the opening sentence/],
  'a status of statuses.csv': [(t) => { const s = t.statuses.at(-1); s.status = s.status === 'met' ? 'missed' : 'met'; }, /the count “/],
  'a verdict of task_reports.csv': [(t) => { const r = t.task_reports.at(-1); r.verdict = r.verdict === 'overdue' ? 'in_progress' : 'overdue'; }, /the verdict/],
  'a target of targets.csv': [(t) => { const x = t.targets.findLast((y) => y.kind === 'at_least' && y.role === 'judged'); x.value = plus(x.value); }, /the target/],
  'a deadline of milestones.csv': [(t) => { const m = t.milestones.at(-1); m.due = m.due.replace(/^\d{4}/, plus); }, /the columns of the timeline|the answer/],
  'a cut-off of periods.csv': [(t) => { const p = t.periods.at(-1); p.cutoff = p.cutoff.replace(/\d\d$/, '17'); }, /the period/],
  'an agency of tasks.csv': [(t) => { t.tasks.at(-1).lead = ''; }, /what .* answers for/],
  'a count of compliance.csv': [(t) => { const c = t.compliance.find((x) => x.rows_due !== '0'); c.rows_due = plus(c.rows_due); }, /compliance|che-do-bao-cao/],
};

for (const [name, [change, said]] of Object.entries(SPOILT_TABLES)) {
  const table = / (?:of|from) (\w+)\.csv/.exec(name)[1], site = sites.find((s) => worlds.get(s).tables[table].length);
  if (site) test(`${site}: ${name} that is wrong is named`, () => assert.ok(disagreement(site, change, said)));
}

// --- what share of the numbers is compared ----------------------------------------------------------------------------

// SHARES are the least shares of the numbers shown on pages of a kind of which it is noticed when one is one more. Where it is
// less than nearly all, the others are words: notes, clauses, quotations, titles and days of sources, rules, codebook.
const NEARLY_ALL = 0.97;
const SHARES = {
  'PLAN/index.html': 0.7, 'PLAN/indicators/*': 0.7, 'PLAN/embed/*': 0.65, 'PLAN/tasks/*': 0.7, 'PLAN/periods/*': 0.7, 'PLAN/revisions.html': 0.8,
  'PLAN/plan/*': 0, 'PLAN/agencies/*': 0.9, 'PLAN/areas/*': 0.95, 'addresses.html': 0.9, 'data.html': 0.3, 'methodology.html': 0.75, 'search.html': 0.4,
};

// numbers are the places of the numbers in what a page shows, but for drawings and code.
function numbers(html) {
  const from = html.indexOf('<main'), to = html.indexOf('</main>');
  const parts = html.slice(from, to).matchAll(/<svg[^]*?<\/svg>|<script[^]*?<\/script>|<code>[^]*?<\/code>|<[^>]*>|&#\d+;|(\d+)/g);
  return [...parts].filter((m) => m[1]).map((m) => [from + m.index, m[1]]);
}

function noticed(world, path, html) {
  const all = numbers(html);
  const found = all.filter(([at, digits]) => judge(world, path, html.slice(0, at) + plus(digits) + html.slice(at + digits.length)).differences.length);
  return [found.length, all.length];
}

test('nearly every number of a page is compared, but for words', (t) => {
  const kinds = ([, world]) => new Set(pagesOf(world).map((path) => classify(world, path).kind)).size;
  const [site, world] = [...worlds].toSorted((a, b) => kinds(b) - kinds(a))[0], shares = new Map(); // of one page of each kind
  for (const path of pagesOf(world)) {
    const { kind } = classify(world, path);
    if (!TEXTS.includes(kind) && !shares.has(kind)) shares.set(kind, noticed(world, path, read(site, path)));
  }
  for (const [kind, [found, all]] of shares) {
    t.diagnostic(`${kind}: ${found} of ${all}`);
    assert.ok(found / all >= (SHARES[kind] ?? NEARLY_ALL), `${kind}: ${found} of ${all} numbers are noticed when they are one more`);
  }
});
