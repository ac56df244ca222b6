// Judges of what is said of indicators: the strip, rows of lists, answers, lists of figures, charts and their tables.
import { begins, ends } from '../recompute.mjs';
import { explained, names } from './everywhere.mjs';
import { all, first, own, target, text } from './html.mjs';
import { STATUS, asOf, counted, fold, reference, shortDate, upper, word } from './locale.mjs';
import { scalar } from './periods.mjs';
import { days } from './tasks.mjs';

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

// leading is the figure with which a text begins: 42,79% of “42,79%”, 31/40, −3,2 of “−3,2 điểm”; else the whole text.
export const leading = (s) => /^[−+]?\d[\d.,]*(?:\/\d[\d.,]*)?%?/.exec(s)?.[0] ?? s;

// short is an observation as lists and tables print it, without its unit. Tiers have names that no table holds: the
// Vietnamese folded is the id, and the English must stand for one id throughout.
export function short(page, o) {
  const kind = (page.plan.others.get(o.plan) ?? page.plan).indicator(o.indicator).value_kind;
  if (kind === 'rank' && o.rank) return `${page.number(o.rank)}/${page.number(o.rank_of)}`;
  if (o.suppressed) return page.say('Được giữ kín (số người quá ít)', 'Suppressed (too few persons)');
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
export const unitsHolding = (page, s) => page.say(`${s.units_holding}/${counted('vi', s.units, 'unit')}`, `${s.units_holding} of ${counted('en', s.units, 'unit')}`);

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
  const days = [plan.row.looked, period.due, period.cutoff, i.expected_release, ...set.flatMap((t) => [t.due, t.expected_release, begins(t.reference)])];
  pieces.push(...days.filter(Boolean).map((day) => page.date(day)));
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
      explained(page, `a head of the table of ${id}`, head, times(page, id));
    }
  }
  if (parts.length) partRows(page, id, figures, parts);
}

// times are the times of which there may be no figure yet: periods, the plan's years, those of the targets.
function times(page, id) {
  const set = page.plan.targets.filter((t) => t.indicator === id).flatMap((t) => [t.reference, t.baseline_period]);
  return [...page.plan.periods.map((p) => page.name(p)), ...years(page.plan), ...set.filter(Boolean).map((r) => reference(page.lang, r))];
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

// years are those of a plan, as text.
export function years({ row }) {
  const from = Number(row.start.slice(0, 4));
  return Array.from({ length: Number(row.end.slice(0, 4)) - from + 1 }, (_, n) => String(from + n));
}

// chart is what is written about a chart: title, subtitle, description and notes.
export function chart(page, node, id, period) {
  const { lang, plan } = page, i = plan.indicator(id), known = [...plan.observed(id, period.cutoff), ...plan.earlier(id, period.cutoff)];
  const pieces = [...inAnswer(page, id, period), ...names(page, i, 'indicator'), ...plan.periods.flatMap((p) => [page.name(p), page.date(p.cutoff)]), ...times(page, id)];
  for (const o of known) {
    pieces.push(reference(lang, o.reference), when(page, o), short(page, o));
    if (o.rank) pieces.push(ordinal(o.rank), page.number(o.rank));
    if (Number(o.value)) pieces.push(page.number(o.value));
    if (ends(o.reference)) pieces.push(shortDate(lang, ends(o.reference)));
  }
  for (const t of plan.targets.filter((x) => x.indicator === id)) {
    pieces.push(...targetPieces(page, t), ...words(page, t));
    if (t.valid_from) pieces.push(shortDate(lang, t.valid_from));
  }
  for (const r of plan.revisions.filter((x) => x.indicator === id)) pieces.push(shortDate(lang, r.revised), page.date(r.revised), scalar(page, r, r.from), scalar(page, r, r.to));
  pieces.push(lang === 'en' ? '1st' : '1', ...plan.observations.map((o) => page.name(o, 'source_publisher')));
  for (const p of [...all(node, 'h2'), ...all(node, 'p')]) {
    const said = p.attribs.class === 'note' ? text(p).split(': ')[0] : text(p); // what a note tells of a source or a break is in no table
    explained(page, `the words of the chart of ${id}`, said, pieces);
  }
}
