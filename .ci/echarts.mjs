// Draws every chart of a site with ECharts itself and compares what stands there with our own drawing, narrow and wide:
// the axis, every column, bar, point and tile, lines between points, corrected figures, targets, the zone, breaks and
// ladders. Both sides are read from what is drawn, not from the numbers behind it: ours from the SVG, theirs from the
// shapes that ECharts put on its stage. Each is measured by the labels of its own axis and becomes a list of facts, such
// as “slot 2: a filled bar from 0 to 42.8”; the facts are compared by name.
//
//   node .ci/echarts.mjs SITE
//
// It goes by marks, not by forms: a form needs no more than its line in FORMS. Exit code 1 and one line a difference, 0
// otherwise.
//
// Not compared, because the two differ on purpose: where texts stand, how wide bars are, and that the zone and the line
// of a ladder end before the slot does. That a figure stands in the middle of its slot and a line covers whole slots is.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const echarts = createRequire(new URL('../static/package.json', import.meta.url))('echarts');

// TOLERANCE is how many pixels two places may differ. Both sides count outlines to what they enclose, so that nothing but
// rounding is left: we write hundredths, from which the scale and the place are read, and ECharts rounds nothing that is
// compared.
const TOLERANCE = 0.1;

// STUB is the pixels of a bar of zero, in both drawings. What value they seem to have depends on the height of the plot,
// so that the ends of such a bar may differ by as much.
const STUB = 2;

// FORMS says of each form which way its values run and what its axis is labelled with.
export const FORMS = {
  columns: { axis: 'numbers' },
  lines: { axis: 'numbers' },
  bars: { axis: 'numbers', along: true }, // values run from left to right, slots from top to bottom
  ladder: { axis: 'numbers', deep: true }, // its last ladder may be longer than its last label
  tiers: { axis: 'names' }, // a row a name, the worst at the bottom
  tiles: { axis: 'none' },
};

const WIDTHS = { narrow: 328, wide: 720 };

// THIN is the width under which a column of ours is too narrow for an outline: its filling is not compared.
const THIN = 4;

// FORMER is the radius of the point of a figure that was corrected, in both drawings.
const FORMER = 4;

// ROW is what is left free at each edge of a row of tiers.
const ROW = 1;

// --- our drawing ------------------------------------------------------------------------------------------------------

const NUMBERS = new Set(['x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'cx', 'cy', 'r', 'font-size', 'stroke-width']);

function attributes(text) {
  return Object.fromEntries([...text.matchAll(/([\w-]+)=(?:"([^"]*)"|([^\s"]+))/g)].map(([, k, a, b]) => [k, NUMBERS.has(k) ? Number(a ?? b) : a ?? b]));
}

const decoded = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#34;', '"').replaceAll('&amp;', '&');

// elements lists the shapes of a drawing, each with the slot in whose group it stands and its place in the file.
export function elements(svg) {
  let row = null;
  const all = [];
  for (const m of svg.replace(/<defs>[^]*?<\/defs>/g, (s) => ' '.repeat(s.length)).matchAll(/<(\/?)([a-z]+)([^>]*?)\/?>(?:([^<]*)<\/text>)?/g)) {
    const [source, end, name, rest, text] = m;
    if (name === 'g') row = end ? null : Number(attributes(rest)['data-row'] ?? NaN);
    else if (!end && name !== 'svg') all.push({ ...attributes(rest), name, row, text: text && decoded(text), index: m.index, length: source.length });
  }
  return all;
}

const isLine = (e) => e.name === 'line';
const upright = (l) => Math.abs(l.x1 - l.x2) < 0.01;
const dotted = (l) => l['stroke-dasharray'] === '2 4';
const ground = (e) => e.row === null;
const stroked = (colour, width) => (e) => isLine(e) && e.stroke === colour && (!width || e['stroke-width'] === width);

