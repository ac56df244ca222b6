// Judges of what many pages share: sentences, tallies, lists of rows, figures, timelines. Each finds its part in the
// page and sets it beside the tables; a page without the part is not a matter of these.
import { all, first, own, target, text } from './html.mjs';
import { begins, ends } from '../recompute.mjs';
import { STATUS, VERDICT, asOf, clause, counted, fold, quarter, reference, shortDate, upper, word } from './locale.mjs';

const count = (rows, column) => rows.reduce((n, r) => n.set(r[column], (n.get(r[column]) ?? 0) + 1), new Map());
const earlier = (rows) => rows.filter((s) => s.status === 'no_public_figure' && s.last_reference);

// --- sentences --------------------------------------------------------------------------------------------------------

// summary is the sentence about how indicators stand.
export function summary(page, what, stated, rows, more = []) {
  const { lang, plan } = page, n = count(rows, 'status');
  const must = [...more];
  if (rows.length) must.push(counted(lang, rows.length, 'indicator'));
  for (const [id, k] of n) if (!['no_public_figure', 'not_reported'].includes(id)) must.push(clause(lang, STATUS, id, k));
  const had = earlier(rows), above = had.filter((s) => s.last_holds === 'true').length;
  if (had.length) {
    must.push(page.say(`${had.length} chỉ tiêu chỉ có số liệu của kỳ trước`, `${had.length} ${had.length === 1 ? 'has' : 'have'} a figure of an earlier period only`));
    must.push(page.say(`${above} đạt mức mục tiêu`, `${above} at the target’s level`), page.say(`${had.length - above} chưa`, `${had.length - above} not`));
  }
  const unknown = (n.get('no_public_figure') ?? 0) + (n.get('not_reported') ?? 0) - had.length;
  if (unknown) must.push(clause(lang, STATUS, plan.row.compiled_from ? 'no_public_figure' : 'not_reported', unknown));
  page.sentence(what, stated, must, plan.row.looked ? [page.date(plan.row.looked)] : []);
}

// taskSummary is the sentence about how tasks stand, and the totals that reports state.
export function taskSummary(page, what, stated, rows, totals = []) {
  const { lang, plan } = page, numbered = plan.numbered(rows);
  const must = numbered.length ? [counted(lang, numbered.length, 'task')] : [];
  for (const [id, k] of count(numbered, 'verdict')) must.push(clause(lang, VERDICT, id, k));
  if (numbered.length) for (const t of totals.filter((x) => x.of === 'tasks')) must.push(...stating(page, t));
  page.sentence(what, stated, must);
}

function stating(page, t) {
  const [done, of] = [page.number(t.done), page.number(t.total)];
  return [page.say(`${done}/${of}`, `${done} of ${of}`), reference(page.lang, t.reference)];
}

// taskCount is how many numbered tasks there are, and how many subtasks beside.
export function taskCount(lang, tasks) {
  const subtasks = tasks.filter((t) => t.level === 'subtask').length, numbered = tasks.length - subtasks;
  if (!subtasks) return [counted(lang, numbered, 'task')];
  return numbered ? [counted(lang, numbered, 'task'), counted(lang, subtasks, 'subtask')] : [counted(lang, subtasks, 'subtask')];
}

// --- counts -----------------------------------------------------------------------------------------------------------

// tally is a list of counts, each with the word of a status or verdict; last may come the whole. Samples count too.
export function tally(page, node, of, rows, column) {
  const n = count(rows, column), found = new Map();
  for (const cell of all(node, 'li')) {
    const wordOf = own(first(cell, 'span.word'), 'small'), stated = text(first(cell, 'b'));
    const id = Object.keys(of).find((k) => word(page.lang, of, k) === wordOf);
    const samples = /\+ (\d+)/.exec(text(first(cell, 'small')))?.[1] ?? 0;
    if (!id) page.same(`the count “${wordOf}”`, stated, page.number(rows.length));
    else {
      found.set(id, true);
      page.same(`the count “${wordOf}”`, page.number(Number(stated.replace(/\D/g, '')) + Number(samples)), page.number(n.get(id) ?? 0));
    }
    if (id === 'no_public_figure' && earlier(rows).length) page.sentence('earlier figures', text(first(cell, 'small')), [page.number(earlier(rows).length)]);
  }
  for (const id of n.keys()) page.same(`a count of ${id}`, found.has(id), true);
}

export function tallies(page) {
  for (const node of page.all('.tally')) {
    const about = node.name === 'div' ? node : first(node, 'a'), tasks = about.attribs?.href && node.attribs['aria-label'] === page.say('Nhiệm vụ theo tình trạng', 'Tasks by status');
    if (tasks) tally(page, node, VERDICT, page.plan.numbered(page.plan.reportsIn(page.period)), 'verdict');
    else tally(page, node, STATUS, page.plan.statusesIn(page.period), 'status');
  }
}

