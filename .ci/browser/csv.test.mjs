// Every CSV of the built sites is read by programs that are not ours: Miller, csvkit and Python's csv say the same header,
// rows and cells, and the JSON twin the same again, digit by digit. Nothing in a file may surprise a spreadsheet. Then a file is
// spoilt in several ways, and it is said which reader notices what.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const script = join(dirname(fileURLToPath(import.meta.url)), '..', 'readers.py');
const longest = 32767; // characters in a cell of a spreadsheet

// printed tells the wording of a plan, which stands as it is printed: an item of a list there begins with a dash and a space.
const printed = ([column, text]) => column.endsWith('_printed') && /^-( |$)/.test(text);

function run(program, args) {
  const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 29 });
  assert.equal(error, undefined, `${program} is needed: see browser-tools in the Makefile`);
  return { lines: stdout.split('\n').filter(Boolean), stderr: stderr.trim() };
}

// miller reads many files in one run; the name of its file is the last field of each record. It says nothing of the header of a
// file without rows. After a file that it cannot read it stops; a stray quote goes on into the next lines, and what it writes
// then is no JSON.
function miller(files) {
  const { lines, stderr } = run('mlr', ['--icsv', '--ojsonl', '--jvquoteall', 'put', '$__file = FILENAME', ...files]);
  const tables = new Map(files.map((f) => [f, { header: [], rows: [] }]));
  let error = stderr;
  for (const line of lines) {
    try {
      const { __file, ...record } = JSON.parse(line), t = tables.get(__file);
      t.header = Object.keys(record);
      t.rows.push(Object.values(record));
    } catch (e) { error ||= e.message; }
  }
  return [...tables].map(([file, t]) => ({ reader: 'miller', file, ...(error ? { error } : t) }));
}

// readings are what each reader makes of each file: file → reader → result.
function readings(files) {
  const all = new Map(files.map((f) => [f, {}]));
  // Debian's csvkit belongs to Debian's Python, which need not be the first on the path.
  const python = run('/usr/bin/python3', [script, ...files]);
  assert.equal(python.stderr, '');
  for (const { reader, file, ...result } of [...python.lines.map((l) => JSON.parse(l)), ...miller(files)]) all.get(file)[reader] = result;
  return all;
}

// firstOther is the first row that differs, in both versions.
function firstOther(a, b) {
  const n = Array.from({ length: Math.max(a.length, b.length) }).findIndex((_, k) => JSON.stringify(a[k]) !== JSON.stringify(b[k]));
  return n < 0 ? [] : [n, a[n], b[n]];
}

const cells = (t) => t.rows.reduce((n, r) => n + r.length, 0);
const csvs = (site) => JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')).files.map((f) => f.path).filter((p) => p.endsWith('.csv')).map((p) => join(site, p));

for (const site of sites) {
  test(`${site}: all readers see the same header, rows and cells in every CSV, and in its JSON twin`, (t) => {
    const all = readings(csvs(site));
    let n = 0;
    for (const [file, { bytes, python, ...others }] of all) {
      assert.deepEqual(bytes, {}, file);
      assert.equal(python.error, undefined, file);
      assert.equal(new Set(python.header).size, python.header.length, `${file}: two columns have one name`);
      for (const row of python.rows) assert.equal(row.length, python.header.length, file);
      for (const [reader, { header, rows, error }] of Object.entries(others)) {
        assert.equal(error, undefined, `${reader}: ${file}`);
        assert.deepEqual(firstOther(rows, python.rows), [], `${reader}: ${file}`);
        if (rows.length) assert.deepEqual(header, python.header, `${reader}: ${file}`);
      }
      assert.deepEqual(Object.keys(others).toSorted(), ['csvjson', 'json', 'miller']);
      n += cells(python);
    }
    t.diagnostic(`${all.size} files, ${n} cells, each read four times`);
    assert.ok(n > 0);
  });

  test(`${site}: no cell is a formula to a spreadsheet, or too long for it`, () => {
    for (const [file, { python, json }] of readings(csvs(site))) {
      assert.deepEqual(json.formulas.filter((f) => !printed(f)), [], file);
      for (const cell of [...python.header, ...python.rows.flat()]) assert.ok(cell.length <= longest, `${file}: ${cell.slice(0, 80)}`);
    }
  });
}

// --- spoiling ---------------------------------------------------------------------------------------------------------

// Each spoils the text of a CSV, and says which readers notice: they refuse it, or read something else than before. What a
// reader forgives in silence is no surprise then.
const SPOILT = {
  'a cell too few in a row': [(s) => s.replace(/,[^,\r\n"]*\r\n$/, '\r\n'), ['miller', 'python']], // csvkit adds an empty one
  'a cell too many in a row': [(s) => s.replace(/\r\n$/, ',x\r\n'), ['csvjson', 'miller', 'python']],
  'a lone quote that opens a cell': [(s) => s.replace(/,([^,\r\n"]*)\r\n$/, ',"$1\r\n'), ['csvjson', 'miller', 'python']],
  'text after a closing quote': [(s) => s.replace(/,([^,\r\n"]*)\r\n$/, ',"$1"x\r\n'), ['csvjson', 'miller', 'python']],
  'a byte-order mark': [(s) => '\ufeff' + s, ['bytes', 'python']], // the others take it off
  'a bare line feed': [(s) => s.replaceAll('\r\n', '\n'), ['bytes']], // a line's end to all the others
  'letters that are not composed': [(s) => s.normalize('NFD'), ['bytes', 'csvjson', 'miller', 'python']],
  'a number with one digit more': [(s) => s.replace(/,(\d+)([,\r])/, ',$10$2'), ['csvjson', 'miller', 'python']],
};

test('what is spoilt is noticed, by the readers that are said to', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const whole = join(sites[0], 'data', 'targets.csv'), text = readFileSync(whole, 'utf8');
  const copy = (name, content) => {
    const file = join(folder, name + '.csv');
    writeFileSync(file, content);
    copyFileSync(whole.replace('.csv', '.json'), file.replace('.csv', '.json'));
    return file;
  };
  const read = (file) => readings([file]).get(file);
  const sound = read(copy('sound', text)), matrix = {};
  for (const [name, [change]] of Object.entries(SPOILT)) {
    const spoilt = change(text);
    assert.notEqual(spoilt, text, name);
    const found = read(copy('spoilt', spoilt));
    const noticed = Object.keys(found).filter((r) => JSON.stringify(found[r]) !== JSON.stringify(sound[r])).toSorted();
    matrix[name] = noticed;
    t.diagnostic(`${name}: ${noticed.join(', ')}`);
  }
  assert.deepEqual(matrix, Object.fromEntries(Object.entries(SPOILT).map(([name, [, known]]) => [name, known])));
});

test('a JSON twin that differs by a digit, a type or a formula is noticed', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'twin.csv');
  writeFileSync(file, 'a,b,c\r\n1.50,x;y,\r\n');
  const twin = (json) => { writeFileSync(join(folder, 'twin.json'), json); return readings([file]).get(file); };
  const sound = twin('[{"a":1.50,"b":["x","y"],"c":null}]');
  assert.deepEqual(sound.json.rows, sound.python.rows);
  assert.notDeepEqual(twin('[{"a":1.5,"b":["x","y"],"c":null}]').json.rows, sound.python.rows);
  assert.notDeepEqual(twin('[{"a":1.50,"b":["x"],"c":null}]').json.rows, sound.python.rows);
  assert.deepEqual(twin('[{"a":1.50,"b":["=x","y"],"c":""}]').json.formulas, [['b', '=x'], ['c', '']]);
});
