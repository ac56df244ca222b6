// The program for Windows, out of its zip, run by wine as a clerk would: a path with spaces, diacritics and backslashes, files
// with CRLF. What it makes has the bytes of what the program for Linux makes. See `make test-full`.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const ZIP = join(here, '../.cache/windows/minhbach-windows-amd64.zip');
const LINUX = join(here, '../.cache/minhbach');
const SNAPSHOT = 'Nội dung/plans/2032/snapshots/2032-q3.yaml';
const top = mkdtempSync(join(tmpdir(), 'minhbach-windows-'));
const theirs = join(top, 'Quý III – năm đầu'), ours = join(top, 'linux'); // where each program works
const env = { ...process.env, WINEPREFIX: join(top, 'wine'), WINEDEBUG: '-all', WINEDLLOVERRIDES: 'mscoree,mshtml=', LANG: 'C.UTF-8' };
delete env.DISPLAY;
const wine = existsSync('/usr/lib/wine/wine64') ? '/usr/lib/wine/wine64' : 'wine'; // wine64 does not ask for 32-bit libraries

before(() => {
  for (const folder of [theirs, ours]) mkdirSync(folder);
  execFileSync('python3', ['-m', 'zipfile', '-e', ZIP, top]);
  execFileSync(wine, ['wineboot', '--init'], { env, stdio: 'ignore' });
  randomness(join(env.WINEPREFIX, 'drive_c/windows/system32/bcryptprimitives.dll'));
});
after(() => {
  spawnSync('wineserver', ['-k'], { env });
  rmSync(top, { recursive: true, force: true, maxRetries: 20 });
});

// randomness adds what Windows has and wine 8 lacks: the library of which Go takes one function. The same function is there
// under another name.
function randomness(path) {
  if (existsSync(path)) return;
  const at = (name) => join(top, name);
  writeFileSync(at('r.def'), 'LIBRARY bcryptprimitives.dll\nEXPORTS\nProcessPrng = advapi32.SystemFunction036\n');
  execFileSync('x86_64-w64-mingw32-dlltool', ['-d', at('r.def'), '-e', at('r.o'), '-D', 'bcryptprimitives.dll']);
  execFileSync('x86_64-w64-mingw32-ld', ['-shared', '-o', path, at('r.o')]);
}