// standing is the line of counts under an area.
export function standing(page, node, what, rows) {
  const stated = all(node, 'li').map((li) => own(li, 'small')).toSorted();
  const known = [...count(rows, 'status')].map(([id, n]) => `${page.number(n)} ${word(page.lang, STATUS, id)}`).toSorted();
  page.same(`how ${what} stands`, stated, known);
}

// strip is a cell an indicator: its number, and its status or last figure in the accessible name.
export function strip(page, indicators) {
  const node = page.first('.strip');
  if (!node) return;
  page.sentence('the heading of the strip', text(first(node.parent, 'h2')), [counted(page.lang, indicators.length, 'indicator')]);
  const cells = all(node, 'ul a');
  page.same('the cells of the strip', cells.map((a) => text(a)), indicators.map((i) => i.indicator));
  for (const a of cells) {
    const id = target(a), s = page.plan.status(id, page.period), name = a.attribs['aria-label'];
    const said = name.slice(`${id} ${page.name(page.plan.indicator(id), 'short')}: `.length);
    page.same(`${id} in the strip`, said.startsWith(word(page.lang, STATUS, s.status)), true);
    if (s.last_reference && !s.value && s.last_value) page.sentence(`the last figure of ${id} in the strip`, said, [reference(page.lang, s.last_reference)], inAnswer(page, id, page.period));
  }
}

// --- figures ----------------------------------------------------------------------------------------------------------

// leading is the figure with which a text begins: 42,79% of “42,79%”, 31/40, −3,2 of “−3,2 điểm”; else the whole text.
export const leading = (s) => /^[−+]?\d[\d.,]*(?:\/\d[\d.,]*)?%?/.exec(s)?.[0] ?? s;

// short is an observation as lists and tables print it, without its unit. Tiers have names that no table holds: the
// Vietnamese folded is the id, and the English must stand for one id throughout.
export function short(page, o) {
  const kind = (page.plan.others.get(o.plan) ?? page.plan).indicator(o.indicator).value_kind;
  if (kind === 'rank' && o.rank) return `${page.number(o.rank)}/${page.number(o.rank_of)}`;
  if (kind === 'tier' && !(o.value && !o.tier)) return o.tier || '—';
  if (['true', 'false'].includes(o.value)) return o.value === 'true' ? page.say('Có', 'Yes') : page.say('Chưa', 'Not yet');
  return o.value ? page.number(o.value) + (kind === 'percent' ? '%' : '') : '—';
}

// value compares a printed figure with an observation.
export function value(page, what, stated, o) {
  const known = short(page, o), tier = o.tier && known === o.tier;
  if (!tier) return page.same(what, leading(stated), known);
  return page.same(what, page.lang === 'vi' ? fold(stated) : page.plan.tier(stated, known), known);
}

// when is the time of a figure; that it is of the time alone is said where the indicator's figures are not.
export const when = (page, o) => asOf(page.lang, page.plan.indicator(o.indicator)?.measure === o.measure ? { ...o, measure: '' } : o);

// judging is the observation that a status rests on; a status that several figures decide has none of its own.
export function judging(page, s) {
  const ref = s.value ? s.reference : s.last_reference, stated = s.value || s.last_value;
  if (!stated) return undefined;
  const o = page.plan.observed(s.indicator, s.as_of).findLast((x) => x.reference === ref && [x.value, x.rank, x.tier].includes(stated));
  return o ?? { indicator: s.indicator, value: stated, reference: ref };
}

// targetPieces are the figures of a target as lists print it.
export function targetPieces(page, t) {
  const i = page.plan.indicator(t.indicator), n = (digits) => page.number(digits);
  const percent = i.value_kind === 'percent' || t.kind.startsWith('growth') ? '%' : '';
  const by = t.by ? [n(t.by)] : [];
  const units = t.each_of ? [counted(page.lang, t.each_of.split(';').length, 'unit')] : [];
  switch (t.kind) {
    case 'between': return [n(t.value), n(t.upper) + percent, ...units];
    case 'better_rank': case 'better_value': return [...(t.baseline_period ? [reference(page.lang, t.baseline_period)] : []), ...by];
    case 'exists': return ['1'];
    case 'in_words': case 'none': case 'tier_at_least': return [];
    default: return [n(t.value) + percent, ...units];
  }
}

const words = (page, t) => [page.name(t, 'words') ?? ''];

// target compares the targets of a row with the tables.
export function targets(page, what, stated, set) {
  page.sentence(what, stated, set.flatMap((t) => targetPieces(page, t)), set.flatMap((t) => words(page, t)));
}