// roles sorts the shapes of our drawing by what they are; colours are names of tokens and tell that.
export function roles(svg, kind) {
  const { along, axis } = FORMS[kind], all = elements(svg);
  const rows = [...svg.matchAll(/<g data-row=/g)].map((_, n) => all.filter((e) => e.row === n));
  const uprights = all.filter((e) => (stroked('var(--rule2)')(e) || stroked('var(--rule)')(e)) && upright(e) && ground(e));
  const bands = axis === 'names' ? all.filter((e) => e.name === 'rect' && ground(e) && ['var(--bg2)', 'var(--zone)'].includes(e.fill)) : [];
  return {
    rows: rows.map(rowRoles),
    rules: axis !== 'numbers' ? [] : longest(all.filter((e) => ground(e) && (along ? stroked('var(--rule2)', 1)(e) && upright(e) : stroked('var(--rule)', 1)(e) && !upright(e)))),
    labels: all.filter((e) => e.name === 'text' && ground(e) && (axis === 'names' ? e.fill === 'var(--ink)' && e['text-anchor'] === 'end' && e.x < bands[0]?.x : e.fill === 'var(--ink2)' && e['text-anchor'] === (along ? 'middle' : 'end'))),
    bands,
    zones: all.filter((e) => e.name === 'rect' && ground(e) && e.fill === 'var(--zone)'),
    targets: all.filter(stroked('var(--ink)')),
    links: all.filter((e) => ground(e) && stroked('var(--data)')(e)),
    ladders: along ? [] : uprights.filter((l) => !dotted(l)),
    breaks: uprights.filter(dotted),
  };
}

// longest keeps the lines of the axis, which go through the plot, from the feet of ladders.
function longest(lines) {
  const length = (l) => Math.abs(l.x2 - l.x1) + Math.abs(l.y2 - l.y1), most = Math.max(...lines.map(length));
  return lines.filter((l) => length(l) > most - TOLERANCE);
}

// rowRoles: the first rectangle is the bar or the tile; the first circle the point, unless there is a bar.
function rowRoles(own) {
  const [bar, inner] = own.filter((e) => e.name === 'rect');
  const circles = own.filter((e) => e.name === 'circle' && e.fill !== 'none');
  const point = bar ? undefined : circles.shift();
  return {
    bar, inner, point, former: circles[0], own,
    course: own.find((e) => stroked('var(--ink2)', 1.5)(e) && upright(e) && circles.length), // from a corrected figure to the one that stands
    gap: bar || point ? undefined : own.find((e) => isLine(e) && upright(e) && dotted(e)),
  };
}

function middleOf({ bar, point, own }, along) {
  if (point) return along ? point.cy : point.cx;
  if (bar) return along ? bar.y + bar.height / 2 : bar.x + bar.width / 2;
  const line = own.find(isLine), text = own.find((e) => e.name === 'text');
  if (along) return line?.y1 ?? NaN;
  return line ? (line.x1 + line.x2) / 2 : text?.x ?? NaN;
}

// outer is from where to where a rectangle is seen, its outline included.
function outer(e, along) {
  const half = e.stroke && e.stroke !== 'none' ? (e['stroke-width'] ?? 1) / 2 : 0;
  return along ? [e.x - half, e.x + e.width + half] : [e.y - half, e.y + e.height + half];
}

// look is how a mark is filled, in words that both drawings share.
function look({ fill, stroke, stripes, inset }) {
  if (stripes) return 'striped';
  if (inset) return 'provisional';
  if (fill === 'var(--data)') return 'filled';
  return stroke === 'var(--data)' ? 'hollow' : 'unknown';
}

const lookOf = (e, inner) => look({ fill: e.fill, stroke: e.stroke, stripes: e.fill.startsWith('url('), inset: inner?.stroke === 'var(--bg)' });

// signOf is what a tile says: a check, a ring or a dash.
function signOf(own) {
  if (own.some((e) => e.name === 'circle')) return '○';
  return ['no sign', '–', '✓'][own.filter(isLine).length];
}

