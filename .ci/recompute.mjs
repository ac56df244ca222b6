// Derives every status, verdict and progress again, from the published tables alone and by the published rules (the
// methodology page), and compares. It shares nothing with the program: another language, exact fractions of its own.
//
//   node .ci/recompute.mjs SITE
//
// The columns that hold results are taken away before anything is derived: see RESULTS. Exit code 1 and one line a
// difference when a row disagrees, 0 otherwise.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// RESULTS are columns that say what was derived; the statuses and reports keep only their keys and what was reported.
const RESULTS = {
  statuses: (c) => !['plan', 'indicator', 'period', 'as_of'].includes(c),
  task_reports: (c) => ['verdict', 'days_late'].includes(c) || c.startsWith('explanation_'),
  observations: (c) => c === 'judged',
  targets: (c) => c === 'baseline_value',
};

// --- tables -----------------------------------------------------------------------------------------------------------

export function parseCSV(text) {
  const rows = [[]];
  let cell = '', quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') { cell += '"'; i++; } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') { rows.at(-1).push(cell); cell = ''; } else if (c === '\n') { rows.at(-1).push(cell); cell = ''; rows.push([]); } else if (c !== '\r') cell += c;
  }
  const [head, ...body] = rows.slice(0, -1);
  return body.map((r) => Object.fromEntries(head.map((name, n) => [name, r[n]])));
}

export function load(site) {
  const names = ['plans', 'periods', 'indicators', 'targets', 'observations', 'statuses', 'tasks', 'milestones', 'task_reports', 'revisions'];
  return Object.fromEntries(names.map((n) => [n, parseCSV(readFileSync(join(site, 'data', n + '.csv'), 'utf8'))]));
}

// inputs are the tables without their results.
function inputs(tables) {
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map((row) => {
    const drop = RESULTS[name];
    return drop ? Object.fromEntries(Object.entries(row).filter(([c]) => !drop(c))) : row;
  })]));
}

function groupBy(rows, ...keys) {
  const groups = new Map();
  for (const r of rows) {
    const k = keys.map((c) => r[c]).join('|');
    groups.get(k)?.push(r) ?? groups.set(k, [r]);
  }
  return groups;
}

const list = (cell) => (cell ? cell.split(';') : []);

// --- exact fractions and days -----------------------------------------------------------------------------------------

// A fraction is [numerator, denominator], the denominator above zero.
function fraction(text) {
  const [whole, digits = ''] = text.split('.');
  return [BigInt(whole + digits), 10n ** BigInt(digits.length)];
}
const normal = ([a, b]) => (b < 0n ? [-a, -b] : [a, b]);
const minus = (x, y) => [x[0] * y[1] - y[0] * x[1], x[1] * y[1]];
const plus = (x, y) => [x[0] * y[1] + y[0] * x[1], x[1] * y[1]];
const times = (x, y) => [x[0] * y[0], x[1] * y[1]];
const over = (x, y) => normal([x[0] * y[1], x[1] * y[0]]);
const compare = (x, y) => { const d = minus(x, y)[0]; return d > 0n ? 1 : d < 0n ? -1 : 0; };
const sign = (x) => compare(x, [0n, 1n]);
const abs = (x) => (x[0] < 0n ? [-x[0], x[1]] : x);

// ratio is four decimals, half away from zero, as the tables print it.
function ratio(x) {
  const size = abs(x);
  const n = (size[0] * 20000n + size[1]) / (2n * size[1]);
  return `${sign(x) < 0 && n > 0n ? '-' : ''}${n / 10000n}.${String(n % 10000n).padStart(4, '0')}`;
}

const days = (a, b) => Math.round((Date.parse(a) - Date.parse(b)) / 86400000);
const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

