// Draws the interactive chart of a page with ECharts itself and compares what stands there with our own drawing: axis,
// columns and bars, points, targets, zone, gaps. Both sides are read from what is drawn, not from the numbers behind it:
// ours from the SVG, theirs from the shapes that ECharts put on its stage; each is brought to values by the labels of its
// own axis.
//
//   node .ci/echarts.mjs SITE
//
// Exit code 1 and one line a difference, 0 otherwise.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const echarts = createRequire(new URL('../static/package.json', import.meta.url))('echarts');

// TOLERANCE is the pixels by which two places may differ on their own side: columns of ours that have an outline lie a
// pixel inside, ECharts sets lines on half pixels, and a value of zero is a stub of two pixels.
const TOLERANCE = 2.1;

const WIDE = 720;

// --- what both sides become --------------------------------------------------------------------------------------------

// scale makes values of places: from two labels of an axis, the first and the last.
function scale(ticks) {
  if (ticks.length < 2) return null;
  const [a, b] = [ticks[0], ticks.at(-1)];
  const unit = (b.value - a.value) / (b.at - a.at);
  return { value: (at) => a.value + (at - a.at) * unit, pixel: Math.abs(unit) };
}

// labelValue reads the label of a tick in the page's language.
function labelValue(text, lang) {
  const plain = text.replace('−', '-').replace(/\s/g, '');
  return Number(lang === 'vi' ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', ''));
}

// valued gives ticks their values: numbers as they say, names of tiers by their place from the worst.
function valued(ticks, kind, lang) {
  const sorted = ticks.toSorted((a, b) => a.at - b.at);
  if (kind === 'tiers') return sorted.map((t, n) => ({ ...t, value: sorted.length - n }));
  return sorted.map((t) => ({ ...t, value: labelValue(t.text, lang) }));
}

// within lists the slots whose middles lie between two places.
const within = (middles, from, to) => middles.flatMap((m, n) => (m >= from - 2 && m <= to + 2 ? [n] : []));

// --- ours --------------------------------------------------------------------------------------------------------------

const tag = /<(\/?)([a-z]+)([^>]*?)\/?>(?:([^<]*)<\/text>)?/g;

function attributes(text) {
  return Object.fromEntries([...text.matchAll(/([\w-]+)=(?:"([^"]*)"|([^\s"]+))/g)].map(([, k, a, b]) => [k, a ?? b]));
}