function run(program, cwd, code, args) {
  const r = spawnSync(program[0], [...program.slice(1), ...args, '--lang', 'en'], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  assert.equal(r.status, code, `${args.join(' ')}\n${r.stdout}${r.stderr}`);
  return r.stdout + r.stderr;
}
const windows = (...args) => run([wine, join(top, 'minhbach/minhbach.exe')], theirs, 0, args);
const linux = (...args) => run([LINUX], ours, 0, args);
const files = (folder) => readdirSync(folder, { recursive: true }).filter((f) => statSync(join(folder, f)).isFile()).sort();
const text = (folder, path) => readFileSync(join(folder, path), 'utf8');

// same compares two folders, but for what a build keeps for the next of the same program.
function same(folder) {
  const all = files(join(theirs, folder));
  assert.deepEqual(all, files(join(ours, folder)));
  assert.ok(all.length > 0);
  for (const f of all.filter((name) => !name.endsWith('.kept.json'))) assert.ok(readFileSync(join(theirs, folder, f)).equals(readFileSync(join(ours, folder, f))), `${folder}/${f} differs`);
}

test('the zip says how to begin, in lines that Notepad reads', () => {
  const readme = text(top, 'minhbach/README.txt');
  assert.match(readme, /Nhấp đúp vào minhbach\.exe không dùng được/);
  assert.match(readme, /Double-clicking minhbach\.exe does not work/);
  assert.ok(!/[^\r]\n/.test(readme));
  assert.match(text(top, 'minhbach/LICENSES-of-others.txt'), /=== Go go1[\s\S]*=== Apache ECharts ===/);
});

test('init and new', () => {
  assert.match(windows('init', '.\\Nội dung'), /The demonstration is in/);
  linux('init', 'Nội dung');
  windows('new', '2032-q3', '--content', '.\\Nội dung');
  linux('new', '2032-q3', '--content', 'Nội dung');
  same('Nội dung');
});

// From here on the content is as an editor on Windows leaves it.
test('check, with CRLF', () => {
  for (const f of files(join(theirs, 'Nội dung')).filter((f) => /\.(ya?ml|md|csv)$/.test(f))) {
    writeFileSync(join(theirs, 'Nội dung', f), text(theirs, join('Nội dung', f)).replaceAll('\n', '\r\n'));
  }
  assert.match(windows('check', '--content', `Z:${theirs.replaceAll('/', '\\')}\\Nội dung`), /No problems in 2 plans/);
  const right = text(theirs, SNAPSHOT);
  writeFileSync(join(theirs, SNAPSHOT), right.replace(/^status:/m, 'sttus:'));
  const said = run([wine, join(top, 'minhbach/minhbach.exe')], theirs, 1, ['check', '--content', '.\\Nội dung']);
  assert.match(said, /^Nội dung\/plans\/2032\/snapshots\/2032-q3\.yaml:\d+:\d+: error: .*did you mean “status”/m);
  writeFileSync(join(theirs, SNAPSHOT), right);
  rmSync(join(ours, 'Nội dung'), { recursive: true });
  cpSync(join(theirs, 'Nội dung'), join(ours, 'Nội dung'), { recursive: true });
});

test('form and import', () => {
  windows('form', '2032-q3', '--content', '.\\Nội dung', '--out', 'Biểu mẫu\\Quý III');
  linux('form', '2032-q3', '--content', 'Nội dung', '--out', 'Biểu mẫu/Quý III');
  same('Biểu mẫu');
  const form = join(theirs, 'Biểu mẫu/Quý III/2032-q3 so-cay-xanh.xlsx');
  const typed = { State: 'Hoàn thành / Done', 'Completed on': '15/9/2032', 'Number of the document': '9/2032' };
  const job = { open: form, save: join(theirs, 'Đã điền.xlsx'), type: Object.entries(typed).map(([column, text]) => ({ row: 'tasks/5', column, text })) };
  execFileSync('/usr/bin/python3', [join(here, 'forms.py'), 'vi-VN'], { input: JSON.stringify([job]) });
  cpSync(job.save, join(ours, 'Đã điền.xlsx'));
  const args = ['--content', 'Nội dung', '--date', '2032-09-25', '--source-url', 'https://example.org/bao-cao', '--yes'];
  assert.match(windows('import', '.\\Đã điền.xlsx', ...args), /report received on 25 September 2032/);
  linux('import', 'Đã điền.xlsx', ...args);
  same('Nội dung');
  const taken = text(theirs, SNAPSHOT);
  assert.match(taken, /completed: 2032-09-15/);
  assert.ok(!/[^\r]\n/.test(taken), 'lines of the snapshot lost their CR');
  assert.match(windows('import', '.\\Đã điền.xlsx', ...args), /Nothing changes/);
});

test('build, twice, and verify', () => {
  for (let n = 0; n < 2; n++) windows('build', '--content', '.\\Nội dung', '--out', '.\\Trang kết quả');
  linux('build', '--content', 'Nội dung', '--out', 'Trang kết quả');
  same('Trang kết quả');
  assert.match(windows('verify', '.\\Trang kết quả'), /files verified, all as manifest\.json lists them/);
});

test('report and release', () => {
  windows('report', '2032-q3', '--content', 'Nội dung', '--out', '.\\báo cáo.docx');
  linux('report', '2032-q3', '--content', 'Nội dung', '--out', 'báo cáo.docx');
  assert.ok(readFileSync(join(theirs, 'báo cáo.docx')).equals(readFileSync(join(ours, 'báo cáo.docx'))));
  windows('release', '2032-q1', '--content', '.\\Nội dung', '--out', '.\\Trang công bố', '--yes');
  linux('release', '2032-q1', '--content', 'Nội dung', '--out', 'Trang công bố', '--yes');
  same('Nội dung');
  same('Trang công bố');
  const zip = 'Trang công bố-2032-q1.zip';
  assert.ok(readFileSync(join(theirs, zip)).equals(readFileSync(join(ours, zip))));
  assert.match(windows('verify', `.\\${zip}`), /all as manifest\.json lists them/);
});
