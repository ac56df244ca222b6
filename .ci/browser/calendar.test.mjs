// The calendar of the built sites, read by a parser that is not ours and compared with the published tables: every day on
// which a report is due, a period was released or a part of a task is due is there exactly once. Spoilt copies are noticed.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { parseCSV } from '../recompute.mjs';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');
const table = (site, name) => parseCSV(readFileSync(join(site, 'data', name + '.csv'), 'utf8'));
const file = (site) => readFileSync(join(site, 'calendar.ics'), 'utf8');

const KINDS = { report: 'Hạn báo cáo', release: 'Công bố kỳ báo cáo', deadline: 'Thời hạn nhiệm vụ', result: 'Kết quả do bên ngoài công bố' };

function events(text) {
  const root = new ICAL.Component(ICAL.parse(text));
  assert.equal(root.name, 'vcalendar');
  return root.getAllSubcomponents('vevent').map((c) => ({ c, e: new ICAL.Event(c), kind: c.getFirstPropertyValue('categories') }));
}

// newest is the due day of each milestone that is valid last.
function newest(milestones) {
  const last = new Map();
  for (const m of milestones) {
    const key = [m.plan, m.task, m.milestone].join(' ');
    if (!last.has(key) || last.get(key).valid_from <= m.valid_from) last.set(key, m);
  }
  return [...last.values()];
}

// expected are the days in the tables, each with its kind and the words that its event begins with.
function expected(site) {
  const short = new Map(table(site, 'tasks').map((t) => [`${t.plan} ${t.task}`, t.short_vi]));
  const periods = table(site, 'periods');
  return [
    ...periods.filter((p) => p.due && p.kind !== 'baseline').map((p) => [p.due, KINDS.report, `Hạn báo cáo kỳ “${p.name_vi}” – `]),
    ...periods.filter((p) => p.released).map((p) => [p.released, KINDS.release, `Số liệu mới: “${p.name_vi}” – `]),
    ...newest(table(site, 'milestones')).map((m) => [m.due, KINDS.deadline,
      `Thời hạn nhiệm vụ ${m.task}: ${short.get(`${m.plan} ${m.task}`)} – ${m.name_vi ? m.name_vi + ' – ' : ''}`]),
  ];
}

// compare takes each expected event out of those found; what is left on either side is wrong.
function compare(text, want) {
  const left = events(text).filter((e) => e.kind !== KINDS.result).map(({ e, kind }) => [e.startDate.toString(), kind, e.summary]);
  const missing = want.filter(([day, kind, begins]) => {
    const n = left.findIndex((l) => l[0] === day && l[1] === kind && l[2].startsWith(begins));
    if (n >= 0) left.splice(n, 1);
    return n < 0;
  });
  return [...missing, ...left];
}

const notices = (text, want) => { try { return compare(text, want).length > 0; } catch { return true; } };

for (const site of sites) {
  test(`${site}: every day of the tables is in the calendar once`, () => {
    const want = expected(site);
    assert.ok(want.some((w) => w[1] === KINDS.release));
    assert.deepEqual(compare(file(site), want), []);
  });

  test(`${site}: every event has what calendars ask for, and a page behind its address`, () => {
    const text = file(site);
    const all = events(text);
    const base = existsSync(join(site, 'sitemap.xml')) ? /^Sitemap: (.*)sitemap\.xml$/m.exec(readFileSync(join(site, 'robots.txt'), 'utf8'))[1] : '';
    assert.equal(new Set(all.map(({ e }) => e.uid)).size, all.length);
    for (const { c, e, kind } of all) {
      assert.ok(Object.values(KINDS).includes(kind), kind);
      assert.ok(e.summary && e.description.includes('\n') && e.startDate.isDate && e.endDate.isDate, e.summary);
      assert.equal(e.endDate.subtractDate(e.startDate).toSeconds(), 86400, e.summary);
      assert.match(e.uid, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      assert.equal(c.getFirstPropertyValue('transp'), 'TRANSPARENT');
      assert.equal(c.getFirstProperty('summary').getParameter('language'), 'vi');
      for (const name of ['dtstamp', 'last-modified']) assert.match(c.getFirstPropertyValue(name).toString(), /^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
      const url = c.getFirstPropertyValue('url');
      if (base) assert.ok(url.startsWith(base) && existsSync(join(site, url.slice(base.length))), url);
      else assert.equal(url, null);
    }
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n\uFFFD]/.test(line), line);
  });

  test(`${site}: a spoilt calendar is noticed`, () => {
    const text = file(site), want = expected(site);
    const one = text.match(/BEGIN:VEVENT[^]*?END:VEVENT\r\n/g).find((e) => e.includes('LANGUAGE=vi:Số liệu mới'));
    const spoilt = {
      'the end of an event cut out': text.replace('END:VEVENT\r\n', ''),
      'cut off': text.slice(0, text.length / 2),
      'an event taken out': text.replace(one, ''),
      'an event twice': text.replace(one, one + one),
      'a day moved': text.replace(one, one.replace(/DTSTART;VALUE=DATE:\d+/, 'DTSTART;VALUE=DATE:19990101')),
      'other words': text.replace(one, one.replace('LANGUAGE=vi:Số', 'LANGUAGE=vi:Không')),
    };
    for (const [what, copy] of Object.entries(spoilt)) {
      assert.notEqual(copy, text, what);
      assert.ok(notices(copy, want), what);
    }
  });
}