// span is the first and last day of a reference; an open end is empty.
function span(reference) {
  if (reference.includes('..')) {
    const [a, b] = reference.split('..');
    return [a && span(a)[0], b && span(b)[1]];
  }
  const quarter = /^(\d{4})-Q(\d)$/.exec(reference);
  if (quarter) return [`${quarter[1]}-${String(quarter[2] * 3 - 2).padStart(2, '0')}-01`, lastDay(+quarter[1], quarter[2] * 3)];
  if (reference.length === 4) return [reference + '-01-01', reference + '-12-31'];
  if (reference.length === 7) return [reference + '-01', lastDay(+reference.slice(0, 4), +reference.slice(5))];
  return [reference, reference];
}
export const begins = (r) => span(r)[0];
export const ends = (r) => span(r)[1];
export const endsWithin = (r, o) => ends(r) && ends(r) >= begins(o) && (!ends(o) || ends(r) <= ends(o));
const covers = (r, o) => begins(r) <= begins(o) && ends(o) <= ends(r);
const sameTime = (r, o) => begins(r) === begins(o) && ends(r) === ends(o);
const length = (r) => (begins(r) && ends(r) ? days(ends(r), begins(r)) : NaN);
const sameLength = (r, o) => Math.abs(length(r) - length(o)) <= 3;
const begun = (r, cutoff) => begins(r) <= cutoff;

// --- one indicator: its series ----------------------------------------------------------------------------------------

const compareText = (a, b) => ((a || '') < (b || '') ? -1 : (a || '') > (b || '') ? 1 : 0);

class Series {
  constructor(world, indicator, cutoff) {
    this.indicator = indicator;
    this.cutoffOf = (o) => world.cutoffOf(o);
    this.cutoffs = [...world.cutoffs.get(indicator.plan)];
    this.settles = !world.plan.get(indicator.plan).compiled_from;
    this.own = world.observed(indicator, cutoff);
    this.all = this.own;
    this.breaks = list(indicator.breaks);
    const seen = new Set([indicator]);
    for (let at = world.row(indicator.continues); at && !seen.has(at); at = world.row(at.continues)) {
      seen.add(at);
      this.all = [...world.observed(at, cutoff), ...this.all];
      this.breaks.push(...list(at.breaks));
      this.cutoffs.push(...world.cutoffs.get(at.plan));
    }
  }

  comparable(o, of) {
    return !o.suppressed && o.breakdown === of && o.comparable === 'full' && o.measure === this.indicator.measure && o.measure !== 'forecast';
  }

  get wholeOnly() {
    const { measure, value_kind: kind } = this.indicator;
    return measure === 'increment' || measure === 'period_alone' && (kind === 'number' || kind === 'unit_count');
  }

  canJudge(t, of, o) {
    return this.comparable(o, of) && endsWithin(o.reference, t.reference) && (!this.wholeOnly || covers(o.reference, t.reference));
  }

  latest(observations) {
    let found = null;
    for (const o of observations) {
      const order = found && (compareText(ends(found.reference), ends(o.reference)) || compareText(begins(o.reference), begins(found.reference)) || compareText(found.reference, o.reference));
      const later = found && order > 0;
      if (!later) found = o;
    }
    return found;
  }

  judging(t, of, period) { return this.latest(this.own.filter((o) => o.period === period && this.canJudge(t, of, o))); }

  // deciding is the figure that the period brought; in a plan that reports on itself the final one, brought once the
  // target's time was over, goes before it when it speaks of a later day, and stands where none was brought.
  deciding(t, of, period) {
    const o = this.judging(t, of, period);
    if (!this.settles) return o;
    const final = this.latest(this.own.filter((x) => ends(t.reference) && ends(t.reference) <= this.cutoffOf(x) && this.canJudge(t, of, x)));
    return final && (!o || ends(final.reference) > ends(o.reference)) ? final : o;
  }

  // withheld is what would decide if it had not been kept back: it tells that there is a figure.
  withheld(t, of, period) {
    const kept = this.own.filter((o) => o.suppressed).map((o) => ({ ...o, suppressed: '' }));
    return Object.assign(Object.create(Series.prototype), this, { own: kept }).deciding(t, of, period);
  }

  // likeTimes: what is counted of a time alone is set only beside times as long.
  likeTimes(a, b) { return !['period_alone', 'increment'].includes(this.indicator.measure) || sameLength(a.reference, b.reference); }

  last(t) { return this.latest(this.own.filter((o) => this.canJudge(t, t.scope, o))); }

  before(now) {
    return this.latest(this.all.filter((o) => this.comparable(o, now.breakdown) && (ends(o.reference) ?? '') < ends(now.reference) && this.likeTimes(o, now)));
  }

