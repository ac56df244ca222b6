// Makes the pictures of the handbook from the real program, the real site, LibreOffice and Chromium:
//     node .ci/handbook.mjs            (make handbook)
// A folder with the demonstration is worked through as the handbook says, in each language, and what is to be seen is painted
// into generator/handbook/pictures/. What the handbook prints is held by a test of its own, in generator/internal/cli.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = import.meta.dirname;
const program = resolve(here, '../.cache/minhbach');
const pictures = resolve(here, '../generator/handbook/pictures');
const most = 120_000; // bytes of a picture

const source = 'https://example.org/thi-du/bao-cao/2032-q3';
// filled is what is typed into whose form: the rows of one agency.
const filled = { form: '2032-q3 so-cay-xanh.xlsx', type: [
  { row: 'indicators/10@', column: 'Result', text: '103,5' },
  { row: 'tasks/5', column: 'State', text: 'Đang thực hiện / In progress' },
] };

// done runs a program and gives what it prints; anything but an end in peace stops the script.
function done(command, args, options = {}) {
  const run = spawnSync(command, args, { encoding: 'utf8', ...options, env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.env } });
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${run.error ?? run.stderr}`);
  return run;
}

// desk is a folder with the demonstration in which the program is run in one language.
function desk(language) {
  const folder = mkdtempSync(join(tmpdir(), 'handbook '));
  const run = (...args) => done(program, [...args, '--lang', language], { cwd: folder });
  return { folder, language, run, leave: () => rmSync(folder, { recursive: true, force: true }) };
}

const escaped = (text) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);

// terminal paints a window of commands and what they printed.
async function terminal(page, name, ...runs) {
  await page.goto('about:blank'); // a page of the site allows no style of another's
  const text = runs.map(([command, said]) => `<b>C:\\Minh bạch&gt;${escaped(command)}</b>\n${escaped(said.trimEnd())}`).join('\n\n');
  await page.setContent(`<style>body{margin:0;background:#fff}pre{box-sizing:border-box;margin:0;width:1280px;padding:20px 24px;background:#1b1b1b;color:#e8e8e8;
    font:17px/1.4 "Liberation Mono",monospace;white-space:pre-wrap}b{color:#fff}</style><pre>${text}</pre>`);
  await keep(name, page.locator('pre'));
}

// keep saves what is seen, and holds it small.
async function keep(name, seen, options = {}) {
  const file = join(pictures, name + '.png');
  await seen.screenshot({ path: file, animations: 'disabled', ...options });
  small(file);
}

function small(file) {
  const { size } = statSync(file);
  if (size > most) throw new Error(`${file}: ${size} bytes are more than ${most}`);
  console.log(`${file}: ${size} bytes`);
}

// paper paints a page of a document as LibreOffice prints it.
function paper(folder, file, name, number, dots, part = []) {
  done('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { cwd: folder });
  const pdf = join(folder, readdirSync(folder).find((f) => f.endsWith('.pdf')));
  done('pdftoppm', ['-png', '-gray', '-r', String(dots), '-f', String(number), '-l', String(number), ...part, '-singlefile', pdf, join(folder, name)]);
  rmSync(pdf);
  writeFileSync(join(pictures, name + '.png'), readFileSync(join(folder, name + '.png')));
  small(join(pictures, name + '.png'));
}

// preview shows a page of the site while a file of it has a mistake.
async function preview(d, page) {
  const server = spawn(program, ['serve', '--port', '0', '--lang', d.language], { cwd: d.folder });
  try {
    const address = await new Promise((found, failed) => {
      let said = '';
      server.stderr.on('data', (data) => { said += data; const m = /(http:\S+)[^]*\d ms\)/.exec(said); if (m) found(m[1]); });
      server.on('exit', () => failed(new Error(said)));
    });
    await page.goto(address + { vi: 'vi/2032/nhiem-vu/5.html', en: 'en/2032/tasks/5.html' }[d.language]);
    const file = join(d.folder, 'content/plans/2032/snapshots/2032-q3.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('status: provisional', 'status: provisonal'));
    await page.getByText('provisonal').first().waitFor();
    await keep('serve-' + d.language, page);
    writeFileSync(file, text);
  } finally {
    server.kill();
  }
}

// fill lets LibreOffice fill in a form.
function fill(d) {
  const open = join(d.folder, 'forms/2032-q3', filled.form), save = join(d.folder, 'filled.xlsx');
  done('/usr/bin/python3', [join(here, 'forms.py'), 'vi-VN'], { input: JSON.stringify([{ open, save, type: filled.type }]) });
  renameSync(save, open);
}

// answered is what stands on a terminal after a command that asks, and the answer, which is typed once the question is there.
function answered(d, command, answer) {
  const asks = command.replace('minhbach', `'${program}'`) + ' --lang ' + d.language;
  const child = spawn('script', ['-qec', asks, '/dev/null'], { cwd: d.folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return new Promise((found, failed) => {
    let said = '', typed = false;
    child.stdout.setEncoding('utf8').on('data', (data) => {
      said += data;
      if (!typed && said.endsWith('Enter: ')) { typed = true; child.stdin.write(answer + '\n'); }
    });
    child.on('error', failed);
    child.on('close', (code) => (code === 0 ? found(said.replaceAll('\r', '')) : failed(new Error(said))));
  });
}

async function language(chrome, name) {
  const d = desk(name), page = await chrome.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  try {
    await terminal(page, 'help-' + name, ['minhbach help', d.run('help').stdout]);
    d.run('init');
    d.run('build');
    await page.goto(pathToFileURL(join(d.folder, 'public', name, 'index.html')).href);
    await keep('home-' + name, page);
    d.run('new', '2032-q3');
    await preview(d, page);
    d.run('form', '2032-q3');
    fill(d);
    if (name === 'vi') papers(d);
    const command = `minhbach import "forms/2032-q3/${filled.form}" --date 2032-10-08 --source-url ${source}`;
    await terminal(page, 'import-' + name, [command, await answered(d, command, { vi: 'có', en: 'yes' }[name])]);
  } finally {
    await page.close();
    d.leave();
  }
}

// papers are the same in both languages: forms and reports are written in the language of the offices.
function papers(d) {
  paper(d.folder, join(d.folder, 'forms/2032-q3/2032-q3 van-phong.xlsx'), 'form', 2, 100, ['-x', '0', '-y', '0', '-W', '1169', '-H', '420']);
  d.run('report', '2032-q2', '--out', 'report.docx');
  paper(d.folder, join(d.folder, 'report.docx'), 'report', 1, 68);
}

mkdirSync(pictures, { recursive: true });
const chrome = await chromium.launch({
  executablePath: '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  for (const name of ['vi', 'en']) await language(chrome, name);
} finally {
  await chrome.close();
}
