// Judges of sentences and lists of counts: how many indicators and tasks stand how.
import { all, first, own, text } from './html.mjs';
import { STATUS, VERDICT, clause, counted, reference, word } from './locale.mjs';

const count = (rows, column) => rows.reduce((n, r) => n.set(r[column], (n.get(r[column]) ?? 0) + 1), new Map());
const earlier = (rows) => rows.filter((s) => s.status === 'no_public_figure' && s.last_reference);

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