const BADGE = { provisional: ['tạm tính', 'provisional'], sample: ['số liệu mẫu', 'sample'] };

// unitsHolding is how many units hold a target that each of them must hold.
const unitsHolding = (page, s) => page.say(`${s.units_holding}/${counted('vi', s.units, 'unit')}`, `${s.units_holding} of ${counted('en', s.units, 'unit')}`);

// indicatorRow is a row of a list of indicators.
function indicatorRow(page, row) {
  const id = target(first(row, 'td.name a')), s = page.plan.status(id, page.period);
  page.same(`the status of ${id}`, text(first(row, 'span.word')), word(page.lang, STATUS, s?.status));
  if (!s) return id;
  page.same(`the number of ${id}`, own(first(row, 'span.meta')).split(' ·')[0], id);
  const cell = first(row, 'td.value'), o = judging(page, s), stated = own(cell, 'small', 'span.badge');
  if (o) value(page, `the value of ${id}`, stated, o);
  else if (s.units && s.units_known === s.units) page.same(`the units of ${id}`, stated, unitsHolding(page, s));
  else page.same(`the value of ${id}`, /\d/.test(stated), false);
  const dated = first(cell, 'small');
  if (dated) page.same(`the time of the value of ${id}`, text(dated).split(', ').at(-1), reference(page.lang, s.last_reference));
  const badge = first(cell, 'span.badge');
  const firm = o ? [o] : page.plan.observed(id, page.period.cutoff).filter((x) => x.judged === 'true' && x.data_status !== 'final');
  if (badge) page.same(`how firm ${id} is`, text(badge), BADGE[firm[0]?.data_status]?.[page.lang === 'en' ? 1 : 0]);
  const wanted = page.plan.setTargets(id, page.period);
  targets(page, `the target of ${id}`, text(first(row, 'td.target')), wanted);
  return id;
}

// indicatorRows compares a table of indicators, which must hold these and no others.
export function indicatorRows(page, node, indicators, what = 'the list') {
  const ids = all(node, 'tr.row').map((row) => indicatorRow(page, row));
  page.same(`the indicators of ${what}`, ids.toSorted(), indicators.map((i) => i.indicator).toSorted());
}

// answer compares what a sentence about a row says with the inputs of its status.
export function answer(page, what, stated, id, period) {
  const s = page.plan.status(id, period), o = judging(page, s), must = [];
  const known = o && short(page, o);
  if (o && o.tier !== known && !o.rank && s.status !== 'not_assessable') must.push(known);
  if (o && o.rank && known.includes('/')) must.push(page.lang === 'vi' ? known : `${ordinal(o.rank)} of ${page.number(o.rank_of)}`);
  if (must.length && !stated.includes(must[0]) && ['not_yet_due', 'awaiting_publication', 'no_target'].includes(s.status)) must.pop();
  if (o && s.value && !o.rank && ['met', 'missed', 'on_track', 'behind', 'not_yet_met'].includes(s.status)) must.push(reference(page.lang, s.reference));
  const decisive = page.plan.setTargets(id, period).find((t) => t.target === s.target);
  if (/so với (mục tiêu|mốc)|(trên|dưới) mục tiêu|against a target|(above|below|outside) the target|better place|places from /.test(stated)) must.push(...targetPieces(page, decisive));
  if (/; hạn |; was due /.test(stated)) must.push(page.date(decisive.due < period.due ? decisive.due : period.due));
  page.sentence(what, stated, must, inAnswer(page, id, period));
}

// note is the small line under an answer.
export function note(page, id) {
  const said = page.first('.verdict p.small');
  if (said) explained(page, 'the note under the answer', text(said), inAnswer(page, id, page.period), distance(page, id));
}

// distance is how far a row that is not yet met is from its target, and how much of the time is gone, cut to whole per cents.
function distance(page, id) {
  const { plan, period } = page, s = plan.status(id, period), t = plan.setTargets(id, period).find((x) => x.target === s.target);
  if (s.status !== 'not_yet_met' || !(s.value && Number(s.target_value)) || s.rate || plan.indicator(id).value_kind === 'rank') return [];
  const digits = Math.max(...[s.value, s.target_value].map((v) => (v.split('.')[1] ?? '').length));
  const [passed, whole] = [period.cutoff, t.due].map((d) => days(d, plan.row.start) + 1);
  return [page.number(Math.abs(s.value - s.target_value).toFixed(digits)), `${Math.floor((100 * passed) / whole)}%`];
}

function ordinal(n) {
  const tens = n % 100, last = n % 10;
  return n + (tens >= 11 && tens <= 13 ? 'th' : ['th', 'st', 'nd', 'rd'][last] ?? 'th');
}