// tileOf reads a tile; one of a crowd is a strip, whole or with an outlined foot, or dots where nothing is known.
function tileOf({ bar, own }) {
  if (!bar) return own.some(isLine) ? '– unknown' : 'missing';
  const filling = lookOf(bar), strip = !bar.rx;
  if (strip) return filling === 'hollow' ? '○ hollow' : `✓ ${filling}`;
  return `${signOf(own)} ${filling}`;
}

function markOf(row, n, kind, along) {
  const name = `slot ${n}`;
  if (kind === 'tiles') return { name, said: `a tile ${tileOf(row)}`, at: [] };
  if (row.bar) return { name, said: `a bar ${lookOf(row.bar, row.inner)}`, at: outer(row.bar, along), thin: !along && row.bar.width < THIN };
  if (row.point) return { name, said: `a point ${lookOf(row.point)}`, at: [along ? row.point.cx : row.point.cy] };
  return { name, said: row.gap ? 'a gap, dotted' : 'a gap', at: [] };
}

// ticksOf pairs the labels of our axis with their lines, or with their rows.
function ticksOf({ rules, labels, bands }, { along, axis }) {
  if (axis === 'names') {
    return bands.map((b) => ({ at: b.y + b.height / 2, text: labels.filter((t) => t.y > b.y && t.y < b.y + b.height).map((t) => t.text).join(' ') }));
  }
  return rules.map((l) => {
    const at = along ? l.x1 : l.y1;
    const label = labels.find((t) => Math.abs((along ? t.x : t.y - 0.36 * t['font-size']) - at) < TOLERANCE);
    return { at, text: label?.text ?? '' };
  });
}

// endsOf is where our axis begins and ends: at its outer labels, at the outer edges of the rows, or with the longest
// ladder or a place beyond it.
function endsOf(r, ticks, { axis, deep }) {
  const at = ticks.map((t) => t.at), ends = [Math.min(...at), Math.max(...at)];
  if (axis === 'names') return [Math.min(...r.bands.map((b) => b.y)) - ROW, Math.max(...r.bands.map((b) => b.y + b.height)) + ROW];
  if (!deep) return ends;
  const feet = [...r.ladders, ...r.rows.flatMap((row) => row.gap ?? [])].map((l) => Math.max(l.y1, l.y2));
  return [ends[0], Math.max(ends[1], ...feet, ...r.rows.flatMap(({ point }) => point?.cy ?? []))];
}

// readOurs reads our drawing.
export function readOurs(svg, kind) {
  const form = FORMS[kind], { along } = form, r = roles(svg, kind);
  const middles = r.rows.map((row) => middleOf(row, along)), ticks = ticksOf(r, form);
  const edge = form.axis === 'names' ? ROW : 0;
  return {
    middles, ticks, ends: endsOf(r, ticks, form),
    facts: [
      ...r.rows.map((row, n) => markOf(row, n, kind, along)),
      ...r.rows.flatMap(({ former, course }, n) => (former ? [formerFact(n, lookOf(former), former.cy), courseFact(n, course?.y1, course?.y2)] : [])),
      ...r.links.map((l) => linkFact(middles, l, l['stroke-dasharray'] ? 'dotted' : 'solid')),
      ...r.ladders.filter((l) => onSlot(middles, l.x1)).map((l) => ladderFact(middles, l)),
      ...r.breaks.map((l) => breakFact(middles, l.x1)),
      ...targetFacts(middles, r.targets, along),
      ...zoneFact(middles, r.zones.map((z) => ({ across: [z.x, z.x + z.width], at: [z.y - edge, z.y + z.height + edge] }))),
    ],
  };
}

// --- facts that both drawings have ---------------------------------------------------------------------------------------

// within lists the slots whose middles lie between two places; an end may lie on a middle.
const within = (middles, a, b) => middles.flatMap((m, n) => (m >= Math.min(a, b) - TOLERANCE && m <= Math.max(a, b) + TOLERANCE ? [n] : [])).join(' ');
const slotAt = (middles, at) => middles.findIndex((m) => Math.abs(m - at) <= TOLERANCE);
const onSlot = (middles, at) => slotAt(middles, at) >= 0;

