// A whole quarter with nothing but the program, as a clerk works: a content folder, the next snapshot, forms for the agencies,
// filled in by LibreOffice, imported, checked, previewed, compared, reported, released, and the copy for the portal verified.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../.cache/minhbach');

// typed is what each agency answers: the beginning of the row's id, the column, and the text as people type it.
const under = 'Đang thực hiện / In progress';
const typed = {
  'trung-tam-mot-cua': [['indicators/3@', 'Result', '96,4'], ['indicators/4@', 'Result', '15,25']],
  'van-phong': [['indicators/5@', 'Result', '89,0'], ['indicators/5/vi-du@', 'Result', '91,2'], ['indicators/5/minh-hoa@', 'Result', '88,1'],
    ['indicators/5/gia-su@', 'Result', '87,5'], ['indicators/5/mau@', 'Result', '90,4']],
  'so-phap-che': [['indicators/6@', 'Result', '71'], ['tasks/3', 'State', under]],
  'so-ngan-sach': [['indicators/7@', 'Result', '77,3']],
  'so-du-lieu-va-ket-noi': [['indicators/8@', 'Result', '75,6'], ['indicators/9@', 'Result', '33'], ['tasks/2', 'State', under]],
  'so-cay-xanh': [['indicators/10@', 'Result', '101,5'], ['tasks/5', 'State', under]],
  'so-cong-vu': [['indicators/11@', 'Result', 'Có / Yes'], ['tasks/4', 'State', under]],
  'so-hoc-tap': [['indicators/12@', 'Result', '310']],
};

function fill(forms, back) {
  const jobs = Object.entries(typed).map(([agency, cells]) => ({
    open: join(forms, `2032-q3 ${agency}.xlsx`), save: join(back, `${agency}.xlsx`), type: cells.map(([row, column, text]) => ({ row, column, text })),
  }));
  assert.equal(readdirSync(forms).length, jobs.length);
  const run = spawnSync('/usr/bin/python3', [join(import.meta.dirname, '../forms.py'), 'vi-VN'], { input: JSON.stringify(jobs), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  assert.equal(run.status, 0, run.stderr);
}

// preview starts the preview, reads a page of it, and stops it.
async function preview(folder, path) {
  const server = spawn(program, ['serve', '--port', '0', '--lang', 'en'], { cwd: folder });
  try {
    let said = '';
    const base = await new Promise((found, failed) => {
      server.stderr.on('data', (d) => { said += d; const at = /http:\/\/127\.0\.0\.1:\d+\//.exec(said); if (at) found(at[0]); });
      server.on('exit', () => failed(new Error(said)));
    });
    for (const late = Date.now() + 30_000; ; await new Promise((go) => setTimeout(go, 50))) { // it answers before the site is made
      const page = await (await fetch(base + path)).text();
      if (page.includes('<h1') || Date.now() > late) return page;
    }
  } finally {
    server.kill();
  }
}

test('a whole quarter with nothing but the program', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'một quý '));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args) => {
    const done = spawnSync(program, [...args, '--lang', 'en'], { cwd: folder, encoding: 'utf8' });
    assert.equal(done.status, 0, `${args.join(' ')}\n${done.stdout}${done.stderr}`);
    return done.stdout + done.stderr;
  };
  const snapshot = join(folder, 'content/plans/2032/snapshots/2032-q3.yaml');
  run('init');
  run('new', '2032-q3');
  run('form', '2032-q3');
  mkdirSync(join(folder, 'back'));
  fill(join(folder, 'forms/2032-q3'), join(folder, 'back'));
  const taken = run('import', 'back', '--yes', '--date', '2032-10-08', '--source-url', 'https://thi-du.example/bao-cao-9-thang');
  for (const value of ['96.4', '15.25', '101.5']) assert.ok(readFileSync(snapshot, 'utf8').includes(`value: ${value}`), taken);
  run('check');
  assert.match(await preview(folder, 'en/2032/indicators/3.html'), /96\.4%/);
  const difference = run('diff', '2032-q2', '2032-q3');
  assert.match(difference, /96\.4/);
  run('report', '2032-q3');
  assert.ok(readdirSync(folder).some((name) => name.endsWith('.docx')));
  writeFileSync(snapshot, readFileSync(snapshot, 'utf8').replace(/^#released: .*$/m, 'released: 2032-10-20'));
  const released = run('release', '2032-q3', '--yes');
  run('verify', 'public');
  const [zip] = readdirSync(folder).filter((name) => name.endsWith('.zip'));
  assert.ok(zip, released);
  run('verify', zip);
  run('verify', 'public/data/releases/2032/2032-q3.zip', '--content', 'content');
  assert.ok(existsSync(join(folder, 'content/ledger/2032.jsonl')));
  assert.match(readFileSync(join(folder, 'public/en/2032/indicators/3.html'), 'utf8'), /96\.4%/);
  run('check');
});
