// The preview of a thousand indicators: a changed observation shows on the open page within a second. CONTENT is
// generated; see `make test-full`.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { browser } from './browser/site.mjs';

const limit = 1000; // milliseconds from the saved file to the page that shows it

test('a changed observation is on the screen within a second', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  const content = join(folder, 'content');
  cpSync(process.env.CONTENT, content, { recursive: true });
  const plan = readdirSync(join(content, 'plans'))[0];
  assert.ok(readdirSync(join(content, 'plans', plan, 'indicators')).length >= 1000);
  const snapshots = join(content, 'plans', plan, 'snapshots');
  const newest = join(snapshots, readdirSync(snapshots).sort().at(-1));
  const [, id] = /indicator: (\w+), reference/.exec(readFileSync(newest, 'utf8'));
  const server = spawn(resolve('../.cache/minhbach'), ['serve', '--port', '0', '--lang', 'en', '--content', content]);
  const chromium = await browser();
  t.after(async () => { await chromium.close(); server.kill('SIGKILL'); rmSync(folder, { recursive: true, force: true }); });
  const base = await new Promise((done, fail) => {
    let said = '';
    server.stderr.on('data', (data) => { said += data; const m = /The site is at (\S+) [^]*The site is new/.exec(said); if (m) done(m[1]); });
    server.on('exit', () => fail(new Error(said)));
  });
  const page = await chromium.newPage();
  let shown = () => {}; // told what each page says once it is painted: asking again and again would add its own pauses
  await page.exposeFunction('painted', (answer) => shown(answer));
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => {
    requestAnimationFrame(() => setTimeout(() => window.painted(document.querySelector('.answer')?.textContent ?? '')));
  }));
  await page.goto(`${base}en/${plan}/indicators/${id}.html`);
  const times = [];
  for (let n = 1; n <= 5 || (Math.min(...times) >= limit && n <= 15); n++) { // a busy machine gets more tries
    const tenths = 600 + n;
    await page.waitForTimeout(150 + 17 * n); // at another moment between two looks
    const seen = new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error('not shown within 10 s')), 10_000);
      shown = (answer) => { if (answer.includes(`${tenths / 10}%`)) { clearTimeout(late); done(performance.now()); } };
    });
    const began = performance.now();
    const entry = new RegExp(`(indicator: ${id}, reference: \\S+ measure: cumulative, value: )[0-9.]+, numerator: [0-9]+`);
    writeFileSync(newest, readFileSync(newest, 'utf8').replace(entry, `$1${(tenths / 10).toFixed(1)}, numerator: ${tenths}`));
    times.push(await seen - began);
  }
  t.diagnostic(`shown after ${times.map((time) => Math.round(time)).join(', ')} ms`);
  assert.ok(Math.min(...times) < limit, 'even the fastest took longer');
});
