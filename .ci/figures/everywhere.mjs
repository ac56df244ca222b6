// Judges of what stands on pages of many kinds: names, the line of the period, what comes next, the citation.
import { years } from './indicators.mjs';
import { first, own, text } from './html.mjs';
import { reference, shortDate } from './locale.mjs';
import { slotId, slots } from './tasks.mjs';

// explained: every figure in a text is one that is known.
export const explained = (page, what, stated, pieces, must = []) => { if (/\d/.test(stated)) page.sentence(what, stated, must, pieces); };

// names are the texts by which a row is called.
export const names = (page, row, column) => [...['name', 'short'].map((c) => page.name(row, c)), row.name_printed, row[column]];

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
  const row = plan.task(id) ?? i, must = [page.date(page.period.cutoff), page.period.released.slice(0, 4)];
  const may = [...years(plan), page.name(plan.row), page.name(page.period), ...(row ? [id, ...names(page, row, 'indicator')] : [])];
  page.sentence('the citation', text(first(cited, 'p')).replace(/, https?:\S+$/, ''), must, may);
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