// inAnswer are the figures that a sentence about an indicator may hold.
export function inAnswer(page, id, period) {
  const { lang, plan } = page, s = plan.status(id, period), i = plan.indicator(id);
  const set = plan.setTargets(id, period), figures = plan.observed(id, period.cutoff);
  const times = [s.reference, s.last_reference, ...set.map((t) => t.reference), ...set.map((t) => t.baseline_period)].filter(Boolean);
  const pieces = [...set.flatMap((t) => targetPieces(page, t)), ...set.flatMap((t) => words(page, t)), ...times.map((r) => reference(lang, r))];
  for (const o of figures) {
    pieces.push(short(page, o));
    if (o.rank) pieces.push(`${ordinal(o.rank)} of ${page.number(o.rank_of)}`, `${page.number(o.rank)}/${page.number(o.rank_of)}`);
    if (o.published) pieces.push(page.date(o.published));
  }
  for (const column of ['value', 'last_value', 'baseline', 'target_value', 'units', 'units_known', 'units_holding', 'rate']) {
    if (/^-?[\d.]+$/.test(s[column])) pieces.push(page.number(s[column]), page.number(s[column]) + '%');
  }
  if (s.change) pieces.push(counted(lang, s.change.replace('-', ''), 'place'));
  if (s.rate) pieces.push(page.number(Number(s.rate).toFixed(1)) + '%');
  for (const day of [plan.row.looked, period.due, period.cutoff, i.expected_release, ...set.map((t) => t.due), ...set.map((t) => t.expected_release), ...set.map((t) => begins(t.reference))]) if (day) pieces.push(page.date(day));
  pieces.push(...reasons(page, id, period), page.name(period));
  return pieces;
}

// reasons are what was said for a figure that is not there, or for a target that cannot be judged.
const reasons = (page, id, period) => [
  ...page.plan.observations.filter((o) => o.indicator === id && page.plan.period(o.period).cutoff <= period.cutoff).map((o) => page.name(o, 'reason')),
  ...page.plan.targets.filter((t) => t.indicator === id).map((t) => page.name(t, 'cannot_judge')),
  ...page.plan.revisions.filter((r) => r.indicator === id).map((r) => page.name(r, 'reason')),
].filter(Boolean);

// facts is a list of figures with their times; each must be an observation, and none may be missing.
export function facts(page, node, figures, what) {
  const known = figures.map((o) => `${short(page, o)}, ${when(page, o)}`);
  const stated = all(node, 'li').map((li) => {
    const figure = text(first(li, 'b'));
    return { li, figure, time: own(li, 'small').slice(figure.length + 2).split(' · ')[0] };
  });
  page.same(`how many ${what}`, stated.length, figures.length);
  stated.forEach(({ li, figure, time }, n) => {
    const o = figures[n];
    if (!o) return;
    if (o.tier) value(page, `${what} ${n + 1}`, figure.split(' (')[0], o);
    else page.same(`${what} ${n + 1}`, `${leading(figure)}, ${o.breakdown ? time.split(', ').at(-1) : time}`, known[n]);
    const published = text(first(li, 'small')).split(' · ').at(1);
    if (published) page.same(`the publication of ${what} ${n + 1}`, published, o.published && page.say(`công bố ngày ${page.date(o.published)}`, `published ${page.date(o.published)}`));
  });
}

// --- the table under a chart ------------------------------------------------------------------------------------------

// figureTable compares the rows of a chart's table: those of periods with what each brought, those of times with the
// figure of the time, those of parts of the whole with the newest figure of each.
export function figureTable(page, node, id, period) {
  const i = page.plan.indicator(id), figures = page.plan.observed(id, period.cutoff), whole = [...page.plan.earlier(id, period.cutoff), ...figures].filter((o) => !o.breakdown);
  const parts = [];
  for (const row of all(node, 'tbody tr')) {
    const head = text(first(row, 'th')).replace(/ \((dự báo|forecast)\)$/, ''), cells = all(row, 'td'), stated = own(cells[0], 'del'), state = text(cells.at(-1));
    const of = page.plan.judged.find((p) => head === page.name(p) || head.startsWith(page.name(p) + ' ('));
    const at = whole.filter((o) => [reference(page.lang, o.reference), upper(when(page, o))].includes(head));
    if (of) periodRow(page, { id, of, period, stated, state, head });
    else if (at.length) figureAt(page, { id, head, stated, cells, o: at.findLast((o) => (i.value_kind === 'rank' ? o.rank : i.value_kind === 'tier' ? o.tier : o.value)) });
    else if (/^\d/.test(stated)) parts.push(leading(stated));
    else {
      page.same(`${head} in the table of ${id}`, /\d/.test(stated), false);
      explained(page, `a head of the table of ${id}`, head, [...page.plan.periods.map((p) => page.name(p)), ...years(page.plan), ...page.plan.targets.filter((t) => t.indicator === id).flatMap((t) => [t.reference, t.baseline_period]).filter(Boolean).map((r) => reference(page.lang, r))]);
    }
  }
  if (parts.length) partRows(page, id, figures, parts);
}

