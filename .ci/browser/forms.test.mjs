// The forms of the demonstration, opened, filled in and saved by LibreOffice, and imported by the program: a form that was only
// saved changes nothing, and every value comes back as it was typed, with a decimal comma and with a point, from the workbook and
// from a CSV file.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const program = join(import.meta.dirname, '../../.cache/minhbach');
const demo = join(import.meta.dirname, '../../generator/demo/content');
const SNAPSHOT = 'content/plans/2032/snapshots/2032-q2.yaml';

// desk is a folder with the demonstration, whose newest period was not released yet, and its forms.
function desk(t) {
  const folder = mkdtempSync(join(tmpdir(), 'biểu mẫu '));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(demo, join(folder, 'content'), { recursive: true });
  const file = join(folder, SNAPSHOT);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^released: .*\n/m, ''));
  for (const name of ['back', 'csv']) mkdirSync(join(folder, name));
  const run = (...args) => spawnSync(program, [...args, '--lang', 'en'], { cwd: folder, encoding: 'utf8' });
  const made = run('form', '2032-q2');
  assert.equal(made.status, 0, made.stderr);
  const forms = readdirSync(join(folder, 'forms/2032-q2'));
  return { folder, run, forms, read: () => readFileSync(file, 'utf8') };
}

// office lets LibreOffice work through jobs in a locale. The python3 of the system has its bindings.
function office(locale, jobs) {
  const run = spawnSync('/usr/bin/python3', [join(import.meta.dirname, '../forms.py'), locale], { input: JSON.stringify(jobs), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout);
}

test('forms that LibreOffice only saved change nothing', (t) => {
  const { folder, run, forms, read } = desk(t), before = read();
  const results = office('vi-VN', forms.map((name) => ({ open: join(folder, 'forms/2032-q2', name), save: join(folder, 'back', name) })));
  assert.ok(forms.length > 5);
  for (const r of results) {
    assert.equal(r.visible[0], 'Hướng dẫn');
    assert.ok(!r.visible.includes('minhbach') && r.locked && r.rules > 0, JSON.stringify(r));
  }
  const taken = run('import', 'back', '--yes');
  assert.equal(taken.status, 0, taken.stderr);
  assert.match(taken.stderr, /Nothing changes/);
  assert.equal(read(), before);
});

// typed is what is typed into whose form in each locale, and what must stand in the snapshot.
const figure = (s, id) => s.observations.find((o) => o.indicator === id);
const report = (s, id) => s.task_reports.find((r) => r.task === id);
const typed = [
  { form: 'trung-tam-mot-cua', row: 'indicators/4@', column: 'Result', 'vi-VN': '15,25', 'en-US': '15.25', is: (s) => figure(s, '4').value, want: 15.25 },
  { form: 'so-cay-xanh', row: 'indicators/10@', column: 'Result', 'vi-VN': '1107,125', 'en-US': '1107.125', is: (s) => figure(s, '10').value, want: 1107.125 },
  { form: 'so-ngan-sach', row: 'indicators/7@', column: 'Result', 'vi-VN': '42,79%', 'en-US': '42.79%', is: (s) => figure(s, '7').value, want: 42.79 },
  { form: 'so-du-lieu-va-ket-noi', row: 'indicators/9@', column: 'As of', 'vi-VN': '26/06/2032', 'en-US': '6/26/2032', is: (s) => figure(s, '9').reference, want: '2032-06-26' },
  { form: 'so-du-lieu-va-ket-noi', row: 'indicators/9@', column: 'Note', 'vi-VN': 'Đã kiểm đếm, “đủ”', 'en-US': 'Đã kiểm đếm, “đủ”', is: (s) => figure(s, '9').note.vi, want: 'Đã kiểm đếm, “đủ”' },
  { form: 'so-cong-vu', row: 'indicators/11@', column: 'Result', 'vi-VN': 'Có / Yes', 'en-US': 'Có / Yes', is: (s) => figure(s, '11').yes, want: true },
  { form: 'so-cay-xanh', row: 'tasks/5', column: 'State', 'vi-VN': 'Hoàn thành / Done', 'en-US': 'Hoàn thành / Done', is: (s) => report(s, '5').state, want: 'done' },
  { form: 'so-cay-xanh', row: 'tasks/5', column: 'Completed on', 'vi-VN': '15/6/2032', 'en-US': '6/15/2032', is: (s) => report(s, '5').completed, want: '2032-06-15' },
  { form: 'so-cay-xanh', row: 'tasks/5', column: 'Number of the document', 'vi-VN': '6/2032', 'en-US': '6/2032', is: (s) => report(s, '5').document.number, want: '6/2032' },
];

for (const locale of ['vi-VN', 'en-US']) {
  test(`every value that is typed comes back exactly: ${locale}`, (t) => {
    const { folder, run, forms, read } = desk(t), before = read();
    const results = office(locale, forms.map((name) => ({
      open: join(folder, 'forms/2032-q2', name), save: join(folder, 'back', name), csv: join(folder, 'csv', name.replace('.xlsx', '.csv')),
      type: typed.filter((c) => name === `2032-q2 ${c.form}.xlsx`).map((c) => ({ row: c.row, column: c.column, text: c[locale] })),
    })));
    assert.ok(results.every((r) => r.open));
    const taken = run('import', 'back', '--yes');
    assert.equal(taken.status, 0, taken.stderr);
    const after = read(), snapshot = parse(after);
    for (const c of typed) assert.deepEqual(c.is(snapshot), c.want, `${c.row} ${c.column}`);
    const gone = before.split('\n').filter((line) => !after.includes(line));
    assert.ok(gone.length <= typed.length, `lines that are gone:\n${gone.join('\n')}`);

    const again = run('import', 'back', '--yes');
    assert.match(again.stderr, /Nothing changes/);
    const csv = run('import', 'csv', '--yes');
    assert.equal(csv.status, 0, csv.stderr);
    assert.match(csv.stderr, /Nothing changes/);
    assert.equal(read(), after);
  });
}