  // against is the figure that a target compares another with.
  against(t, o) {
    if (!t.baseline_period) return o && t.kind.startsWith('growth') ? this.growthFrom(o) : null;
    const of = o ? o.breakdown : t.scope;
    const known = this.all.filter((b) => this.comparable(b, of) && sameTime(b.reference, t.baseline_period));
    if (known.length) return known.at(-1);
    return t.baseline_stated ? { value: t.baseline_stated, rank: '', reference: t.baseline_period } : null;
  }

  growthFrom(o) {
    const b = this.before(o);
    if (!b || this.indicator.measure === 'cumulative') return null;
    if (!sameLength(b.reference, o.reference)) return null;
    if (begins(o.reference) !== ends(o.reference)) return days(begins(o.reference), ends(b.reference)) === 1 ? b : null;
    return this.cutoffs.some((day) => this.cutoffOf(b) < day && day < this.cutoffOf(o)) ? null : b;
  }

  broken(a, b) {
    const [first, second] = [ends(a.reference), ends(b.reference)].sort();
    return this.breaks.some((at) => begins(at) > first && begins(at) <= second);
  }

  figure(o) {
    const text = this.indicator.value_kind === 'rank' ? o?.rank : number(o);
    return text ? fraction(text) : null;
  }

  // holds is true or false, or null when an input is missing.
  holds(t, o, base) {
    switch (t.kind) {
      case 'tier_at_least': return holdsTier(list(this.indicator.tiers), t, o);
      case 'better_rank': return !o.rank || !base?.rank || this.broken(base, o) ? null : +o.rank < +base.rank;
      case 'better_value': return this.holdsBetter(t, o, base);
      case 'growth_at_least': case 'growth_at_most': return this.holdsGrowth(t, o, base);
      case 'exists': return o.value === 'true' || o.value === 'false' ? o.value === 'true' : o.value ? compare(fraction(o.value), [1n, 1n]) >= 0 : null;
      case 'in_words': case 'none': return null;
    }
    return holdsValue(t, this.figure(o));
  }

  holdsBetter(t, o, base) {
    if (!number(o) || !number(base) || this.broken(base, o)) return null;
    let gain = minus(fraction(o.value), fraction(base.value));
    if (this.indicator.direction === 'down') gain = minus([0n, 1n], gain);
    return t.by ? compare(gain, fraction(t.by)) >= 0 : sign(gain) > 0;
  }

  holdsGrowth(t, o, base) {
    if (!number(o) || !number(base) || this.broken(base, o) || sign(fraction(base.value)) === 0) return null;
    const rate = times(over(minus(fraction(o.value), fraction(base.value)), abs(fraction(base.value))), [100n, 1n]);
    const c = compare(rate, fraction(t.value));
    return t.kind === 'growth_at_least' ? c >= 0 : c <= 0;
  }
}

const number = (o) => (o && o.value !== 'true' && o.value !== 'false' ? o.value : '');

function holdsTier(tiers, t, o) {
  return tiers.includes(o.tier) ? tiers.indexOf(o.tier) >= tiers.indexOf(t.tier) : null;
}

function holdsValue(t, value) {
  if (!value) return null;
  const c = compare(value, fraction(t.value));
  switch (t.kind) {
    case 'at_least': case 'cut_at_least': return c >= 0;
    case 'at_most': return c <= 0;
    case 'exactly': return c === 0;
    case 'above': return c > 0;
    case 'below': return c < 0;
  }
  return c >= 0 && compare(value, fraction(t.upper)) <= 0;
}

// --- which targets judge ----------------------------------------------------------------------------------------------

const asks = (kind) => (['better_rank', 'tier_at_least', 'better_value'].includes(kind) ? kind : kind.startsWith('growth') ? 'growth' : 'value');
const sameLine = (a, b) => a.scope === b.scope && a.each_of === b.each_of && asks(a.kind) === asks(b.kind);
const parties = (t) => (t.each_of ? list(t.each_of) : [t.scope]);

