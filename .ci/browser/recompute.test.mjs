// Every status and verdict of the built sites (the shipped plan, the demonstration, the test plans) is derived again
// from their tables alone, and for each one that occurs an input is moved across its edge: the derivation must notice,
// or it proves nothing. Over all sites every status and verdict of the contract occurs.
import test from 'node:test';
import assert from 'node:assert/strict';
import { load, recompute } from '../recompute.mjs';

const sites = (process.env.SITES ?? process.env.SITE ?? '../public').split(' ');

for (const site of sites) {
  test(`${site}: every status, verdict and progress is derived again from the published inputs`, () => {
    const tables = load(site);
    assert.ok(tables.statuses.length > 0 || tables.task_reports.length > 0);
    assert.deepEqual(recompute(tables), []);
  });
}

const targetOf = (all, s) => all.targets.find((t) => t.plan === s.plan && t.indicator === s.indicator && t.target === s.target && t.valid_from === s.target_valid_from && t.role === 'judged');

// judgedBy are the figures of the period that may have judged a row.
const judgedBy = (all, s) => all.observations.filter((o) => o.plan === s.plan && o.indicator === s.indicator && o.period === s.period && o.reported === 'true' && o.comparable === 'full');

// spoil makes a figure that holds fall just short of its target, or one that falls short just reach it.
function spoil(all, s) {
  const t = targetOf(all, s);
  for (const o of judgedBy(all, s)) {
    switch (t.kind) {
      case 'better_rank': o.rank = s.status === 'met' ? s.baseline : '0'; break;
      case 'better_value': o.value = s.status === 'met' ? s.baseline : far(all, s); break;
      case 'tier_at_least': o.tier = s.status === 'met' ? '' : t.tier; break;
      case 'exists': o.value = { true: 'false', false: 'true' }[o.value] ?? (s.status === 'met' ? '0' : '1'); break;
      default: step(t, o, s.status === 'met');
    }
  }
}

const far = (all, s) => (all.indicators.find((i) => i.plan === s.plan && i.indicator === s.indicator).direction === 'down' ? '-999999' : '999999');

function step(t, o, away) {
  const beyond = { at_least: '-0.001', cut_at_least: '-0.001', above: '0', at_most: '0.001', below: '0', exactly: '0.001', between: '-0.001', growth_at_least: '-999999', growth_at_most: '999999' };
  const short = { above: '0.001', below: '-0.001', growth_at_least: '999999', growth_at_most: '-999999' };
  const value = (Number(t.value) + Number((away ? beyond : short)[t.kind] ?? 0)).toFixed(3);
  if (o.rank && !o.value) o.rank = String(Math.round(Number(t.value)) + (away ? 1 : 0)); else o.value = value;
}

// bring adds a figure where the period had none.
function bring(all, s) {
  const t = targetOf(all, s), i = all.indicators.find((x) => x.plan === s.plan && x.indicator === s.indicator);
  const template = Object.fromEntries(Object.keys(all.observations[0]).map((c) => [c, '']));
  for (const of of t.each_of ? t.each_of.split(';') : [t.scope]) {
    all.observations.push({ ...template, plan: s.plan, indicator: s.indicator, period: s.period, breakdown: of, reference: t.reference, measure: i.measure, comparable: 'full', reported: 'true', value: t.value || '1', rank: '1', tier: t.tier });
  }
}

// STATUS moves one input of a row across the edge of its status.
const STATUS = {
  met: spoil, missed: spoil, not_yet_met: spoil, behind: spoil, on_track: spoil,
  no_public_figure: bring, not_reported: bring,
  not_yet_due: (all, s) => { const t = targetOf(all, s); if (t.reference.slice(0, 4) > s.as_of.slice(0, 4)) t.reference = s.as_of; else bring(all, s); },
  awaiting_publication: (all, s) => { for (const t of all.targets.filter((x) => x.plan === s.plan && x.indicator === s.indicator)) t.expected_release = s.as_of; },
  not_assessable: (all, s) => {
    const t = targetOf(all, s);
    Object.assign(t, { kind: 'at_least', value: '999999', cannot_judge_vi: '', cannot_judge_en: '', each_of: '' });
  },
  no_target: (all, s) => {
    for (const t of all.targets.filter((x) => x.plan === s.plan && x.indicator === s.indicator)) Object.assign(t, { kind: 'at_least', value: '1' });
    if (!s.target) bringTarget(all, s);
  },
};

function bringTarget(all, s) {
  const template = Object.fromEntries(Object.keys(all.targets[0]).map((c) => [c, '']));
  all.targets.push({ ...template, plan: s.plan, indicator: s.indicator, target: 'x', kind: 'at_least', value: '1', valid_from: s.as_of, due: s.as_of, reference: s.as_of, role: 'judged' });
}

const shift = (day, by) => new Date(Date.parse(day) + by * 86400000).toISOString().slice(0, 10);
const deadlines = (all, r) => all.milestones.filter((m) => m.plan === r.plan && m.task === r.task);
const complete = (r, day) => { r.completed = day; r.parts = r.parts.split(';').map((p) => p && p.split(':').slice(0, 2).join(':') + ':' + day).join(';'); };
const finish = (all, r) => { r.state = 'done'; r.completed = ''; r.parts = [...new Set(deadlines(all, r).map((m) => m.milestone + ':done:'))].join(';'); };
const postpone = (all, r) => { for (const m of deadlines(all, r)) m.due = '9999-12-31'; };

// VERDICT does the same for tasks.
const VERDICT = {
  cancelled: finish, replaced: finish, no_public_document: finish, no_deadline: finish, not_reported: finish, in_progress: finish, not_started: finish,
  overdue: postpone, due_this_period: postpone,
  done_date_not_stated: (all, r) => complete(r, r.as_of),
  done_on_time: (all, r) => { const due = deadlines(all, r); if (!due.length) complete(r, ''); else for (const m of due) m.due = shift(r.completed, -1); },
  done_late: (all, r) => { for (const m of deadlines(all, r)) m.due = r.completed; },
};

function flips(name, table, column, moves) {
  const seen = new Set();
  for (const site of sites) {
    const tables = load(site);
    for (const value of new Set(tables[table].map((r) => r[column]))) {
      seen.add(value);
      test(`${site}: ${name} ${value}: an input moved across its edge is noticed`, () => {
        assert.ok(moves[value], `no move is known for ${value}`);
        const all = load(site);
        const n = tables[table].findIndex((r) => r[column] === value);
        moves[value](all, all[table][n]);
        const key = ['plan', table === 'statuses' ? 'indicator' : 'task', 'period'].map((c) => all[table][n][c]).join(' ');
        assert.ok(recompute(all).some((d) => d.table === table && d.row === key && d.column === column), `${key} stays ${value}`);
      });
    }
  }
  if (sites.length > 1) test(`every ${name} occurs`, () => assert.deepEqual(Object.keys(moves).filter((v) => !seen.has(v)), []));
}

flips('status', 'statuses', 'status', STATUS);
flips('verdict', 'task_reports', 'verdict', VERDICT);