const formerFact = (n, said, at) => ({ name: `the corrected figure of slot ${n}`, said, at: [at] });
const courseFact = (n, from, to) => ({ name: `the line from the corrected figure of slot ${n}`, said: '', at: [from, to] });
const linkFact = (middles, l, said) => ({ name: `the line from slot ${slotAt(middles, l.x1)} to slot ${slotAt(middles, l.x2)}`, said, at: [l.y1, l.y2] });
const ladderFact = (middles, l) => ({ name: `the ladder of slot ${slotAt(middles, l.x1)}`, said: '', at: [Math.max(l.y1, l.y2)] });
const breakFact = (middles, x) => ({ name: `a break before slot ${middles.filter((m) => m < x).length}`, said: '', at: [] });

function targetFacts(middles, lines, along) {
  const places = lines.map((l) => (along ? { at: l.x1, slots: within(middles, l.y1, l.y2) } : { at: l.y1, slots: within(middles, l.x1, l.x2) }));
  places.sort((a, b) => a.slots.localeCompare(b.slots) || a.at - b.at);
  return places.map(({ at, slots }, n) => ({ name: `target ${n + 1}`, said: `over slots ${slots}`, at: [at] }));
}

// zoneFact joins the parts of a zone: tiers have one a row.
function zoneFact(middles, parts) {
  if (!parts.length) return [];
  const at = parts.flatMap((p) => p.at);
  return [{ name: 'the zone', said: `over slots ${within(middles, ...parts[0].across)}`, at: [Math.min(...at), Math.max(...at)], zone: true }];
}

// --- ECharts ------------------------------------------------------------------------------------------------------------

// stage draws an option with ECharts and lists what stands there.
function stage(option, width, height) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    chart.renderToSVGString(); // places everything
    const model = chart.getModel(), sideways = option.yAxis[0].type === 'category';
    const axis = model.getComponent(sideways ? 'yAxis' : 'xAxis', 0).axis;
    return {
      shapes: chart.getZr().storage.getDisplayList(true).map(({ type, shape, style, transform }) => ({ type, shape, style, at: transform ?? [1, 0, 0, 1, 0, 0] })),
      middles: axis.scale.getOrdinalMeta().categories.flatMap((label, n) => (label === '' ? [] : [axis.toGlobalCoord(axis.dataToCoord(n))])), // an empty one keeps apart
      plot: model.getComponent('grid', 0).coordinateSystem.getRect(),
    };
  } finally {
    chart.dispose();
  }
}

// heightOf is that of the interactive chart in the page (app.js).
function heightOf(option, svg) {
  const [{ top, bottom }] = option.grid;
  return Math.max(Number(/ height="([^"]*)"/.exec(svg)[1]), 160 + Number(top) + Number(bottom));
}

// drawnLines are the lines of a colour, with their ends.
const drawnLines = (shapes, ...colours) => shapes.filter((e) => e.type === 'ec-line' && colours.includes(e.style.stroke)).map((e) => ({ ...e.shape, width: e.style.lineWidth, dash: e.style.lineDash }));

function theirTicks(shapes, plot, { along, axis }) {
  const texts = shapes.filter((e) => e.style.text && e.style.fill === 'var(--ink2)')
    .filter((e) => (along ? e.at[5] > plot.y + plot.height : e.at[4] < plot.x)) // outside the plot
    .map((e) => ({ text: e.style.text, at: e.at[along ? 4 : 5] }));
  if (axis === 'names') return joined(texts, drawnLines(shapes, 'transparent').map((l) => l.y1));
  return drawnLines(shapes, 'var(--rule)').map((l) => (along ? l.x1 : l.y1)).map((at) => ({ at, text: texts.find((t) => Math.abs(t.at - at) < TOLERANCE)?.text ?? '' }));
}