function standing(series, targets, period, cutoff, previous) {
  const valid = targets.filter((t) => t.valid_from <= cutoff);
  const kept = valid.filter((t, n) => !valid.some((x, m) => x.target === t.target && (x.valid_from > t.valid_from || x.valid_from === t.valid_from && m > n)));
  return kept.filter((t) => {
    const end = ends(t.reference);
    const gone = end && end <= previous && kept.some((x) => (!ends(x.reference) || ends(x.reference) > end) && begun(x.reference, cutoff) && sameLine(t, x));
    return !gone || parties(t).some((of) => series.judging(t, of, period));
  });
}

// --- the status of a target -------------------------------------------------------------------------------------------

function judge(series, t, plan, period) {
  const cutoff = period.cutoff;
  const o = t.each_of ? null : series.deciding(t, t.scope, period.period);
  const units = list(t.each_of).map((of) => series.deciding(t, of, period.period));
  const base = t.each_of ? null : series.against(t, o);
  const observed = o || units.some((u) => u);
  const held = !observed && parties(t).some((of) => series.withheld(t, of, period.period));
  const out = !series.indicator.publisher || t.expected_release && t.expected_release <= cutoff;
  const result = (status) => ({ status, t, o, base, units });
  if (t.kind === 'none') return result('no_target');
  if (!begun(t.reference, cutoff)) return result('not_yet_due');
  if (!out && !observed && !held) return result('awaiting_publication');
  if (t.kind === 'in_words' || t.cannot_judge_vi || t.cannot_judge_en) return result('not_assessable');
  if (held) return result('not_assessable');
  if (!observed) return result(missing(series, t, plan, period));
  if (t.each_of) return result(judgeUnits(series, t, units, cutoff));
  const holds = series.holds(t, o, base);
  if (holds === null) return result('not_assessable');
  if (holds) return result('met');
  return result(t.due <= cutoff ? 'missed' : onPath(series, t, o, base, plan, cutoff));
}

function missing(series, t, plan, period) {
  if (series.wholeOnly && ends(t.reference) > period.cutoff) return 'not_yet_due';
  if (plan.compiled_from) return 'no_public_figure';
  return period.due && period.due <= period.cutoff || t.due <= period.cutoff ? 'not_reported' : 'not_yet_due';
}

function judgeUnits(series, t, units, cutoff) {
  const known = units.map((o) => (o ? series.holds(t, o, series.against(t, o)) : null)).filter((h) => h !== null);
  const holding = known.filter(Boolean).length;
  if (known.length < units.length) return 'not_assessable';
  if (holding === units.length) return 'met';
  return t.due <= cutoff ? 'missed' : 'not_yet_met';
}

const rises = (k) => ['at_least', 'above', 'cut_at_least'].includes(k);
const falls = (k) => ['at_most', 'below'].includes(k);

function onPath(series, t, o, base, plan, cutoff) {
  const limit = asked(series, t, base, o, plan, cutoff);
  if (!limit) return 'not_yet_met';
  const c = compare(series.figure(o), limit);
  return (falls(t.kind) ? c <= 0 : c >= 0) ? 'on_track' : 'behind';
}

// asked is what a declared path asks for at the cut-off; null when it asks nothing.
function asked(series, t, base, o, plan, cutoff) {
  if (!rises(t.kind) && !falls(t.kind)) return null;
  if (t.path) {
    const reached = list(t.path).map((p) => p.split(':')).filter(([by]) => by <= cutoff).sort(([a], [b]) => (a < b ? -1 : 1));
    return reached.length ? fraction(reached.at(-1)[1]) : null;
  }
  const start = begins(t.reference) > plan.start ? begins(t.reference) : plan.start;
  const from = startOf(series, t, base, o);
  if (plan.pace !== 'linear' || days(t.due, start) <= 0 || !from) return null;
  const share = [BigInt(Math.max(days(cutoff, start), 0)), BigInt(days(t.due, start))];
  return plus(from, times(minus(fraction(t.value), from), share));
}

function startOf(series, t, base, o) {
  if (base && o && series.broken(base, o)) return null;
  const known = series.figure(base);
  if (known) return known;
  return rises(t.kind) && sign(fraction(t.value)) > 0 ? [0n, 1n] : null;
}

