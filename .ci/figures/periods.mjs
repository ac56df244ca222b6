// Judges of what goes by periods: changes, corrections, the calendar, the status in each period.
import { all, first, own, target, text } from './html.mjs';
import { answer, judging, leading, unitsHolding, value } from './indicators.mjs';
import { taskAnswer } from './tasks.mjs';
import { STATUS, VERDICT, reference, word } from './locale.mjs';

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

export function scalar(page, r, v) {
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
  const stated = all(node, 'tbody tr').map((tr) => `${text(first(tr, 'th'))}: ${own(first(tr, 'td'), 'b', 'div.note').replace(/ ·$/, '')}`);
  page.same('the status in each period', stated, page.plan.judged.map((p) => `${page.name(p)} ${page.date(p.cutoff)}: ${word(page.lang, of, at(p)[column])}`));
  if (!figure) return;
  all(node, 'tbody tr').forEach((tr, n) => {
    const s = at(page.plan.judged[n]), gap = first(tr, 'div.note');
    const reason = gap && s.status === 'not_reported' ? text(gap).replace(/^[^:]*: /, '') : '';
    page.same(`the reason of ${s.period}`, reason, s[`explanation_${page.lang}`].includes(reason) ? reason : 'another');
    const b = first(tr, 'b');
    if (b && s.value) value(page, `the value of ${s.period}`, text(b), judging(page, s));
    else page.same(`a value of ${s.period}`, text(b).replace('—', ''), s.units && s.units_known === s.units ? unitsHolding(page, s) : s.value);
  });
}

// steps compares the reasons with the explanation of the tables, word by word.
export function steps(page, node, what, explanation) {
  page.same(what, all(node, 'li').map((li) => text(li)).join(' '), explanation.replace(/\s+/g, ' '));
}