function periodRow(page, { id, of, period, stated, state, head }) {
  const untargeted = page.plan.status(id, period).status === 'no_target';
  const o = page.plan.observed(id, period.cutoff).findLast((x) => x.period === of.period && !x.breakdown && (untargeted || x.judged === 'true'));
  if (o) value(page, `${head} in the table of ${id}`, stated, o);
  else page.same(`${head} in the table of ${id}`, /^\d/.test(stated), false);
  if (of.cutoff <= period.cutoff) page.same(`the status of ${head} in the table of ${id}`, state, word(page.lang, STATUS, page.plan.status(id, of).status));
}

function figureAt(page, { id, head, stated, cells, o }) {
  if (o) value(page, `${head} in the table of ${id}`, stated, o);
  const score = page.plan.indicator(id).value_kind === 'tier' && cells.length > 2 && page.plan.observed(id, page.period.cutoff).findLast((x) => reference(page.lang, x.reference) === head && x.value);
  if (score) page.same(`the score of ${head} in the table of ${id}`, text(cells[1]), page.number(score.value));
}

// partRows: parts have names that no table holds, so their figures are compared as a whole.
function partRows(page, id, figures, stated) {
  const newest = new Map();
  for (const o of figures.filter((x) => x.breakdown)) newest.set(o.breakdown, o);
  const known = [...newest.values()].map((o) => short(page, o));
  for (const s of stated) page.same(`a part of the whole of ${id}`, known.includes(s) ? s : 'none', s);
}

// --- tasks ------------------------------------------------------------------------------------------------------------

// slots are the quarters between the first and the last day of a plan and its deadlines; over more than two years, years.
export function slots(page, day) {
  const { plan, lang } = page, days = plan.tasks.flatMap((t) => plan.deadlines(t.task, day));
  const [from, to] = [[plan.row.start, ...days].toSorted()[0], [plan.row.end, ...days].toSorted().at(-1)];
  const [y1, y2] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (y2 - y1 > 1) return Array.from({ length: y2 - y1 + 1 }, (_, n) => ({ name: String(y1 + n), from: `${y1 + n}-01-01`, to: `${y1 + n}-12-31` }));
  const found = [];
  for (let y = y1; y <= y2; y++) {
    for (let q = 1; q <= 4; q++) {
      const month = (m) => String(m).padStart(2, '0');
      const slot = { from: `${y}-${month(3 * q - 2)}-01`, to: `${y}-${month(3 * q)}-${q === 1 || q === 4 ? 31 : 30}`, name: quarter(lang, q) + (y1 === y2 ? '' : `/${y}`) };
      if (slot.to >= from && slot.from <= to) found.push(slot);
    }
  }
  return found;
}

// slotId is what stands for a slot in anchors: 2030-q1, 2031.
export const slotId = (s) => s.from.slice(0, 4) + (s.name === s.from.slice(0, 4) ? '' : `-q${Math.ceil(Number(s.to.slice(5, 7)) / 3)}`);

const holds = (slot, day) => slot.from <= day && day <= slot.to;
const days = (a, b) => Math.round((Date.parse(a) - Date.parse(b)) / 86400000);

// timeCell is what a slot says of a task; work that goes on all year is known to no table.
function timeCell(page, slot, r, due, cutoff) {
  if (due.some((d) => holds(slot, d))) return page.say('hạn', 'due');
  if (r.verdict === 'done_late' && r.completed && holds(slot, r.completed)) return page.say('xong', 'done');
  const since = days(cutoff, slot.from);
  return r.verdict === 'overdue' && since >= 0 && since < Number(r.days_late) ? page.say('quá hạn', 'overdue') : '';
}

function taskRow(page, row, id, columns) {
  const r = page.plan.report(id, page.period), due = page.plan.deadlines(id, page.period.cutoff);
  const name = first(row, 'td.name');
  if (name) {
    page.same(`the number of task ${id}`, text(first(name, 'b')), id);
    page.same(`the verdict on task ${id}`, text(first(row, 'span.word')), word(page.lang, VERDICT, r?.verdict));
  }
  if (!r) return;
  const work = page.say('thực hiện', 'work');
  const stated = all(row, 'td.slot').map((c) => text(c)), known = columns.map((slot) => timeCell(page, slot, r, due, page.period.cutoff));
  page.same(`the time of task ${id}`, stated.map((s, n) => (s === work && !known[n] ? '' : s)), known);
}

