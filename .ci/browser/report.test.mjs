// The reports of the shipped plan and of the demonstration, opened by LibreOffice: letterhead, body, and every printed row
// of both annexes with what the site's tables say of it; pages of the size and turn that offices ask for.
import test from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCSV } from '../recompute.mjs';

const program = resolve('../.cache/minhbach');
const plans = [
  { content: '../content', site: '../.cache/site', plan: '2023', period: '2023-h1', issuer: 'DỰ ÁN MINH BẠCH', caution: 'Bản tổng hợp từ nguồn công khai' },
  { content: '../generator/demo/content', site: '../.cache/demo', plan: '2031', period: '2031-q4', issuer: 'ỦY BAN NHÂN DÂN\nTỈNH THÍ DỤ', caution: 'không có thật' },
];

// opened is the report as LibreOffice reads it: its text, and its pages as a PDF.
function opened({ content, plan, period }, flags = []) {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const file = join(folder, 'báo cáo.docx');
    const made = spawnSync(program, ['report', period, '--plan', plan, '--content', content, '--out', file, '--quiet', ...flags], { encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    for (const to of ['txt:Text (encoded):UTF8', 'pdf']) {
      spawnSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--headless', '--convert-to', to, '--outdir', folder, file],
        { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    }
    assert.ok(existsSync(join(folder, 'báo cáo.pdf')), 'LibreOffice could not open the report');
    const info = spawnSync('pdfinfo', ['-f', '1', '-l', '99', join(folder, 'báo cáo.pdf')], { encoding: 'utf8' });
    return { text: readFileSync(join(folder, 'báo cáo.txt'), 'utf8').replace(/^\ufeff/, '').replaceAll('\r\n', '\n'), info: info.stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const table = (site, name, plan) => parseCSV(readFileSync(join(site, 'data', name + '.csv'), 'utf8')).filter((row) => row.plan === plan);
const flat = (text) => text.replace(/\s+/g, ' ');

for (const p of plans) {
  test(`${p.plan}: letterhead, body and both annexes`, () => {
    const { text, info } = opened(p);
    for (const want of [p.issuer, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc', 'Số: ……/BC-……', 'BÁO CÁO', 'Nơi nhận:', '[Chữ ký, dấu]', p.caution, './.', 'Phụ lục I\n', 'Phụ lục II\n']) {
      assert.ok(text.includes(want), `“${want}” is missing`);
    }
    const annexes = text.slice(text.indexOf('Phụ lục I\n')), read = flat(annexes);
    const codes = parseCSV(readFileSync(join(p.site, 'data/codes.csv'), 'utf8'));
    let at = 0;
    for (const row of table(p.site, 'indicators', p.plan)) {
      const name = flat(row.name_printed), next = read.indexOf(name, at);
      assert.ok(next >= 0, `indicator ${row.indicator} (${name}) is missing or out of order`);
      at = next + name.length;
      const status = table(p.site, 'statuses', p.plan).find((s) => s.indicator === row.indicator && s.period === p.period);
      if (!status) continue;
      const word = codes.find((c) => c.list === 'status' && c.code === status.status).name_vi;
      assert.ok(read.slice(at, at + 700).includes(word), `indicator ${row.indicator} is not “${word}”: ${read.slice(at, at + 200)}`);
    }
    for (const row of table(p.site, 'tasks', p.plan)) {
      const name = flat(row.name_printed), next = read.indexOf(name, at);
      assert.ok(next >= 0, `task ${row.task} (${name}) is missing or out of order`);
      at = next + name.length;
    }
    const sizes = [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);
    assert.deepEqual(sizes[0], [595, 842]);
    assert.deepEqual(sizes.at(-1), [842, 595]);
    assert.ok(sizes.every(([width, height]) => width + height === 1437));
  });
}

test('the report in English', () => {
  const { text } = opened(plans[1], ['--english']);
  for (const want of ['SOCIALIST REPUBLIC OF VIET NAM', 'Appendix I\n', 'RESULTS BY AREA', 'Recipients:']) assert.ok(text.includes(want), `“${want}” is missing`);
});
