// The SQLite database of the built sites, read by a program that is not ours, Debian's sqlite3: it is sound, every
// reference leads to a row, its tables hold what the JSON files hold, and every view runs. Copies that were spoilt show
// that each of these would be noticed.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const json = (site, name) => JSON.parse(readFileSync(join(site, name), 'utf8'));

function sqlite(file, sql, ...options) {
  const run = spawnSync('sqlite3', ['-json', ...options, file, sql], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(run.error, undefined);
  return run;
}

function ask(file, sql) {
  const run = sqlite(file, sql, '-readonly');
  assert.equal(run.stderr, '', sql);
  return run.stdout === '' ? [] : JSON.parse(run.stdout);
}

const sound = (file) => sqlite(file, 'PRAGMA integrity_check', '-readonly').stdout.trim() === '[{"integrity_check":"ok"}]';
const dangling = (file) => ask(file, 'PRAGMA foreign_key_check').length;

// held is what the database holds for a cell of the JSON.
function held(type, cell) {
  if (Array.isArray(cell)) return cell.length > 0 ? cell.join(';') : null;
  if (typeof cell !== 'boolean') return cell;
  return type === 'boolean' ? Number(cell) : String(cell);
}

// differences lists the cells of a table that are another in the JSON; a number is compared by its value, also where it
// has too many digits for SQLite and is a text.
function differences(file, site, table) {
  const types = new Map(ask(file, `SELECT "column", type FROM codebook WHERE "table" = '${table}'`).map((c) => [c.column, c.type]));
  const have = ask(file, `SELECT * FROM "${table}" ORDER BY rowid`);
  const want = json(site, `data/${table}.json`);
  const all = have.length === want.length ? [] : [`${table}: ${have.length} rows, not ${want.length}`];
  for (const [n, row] of want.entries()) {
    for (const [column, cell] of Object.entries(row)) {
      const got = typeof cell === 'number' && have[n]?.[column] != null ? Number(have[n][column]) : have[n]?.[column];
      if (got !== held(types.get(column), cell)) all.push(`${table} row ${n + 1} ${column}: ${got}, not ${cell}`);
    }
  }
  return all;
}

for (const site of sites) {
  const file = join(site, 'data/minhbach.sqlite');
  const tables = json(site, 'manifest.json').files.map((f) => /^data\/(\w+)\.json$/.exec(f.path)?.[1]).filter(Boolean);
  const unlike = (f) => tables.flatMap((t) => differences(f, site, t));

  test(`${site}: sqlite3 finds the database sound, and every reference leads to a row`, () => {
    assert.equal(sound(file), true);
    assert.equal(dangling(file), 0);
    assert.ok(ask(file, 'SELECT DISTINCT m.name FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name)').length >= 10);
  });

  test(`${site}: the tables of the database hold what the JSON files hold`, () => {
    assert.ok(tables.length >= 18);
    assert.deepEqual(unlike(file), []);
  });

  test(`${site}: every view runs, and every table, view and column is described`, () => {
    const views = ask(file, "SELECT name FROM contents WHERE kind = 'view'");
    assert.ok(views.length >= 10);
    const rows = Object.fromEntries(views.map(({ name }) => [name, ask(file, `SELECT * FROM ${name}`)]));
    const all = (view) => rows[view].reduce((sum, r) => sum + r.n, 0);
    assert.equal(rows.newest_periods.length, json(site, 'data/plans.json').length);
    assert.equal(rows.series.length, json(site, 'data/observations.json').filter((o) => o.reported).length);
    assert.equal(all('status_counts'), json(site, 'data/statuses.json').length);
    assert.equal(all('verdict_counts'), json(site, 'data/task_reports.json').length);
    assert.equal(rows.revised_values.length, json(site, 'data/revisions.json').length);
    assert.deepEqual(ask(file, `SELECT m.name, c.name AS "column" FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
      EXCEPT SELECT "table", "column" FROM codebook EXCEPT SELECT name, "column" FROM other_columns`), []);
  });

  test(`${site}: copies that were spoilt are noticed`, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'minhbach-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const spoilt = (name, sql) => {
      const copy = join(folder, `${name}.sqlite`);
      writeFileSync(copy, readFileSync(file));
      assert.equal(sqlite(copy, sql).stderr, '', sql);
      return copy;
    };
    const flipped = join(folder, 'flipped.sqlite');
    for (const page of [1, 2, 40]) {
      const bytes = readFileSync(file);
      bytes[4096 * page] ^= 0x10;
      writeFileSync(flipped, bytes);
      assert.equal(sound(flipped), false, `page ${page + 1}`);
    }
    const lost = spoilt('lost', 'DELETE FROM periods WHERE rowid = 1');
    assert.ok(sound(lost) && dangling(lost) > 0);
    assert.ok(unlike(lost).length > 0);
    const number = ask(file, `SELECT "table", "column" FROM codebook WHERE type IN ('number', 'value', 'integer') AND "table" NOT LIKE 'code%'`)
      .find((c) => ask(file, `SELECT 1 FROM "${c.table}" WHERE rowid = 1 AND typeof("${c.column}") IN ('integer', 'real')`).length > 0);
    const changed = spoilt('changed', `UPDATE "${number.table}" SET "${number.column}" = "${number.column}" + 0.01 WHERE rowid = 1`);
    assert.ok(sound(changed) && dangling(changed) === 0);
    assert.equal(unlike(changed).length, 1);
    assert.equal(unlike(spoilt('emptied', 'UPDATE periods SET name_vi = NULL WHERE rowid = 1')).length, 1);
  });
}