// timeline compares a table of tasks, which must hold these and no others; of one task, id names it.
export function timeline(page, node, tasks, id) {
  const columns = slots(page, page.period.cutoff);
  page.same('the columns of the timeline', all(node, 'th.slot').map((th) => own(th, 'small')), columns.map((s) => s.name));
  const rows = all(node, 'tr.row').map((row) => [row, id ?? target(first(row, 'td.name a'))]);
  for (const [row, of] of rows) taskRow(page, row, of, columns);
  page.same('the tasks of the timeline', [...new Set(rows.map(([, of]) => of))].toSorted(), tasks.map((t) => t.task).toSorted());
}

// taskAnswer compares what a sentence about a task says with its report and deadlines.
export function taskAnswer(page, what, stated, id, period) {
  const r = page.plan.report(id, period), due = page.plan.deadlines(id, period.cutoff);
  const must = r.days_late ? [counted(page.lang, r.days_late, 'day')] : [];
  if (r.completed && r.verdict.startsWith('done')) must.push(page.date(r.completed));
  if (!r.days_late && due.length) must.push(page.date(due.toSorted().at(-1)));
  page.sentence(what, stated, must, [...due.map((d) => page.date(d)), ...page.plan.milestones.map((m) => m.milestone)]);
}

// --- changes, revisions, periods --------------------------------------------------------------------------------------

const changed = (now, before, row, column) => now.filter((r) => before.some((b) => b[row] === r[row] && b[column] !== r[column]));

// changesOf are the rows that changed since the period before, with the old word and the new.
export function changesOf(page, period) {
  const { plan, lang } = page, before = plan.before(period);
  if (!before) return undefined;
  const line = (of, row, column, at) => (r) => `${r[row]}: ${word(lang, of, at(r)[column])} → ${word(lang, of, r[column])}`;
  return [
    ...changed(plan.statusesIn(period), plan.statusesIn(before), 'indicator', 'status').map(line(STATUS, 'indicator', 'status', (r) => plan.status(r.indicator, before))),
    ...changed(plan.reportsIn(period), plan.reportsIn(before), 'task', 'verdict').map(line(VERDICT, 'task', 'verdict', (r) => plan.report(r.task, before))),
  ];
}

// changes compares the rows that changed; where the page shows the first few, they must be among them.
export function changes(page, node, heading, period, few = false) {
  const known = changesOf(page, period), title = text(first(node, 'h2')), before = page.plan.before(period);
  if (!known) return page.sentence('the first period', heading, [], [page.date(period.cutoff)]);
  if (title.includes('“')) page.sentence('the period before', title, [page.name(before)]);
  const said = known.length ? [page.say(`${page.number(known.length)} dòng đổi tình trạng`, `${page.number(known.length)} ${known.length === 1 ? 'row' : 'rows'} changed`)] : [];
  page.sentence('how many rows changed', heading, said, [page.date(period.cutoff)]);
  const stated = all(node, 'ul.changes li').map((li) => changeRow(page, li, period));
  if (few) page.same('the rows that changed', stated.filter((s) => known.includes(s)).length, Math.min(known.length, 5));
  else page.same('the rows that changed', stated.toSorted(), known.toSorted());
}

function changeRow(page, li, period) {
  const link = first(li, 'a'), id = target(link), turn = all(first(li, 'p.turn'), 'span').filter((s) => !s.attribs.class);
  const said = turn.map((s) => own(s, 'span.hide'));
  const sentence = text(first(li, 'p.quiet'));
  const indicator = /\/(chi-tieu|indicators)\//.test('/' + link.attribs.href);
  if (sentence) (indicator ? answer : taskAnswer)(page, `the answer of ${id}`, sentence, id, period);
  return `${id}: ${said.join(' → ')}`;
}

// withoutUnit is a value or a day; a day begins with a number and ends with one.
const withoutUnit = (s) => (/\d{4}$/.test(s) ? s : leading(s));

// revised compares a list of corrections.
export function revised(page, node, rows) {
  const stated = all(node, 'li').map((li) => {
    const of = own(li, 'a', 'span.hide', 'del', 'ins', 'small', 'b').split(' · ').at(-1).replace(/:.*$/, '');
    return `${of}: ${withoutUnit(text(first(li, 'del')))} → ${withoutUnit(text(first(li, 'ins')))}, ${text(first(li, 'small'))}`;
  });
  page.same('the corrections', stated, rows.map((r) => revision(page, r)));
}

