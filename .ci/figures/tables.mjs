// The published tables of a site, and what follows from them: which period is the newest, how a row stood in a period,
// when a deadline fell on a day, what a figure was before it was corrected.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { begins, ends, endsWithin, parseCSV } from '../recompute.mjs';

const by = (column) => (a, b) => (a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : 0);
export const list = (cell) => (cell ? cell.split(';') : []);

// load reads every table of data/, and the list of files, by which pages that are no row of a table are counted.
export function load(site) {
  const names = readdirSync(join(site, 'data')).filter((f) => f.endsWith('.csv')).map((f) => f.slice(0, -4));
  const tables = Object.fromEntries(names.map((n) => [n, parseCSV(readFileSync(join(site, 'data', n + '.csv'), 'utf8'))]));
  const files = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')).files.map((f) => f.path);
  return new World(tables, files);
}

export class World {
  constructor(tables, files) {
    this.tables = tables;
    this.files = files;
    this.plans = new Map(tables.plans.map((p) => [p.plan, new Plan(tables, p)]));
    for (const p of this.plans.values()) p.others = this.plans;
  }

  // newest is the plan of the pages that belong to no plan: the one that begins last.
  get newest() { return [...this.plans.values()].toSorted((a, b) => by('start')(a.row, b.row)).at(-1); }
}

class Plan {
  constructor(tables, row) {
    Object.assign(this, { row, id: row.plan, tiers: new Map() });
    const of = (name) => tables[name].filter((r) => r.plan === row.plan);
    this.areas = of('areas');
    this.agencies = tables.agencies;
    this.rows = of('indicators');
    this.indicators = this.rows.filter((r) => r.level === 'indicator');
    this.tasks = of('tasks');
    this.statuses = of('statuses');
    this.reports = of('task_reports');
    this.targets = of('targets');
    this.observations = of('observations');
    this.milestones = of('milestones');
    this.revisions = of('revisions');
    this.compliance = of('compliance');
    this.related = of('related_documents');
    this.periods = of('periods').toSorted(by('cutoff'));
    this.judged = this.periods.filter((p) => p.released && p.kind !== 'baseline');
    this.totals = of('stated_totals');
  }

  // tier is the id for which a name stands: the one with which it was seen first.
  tier(name, id) {
    if (!this.tiers.has(name)) this.tiers.set(name, id);
    return this.tiers.get(name);
  }

  get now() { return this.judged.at(-1); }
  period(id) { return this.periods.find((p) => p.period === id); }
  before(period) { return this.judged[this.judged.indexOf(period) - 1]; }
  indicator(id) { return this.rows.find((r) => r.indicator === id); }
  task(id) { return this.tasks.find((r) => r.task === id); }
  status(id, period) { return this.statuses.find((s) => s.indicator === id && s.period === period.period); }
  report(id, period) { return this.reports.find((r) => r.task === id && r.period === period.period); }
  statusesIn(period) { return this.statuses.filter((s) => s.period === period.period); }
  reportsIn(period) { return this.reports.filter((r) => r.period === period.period); }
  numbered(reports) { return reports.filter((r) => this.task(r.task)?.level === 'task'); }
  totalsUpTo(period) { return this.totals.filter((t) => this.period(t.period).cutoff <= period.cutoff); }

  // observed are the figures of an indicator that were known by a cut-off, as they were known then.
  observed(id, cutoff) {
    return this.observations.filter((o) => o.indicator === id && o.reported === 'true' && this.period(o.period).cutoff <= cutoff)
      .toSorted((a, b) => by('cutoff')(this.period(a.period), this.period(b.period)))
      .map((o) => this.vintage(o, cutoff));
  }

  // earlier are the figures of the rows of earlier plans that an indicator continues.
  earlier(id, cutoff) {
    const [plan, row] = this.indicator(id).continues.split('/');
    const of = this.others.get(plan);
    return of ? [...of.earlier(row, cutoff), ...of.observed(row, cutoff)] : [];
  }

  corrections(o) {
    return this.revisions.filter((r) => ['indicator', 'period', 'reference', 'breakdown', 'measure'].every((c) => r[c] === o[c]));
  }

  // vintage takes back the corrections that came after a cut-off.
  vintage(o, cutoff) {
    const later = this.corrections(o).filter((r) => this.period(r.release).cutoff > cutoff);
    return later.reduceRight((x, r) => ({ ...x, [r.field]: r.from }), o);
  }

  // setTargets are those that held in a period: of each target the row that became valid last. One whose time was over
  // in the period before gives way to a later one, unless its result came out only in this period.
  setTargets(id, period) {
    const valid = this.targets.filter((t) => t.indicator === id && t.valid_from <= period.cutoff && t.role === 'judged');
    const kept = valid.filter((t) => !valid.some((u) => u.target === t.target && u.valid_from > t.valid_from));
    const previous = this.before(period)?.cutoff ?? '';
    const later = (t) => kept.some((u) => u.scope === t.scope && u.each_of === t.each_of && ends(u.reference) > ends(t.reference) && begins(u.reference) <= period.cutoff);
    const late = (t) => this.observations.some((o) => o.indicator === id && o.period === period.period && o.judged === 'true' && endsWithin(o.reference, t.reference));
    return kept.filter((t) => ends(t.reference) > previous || !later(t) || late(t));
  }

  // deadlines are the days on which the parts of a task were due, as they stood on a day.
  deadlines(task, day) {
    const parts = new Map();
    for (const m of this.milestones.filter((r) => r.task === task).toSorted(by('valid_from'))) {
      if (!parts.has(m.milestone) || m.valid_from <= day) parts.set(m.milestone, m.due);
    }
    return [...parts.values()];
  }

  // answers are the rows that a body answers for, by its part in them.
  answers(agency) {
    const having = (rows, column) => rows.filter((r) => list(r[column]).includes(agency));
    return {
      monitors: having(this.indicators, 'monitoring'), executes: having(this.indicators, 'executing'),
      leads: having(this.tasks, 'lead'), coordinates: having(this.tasks, 'coordinating'),
    };
  }
}
