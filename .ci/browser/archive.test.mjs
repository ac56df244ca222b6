// The zip of the built sites, unpacked by a program that is not ours, Python's zipfile: it is sound, holds what its
// manifest lists and what the site publishes, byte by byte, and says in both languages what it is. Copies that were
// spoilt are noticed.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const zipfile = (...args) => spawnSync('python3', ['-m', 'zipfile', ...args], { encoding: 'utf8' });

// unpacked calls check with a folder that holds what the zip holds.
function unpacked(zip, check) {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    const run = zipfile('-e', zip, folder);
    return run.status === 0 ? check(folder) : [run.stderr.trim().split('\n').at(-1)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const within = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((e) => e.isFile()).map((e) => relative(folder, join(e.parentPath, e.name)).replaceAll('\\', '/')).sort();

// differences lists what in an unpacked folder is not as the manifest lists it, or as the site publishes it.
function differences(folder, site) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const published = new Map(JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')).files.map((f) => [f.path, f.sha256]));
  const listed = manifest.files.map((f) => f.path);
  const found = [];
  if (String(within(folder)) !== String([...listed, 'manifest.json'].sort())) found.push('other files than those listed');
  for (const f of manifest.files) {
    const digest = sha256(join(folder, f.path));
    if (digest !== f.sha256) found.push(`${f.path} is not as listed`);
    if (f.path.includes('/') && published.get(f.path) !== digest) found.push(`${f.path} is not as published`);
  }
  return found;
}

for (const site of sites) {
  const zip = join(site, 'data/minhbach.zip');

  test(`${site}: the zip is sound and holds what is listed and published`, () => {
    assert.match(zipfile('-t', zip).stdout, /^Done testing/);
    assert.deepEqual(unpacked(zip, (folder) => differences(folder, site)), []);
  });

  test(`${site}: the zip holds all tables, the workbook, the database, and the papers in both languages`, () => {
    const tables = JSON.parse(readFileSync(join(site, 'data/codebook.json'), 'utf8')).map((c) => c.table);
    unpacked(zip, (folder) => {
      const have = within(folder);
      for (const t of new Set(tables)) for (const ending of ['csv', 'json']) assert.ok(have.includes(`data/${t}.${ending}`), t);
      for (const f of ['data/minhbach.xlsx', 'data/minhbach.sqlite', 'datapackage.json', 'data/csv-metadata.json', 'LICENCE.txt', 'CITATION.cff', 'citation.bib']) assert.ok(have.includes(f), f);
      const plans = JSON.parse(readFileSync(join(site, 'data/plans.json'), 'utf8'));
      for (const l of ['vi', 'en']) {
        const readme = readFileSync(join(folder, `README.${l}.md`), 'utf8');
        for (const p of plans) assert.ok(readme.includes(p[`name_${l}`]), `README.${l}.md does not name ${p.plan}`);
        for (const f of have.filter((f) => f.startsWith('data/'))) assert.ok(readme.includes(f.slice(5)), `README.${l}.md does not name ${f}`);
      }
      return [];
    });
  });
}

test('a zip that was spoilt is noticed', () => {
  const [site] = sites;
  const body = readFileSync(join(site, 'data/minhbach.zip'));
  const copy = join(mkdtempSync(join(tmpdir(), 'spoilt-')), 'x.zip');
  const noticed = (bytes) => {
    writeFileSync(copy, bytes);
    return unpacked(copy, (folder) => differences(folder, site)).length > 0;
  };
  assert.equal(noticed(body), false);
  assert.ok(noticed(body.subarray(0, body.length - 100)), 'cut short');
  const flipped = Buffer.from(body);
  flipped[Math.floor(body.length / 2)] ^= 1;
  assert.ok(noticed(flipped), 'one byte');
  unpacked(join(site, 'data/minhbach.zip'), (folder) => {
    writeFileSync(join(folder, 'data/plans.csv'), 'plan\r\n');
    assert.ok(differences(folder, site).length > 0, 'another table');
    rmSync(join(folder, 'data/areas.csv'));
    assert.throws(() => differences(folder, site));
    return [];
  });
});