// joined puts the lines of a name together; its middle is its place.
function joined(texts, rows) {
  const nearest = (t) => rows.reduce((best, row) => (Math.abs(row - t.at) < Math.abs(best - t.at) ? row : best), Infinity);
  return rows.map((row) => texts.filter((t) => nearest(t) === row)).filter((own) => own.length)
    .map((own) => ({ text: own.map((t) => t.text).join(' '), at: own.reduce((sum, t) => sum + t.at, 0) / own.length }));
}

const theirLook = ({ fill, stroke, decal, lineDash }) => look({ fill, stroke, stripes: decal, inset: fill === 'var(--data)' && stroke === 'var(--bg)' && lineDash === 'dashed' });

// isMark tells the shapes of figures: painted in the colour of the data or of the page, with an edge.
const isMark = ({ style: { fill, stroke } }) => fill === 'var(--data)' || fill === 'var(--bg)' && ['var(--data)', 'var(--rule2)'].includes(stroke);

function theirBar({ shape, style }, along) {
  const { x, y, width, height } = shape, half = style.stroke ? style.lineWidth / 2 : 0;
  const ends = along ? [x, x + width] : [y, y + height];
  return { middle: along ? y + height / 2 : x + width / 2, said: `a bar ${theirLook(style)}`, at: [Math.min(...ends) - half, Math.max(...ends) + half] };
}

function theirTile(e, shapes) {
  const sign = shapes.find((t) => ['✓', '○', '–'].includes(t.style.text) && Math.abs(t.at[4] - e.at[4]) < TOLERANCE);
  return { middle: e.at[4], said: `a tile ${sign?.style.text} ${theirLook(e.style)}`, at: [] };
}

const theirPoint = (e) => ({ middle: e.at[4], said: `a point ${theirLook(e.style)}`, at: [e.at[5]] });

function theirMarks(shapes, along) {
  return shapes.filter(isMark).flatMap((e) => {
    if (e.type === 'rect') return [theirBar(e, along)];
    if (e.shape?.symbolType === 'rect') return [theirTile(e, shapes)];
    return e.shape?.symbolType === 'circle' && e.at[0] !== FORMER ? [theirPoint(e)] : [];
  });
}

// readTheirs reads what ECharts drew.
export function readTheirs(option, svg, kind, width) {
  const form = FORMS[kind], { along } = form;
  const { shapes, middles, plot } = stage(option, width, heightOf(option, svg));
  const marks = theirMarks(shapes, along);
  const rule2 = drawnLines(shapes, 'var(--rule2)').filter(upright);
  const gaps = rule2.filter((l) => l.dash === 'dotted' && onSlot(middles, l.x1));
  const slot = (middle, n) => {
    const own = marks.filter((m) => Math.abs(m.middle - middle) <= TOLERANCE);
    const gap = gaps.some((l) => slotAt(middles, l.x1) === n) ? 'a gap, dotted' : 'a gap';
    return { name: `slot ${n}`, said: own.map((m) => m.said).join(' and ') || gap, at: own[0]?.at ?? [] };
  };
  const stray = marks.filter((m) => !onSlot(middles, m.middle)).map((m) => ({ name: 'a mark between the slots', said: m.said, at: [] }));
  const formers = shapes.filter((e) => isMark(e) && e.shape?.symbolType === 'circle' && e.at[0] === FORMER);
  return {
    middles, ticks: theirTicks(shapes, plot, form),
    ends: along ? [plot.x, plot.x + plot.width] : [plot.y, plot.y + plot.height],
    facts: [
      ...middles.map(slot), ...stray,
      ...formers.map((e) => formerFact(slotAt(middles, e.at[4]), theirLook(e.style), e.at[5])),
      ...drawnLines(shapes, 'var(--ink2)').map((l) => courseFact(slotAt(middles, l.x1), l.y1, l.y2)),
      ...drawnLines(shapes, 'var(--data)').map((l) => linkFact(middles, l, l.dash)),
      ...rule2.filter((l) => l.dash === 'solid').map((l) => ladderFact(middles, l)),
      ...rule2.filter((l) => l.dash === 'dotted' && !gaps.includes(l)).map((l) => breakFact(middles, l.x1)),
      ...targetFacts(middles, drawnLines(shapes, 'var(--ink)'), along),
      ...zoneFact(middles, shapes.filter((e) => e.type === 'polygon' && e.style.fill === 'var(--zone)').map(theirZone)),
    ],
  };
}

