// Lighthouse on the pages that most readers open, as a phone on a slow network: its own mobile emulation and throttling.
//
//   node .ci/lighthouse.mjs SITE
//
// Build SITE with a base address, as a site that is published has one: Lighthouse wants whole addresses in hreflang. The
// site is served from the loopback at the root of a host, compressed as every web server does. Lighthouse does not mind
// that a canonical address names another host; that each leads to a page of the site is the task of links.test.mjs.
//
// Each page is measured three times. What counts of the times is the median of the three; an audit that fails once has
// failed. Prints a table and what failed; exit code 1 where a page does not reach what is demanded below, 0 otherwise.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serveFolder } from './browser/server.mjs';

const RUNS = 3;
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
const MOST = { 'largest-contentful-paint': ['LCP ms', 999.999], 'cumulative-layout-shift': ['CLS', 0] };

// chosen are home in both languages and, of the newest plan, which home leads to: the heaviest page of an indicator, the
// tasks and the newest period.
function chosen(site) {
  const { files, plans } = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8'));
  const plan = readFileSync(join(site, 'vi/index.html'), 'utf8').match(/href="([^"/]+)\/chi-tieu\/index\.html"/)[1];
  const indicators = files.map((f) => f.path).filter((p) => p.startsWith(`vi/${plan}/chi-tieu/`) && /\/chi-tieu\/(?!index)[^/]+\.html$/.test(p));
  const heaviest = indicators.reduce((a, b) => (statSync(join(site, b)).size > statSync(join(site, a)).size ? b : a));
  const { period } = plans.find((p) => p.plan === plan);
  return ['vi/index.html', 'en/index.html', heaviest, `vi/${plan}/nhiem-vu/index.html`, `vi/${plan}/ky-bao-cao/${period}.html`];
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function measured(address, port) {
  const reports = [];
  for (let run = 0; run < RUNS; run++) reports.push((await lighthouse(address, { port, logLevel: 'error', output: 'json' })).lhr);
  return reports;
}

// failed are the audits of the categories that must be full which did not pass, each with what Lighthouse says of it.
function failed(reports) {
  const found = new Map();
  for (const { categories, audits } of reports) {
    for (const [name, least] of Object.entries(LEAST)) {
      if (categories[name].score === null) found.set(name, `${name} was not measured`);
      if (least < 100) continue;
      for (const { id, weight } of categories[name].auditRefs) {
        const audit = audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 1) found.set(id, `${name}: ${id}: ${audit.title} ${JSON.stringify(audit.details?.items ?? []).slice(0, 300)}`);
      }
    }
  }
  return [...found.values()];
}

// judge gives the figures of a page, and what is wrong with them.
function judge(reports) {
  const figures = {}, wrong = failed(reports);
  for (const [name, least] of Object.entries(LEAST)) {
    figures[name] = Math.round(median(reports.map((r) => r.categories[name].score)) * 100);
    if (figures[name] < least) wrong.push(`${name} is ${figures[name]}, at least ${least} is demanded`);
  }
  for (const [name, [short, most]] of Object.entries(MOST)) {
    const value = median(reports.map((r) => r.audits[name].numericValue));
    figures[short] = Number(value.toPrecision(4));
    if (!(value <= most)) wrong.push(`${name} is ${value}, at most ${most} is allowed`);
  }
  return { figures, wrong };
}

async function main(site) {
  const server = await serveFolder(site, '/', { compress: true });
  const chrome = await launch({
    chromePath: '/usr/bin/chromium',
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const table = {}, wrong = [];
    for (const page of chosen(site)) {
      const result = judge(await measured(server.base + page, chrome.port));
      table[page] = result.figures;
      wrong.push(...result.wrong.map((w) => `${page}: ${w}`));
    }
    console.table(table);
    for (const w of wrong) console.error(w);
    return wrong.length ? 1 : 0;
  } finally {
    await chrome.kill();
    server.close();
  }
}

if (process.argv.length !== 3) {
  console.error('usage: node .ci/lighthouse.mjs SITE');
  process.exit(2);
}
process.exitCode = await main(process.argv[2]);