// elements lists the shapes of a drawing, each with the slot in whose group it stands.
function elements(svg) {
  let row = null;
  const all = [];
  for (const [, end, name, rest, text] of svg.matchAll(tag)) {
    const a = attributes(rest);
    if (name === 'g') row = end ? null : Number(a['data-row'] ?? NaN);
    else if (!end) all.push({ name, row, text, ...a, ...Object.fromEntries(['x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'cx', 'cy', 'r', 'font-size', 'stroke-width'].filter((k) => k in a).map((k) => [k, Number(a[k])])) });
  }
  return all;
}

const decoded = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#34;', '"').replaceAll('&amp;', '&');

// readOurs reads the wide drawing. Where bars lie along the axis, its places are across.
export function readOurs(svg, kind, lang) {
  const all = elements(svg), along = kind === 'bars';
  const ink2 = all.filter((e) => e.name === 'text' && e.fill === 'var(--ink2)' && e.row === null && e['text-anchor'] === (along ? 'middle' : 'end'));
  const ruled = (t) => along || kind === 'tiers' || all.some((l) => l.name === 'line' && l.stroke === 'var(--rule)' && Math.abs(l.y1 - (t.y - 0.36 * t['font-size'])) < 1);
  const bands = kind === 'tiers' ? bandsOf(all) : [];
  const ticks = valued(kind === 'tiers' ? bands : ink2.filter(ruled).map((t) => ({ text: decoded(t.text), at: along ? t.x : t.y - 0.36 * t['font-size'] })), kind, lang);
  const rows = Math.max(-1, ...all.map((e) => e.row ?? -1)) + 1;
  const marks = [];
  const middles = [];
  for (let n = 0; n < rows; n++) {
    const own = all.filter((e) => e.row === n);
    const rect = own.find((e) => e.name === 'rect'), circle = kind !== 'tiles' && own.find((e) => e.name === 'circle' && e.r > 4);
    if (rect) marks.push({ slot: n, from: along ? rect.x : rect.y, to: along ? rect.x + rect.width : rect.y + rect.height, filled: rect.fill !== 'var(--bg)' });
    if (circle) marks.push({ slot: n, at: circle.cy, filled: circle.fill !== 'var(--bg)' });
    middles.push(middle(own, rect, circle, along));
  }
  return { ticks, slots: rows, marks, ends: endsOf(ticks, bands, kind, all), ladders: laddersOf(all), ...edges(all, along, middles) };
}

// endsOf is where the axis begins and ends: at its outer labels, of tiers at the outer edges of their rows; that of ranks
// begins at its first label and ends with the longest ladder.
function endsOf(ticks, bands, kind, all) {
  if (kind === 'ladder') return [ticks[0]?.at, Math.max(...all.filter((e) => e.name === 'line' && e.x1 === e.x2).map((l) => Math.max(l.y1, l.y2)))];
  if (kind !== 'tiers') return [ticks[0]?.at, ticks.at(-1)?.at];
  return [Math.min(...bands.map((b) => b.from)) - 1, Math.max(...bands.map((b) => b.to)) + 1];
}

// laddersOf is where the ladders end.
function laddersOf(all) {
  return all.filter((e) => e.name === 'line' && e.row === null && e.stroke === 'var(--rule2)' && e['stroke-width'] === 2 && e.x1 === e.x2)
    .toSorted((a, b) => a.x1 - b.x1).map((l) => Math.max(l.y1, l.y2));
}

// bandsOf are the rows of tiers with their names.
function bandsOf(all) {
  const names = all.filter((e) => e.name === 'text' && e.row === null && e['text-anchor'] === 'end' && e.fill === 'var(--ink)');
  return all.filter((e) => e.name === 'rect' && e.row === null && ['var(--bg2)', 'var(--zone)'].includes(e.fill)).map((b) => ({
    at: b.y + b.height / 2, from: b.y, to: b.y + b.height,
    text: names.filter((t) => t.y > b.y && t.y < b.y + b.height).map((t) => decoded(t.text)).join(' '),
  }));
}

function middle(own, rect, circle, along) {
  if (circle) return circle.cx;
  if (rect) return along ? rect.y + rect.height / 2 : rect.x + rect.width / 2;
  const line = own.find((e) => e.name === 'line'), text = own.find((e) => e.name === 'text');
  if (along) return line.y1;
  return line ? (line.x1 + line.x2) / 2 : text?.x ?? NaN;
}

// edges reads the targets and the zone of our drawing.
function edges(all, along, middles) {
  const lines = all.filter((e) => e.name === 'line' && e.stroke === 'var(--ink)');
  const targets = lines.map((l) => (along
    ? { at: l.x1, slots: within(middles, Math.min(l.y1, l.y2), Math.max(l.y1, l.y2)) }
    : { at: l.y1, slots: within(middles, l.x1, l.x2) }));
  const zones = all.filter((e) => e.name === 'rect' && e.fill === 'var(--zone)'), [zone] = zones; // of tiers one a row
  return { targets, zone: zone && { from: Math.min(...zones.map((z) => z.y)), to: Math.max(...zones.map((z) => z.y + z.height)), slots: within(middles, zone.x, zone.x + zone.width) } };
}

// --- theirs ------------------------------------------------------------------------------------------------------------

// stage draws an option with ECharts and lists what stands there.
function stage(option, height) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDE, height });
  chart.setOption(option);
  chart.renderToSVGString();
  const shapes = chart.getZr().storage.getDisplayList(true).map((e) => ({ type: e.type, shape: e.shape, style: e.style, at: e.transform ?? [1, 0, 0, 1, 0, 0] }));
  const axis = chart.getModel().getComponent(Array.isArray(option.yAxis) && option.yAxis[0].type === 'category' ? 'yAxis' : 'xAxis', 0).axis;
  const labels = axis.scale.getOrdinalMeta().categories;
  const middles = labels.flatMap((label, n) => (label === '' ? [] : [axis.toGlobalCoord(axis.dataToCoord(n))]));
  const plot = chart.getModel().getComponent('grid').coordinateSystem.getRect();
  chart.dispose();
  return { shapes, middles, plot };
}

const isLine = (e) => e.type === 'ec-line';
const nearest = (middles, at) => middles.findIndex((m) => Math.abs(m - at) < 3);

// readTheirs reads what ECharts drew.
export function readTheirs(option, kind, lang, height = 380) {
  const along = kind === 'bars', { shapes, middles, plot } = stage(option, height);
  const ruled = shapes.filter((e) => isLine(e) && (e.style.stroke === 'var(--rule)' || e.style.stroke === 'transparent')).map((e) => (along ? e.shape.x1 : e.shape.y1));
  const near = (at) => ruled.some((r) => Math.abs(r - at) < 3);
  const ticks = valued(shapes.filter((e) => e.style.text && e.style.fill === 'var(--ink2)').map((e) => ({ text: e.style.text, at: e.at[along ? 4 : 5], across: e.at[along ? 5 : 4] }))
    .filter((t, _, all) => near(t.at) && (along || t.across === Math.min(...all.map((x) => x.across)))), kind, lang);
  const marks = [];
  for (const e of shapes) {
    const filled = e.style.fill !== 'var(--bg)', painted = ['var(--data)', 'var(--bg)'].includes(e.style.fill) && (e.style.fill === 'var(--data)' || e.style.stroke === 'var(--data)' || e.style.stroke === 'var(--rule2)');
    if (!painted) continue;
    if (e.type === 'rect') marks.push(barOf(e.shape, along, middles, filled));
    if (e.type === 'path' && e.at[0] > 4.5) marks.push({ slot: nearest(middles, e.at[4]), at: e.at[5], filled });
  }
  const ends = along ? [plot.x, plot.x + plot.width] : [plot.y, plot.y + plot.height];
  const ladders = shapes.filter((e) => isLine(e) && e.style.stroke === 'var(--rule2)' && e.style.lineDash === 'solid' && Math.abs(e.shape.x1 - e.shape.x2) < 0.01 && e.style.lineWidth === 2)
    .toSorted((a, b) => a.shape.x1 - b.shape.x1).map((e) => Math.max(e.shape.y1, e.shape.y2));
  return { ticks, slots: middles.length, marks: marks.toSorted((a, b) => a.slot - b.slot), ends, ladders, ...edgesOf(shapes, along, middles) };
}

function barOf({ x, y, width, height }, along, middles, filled) {
  const [a, b] = along ? [x, x + width] : [y, y + height];
  return { slot: nearest(middles, along ? y + height / 2 : x + width / 2), from: Math.min(a, b), to: Math.max(a, b), filled };
}

function edgesOf(shapes, along, middles) {
  const targets = shapes.filter((e) => isLine(e) && e.style.stroke === 'var(--ink)').map(({ shape: s }) => (along
    ? { at: s.x1, slots: within(middles, Math.min(s.y1, s.y2), Math.max(s.y1, s.y2)) }
    : { at: s.y1, slots: within(middles, s.x1, s.x2) }));
  const area = shapes.find((e) => e.type === 'polygon' && e.style.fill === 'var(--zone)');
  if (!area) return { targets, zone: undefined };
  const [xs, ys] = [0, 1].map((k) => area.shape.points.map((p) => p[k]));
  return { targets, zone: { from: Math.min(...ys), to: Math.max(...ys), slots: within(middles, Math.min(...xs), Math.max(...xs)) } };
}

// --- the comparison ----------------------------------------------------------------------------------------------------

const KINDS = ['columns', 'lines', 'bars', 'ladder', 'tiers', 'tiles'];

// compare lists how two drawings of a chart differ.
export function compare(ours, theirs, kind) {
  if (!KINDS.includes(kind)) return [`no comparison for the kind “${kind}”`];
  const found = [];
  const same = (what, a, b) => { if (JSON.stringify(a) !== JSON.stringify(b)) found.push(`${what}: ours ${JSON.stringify(a)}, ECharts ${JSON.stringify(b)}`); };
  same('slots', ours.slots, theirs.slots);
  same('marks', ours.marks.map((m) => [m.slot, m.filled]), theirs.marks.map((m) => [m.slot, m.filled]));
  if (kind === 'tiles') return found;
  same('axis', ours.ticks.map((t) => t.text), theirs.ticks.map((t) => t.text));
  const [a, b] = [scale(ours.ticks), scale(theirs.ticks)];
  if (!a || !b) {
    same('marks without an axis', ours.marks.length + ours.targets.length, 0);
    return found;
  }
  const slack = TOLERANCE * (a.pixel + b.pixel);
  const close = (what, x, y) => { if (!(Math.abs(a.value(x) - b.value(y)) <= slack)) found.push(`${what}: ours ${a.value(x).toFixed(3)}, ECharts ${b.value(y).toFixed(3)}`); };
  for (const side of [[ours, a, 'ours'], [theirs, b, 'ECharts']]) found.push(...crooked(...side), ...outside(...side));
  ours.marks.forEach((m, n) => {
    const o = theirs.marks[n] ?? {};
    if ('at' in m) close(`point of slot ${m.slot}`, m.at, o.at);
    else ['from', 'to'].forEach((end) => close(`bar of slot ${m.slot}, ${end}`, m[end], o[end]));
  });
  ours.ends.forEach((end, n) => close('an end of the axis', end, theirs.ends[n]));
  if (kind === 'ladder') {
    same('ladders', ours.ladders.length, theirs.ladders.length);
    ours.ladders.forEach((end, n) => close('the end of a ladder', end, theirs.ladders[n]));
  }
  const sorted = (side, s) => side.targets.toSorted((x, y) => s.value(x.at) - s.value(y.at) || x.slots[0] - y.slots[0]);
  const [mine, other] = [sorted(ours, a), sorted(theirs, b)];
  same('targets', mine.map((t) => t.slots), other.map((t) => t.slots));
  mine.forEach((t, n) => other[n] && close('target', t.at, other[n].at));
  same('zone', ours.zone?.slots, theirs.zone?.slots);
  if (ours.zone && theirs.zone && kind !== 'ladder') ['from', 'to'].forEach((end) => close(`zone, ${end}`, ours.zone[end], theirs.zone[end]));
  return found;
}

// crooked lists the labels of an axis that do not stand where their values belong.
function crooked(side, s, whose) {
  return side.ticks.filter((t) => Math.abs(s.value(t.at) - t.value) > 1.1 * s.pixel).map((t) => `the axis of ${whose} has ${t.text} at ${s.value(t.at).toFixed(2)}`);
}

// outside lists the targets that an axis does not hold; one of ranks and tiers may end before its last label.
function outside(side, s, whose) {
  const values = side.ticks.map((t) => t.value), low = Math.min(...values), high = Math.max(...values);
  const step = values.length > 1 ? Math.abs(values[1] - values[0]) : 0;
  return side.targets.map((t) => s.value(t.at)).filter((v) => v < low - step - s.pixel || v > high + step + s.pixel).map((v) => `the axis of ${whose} ends before the target ${v.toFixed(2)}`);
}

// charts finds the charts of a page: both drawings and what they are called.
export function charts(html) {
  const lang = /<html lang="?(\w+)/.exec(html)[1];
  return [...html.matchAll(/<figure[^>]*class="?chart[^]*?<\/figure>/g)].map(([figure]) => ({
    lang,
    kind: /data-kind="?(\w+)/.exec(figure)?.[1],
    svg: /<svg[^>]*chart-wide[^]*?<\/svg>/.exec(figure)[0],
    option: JSON.parse(/data-chart-option[^>]*>([^]*?)<\/script>/.exec(figure)[1]),
  }));
}

// differences compares one chart.
export function differences({ kind, lang, svg, option }) {
  return compare(readOurs(svg, kind, lang), readTheirs(option, kind, lang), kind);
}

export function pagesOf(site) {
  return readdirSync(site, { recursive: true }).filter((p) => /\/(chi-tieu|indicators)\/[^/]+\.html$/.test(p)).sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const site = process.argv[2] ?? 'public';
  let count = 0, wrong = 0;
  for (const path of pagesOf(site)) {
    for (const chart of charts(readFileSync(join(site, path), 'utf8'))) {
      const found = differences(chart);
      count++;
      wrong += found.length;
      for (const d of found) console.log(`${path} (${chart.kind}): ${d}`);
    }
  }
  console.log(`${count} charts, ${wrong} differences`);
  process.exitCode = wrong || !count ? 1 : 0;
}