function progress(series, { t, o, base }) {
  if (!o || !(rises(t.kind) || falls(t.kind) || t.kind === 'exactly')) return '';
  const value = series.figure(o), from = startOf(series, t, base, o);
  if (!value || !from || !base && t.kind !== 'cut_at_least' && series.indicator.direction !== 'up') return '';
  const way = minus(fraction(t.value), from);
  if (sign(way) === 0 || rises(t.kind) && sign(way) < 0 || falls(t.kind) && sign(way) > 0) return '';
  return ratio(over(minus(value, from), way));
}

const ORDER = ['missed', 'awaiting_publication', 'no_public_figure', 'not_reported', 'not_assessable', 'behind', 'not_yet_met', 'on_track', 'met', 'not_yet_due', 'no_target'];

function lastHolds(series, { t, o, units }) {
  if (o || units.some((u) => u) || t.kind === 'none' || t.each_of) return '';
  const last = series.last(t);
  const holds = last ? series.holds(t, last, series.against(t, last)) : null;
  return holds === null ? '' : String(holds);
}

// --- tasks ------------------------------------------------------------------------------------------------------------

// partsOf gives each milestone its day as it stood at the cut-off, with what is known of it.
function partsOf(milestones, report, cutoff) {
  const known = new Map(list(report.parts).map((p) => { const [id, state, completed] = p.split(':'); return [id, { state, completed }]; }));
  return [...groupBy(milestones, 'milestone')].map(([id, [set, ...moves]]) => {
    const due = moves.filter((m) => m.valid_from <= cutoff).sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1)).at(-1)?.due ?? set.due;
    return { due, state: '', completed: '', ...known.get(id) };
  });
}

const givenUp = (p) => p.state === 'cancelled' || p.state === 'replaced';

function verdict(report, milestones, plan, period, previous) {
  const parts = partsOf(milestones, report, period.cutoff);
  if (report.state === 'cancelled' || report.state === 'replaced') return [report.state, ''];
  const finished = parts.length ? parts.some((p) => p.state === 'done') && parts.every((p) => p.state === 'done' || givenUp(p)) : report.state === 'done';
  if (finished) return done(parts.length ? parts.filter((p) => !givenUp(p)) : [{ due: '', completed: report.completed }], report.completed);
  if (plan.compiled_from && !report.state) return ['no_public_document', ''];
  if (!parts.length) return ['no_deadline', ''];
  const open = parts.filter((p) => p.state !== 'done' && !givenUp(p));
  const late = Math.max(0, ...open.map((p) => days(period.cutoff, p.due)));
  if (late > 0 && !plan.compiled_from) return ['overdue', String(late)];
  if (open.some((p) => p.due > previous && p.due <= period.deadlines_until)) return ['due_this_period', ''];
  if (plan.compiled_from) return ['in_progress', ''];
  if (report.reported_in !== period.period) return ['not_reported', ''];
  if (!report.state) return ['not_reported', ''];
  return [report.state === 'in_progress' ? 'in_progress' : 'not_started', ''];
}

// done: of a part without a day of its own, that of the whole says something when it is not after the part's due day, or
// when nothing is due after the part.
function done(parts, whole) {
  const last = parts.map((p) => p.due).sort().at(-1);
  const dated = parts.map((p) => ({ due: p.due, day: p.completed || (whole && (whole <= p.due || p.due === last) ? whole : '') }));
  const late = Math.max(0, ...dated.map((p) => (p.due && p.day ? days(p.day, p.due) : 0)));
  if (late > 0) return ['done_late', String(late)];
  return [dated.some((p) => !p.day) ? 'done_date_not_stated' : 'done_on_time', ''];
}

// --- everything -------------------------------------------------------------------------------------------------------