function scalar(page, r, v) {
  if (/^\d{4}-\d\d-\d\d$/.test(v)) return page.date(v);
  if (/^-?[\d.]+$/.test(v)) return page.number(v) + (r.field === 'value' && page.plan.indicator(r.indicator)?.value_kind === 'percent' ? '%' : '');
  return v;
}

function revision(page, r) {
  const [firstDay, day, release] = [page.date(r.first_released), page.date(r.revised), page.name(page.plan.period(r.release))];
  const stamp = page.say(`công bố ${firstDay}, sửa ${day} ở kỳ “${release}”`, `published ${firstDay}, revised ${day} with “${release}”`);
  const of = [page.name(page.plan.period(r.period)), ...(r.reference ? [reference(page.lang, r.reference)] : [])].join(', ');
  return `${of}: ${scalar(page, r, r.from) || page.say('không có', 'none')} → ${scalar(page, r, r.to)}, ${stamp}`;
}

function span(page, p) {
  if (!p.period_start || !p.period_end) return '—';
  const [a, b] = [page.date(p.period_start), page.date(p.period_end)];
  const [dash, tail] = [page.say('–', ' – '), p.cumulative === 'true' ? page.say('cộng dồn', 'cumulative') : page.say('riêng kỳ', 'period alone')];
  return `${a}${dash}${b}, ${tail}`;
}

// calendar is the table of the periods.
export function calendar(page) {
  const node = page.first('table.calendar');
  const stated = all(node, 'tbody tr').map((tr) => [own(first(tr, 'th'), 'small'), ...all(tr, 'td').slice(1).map((td) => own(td, 'span.label'))].join('; '));
  page.same('the periods', stated, page.plan.periods.map((p) => [page.name(p), span(page, p), page.date(p.cutoff), p.due ? page.date(p.due) : '—'].join('; ')));
}

// statusByPeriod is the table of a row's status as of every period.
export function statusByPeriod(page, of, at, column, figure) {
  const node = page.all('table').find((t) => all(t, 'td.mark-word').length);
  const stated = all(node, 'tbody tr').map((tr) => `${text(first(tr, 'th'))}: ${own(first(tr, 'td'), 'b').replace(/ ·$/, '')}`);
  page.same('the status in each period', stated, page.plan.judged.map((p) => `${page.name(p)} ${page.date(p.cutoff)}: ${word(page.lang, of, at(p)[column])}`));
  if (!figure) return;
  all(node, 'tbody tr').forEach((tr, n) => {
    const s = at(page.plan.judged[n]), b = first(tr, 'b');
    if (b && s.value) value(page, `the value of ${s.period}`, text(b), { ...judging(page, s) });
    else page.same(`a value of ${s.period}`, text(b).replace('—', ''), s.units && s.units_known === s.units ? unitsHolding(page, s) : s.value);
  });
}

// steps compares the reasons with the explanation of the tables, word by word.
export function steps(page, node, what, explanation) {
  page.same(what, all(node, 'li').map((li) => text(li)).join(' '), explanation.replace(/\s+/g, ' '));
}

// --- on pages of many kinds -------------------------------------------------------------------------------------------

// explained: every figure in a text is one that is known.
export const explained = (page, what, stated, pieces, must = []) => { if (/\d/.test(stated)) page.sentence(what, stated, must, pieces); };

// names are the texts by which a row is called.
export const names = (page, row, column) => [...['name', 'short'].map((c) => page.name(row, c)), row.name_printed, row[column]];

// years are those of a plan, as text.
function years({ row }) {
  const from = Number(row.start.slice(0, 4));
  return Array.from({ length: Number(row.end.slice(0, 4)) - from + 1 }, (_, n) => String(from + n));
}

// chart is what is written about a chart: title, subtitle, description and notes.
export function chart(page, node, id, period) {
  const { lang, plan } = page, i = plan.indicator(id), times = plan.observed(id, period.cutoff).concat(plan.earlier(id, period.cutoff));
  const pieces = [...inAnswer(page, id, period), ...names(page, i, 'indicator'), ...plan.judged.map((p) => page.name(p)), ...plan.periods.flatMap((p) => [page.name(p), page.date(p.cutoff)])];
  for (const o of times) pieces.push(reference(lang, o.reference), when(page, o), short(page, o), o.rank && ordinal(o.rank), o.rank && page.number(o.rank), Number(o.value) && page.number(o.value), ends(o.reference) && shortDate(lang, ends(o.reference)));
  for (const t of plan.targets.filter((x) => x.indicator === id)) pieces.push(reference(lang, t.reference || plan.row.start.slice(0, 4)), ...targetPieces(page, t), ...words(page, t), shortDate(lang, t.valid_from || plan.row.start));
  for (const r of plan.revisions.filter((x) => x.indicator === id)) pieces.push(shortDate(lang, r.revised), page.date(r.revised), scalar(page, r, r.from), scalar(page, r, r.to));
  pieces.push(lang === 'en' ? '1st' : '1', ...years(plan), ...plan.observations.map((o) => page.name(o, 'source_publisher')));
  for (const p of [...all(node, 'h2'), ...all(node, 'p')]) {
    const said = p.attribs.class === 'note' ? text(p).split(': ')[0] : text(p); // what a note tells of a source or a break is in no table
    explained(page, `the words of the chart of ${id}`, said, pieces);
  }
}

