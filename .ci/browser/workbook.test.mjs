// The workbook of each built site, opened by LibreOffice: every cell of the CSV tables stands in it, by the title of its
// column, and is shown with the digits as written. What the file is made of holds no formula and no merged cell, a marked
// table on each sheet of a table, a header that stays in sight, and no date but that of the newest release.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, inflateRawSync } from 'node:zlib';
import { parseCSV } from '../recompute.mjs';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const table = (site, name) => parseCSV(readFileSync(join(site, 'data', name + '.csv'), 'utf8'));
const workbook = (site) => readFileSync(join(site, 'data/minhbach.xlsx'));

// The filter of LibreOffice that writes every sheet: commas, quotation marks, UTF-8, cells as they are shown.
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

// sheets are the rows of each sheet of a workbook by the sheet's name, as a program that is not ours reads them.
function sheets(file) {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  try {
    writeFileSync(join(folder, 'book.xlsx'), file);
    const run = spawnSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--headless', '--convert-to', EVERY_SHEET,
      '--outdir', join(folder, 'csv'), join(folder, 'book.xlsx')], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    assert.equal(run.error, undefined);
    assert.ok(readdirSync(folder).includes('csv'), `LibreOffice wrote nothing: ${run.stderr}`);
    return new Map(readdirSync(join(folder, 'csv')).map((name) => [name.slice('book-'.length, -'.csv'.length), parseCSV(readFileSync(join(folder, 'csv', name), 'utf8'))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// shown is how the workbook shows a cell of a column of a type.
function shown(type, cell) {
  if (type === 'boolean' || (type === 'value' && /^(true|false)$/.test(cell))) return cell.toUpperCase();
  return cell.replaceAll('\r', '');
}

// differences are the cells of a site's tables that the sheets show otherwise, or not at all.
function differences(site, read) {
  const found = [];
  const codebook = table(site, 'codebook');
  for (const name of new Set(codebook.map((c) => c.table))) {
    const sheet = [...read].find(([title]) => title.endsWith(` – ${name}`))?.[1];
    const rows = table(site, name);
    if (sheet?.length !== rows.length) found.push(`${name}: ${sheet?.length} rows, not ${rows.length}`);
    else for (const c of codebook.filter((c) => c.table === name)) rows.forEach((row, n) => {
      const is = sheet[n][`${c.title_vi}\n${c.title_en}`];
      if (is !== shown(c.type, row[c.column])) found.push(`${name}.${c.column}, row ${n + 1}: ${is}, not ${row[c.column]}`);
    });
  }
  return found;
}

// parts are the parts of a workbook, a zip, by their names.
function parts(file) {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1'), all = new Map();
  for (let at = file.readUInt32LE(end + 16), n = file.readUInt16LE(end + 10); n > 0; n--) {
    const [name, extra, comment] = [28, 30, 32].map((o) => file.readUInt16LE(at + o)), local = file.readUInt32LE(at + 42);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    all.set(file.toString('utf8', at + 46, at + 46 + name), inflateRawSync(file.subarray(from, from + file.readUInt32LE(at + 20))).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return all;
}

// packed makes a workbook of parts, not compressed.
function packed(all) {
  const files = [], list = [];
  let at = 0;
  for (const [name, text] of all) {
    const title = Buffer.from(name), body = Buffer.from(text), common = Buffer.alloc(26), rest = Buffer.alloc(14);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(title.length, 22);
    rest.writeUInt32LE(at, 10);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), common, title, body);
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, title);
    at += 30 + title.length + body.length;
  }
  const directory = Buffer.concat(list), end = Buffer.alloc(18);
  end.writeUInt16LE(all.size, 4);
  end.writeUInt16LE(all.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

for (const site of sites) {
  test(`${site}: every cell of the tables stands in the workbook, as it was written`, () => {
    const read = sheets(workbook(site));
    assert.ok([...read.keys()].some((name) => name.endsWith(' – Cover')) && read.size > 10);
    assert.equal(differences(site, read).slice(0, 20).join('\n'), '');
  });

  test(`${site}: the workbook has no formula and no merged cell, a marked table a sheet, and the date of the release`, () => {
    const all = parts(workbook(site));
    const released = table(site, 'periods').map((p) => p.released).sort().at(-1);
    const own = [...all.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'));
    assert.equal(own.length, new Set(table(site, 'codebook').map((c) => c.table)).size + 2);
    for (const name of own) {
      assert.doesNotMatch(all.get(name), /<f[ >]|<mergeCell/, name);
      if (/sheet[12]\.xml$/.test(name)) continue;
      assert.match(all.get(name), /<pane [^>]*ySplit="1"[^>]*state="frozen"|<pane [^>]*state="frozen"[^>]*ySplit="1"/, name);
      assert.match(all.get(name), /<tablePart /, name);
    }
    assert.equal([...all].filter(([name, part]) => name.startsWith('xl/tables/') && part.includes('<autoFilter ref="A1:')).length, own.length - 2);
    assert.deepEqual([...all.get('docProps/core.xml').matchAll(/\d{4}-\d{2}-\d{2}T[^<]*/g)].map((m) => m[0]), [`${released}T00:00:00Z`, `${released}T00:00:00Z`]);
  });
}

test('one number that is changed, and a file that is cut off, are noticed', () => {
  const [site] = sites, all = parts(workbook(site));
  const sheet = [...all.keys()].find((name) => name.startsWith('xl/worksheets/') && /<v>\d+\.\d+<\/v>/.test(all.get(name)));
  assert.equal(differences(site, sheets(packed(all))).length, 0, 'packing alone changes cells');
  all.set(sheet, all.get(sheet).replace(/<v>(\d+\.\d+)<\/v>/, (_, value) => `<v>${Number(value) + 1}</v>`));
  assert.equal(differences(site, sheets(packed(all))).length, 1);
  const whole = workbook(site);
  assert.throws(() => sheets(whole.subarray(0, whole.length / 2)), /LibreOffice wrote nothing/);
});