class World {
  constructor(tables) {
    Object.assign(this, tables);
    this.plan = new Map(tables.plans.map((p) => [p.plan, p]));
    this.period = new Map(tables.periods.map((p) => [p.plan + '|' + p.period, p]));
    this.rows = new Map(tables.indicators.map((i) => [i.plan + '/' + i.indicator, i]));
    this.figures = groupBy(tables.observations.filter((o) => o.reported === 'true'), 'plan', 'indicator');
    this.revised = groupBy(tables.revisions, 'plan', 'indicator');
    this.set = groupBy(tables.targets.filter((t) => t.role === 'judged'), 'plan', 'indicator');
    this.deadlines = groupBy(tables.milestones, 'plan', 'task');
    this.cutoffs = new Map([...groupBy(tables.periods, 'plan')].map(([plan, all]) => [plan, all.map((p) => p.cutoff)]));
    this.previous = new Map();
    for (const periods of groupBy(tables.periods, 'plan').values()) {
      periods.sort((a, b) => (a.cutoff < b.cutoff ? -1 : 1)).forEach((p, n) => this.previous.set(p, periods[n - 1]?.cutoff ?? ''));
    }
  }

  row(address) { return address ? this.rows.get(address) : null; }

  cutoffOf(o) { return this.period.get(o.plan + '|' + o.period).cutoff; }

  observed(i, cutoff) { return this.vintages(i, cutoff).filter((o) => this.cutoffOf(o) <= cutoff); }

  // vintages are the figures as they stood at a cut-off: the newest ones, with what was revised later taken back.
  vintages(i, cutoff) {
    const newest = this.figures.get(i.plan + '|' + i.indicator) ?? [];
    const later = (this.revised.get(i.plan + '|' + i.indicator) ?? []).filter((r) => this.period.get(r.plan + '|' + r.release).cutoff > cutoff);
    if (!later.length) return newest;
    const then = newest.map((o) => ({ ...o }));
    for (const r of later.reverse()) {
      const key = ['period', 'breakdown', 'reference', 'measure'];
      let o = then.find((x) => key.every((c) => x[c] === r[c]));
      if (!o) then.push(o = { plan: r.plan, indicator: r.indicator, period: r.period, breakdown: r.breakdown, reference: r.reference, measure: r.measure, comparable: r.comparable, value: '', rank: '', tier: '' });
      if (r.field === 'rank') [o.rank, o.rank_of] = r.from.split('/');
      else o[r.field === 'yes' ? 'value' : r.field] = r.from;
    }
    return then;
  }

  status(row) {
    const period = this.period.get(row.plan + '|' + row.period);
    const series = new Series(this, this.rows.get(row.plan + '/' + row.indicator), period.cutoff);
    const targets = standing(series, this.set.get(row.plan + '|' + row.indicator) ?? [], row.period, period.cutoff, this.previous.get(period));
    const results = targets.map((t) => judge(series, t, this.plan.get(row.plan), period));
    const decisive = ORDER.flatMap((s) => results.filter((r) => r.status === s))[0];
    if (!decisive) return { status: 'no_target', progress: '', target: '', last_holds: '' };
    return { status: decisive.status, progress: progress(series, decisive), target: decisive.t.target, last_holds: lastHolds(series, decisive) };
  }

  verdict(row) {
    const period = this.period.get(row.plan + '|' + row.period);
    const milestones = this.deadlines.get(row.plan + '|' + row.task) ?? [];
    const [said, late] = verdict(row, milestones, this.plan.get(row.plan), period, this.previous.get(period));
    return { verdict: said, days_late: late };
  }
}

// recompute lists the rows that disagree with what is published.
export function recompute(tables) {
  const given = inputs(tables), world = new World(given), differences = [];
  const look = (table, key, derive) => tables[table].forEach((published, n) => {
    const again = derive(given[table][n]);
    for (const [column, value] of Object.entries(again)) {
      if (value !== published[column]) differences.push({ table, row: key.map((c) => published[c]).join(' '), column, published: published[column], derived: value });
    }
  });
  look('statuses', ['plan', 'indicator', 'period'], (row) => { const again = world.status(row); return { ...again, rule: 'status/' + again.status }; });
  look('task_reports', ['plan', 'task', 'period'], (row) => world.verdict(row));
  return differences;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const tables = load(process.argv[2] ?? 'public');
  const differences = recompute(tables);
  for (const d of differences) console.log(`${d.table} ${d.row}: ${d.column} is published as “${d.published}”, derived as “${d.derived}”`);
  console.log(`${tables.statuses.length} statuses, ${tables.task_reports.length} verdicts, ${differences.length} differences`);
  process.exitCode = differences.length ? 1 : 0;
}
