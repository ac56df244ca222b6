// Sets every figure of a page beside what its site's tables say: counts, sums, values, targets and days. A page is known
// by its address; one of a kind that is not in the table below cannot be judged.
import { all, first, inside, own, target, text } from './html.mjs';
import { STATUS, VERDICT, counted, reference, word } from './locale.mjs';
import { Page } from './page.mjs';
import * as parts from './parts.mjs';

// Vietnamese folders and files by the English ones, under which the kinds are listed.
const ENGLISH = {
  'chi-tieu': 'indicators', 'tinh-trang': 'status', loai: 'kind', 'nhiem-vu': 'tasks', theo: 'by', 'thoi-han': 'deadline', 'linh-vuc': 'areas',
  'co-quan': 'agencies', 'ky-bao-cao': 'periods', 'ke-hoach': 'plan', nhung: 'embed', 'thay-doi': 'changes', 'dinh-chinh': 'revisions',
  'che-do-bao-cao': 'compliance', 'du-lieu': 'data', 'tim-kiem': 'search', 'phuong-phap': 'methodology', 'dia-chi': 'addresses',
  'gioi-thieu': 'about', 'tiep-can': 'accessibility', 'thuat-ngu': 'glossary',
};

// KINDS are the kinds of pages: the address below the language, with * for an id and PLAN for a plan, and the judge.
export const KINDS = {
  'index.html': home,
  'data.html': data,
  'search.html': search,
  'methodology.html': methodology,
  'addresses.html': addresses,
  'PLAN/index.html': cover,
  'PLAN/indicators/index.html': indicatorList,
  'PLAN/indicators/status/*': statusList,
  'PLAN/indicators/kind/*': kindList,
  'PLAN/indicators/*': indicator,
  'PLAN/embed/*': embed,
  'PLAN/tasks/index.html': taskList,
  'PLAN/tasks/by/deadline.html': tasksByDeadline,
  'PLAN/tasks/by/agency.html': tasksByAgency,
  'PLAN/tasks/status/*': verdictList,
  'PLAN/tasks/*': task,
  'PLAN/areas/index.html': areas,
  'PLAN/areas/*': area,
  'PLAN/agencies/index.html': agencies,
  'PLAN/agencies/*': agency,
  'PLAN/periods/index.html': periods,
  'PLAN/periods/*': period,
  'PLAN/changes.html': changed,
  'PLAN/revisions.html': revisions,
  'PLAN/compliance.html': compliance,
  'PLAN/plan/*': narrative,
};

// TEXTS are pages of words, without a figure of the data.
export const TEXTS = ['landing', '404', 'about.html', 'accessibility.html', 'glossary.html'];

const ROOT = { 'index.html': 'landing', '404.html': '404' };

// classify tells the language, plan, kind and id of an address; kind is undefined where it is of none.
export function classify(world, path) {
  const [lang, ...rest] = path.split('/');
  if (!rest.length) return { lang: 'vi', kind: ROOT[path] };
  const plan = world.plans.get(rest[0]);
  const folders = rest.map((p, n) => {
    const name = p.replace(/\.html$/, '');
    return plan && n === 0 ? 'PLAN' : (ENGLISH[name] ?? name) + (p === name ? '' : '.html');
  });
  const id = rest.at(-1).replace(/\.html$/, ''), exact = folders.join('/').replace('by/agencies', 'by/agency'), any = [...folders.slice(0, -1), '*'].join('/');
  return { lang, plan, id, kind: [exact, any].find((k) => k in KINDS || TEXTS.includes(k)) };
}

// judge reads a page and gives what was compared; a page of no known kind is an error.
export function judge(world, path, html) {
  const { lang, plan, id, kind } = classify(world, path);
  if (!kind) throw new Error(`${path}: a page of a kind that is not known; add its judge to KINDS`);
  const page = new Page(world, path, html, lang, plan ?? world.newest);
  try {
    if (kind in KINDS) KINDS[kind](page, id);
    if (page.main) everywhere(page, id);
  } catch (e) { // it speaks of a row that the tables lack
    page.same('the page as a whole', `${e.message} ${e.stack.split('\n')[1].trim()}`, 'can be judged');
  }
  return { kind, compared: page.compared, differences: page.differences };
}