function theirZone({ shape: { points } }) {
  const [xs, ys] = [0, 1].map((k) => points.map((p) => p[k]));
  return { across: [Math.min(...xs), Math.max(...xs)], at: [Math.min(...ys), Math.max(...ys)] };
}

// --- places become values ------------------------------------------------------------------------------------------------

// labelValue reads the label of a tick in the page's language.
function labelValue(text, lang) {
  const plain = text.replace('−', '-').replace(/\s/g, '');
  return plain ? Number(lang === 'vi' ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '')) : NaN;
}

// scaleOf makes values of places, by the first and the last label; names count from 1, the worst. Where there are not two,
// as on a ladder of which nothing is known, a place is its share of the axis.
function scaleOf({ ticks, ends }, { axis, along }, lang) {
  const sorted = ticks.toSorted((a, b) => (along ? a.at - b.at : b.at - a.at)).map((t, n) => ({ ...t, value: axis === 'names' ? n + 1 : labelValue(t.text, lang) }));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (sorted.length < 2) return { labels: sorted, value: (at) => (at - ends[0]) / (ends[1] - ends[0]), unit: 1 / (ends[1] - ends[0]) };
  const unit = (last.value - first.value) / (last.at - first.at);
  return { labels: sorted, value: (at) => first.value + (at - first.at) * unit, unit: Math.abs(unit) };
}

// measured gives the facts of a drawing their values. A zone that goes beyond the axis, as that over a first place, is
// seen up to the axis’s end.
function measured({ middles, ticks, ends, facts }, form, lang) {
  const { labels, value, unit } = scaleOf({ ticks, ends }, form, lang);
  const clamped = (at) => Math.min(Math.max(at, ends[0]), ends[1]);
  const valued = (f) => {
    const bar = f.said.startsWith('a bar'), values = f.at.map((at) => value(f.zone ? clamped(at) : at));
    return { ...f, stub: bar && Math.abs(f.at[1] - f.at[0]) <= STUB + TOLERANCE, values: bar || f.zone ? values.sort((a, b) => a - b) : values };
  };
  const axis = form.axis === 'none' ? [] : [
    { name: 'the axis', said: labels.map((t) => plain(t.text)).join(' · '), values: labels.map((t) => value(t.at)) },
    { name: 'the ends of the axis', said: '', values: ends.map(value) },
  ];
  const slots = { name: 'the slots', said: form.along ? String(middles.length) : `${middles.length}, ${spacing(middles)}`, values: [] }; // along, long names take more room
  return { unit, labels, value, facts: [slots, ...axis, ...facts.map(valued)] };
}

// plain is a label without what wrapping does to it, and with the brackets that ECharts is given for its own marks.
const plain = (text) => text.replace(/\s/g, '').replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '/');

// spacing says where slots stand apart: further from the one before than the closest two.
function spacing(middles) {
  const steps = middles.slice(1).map((m, n) => m - middles[n]), least = Math.min(...steps);
  const apart = steps.flatMap((s, n) => (s > least + 2 * TOLERANCE ? [n + 1] : []));
  return apart.length ? `apart at ${apart.join(' ')}` : 'none apart';
}

// --- the comparison ------------------------------------------------------------------------------------------------------

const close = (a, b, slack) => Math.abs(a - b) <= slack;
const told = (f) => (f ? [f.said, f.values.map((v) => Number(v.toPrecision(6))).join(' to ')].filter(Boolean).join(', ') || 'there' : 'nothing');

