// Judges of what is said of tasks: rows of timelines and answers.
import { all, first, own, target, text } from './html.mjs';
import { VERDICT, counted, quarter, word } from './locale.mjs';

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
export const days = (a, b) => Math.round((Date.parse(a) - Date.parse(b)) / 86400000);

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