// everywhere judges what stands on pages of many kinds: the line of the period, the names of rows that links have, charts,
// days to come, the citation.
function everywhere(page, id) {
  parts.frame(page, page.period);
  for (const a of page.all('a')) named(page, a);
  for (const row of page.all('tr.group')) groupNamed(page, text(row), row.attribs.id);
  for (const h3 of page.all('.strip h3')) groupNamed(page, text(h3), outermost(page.plan, target(first(h3.parent, 'ul a'))));
  parts.slotNames(page);
  parts.toCome(page, id);
  for (const li of page.all('aside li').filter((l) => first(l, 'a')?.attribs.href.match(/^\.\.\/(agencies|co-quan)\//))) ended(page, li);
  parts.decision(page);
}

// outermost is the printed row above an indicator that has none above it.
function outermost(plan, id) {
  const parent = plan.indicator(id)?.parent;
  return plan.indicator(parent) ? outermost(plan, parent) : id;
}

const groupNamed = (page, said, id) => page.sentence(`the group ${id}`, said, [id], parts.names(page, page.plan.indicator(id), 'indicator'));

// named compares the name of a row, body, area or period that a link has with that of the row to which it leads.
function named(page, a) {
  const url = new URL(a.attribs.href ?? '', `http://site/${page.path}`), said = text(a);
  if (!/\d/.test(said) || url.host !== 'site') return;
  const path = decodeURIComponent(url.pathname.slice(1)), { plan, kind, id } = classify(page.world, path);
  const rows = {
    'PLAN/indicators/*': ['indicators', 'indicator'], 'PLAN/tasks/*': ['tasks', 'task'], 'PLAN/areas/*': ['areas', 'area'],
    'PLAN/agencies/*': ['agencies', 'agency'], 'PLAN/periods/*': ['periods', 'period'],
  };
  if (kind === 'PLAN/indicators/index.html' && url.hash && plan.indicator(url.hash.slice(1))) return groupNamed(page, said, url.hash.slice(1));
  if (kind === 'PLAN/index.html') return parts.explained(page, 'the name of a plan', said, [page.name(plan.row)]);
  if (!(kind in rows) || inside(a, 'p.period')) return;
  const [table, column] = rows[kind], row = plan[table].find((r) => r[column] === id);
  const numbered = /^(?:\S+ |\S+ \S+ )?(\d\S*?)[.:,]? /.exec(said)?.[1] && ['indicator', 'task'].includes(column);
  const place = column === 'area' ? [String(plan.areas.indexOf(row) + 1)] : []; // areas are numbered in their order
  parts.explained(page, `the name of ${column} ${id}`, said, row ? [...parts.names(page, row, column), ...place] : [], numbered && said.startsWith(`${id} `) ? [id] : []);
}

const noList = (page, what) => page.same(`no list of ${what}`, Boolean(page.first('p.empty')), true);

// --- pages of the site ------------------------------------------------------------------------------------------------

function home(page) {
  const { plan, period: now } = page, statuses = plan.statusesIn(now);
  const years = [...new Set([plan.row.start, plan.row.end].map((d) => d.slice(0, 4)))];
  page.sentence('the heading', page.text('h1'), [years.join('–')]);
  parts.summary(page, 'the opening sentence', page.text('p.lead'), statuses);
  parts.tallies(page);
  parts.strip(page, plan.indicators);
  const [news, known, tasks] = page.all('section.ruled');
  parts.changes(page, news, text(page.all('p', news)[0]), now, true);
  knownRows(page, known, statuses);
  parts.taskSummary(page, 'the sentence about tasks', text(page.all('p', tasks)[0]), plan.reportsIn(now), plan.totalsUpTo(now));
}

// knownRows are the first indicators of which there is a figure, and how many there are.
function knownRows(page, section, statuses) {
  const having = statuses.filter((s) => s.value || s.last_value || s.units_known && s.units_known === s.units);
  const table = first(section, 'table.rows');
  if (!table) return;
  const shown = page.all('tr.row', table).map((r) => target(first(r, 'td.name a')));
  page.sentence('how many have a figure', text(first(section, 'p.small')), [page.number(Math.max(having.length, shown.length))]);
  parts.indicatorRows(page, table, page.plan.indicators.filter((i) => shown.includes(i.indicator)));
}

function data(page) {
  const stated = page.all('table.files tbody tr').map((tr) => `${text(first(tr, 'code'))}: ${own(first(tr, 'td.num'), 'span.label')}`);
  const known = Object.entries(page.world.tables).map(([name, rows]) => `${name}: ${page.number(rows.length)}`);
  page.same('the rows of the tables', stated.toSorted(), known.toSorted());
  for (const line of stated) page.same('a table', known.includes(line) ? line : 'none', line);
}

// search lists every page that is a row of a table, of every plan; bodies once.
function search(page) {
  const found = new Map();
  for (const a of page.all('ul.found a')) {
    const path = new URL(a.attribs.href, `http://x/${page.lang}/`).pathname.slice(1);
    const { plan, kind } = classify(page.world, path), key = `${plan?.id ?? ''} ${kind}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  for (const li of page.all('ul.found li')) entry(page, li);
  for (const p of page.world.plans.values()) {
    const counts = { 'indicators/*': p.indicators, 'tasks/*': p.tasks, 'areas/*': p.areas, 'periods/*': p.judged, 'agencies/*': p === page.world.newest ? p.agencies : [] };
    for (const [kind, rows] of Object.entries(counts)) page.same(`entries of ${kind} of ${p.id}`, found.get(`${p.id} PLAN/${kind}`) ?? 0, rows.length);
  }
}

// entry: of an indicator or a task its number and name stand beside the link.
function entry(page, li) {
  const path = new URL(first(li, 'a').attribs.href, `http://x/${page.lang}/`).pathname.slice(1), { plan, kind, id } = classify(page.world, path);
  const row = kind === 'PLAN/indicators/*' ? plan.indicator(id) : kind === 'PLAN/tasks/*' ? plan.task(id) : undefined;
  if (row) page.same(`the entry of ${id}`, text(first(li, 'small')).includes(` · ${id} ${kind === 'PLAN/tasks/*' ? '· ' : ''}${page.name(row)}`) ? id : text(first(li, 'small')), id);
}

// ended compares the day until which a body existed, beside a link to it.
function ended(page, li) {
  const row = page.plan.agencies.find((a) => a.agency === target(first(li, 'a')));
  if (row?.valid_to) page.sentence(`the end of ${row.agency}`, text(first(li, 'small')), [page.date(row.valid_to)], page.plan.agencies.map((a) => page.name(a)));
}

// methodology has worked examples, which are explanations of the tables, and the days of the periods and publishers.
function methodology(page) {
  for (const example of page.all('div.example')) {
    const link = first(example, 'a'), path = new URL(link.attribs.href, `http://x/${page.lang}/`).pathname.slice(1);
    const { plan, kind, id } = classify(page.world, path), name = /“([^”]*)”$/.exec(text(first(example, 'p')))?.[1];
    const at = name ? plan.judged.find((p) => page.name(p) === name) : plan.now;
    page.same('the period of an example', at ? 'known' : name, 'known');
    if (!at) continue;
    const row = kind === 'PLAN/indicators/*' ? plan.status(id, at) : plan.report(id, at);
    if (row) exampleSteps({ page, plan, at }, example, row, id);
  }
  for (const p of page.world.plans.values()) {
    const table = page.all('section.ruled').find((s) => s.attribs.id === `plan-${p.id}`)?.children.flatMap((c) => (c.name ? all(c, 'table') : []))[0];
    const stated = table ? all(table, 'tbody tr').map((tr) => [text(first(tr, 'th')), ...all(tr, 'td').slice(1).map((td) => text(td))].join('; ')) : [];
    released(page, p);
    parts.explained(page, 'the heading of a plan', text(first(page.all('section.ruled').find((s) => s.attribs.id === `plan-${p.id}`), 'h2')), [page.name(p.row)]);
    page.same(`the cut-offs of ${p.id}`, stated, p.periods.map((q) => [page.name(q), page.date(q.cutoff), q.kind !== 'baseline' && q.deadlines_until ? page.date(q.deadlines_until) : '—'].join('; ')));
  }
}

// released are the days on which outside publishers released the results that targets ask for; those of other years are in
// no table.
function released(page, plan) {
  const section = page.all('section.ruled').find((s) => s.attribs.id === `plan-${plan.id}`);
  const known = plan.targets.filter((t) => t.reference && t.expected_release).map((t) => [reference(page.lang, t.reference), page.date(t.expected_release)]);
  const lines = known.map((pair) => pair.join(': '));
  for (const td of all(section, 'td').filter((d) => all(d, 'a').length || /^\d{4}: /.test(text(d)))) {
    for (const line of text(td).split(/(?<=\d{4}) (?=\d{4}: )/).filter((l) => known.some(([ref]) => l.startsWith(`${ref}: `)))) {
      page.same('a release', lines.includes(line) ? line : `${line}, in no table`, line);
    }
  }
}

// exampleSteps: an example is the explanation of a row, or how the printed target is read.
function exampleSteps({ page, plan, at }, example, row, id) {
  const said = all(example, 'li').map((li) => text(li)).join(' '), read = /^(?:Printed as|In là) (“.*?”), (.*)$/.exec(said);
  if (!read) return page.same(`the example ${id}`, said, page.name(row, 'explanation').replace(/\s+/g, ' '));
  const of = Object.assign(Object.create(page), { plan });
  page.same(`the target of the example ${id}`, read[1], `“${plan.indicator(id).target_printed}”`);
  const pieces = plan.targets.filter((t) => t.indicator === id).map((t) => parts.targetPieces(of, t));
  page.same(`the target of the example ${id} as read`, pieces.some((p) => p.every((x) => x === '1' || x === '100%' || read[2].includes(x))), true);
  page.sentence(`the reading of the target of the example ${id}`, read[2], [], [...parts.inAnswer(of, id, at), ...pieces.flat()]);
}

// addresses are counted from the files of the site, and where they are rows of a table, from the table.
function addresses(page) {
  for (const row of page.all('table.addresses tbody tr')) {
    const shape = text(first(row, 'code')).replace('csv|json', 'csv'), hole = /\{[^}]*\}/;
    const of = (path) => { const [a, b] = shape.split(hole); return b === undefined ? path === a : path.startsWith(a) && path.endsWith(b) && !path.slice(a.length, path.length - b.length).includes('/'); };
    const listed = page.world.files.filter((f) => of(f) && !(hole.test(shape) && f.endsWith('index.html')));
    page.same(`how many ${shape}`, text(first(row, 'td.num')), page.number(listed.length));
  }
}

// --- pages of a plan --------------------------------------------------------------------------------------------------

function cover(page) {
  const { plan, lang } = page, whole = [counted(lang, plan.indicators.length, 'indicator'), ...parts.taskCount(lang, plan.tasks)];
  page.sentence('the opening sentence', page.text('p.lead'), [...whole, counted(lang, plan.areas.length, 'area')]);
  const facts = page.all('dl.about div').map((d) => text(d));
  const span = facts.find((f) => f.includes(page.date(plan.row.start)) && f.includes(page.date(plan.row.end)));
  page.same('the time of the plan', Boolean(span), true);
  if (plan.row.looked) page.same('the day up to which sources were searched', facts.some((f) => f.endsWith(page.date(plan.row.looked))), true);
  const printed = facts.map((f) => /(\S+) (?:dòng|rows): (.*)/.exec(f)).filter(Boolean);
  if (plan.indicators.length && printed.length) annex(page, 'indicators', printed[0], plan.rows.length, [counted(lang, plan.indicators.length, 'indicator')], plan.rows.length - plan.indicators.length);
  if (plan.tasks.length && printed.length) annex(page, 'tasks', printed.at(-1), plan.tasks.length, parts.taskCount(lang, plan.tasks), 0);
  areaRows(page);
  parts.calendar(page);
}

function annex(page, what, [, rows, of], known, pieces, groups) {
  page.same(`the rows of the annex of ${what}`, rows, page.number(known));
  page.sentence(`the annex of ${what}`, of, groups ? [...pieces, counted(page.lang, groups, 'group')] : pieces);
}

function areaRows(page) {
  const { plan, lang } = page;
  for (const li of page.all('ul.areas li').filter((l) => first(l, 'p.entry'))) {
    const id = target(first(li, 'a')), its = plan.indicators.filter((i) => i.area === id);
    page.sentence(`the rows of area ${id}`, text(first(li, 'span.meta')), [counted(lang, its.length, 'indicator'), ...parts.taskCount(lang, plan.tasks.filter((t) => t.area === id))]);
    if (its.length) parts.standing(page, first(li, 'ul.standing'), `area ${id}`, statusesOf(page, its));
  }
  page.same('the areas', page.all('ul.areas p.entry').length, plan.areas.length);
}

const statusesOf = (page, indicators) => page.plan.statusesIn(page.period).filter((s) => indicators.some((i) => i.indicator === s.indicator));
const reportsOf = (page, tasks) => page.plan.reportsIn(page.period).filter((r) => tasks.some((t) => t.task === r.task));

function indicatorList(page) {
  const { plan } = page;
  page.same('how many indicators', page.text('h1'), counted(page.lang, plan.indicators.length, 'indicator'));
  parts.tallies(page);
  if (!plan.indicators.length) return noList(page, 'indicators');
  parts.summary(page, 'the opening sentence', page.text('p.lead'), plan.statusesIn(page.period));
  for (const a of page.all('nav.by a')) kindCount(page, a);
  parts.indicatorRows(page, page.first('table.rows'), plan.indicators);
}

// kindCount is a link to the indicators of one kind of value, with how many there are.
function kindCount(page, a) {
  const n = /\((\S+)\)$/.exec(text(a))?.[1];
  if (n) page.same(`how many ${target(a)}`, n, page.number(page.plan.indicators.filter((i) => i.value_kind === target(a)).length));
}

function someIndicators(page, indicators) {
  page.same('how many indicators', page.text('h1').split(': ').at(-1), counted(page.lang, indicators.length, 'indicator'));
  if (indicators.length) parts.indicatorRows(page, page.first('table.rows'), indicators);
  else noList(page, 'indicators');
}

function statusList(page, status) {
  page.same('the status', page.text('h1').split(': ')[0], word(page.lang, STATUS, status));
  parts.tallies(page);
  someIndicators(page, page.plan.indicators.filter((i) => page.plan.status(i.indicator, page.period).status === status));
}

function kindList(page, kind) {
  for (const a of page.all('nav.by a')) kindCount(page, a);
  someIndicators(page, page.plan.indicators.filter((i) => i.value_kind === kind));
}

function indicator(page, id) {
  const { plan, period: now } = page, s = plan.status(id, now), i = plan.indicator(id);
  page.same('the status', text(page.first('p.answer span.hide')), `${word(page.lang, STATUS, s.status)}.`);
  parts.answer(page, 'the answer', own(page.first('p.answer'), 'span.hide', 'span.badge'), id, now);
  parts.note(page, id);
  parts.steps(page, page.first('section.why'), 'the reasons', page.name(s, 'explanation'));
  figures(page, id);
  parts.statusByPeriod(page, STATUS, (p) => plan.status(id, p), 'status', true);
  const set = page.all('table').find((t) => !all(t, 'thead').length);
  if (set) parts.targets(page, 'the targets', all(set, 'th').map((th) => text(th)).join('; '), plan.setTargets(id, now));
  observed(page, id);
  corrections(page, plan.revisions.filter((r) => r.indicator === id));
  printed(page, [i.number_printed, i.name_printed, i.target_printed]);
}

// printed is the wording of the plan, in which there are figures too.
function printed(page, cells) {
  const said = page.all('dl.printed dd').map((dd) => text(dd)), flat = (s) => s.replace(/\s+/g, ' ').trim();
  for (const cell of cells.filter(Boolean)) page.same('the wording as printed', said.includes(`“${flat(cell)}”`) ? cell : said, cell);
}

// figures are the tables under the charts of a page.
function figures(page, id, at = page.period) {
  for (const table of page.all('div.scroll table').filter((t) => all(t, 'td.num').length)) parts.figureTable(page, table, id, at);
  for (const chart of page.all('figure.chart')) parts.chart(page, chart, id, at);
}

// observed are the figures that judge and those that do not, and the table of those of parts.
function observed(page, id) {
  const known = page.plan.observed(id, page.period.cutoff), baseline = page.plan.setTargets(id, page.period).map((t) => t.baseline_period);
  const used = known.filter((o) => o.judged === 'true' || baseline.includes(o.reference) && !o.breakdown && o.comparable === 'full');
  const context = known.filter((o) => !o.breakdown && !used.includes(o));
  const of = (name) => page.all('section').find((s) => text(first(s, 'h2')) === name)?.children.find((c) => c.name === 'ul');
  const section = { used: of(page.say('Số liệu dùng để đánh giá', 'Figures used in judging')), context: of(page.say('Số liệu tham khảo, không dùng để đánh giá', 'Context figures, not judged')) };
  for (const [what, rows] of Object.entries({ used, context })) {
    if (section[what]) parts.facts(page, section[what], rows, `figures ${what}`);
    else page.same(`how many figures ${what}`, 0, rows.length);
  }
  const table = page.all('table').find((t) => text(first(t, 'caption')) === page.say('Số liệu chi tiết, không dùng để đánh giá', 'Breakdown, not judged'));
  if (table) breakdown(page, table, known.filter((o) => o.breakdown && o.judged !== 'true'));
}

function breakdown(page, table, rows) {
  const stated = all(table, 'tbody tr').map((tr) => { const td = all(tr, 'td'); return `${text(td[0])}: ${parts.leading(text(td[2]))}`; });
  page.same('the breakdown', stated, rows.map((o) => `${parts.when(page, o)}: ${parts.short(page, o)}`));
}

function corrections(page, rows) {
  const list = page.all('ul.facts').find((u) => all(u, 'del').length);
  if (list) parts.revised(page, list, rows);
  else page.same('how many corrections', 0, rows.length);
}

function embed(page, id) {
  page.sentence('the heading', page.text('h1'), [id], parts.names(page, page.plan.indicator(id), 'indicator'));
  figures(page, id);
}

function task(page, id) {
  const { plan, period: now } = page, r = plan.report(id, now);
  page.same('the verdict', text(page.first('p.answer span.hide')), `${word(page.lang, VERDICT, r.verdict)}.`);
  parts.taskAnswer(page, 'the answer', own(page.first('p.answer'), 'span.hide', 'span.badge'), id, now);
  parts.steps(page, page.first('section.why'), 'the reasons', page.name(r, 'explanation'));
  parts.timeline(page, page.first('table.single'), [plan.task(id)], id);
  const children = plan.tasks.filter((t) => t.parent === id), table = page.all('table.time').find((t) => !(t.attribs.class.includes('single')));
  if (table) parts.timeline(page, table, children);
  else page.same('how many subtasks', 0, children.length);
  deadlines(page, id);
  parts.statusByPeriod(page, VERDICT, (p) => plan.report(id, p), 'verdict');
  corrections(page, plan.revisions.filter((x) => x.task === id));
  printed(page, ['number_printed', 'name_printed', 'product_printed', 'timeline_printed'].map((c) => plan.task(id)[c]));
}

// deadlines are the days of the parts of a task that has several, and the documents that may belong to it.
function deadlines(page, id) {
  const due = page.plan.deadlines(id, page.period.cutoff), label = page.say('hạn', 'due');
  const stated = page.all('ul.facts li').filter((li) => new RegExp(`(: |^)${label} `).test(text(li))).map((li) => text(first(li, 'b')));
  page.same('the deadlines of the parts', stated, due.length > 1 ? due.map((d) => page.date(d)) : []);
  for (const d of page.plan.related.filter((x) => x.task === id && page.plan.period(x.period).cutoff <= page.period.cutoff && x.date)) {
    page.same(`the day of ${d.document || d.date}`, page.all('ul.facts li').some((li) => text(li).includes(page.date(d.date))), true);
  }
}

function taskHead(page, tasks) {
  const { plan } = page, numbered = plan.tasks.filter((t) => t.level === 'task').length;
  page.same('how many tasks', page.text('h1').split(', ')[0], counted(page.lang, numbered, 'task'));
  parts.tallies(page);
  if (!plan.tasks.length) return noList(page, 'tasks');
  parts.taskSummary(page, 'the opening sentence', page.text('p.lead'), plan.reportsIn(page.period), plan.totalsUpTo(page.period));
  annexRows(page);
  const columns = parts.slots(page, page.period.cutoff), due = plan.tasks.flatMap((t) => plan.deadlines(t.task, page.period.cutoff));
  page.same('the deadlines falling due', page.all('ol.milestones li').map((li) => text(li)), columns.map((s) => `${s.name} ${page.number(due.filter((d) => s.from <= d && d <= s.to).length)}`));
  parts.timeline(page, page.first('table.time'), tasks);
}

function taskList(page) { taskHead(page, page.plan.tasks); }

// annexRows is how many rows the annex prints, where subtasks are among them.
function annexRows(page) {
  const { plan } = page, [rows, numbered] = [plan.tasks.length, plan.tasks.filter((t) => t.level === 'task').length];
  const line = page.all('p.small').find((p) => /\d/.test(text(p)) && !inside(p, 'form'));
  const kinds = [page.say(`${page.number(numbered)} nhiệm vụ đánh số`, `${page.number(numbered)} numbered tasks`), counted(page.lang, rows - numbered, 'subtask')];
  if (line) page.sentence('the rows of the annex', text(line).replace(/^.*?(?= in | prints )/, ''), [counted(page.lang, rows, 'row'), ...kinds]);
}

// groupsOf are the tasks of each group of a timeline, by the id of the group.
const groupsOf = (page) => new Map(page.all('table.time tbody').map((b) => [b.attribs.id, all(b, 'td.name a').map((a) => target(a))]));

function groups(page, known) {
  const stated = groupsOf(page);
  for (const [id, tasks] of known) page.same(`the tasks of ${id}`, (stated.get(id) ?? []).toSorted(), tasks.map((t) => t.task).toSorted());
  page.same('the groups', [...stated.keys()].toSorted(), [...known].filter(([, t]) => t.length).map(([id]) => id).toSorted());
}

function tasksByDeadline(page) {
  const { plan, period: now } = page;
  taskHead(page, plan.tasks);
  if (!plan.tasks.length) return;
  const due = (t) => plan.deadlines(t.task, now.cutoff);
  const known = new Map([['overdue', plan.tasks.filter((t) => plan.report(t.task, now).verdict === 'overdue')], ['never', plan.tasks.filter((t) => !due(t).length)]]);
  for (const s of parts.slots(page, now.cutoff)) {
    known.set(`due-${parts.slotId(s)}`, plan.tasks.filter((t) => due(t).some((d) => s.from <= d && d <= s.to)));
  }
  groups(page, known);
}

function tasksByAgency(page) {
  const { plan } = page, known = new Map([['lead-', plan.tasks.filter((t) => !t.lead)]]);
  taskHead(page, plan.tasks);
  for (const a of plan.agencies) known.set(`lead-${a.agency}`, plan.answers(a.agency).leads);
  if (plan.tasks.length) groups(page, known);
}

function verdictList(page, verdict) {
  const tasks = page.plan.tasks.filter((t) => page.plan.report(t.task, page.period).verdict === verdict);
  page.sentence('how many tasks', page.text('h1').slice(word(page.lang, VERDICT, verdict).length), [page.number(tasks.length)]);
  parts.tallies(page);
  if (tasks.length) parts.timeline(page, page.first('table.time'), tasks);
  else noList(page, 'tasks');
}

function areas(page) {
  const { plan, lang } = page;
  page.same('how many areas', page.text('h1'), counted(lang, plan.areas.length, 'area'));
  page.sentence('the opening sentence', page.text('p.lead'), [counted(lang, plan.indicators.length, 'indicator'), ...parts.taskCount(lang, plan.tasks)]);
  areaRows(page);
}

function area(page, id) {
  const { plan, lang } = page, its = plan.indicators.filter((i) => i.area === id), tasks = plan.tasks.filter((t) => t.area === id);
  const held = [...(its.length ? [counted(lang, its.length, 'indicator')] : []), ...(tasks.length ? parts.taskCount(lang, tasks) : [])];
  parts.summary(page, 'the opening sentence', page.text('p.lead'), statusesOf(page, its), held);
  if (its.length) parts.indicatorRows(page, page.first('table.rows'), its);
  if (!tasks.length) return;
  const table = page.first('table.time'), sentence = table.parent.children.find((c) => c.name === 'p');
  if (sentence) parts.taskSummary(page, 'the sentence about tasks', text(sentence), reportsOf(page, tasks));
  parts.timeline(page, table, tasks);
}

// given are the counts of the rows that a body answers for, as a sentence has them.
function given(page, of) {
  const { lang } = page;
  const indicators = ['monitors', 'executes'].filter((k) => of[k].length).map((k) => counted(lang, of[k].length, 'indicator'));
  return [...indicators, ...['leads', 'coordinates'].filter((k) => of[k].length).flatMap((k) => parts.taskCount(lang, of[k]))];
}

function agencies(page) {
  const { plan } = page, busy = (a) => Object.values(plan.answers(a.agency)).some((rows) => rows.length);
  page.sentence('how many bodies', page.text('h1'), [page.number(plan.agencies.length)]);
  const [groups, offices] = [true, false].map((group) => plan.agencies.filter((a) => (a.level === 'group') === group && busy(a)).length);
  page.sentence('the opening sentence', page.text('p.lead'), [page.number(offices), page.number(groups)]);
  for (const li of page.all('ul.ledger li')) {
    const id = target(first(li, 'a')), row = plan.agencies.find((a) => a.agency === id), ended = first(li, 'span.meta');
    page.sentence(`what ${id} answers for`, text(first(li, 'p.small')), given(page, plan.answers(id)));
    if (row?.valid_to) page.sentence(`the end of ${id}`, text(ended), [page.date(row.valid_to)]);
  }
  page.same('the bodies', page.all('ul.ledger a').map((a) => target(a)).toSorted(), plan.agencies.map((a) => a.agency).toSorted());
}

function agency(page, id) {
  const { plan } = page, of = plan.answers(id), reports = plan.compliance.filter((c) => c.agency === id && Number(c.rows_due));
  const onTime = reports.filter((c) => c.verdict === 'on_time').length;
  page.sentence('the opening sentence', page.text('p.lead'), [...given(page, of), ...(reports.length ? [page.say(`${onTime} trên ${reports.length}`, `${onTime} of ${reports.length}`)] : [])]);
  const row = plan.agencies.find((a) => a.agency === id), facts = text(page.first('dl.about'));
  page.sentence('the days of the body', facts, [row.valid_from, row.valid_to].filter(Boolean).map((d) => page.date(d)), plan.agencies.map((a) => page.name(a)));
  page.same('its reports', page.all('ul.standing li').map((li) => `${text(first(li, 'a'))}: ${text(first(li, 'small'))}`), reports.map((c) => `${page.name(plan.period(c.period))}: (${complied(page, c, ', ')})`));
  const its = plan.indicators.filter((i) => of.monitors.includes(i) || of.executes.includes(i));
  if (its.length > 1) parts.strip(page, its);
  roles(page, of);
}

// roles are the lists of the rows of a body, a section for each part that it has.
function roles(page, of) {
  const sections = page.all('section').filter((s) => s.children.some((c) => c.name === 'table'));
  const wanted = ['monitors', 'executes', 'leads', 'coordinates'].filter((k) => of[k].length);
  page.same('the lists of rows', sections.length, wanted.length);
  sections.forEach((section, n) => {
    const rows = of[wanted[n]] ?? [], sentence = section.children.find((c) => c.name === 'p'), table = first(section, 'table');
    if (n < wanted.filter((k) => k === 'monitors' || k === 'executes').length) {
      if (sentence) parts.summary(page, `the sentence of ${wanted[n]}`, text(sentence), statusesOf(page, rows));
      return parts.indicatorRows(page, table, rows);
    }
    if (sentence) parts.taskSummary(page, `the sentence of ${wanted[n]}`, text(sentence), reportsOf(page, rows));
    parts.timeline(page, table, rows);
  });
}

// complied is how a body reported in a period.
function complied(page, c, mark) {
  const rows = page.say(`${page.number(c.rows_reported)}/${page.number(c.rows_due)} dòng`, `${page.number(c.rows_reported)} of ${page.number(c.rows_due)} rows`);
  const late = c.verdict === 'partial' && c.days_late ? `, ${page.say(`muộn ${page.number(c.days_late)} ngày`, `${counted('en', c.days_late, 'day')} late`)}` : '';
  return c.received ? `${rows}${mark}${page.say('nhận', 'received')} ${page.date(c.received)}${late}` : rows;
}

const COMPLIANCE = { on_time: ['Đúng hạn', 'On time'], partial: ['Thiếu', 'In part'], missing: ['Không có báo cáo', 'Missing'] };

function compliance(page) {
  const { plan } = page, table = page.first('div.scroll table');
  if (!table) return noList(page, 'reports');
  page.same('the periods', all(table, 'thead th').slice(1).map((th) => text(th)), plan.judged.map((p) => page.name(p) + (p.due ? ` ${page.say('hạn', 'due')} ${page.date(p.due)}` : '')));
  for (const tr of all(table, 'tbody tr')) {
    const id = target(first(tr, 'th a'));
    all(tr, 'td').forEach((td, n) => {
      const c = plan.compliance.find((x) => x.agency === id && x.period === plan.judged[n].period);
      page.same(`${id} in ${plan.judged[n].period}`, text(td), c && Number(c.rows_due) ? `${complianceWord(page, c)} ${complied(page, c, ' · ')}` : page.say('không phải báo cáo', 'nothing due'));
    });
  }
  page.same('the bodies', all(table, 'tbody tr').length, new Set(plan.compliance.map((c) => c.agency)).size);
}

function complianceWord(page, c) {
  if (c.verdict === 'late') return page.say(`Muộn ${page.number(c.days_late)} ngày`, `Late by ${counted('en', c.days_late, 'day')}`);
  return COMPLIANCE[c.verdict][page.lang === 'en' ? 1 : 0];
}

// --- periods ----------------------------------------------------------------------------------------------------------

function periods(page) {
  page.sentence('the opening sentence', page.text('p.lead'), [page.name(page.period)]);
  parts.calendar(page);
}

function period(page, id) {
  const { plan } = page, p = plan.period(id);
  page.period = p;
  page.sentence('the heading', page.text('h1'), [page.name(p)], [plan.row.start, plan.row.end].map((d) => d.slice(0, 4)));
  const days = new Map(page.all('dl.about div').map((d) => [text(first(d, 'dt')), text(first(d, 'dd'))]));
  const known = { cutoff: ['Ngày chốt', 'Cut-off'], due: ['Hạn báo cáo', 'Report due'], released: ['Trang này công bố', 'Published here'] };
  for (const [column, label] of Object.entries(known)) if (p[column]) page.same(`the day ${column}`, days.get(page.say(...label)), page.date(p[column]));
  if (plan.judged.includes(p)) report(page, p);
  else baseline(page, p);
}

function baseline(page, p) {
  page.sentence('the opening sentence', page.text('p.lead'), [page.date(p.cutoff)]);
  const heads = page.all('h3.part'), lists = page.all('ul.facts');
  heads.forEach((h3, n) => {
    const id = target(first(h3, 'a'));
    parts.facts(page, lists[n], page.plan.observed(id, p.cutoff).filter((o) => o.period === p.period && !o.breakdown), `figures of ${id}`);
  });
  const known = page.plan.observations.filter((o) => o.period === p.period && !o.breakdown && o.reported === 'true').map((o) => o.indicator);
  page.same('the indicators with a figure', heads.map((h) => target(first(h, 'a'))).toSorted(), [...new Set(known)].toSorted());
}

function report(page, p) {
  const { plan } = page, sections = page.all('section');
  parts.summary(page, 'the opening sentence', page.text('p.lead'), plan.statusesIn(p));
  parts.tallies(page);
  parts.strip(page, plan.indicators);
  const news = sections.find((s) => s.parent.name === 'main');
  parts.changes(page, news, text(first(news, 'p')), p);
  for (const s of sections.filter((x) => x.attribs.class === 'pictured')) {
    parts.figureTable(page, first(s, 'table'), target(first(s, 'a')), p);
    parts.chart(page, first(s, 'figure.chart'), target(first(s, 'a')), p);
  }
  const [one, two] = ['table-1', 'table-2'].map((id) => sections.find((s) => s.attribs.id === id));
  if (plan.indicators.length) parts.indicatorRows(page, first(one, 'table.rows'), plan.indicators);
  dueTasks(page, two, p);
  const totals = sections.flatMap((s) => all(s, 'ul.sources li')).map((li) => li.children.find((c) => c.name === 'b')).filter(Boolean).map((b) => text(b));
  page.same('the stated totals', totals.length, plan.totalsUpTo(p).length);
  plan.totalsUpTo(p).forEach((t, n) => page.sentence('a stated total', totals[n] ?? '', [page.number(t.done), page.number(t.total), reference(page.lang, t.reference)]));
}

// dueTasks are the tasks with a deadline in the period, and the others.
function dueTasks(page, section, p) {
  const { plan } = page, paragraphs = section.children.filter((c) => c.name === 'p');
  if (plan.tasks.length) parts.taskSummary(page, 'the sentence about tasks', text(paragraphs[0]), plan.reportsIn(p), plan.totalsUpTo(p));
  const since = plan.periods.filter((q) => q.cutoff < p.cutoff).at(-1)?.cutoff ?? plan.row.start, until = p.deadlines_until || p.cutoff;
  page.sentence('the days of the deadlines', text(paragraphs[1]), [page.date(since), page.date(until)]);
  const due = plan.tasks.filter((t) => plan.deadlines(t.task, p.cutoff).some((d) => d > since && d <= until)), tables = all(section, 'table.time');
  const groups = [due, plan.tasks.filter((t) => !due.includes(t))].filter((g) => g.length);
  page.same('the tables of tasks', tables.length, groups.length);
  groups.forEach((tasks, n) => tables[n] && parts.timeline(page, tables[n], tasks));
}

function changed(page) {
  for (const section of page.all('section.ruled')) {
    const p = page.plan.period(section.attribs.id), values = page.plan.revisions.filter((r) => r.release === p.period);
    parts.changes(page, section, text(first(section, 'p.small')), p);
    const list = first(section, 'ul.facts');
    if (list) parts.revised(page, list, values);
    else page.same(`how many corrections in ${p.period}`, 0, values.length);
  }
  page.same('the periods', page.all('section.ruled').map((s) => s.attribs.id), page.plan.judged.map((p) => p.period).toReversed());
}

// revisions are the corrected values. Changed definitions are in no table, but their days are written as all days are.
function revisions(page) {
  corrections(page, page.plan.revisions);
  for (const e of [...page.all('del'), ...page.all('ins')]) page.same('a day as it is written', /^\d{4}-\d\d-\d\d$/.test(text(e)) ? text(e) : 'in words', 'in words');
}

// narrative: a percentage in the text is one of a row's figures; other numbers in it are of the plan's own words.
function narrative(page) {
  const { plan, lang } = page;
  const digits = [...plan.observations.map((o) => o.value), ...plan.targets.flatMap((t) => [t.value, t.upper, t.baseline_value])].filter((v) => /^-?[\d.]+$/.test(v));
  const known = digits.map((v) => page.number(v) + '%'), wording = [...plan.rows.map((i) => i.target_printed), ...plan.tasks.map((t) => page.name(t))].join(' ');
  for (const [percent] of text(page.first('article')).matchAll(/\d[\d.,]*%/g)) {
    page.same('a percentage', known.includes(percent) || wording.includes(percent) ? percent : `${percent}, of no row`, percent);
  }
}