// compare lists how the facts of two drawings differ.
function compare(ours, theirs) {
  const unit = Math.max(ours.unit, theirs.unit), slack = (a, b) => (a.stub || b.stub ? STUB : TOLERANCE) * unit;
  const rest = [...theirs.facts], found = [];
  for (const a of ours.facts) {
    const k = rest.findIndex((b) => b.name === a.name), [b] = k < 0 ? [] : rest.splice(k, 1);
    const same = b && (a.said === b.said || a.thin && b.said.startsWith('a bar')) && a.values.length === b.values.length && a.values.every((v, n) => close(v, b.values[n], slack(a, b)));
    if (!same) found.push(`${a.name}: ours ${told(a)}; ECharts ${told(b)}`);
  }
  return [...found, ...rest.map((b) => `${b.name}: ours nothing; ECharts ${told(b)}`)];
}

// crooked lists the labels of an axis that do not stand where their values belong; a scale needs two that are numbers.
function crooked({ labels, value, unit }, whose) {
  if (labels.length < 2) return [];
  return labels.filter((t) => !(Math.abs(value(t.at) - t.value) <= TOLERANCE * unit)).map((t) => `the axis: ${whose} has the label “${t.text}” at ${value(t.at)}`);
}

// outside lists the targets that the interactive chart’s axis does not hold. ECharts leaves out what its axis does not
// hold, so that the comparison finds it too; this says why.
export function outside({ option }) {
  const along = option.yAxis[0].type === 'category', { min, max } = (along ? option.xAxis : option.yAxis)[0];
  return targetsOf(option).map(([{ coord }]) => coord[along ? 0 : 1]).filter((v) => !(v >= min && v <= max)).map((v) => `the axis from ${min} to ${max} does not hold the target ${v}`);
}

// targetsOf are the lines of the targets in an option.
export const targetsOf = (option) => option.series.flatMap((s) => s.markLine?.data ?? []).filter(([a]) => a.lineStyle.color === 'var(--ink)');

// differences lists how the two drawings of a chart differ in one of its widths.
export function differences(chart, size) {
  const { kind, lang, option, [size]: svg } = chart, form = FORMS[kind];
  if (!form) return [`no comparison is known for the form “${kind}”`];
  const ours = measured(readOurs(svg, kind), form, lang), theirs = measured(readTheirs(option, svg, kind, WIDTHS[size]), form, lang);
  return [...compare(ours, theirs), ...crooked(ours, 'ours'), ...crooked(theirs, 'ECharts'), ...outside(chart)];
}

export const sizes = Object.keys(WIDTHS);

// --- the charts of a site ------------------------------------------------------------------------------------------------

// chartsOf finds the charts of a page, with both drawings; on the page of a period they have no interactive form.
export function chartsOf(html) {
  const lang = /<html lang="?(\w+)/.exec(html)?.[1];
  return [...html.matchAll(/<figure[^>]*class="?chart\b[^]*?<\/figure>/g)].map(([figure]) => ({
    lang,
    kind: /data-kind="?([\w-]+)/.exec(figure)?.[1],
    narrow: /<svg[^>]*chart-narrow[^]*?<\/svg>/.exec(figure)[0],
    wide: /<svg[^>]*chart-wide[^]*?<\/svg>/.exec(figure)[0],
    option: JSON.parse(/data-chart-option[^>]*>([^]*?)<\/script>/.exec(figure)?.[1] ?? 'null'),
  }));
}

// load lists the charts of a site that have two forms, each once: the pages to embed repeat those of the indicators.
export function load(site) {
  const known = new Set();
  return readdirSync(site, { recursive: true }).filter((p) => p.endsWith('.html')).sort()
    .flatMap((path) => chartsOf(readFileSync(join(site, path), 'utf8')).map((chart) => ({ path: join(site, path), ...chart })))
    .filter(({ path, ...chart }) => { if (!chart.option) return false; const key = JSON.stringify(chart); return !known.has(key) && known.add(key); });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const charts = load(process.argv[2] ?? 'public');
  const found = charts.flatMap((c) => sizes.flatMap((size) => differences(c, size).map((d) => `${c.path} (${c.kind}, ${size}): ${d}`)));
  for (const line of found) console.log(line);
  console.log(`${charts.length} charts, ${found.length} differences`);
  process.exitCode = found.length || !charts.length ? 1 : 0;
}