// slotNames are quarters and years in headings, links and choices.
export function slotNames(page) {
  const { plan, lang } = page;
  if (!plan.tasks.length || !page.first('table.time')) return;
  for (const note of page.all('th.slot small')) page.same('the cut-off in the timeline', text(note), page.say(`chốt ${shortDate(lang, page.period.cutoff)}`, `as of ${shortDate(lang, page.period.cutoff)}`));
  const others = [...plan.agencies, ...plan.areas].map((row) => page.name(row)), headings = [];
  for (const a of page.all('nav.by a').filter((x) => x.attribs.href.startsWith('#'))) headings.push([a.attribs.href.slice(1), text(a)]);
  for (const th of page.all('tr.area th')) headings.push([th.parent.parent.attribs.id ?? '', text(th)]);
  for (const [id, said] of headings) {
    const slot = slots(page, page.period.cutoff).find((s) => id === `due-${slotId(s)}`);
    explained(page, `the heading ${id}`, said, others, slot ? [slot.name] : []);
  }
  for (const option of page.all('form.find option')) {
    const slot = slots(page, page.period.cutoff).find((s) => option.attribs.value.endsWith(slotId(s)));
    if (slot) page.same('a choice of time', text(option), slot.name);
  }
}

const heading = (page, vi, en) => page.all('section').find((s) => text(first(s, 'h2')) === page.say(vi, en));

// toCome is when the next figure or report is due, and how the page is cited.
export function toCome(page, id) {
  const { plan, lang } = page, next = heading(page, 'Kỳ tiếp theo', 'What comes next'), i = plan.indicator(id);
  const days = [...plan.periods.flatMap((p) => [p.cutoff, p.due, p.period_end]), plan.row.end, plan.row.start, i?.expected_release, ...plan.targets.filter((t) => t.indicator === id).map((t) => t.expected_release)];
  const times = plan.targets.filter((t) => t.indicator === id && t.reference).map((t) => reference(lang, t.reference));
  if (next) explained(page, 'what comes next', text(first(next, 'p')), [...days.filter(Boolean).map((d) => page.date(d)), ...plan.periods.map((p) => page.name(p)), ...times]);
  const cited = heading(page, 'Trích dẫn', 'How to cite');
  if (!cited) return;
  const years = [plan.row.start, plan.row.end, page.period.released].map((d) => d.slice(0, 4)), row = plan.task(id) ?? i;
  page.sentence('the citation', text(first(cited, 'p')).replace(/, https?:\S+$/, ''), [page.date(page.period.cutoff), page.period.released.slice(0, 4)], [...years, page.name(plan.row), page.name(page.period), ...(row ? [id, ...names(page, row, 'indicator')] : [])]);
}

// decision is the number and day of the plan's decision; its day is that from which what it set is valid.
export function decision(page) {
  const { row, targets: set, milestones } = page.plan, day = [...set, ...milestones].find((t) => t.set_by === row.decision)?.valid_from;
  const of = page.all('dl.about div').filter((d) => ['Quyết định', 'Decision', 'Kế hoạch ban hành theo', 'Plan issued with'].includes(text(first(d, 'dt'))));
  for (const d of of) if (row.decision && day) explained(page, 'the decision', text(first(d, 'dd')), [row.start.slice(0, 4)], [row.decision, page.date(day)]);
}

// frame is the line of the period that stands on most pages, and on paper.
export function frame(page, period = page.period) {
  const line = page.first('p.period') ?? page.all('h1.kicker').map((h) => h.parent.children.find((c) => c.name === 'p'))[0];
  if (!line) return;
  const row = first(line, 'b');
  if (row) page.same('the row', text(row).split(' ').at(-1), page.path.split('/').pop().replace(/\.html$/, ''));
  page.same('the period', own(line, 'b', 'span.change').replace(/^· /, ''), `${page.name(period)} · ${page.say(`số liệu đến ${page.date(period.cutoff)}`, `figures up to ${page.date(period.cutoff)}`)}`);
}
